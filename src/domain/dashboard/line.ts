/** The line of one case in the lists: what it shows, and what it counts for. */
import type { Marks } from "./measures.ts";
import { isListed, type Picture } from "./picture.ts";
import type { Listed, ListedRow } from "./records.ts";
import { marksOf } from "./tally.ts";
import { stepIn } from "./today-marks.ts";

export interface Line {
  readonly row: ListedRow;
  readonly marks: Marks;
}

const rowOf = (picture: Picture): ListedRow => {
  const { identity, head, due, addressed } = picture;
  const isThere = isListed(picture);
  return {
    code: head.code,
    // A record that was cancelled, or archived, is found by its code only.
    givenName: isThere ? identity.givenName : "",
    familyName: isThere ? identity.familyName : "",
    referentId: head.referentId,
    substituteId: head.substitute?.memberId ?? null,
    // As a record that was cancelled: in no list, behind its numbers only.
    status: head.retired === null ? head.status : "cancelled",
    step: stepIn(picture) ?? "left",
    orientedOn: head.orientedOn,
    enteredOn: head.entry?.on ?? null,
    due: isThere ? [...due] : [],
    addressed: head.entry === null ? null : addressed,
    review: head.review,
  };
};

/** Null: in no list, and behind no number. */
export const lineOf = (picture: Picture): Line | null => {
  const marks = marksOf(picture);
  return isListed(picture) || Object.keys(marks).length > 0 ? { row: rowOf(picture), marks } : null;
};

/** One document for each order of the lists. A cancelled record is in none of them: its only document stands behind the numbers that it counts for. */
export const documentsOf = ({ row, marks }: Line): readonly Listed[] => {
  const common = { kind: "listed", schemaVersion: 1, row } as const;
  const name = { ...common, sortedBy: "name", marks } as const;
  if (row.status === "cancelled") return [name];
  const due = row.due.map((one, at) => ({ ...common, sortedBy: "due" as const, due: one, first: at === 0 }));
  return [name, { ...common, sortedBy: "since" }, ...due];
};
