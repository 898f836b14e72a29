/** Under which keys a line is listed, and in which order. A filter is a key: whatever is asked, a page reads its own lines and no others. */
import { nameOrder } from "../participant/names.ts";
import type { Day } from "../participant/codes.ts";
import type { MilestoneId } from "../participant/milestones.ts";
import type { CaseStatus } from "../participant/case-file.ts";
import { listKey, PART_PIECES, sumOf, type Part } from "./measures.ts";
import type { Listed, ListedRow } from "./records.ts";
import type { Step } from "./steps.ts";

export type ListSort = Listed["sortedBy"];

/** What a list may be narrowed to: one place at most, and one référent. */
export interface ListFilter {
  readonly referent: string | null;
  readonly place: { readonly status: CaseStatus } | { readonly step: Step } | null;
}

const placeWord = (place: ListFilter["place"]): string => {
  if (place === null) return "all";
  return "status" in place ? `status:${place.status}` : `step:${place.step}`;
};

const keyOf = (sortedBy: ListSort, place: string, referent: string | null): string =>
  `${sortedBy}/${place}${referent === null ? "" : `|${referent}`}`;

/** The key to ask for people, in an order, narrowed. In the order of milestones, people who have none to meet are not there. */
export const peopleKey = (sortedBy: ListSort, { place, referent }: ListFilter): string =>
  keyOf(sortedBy, placeWord(place), referent);

/** The key to ask for one milestone, soonest first; bounded by days with `dueBounds`. */
export const milestoneKey = (milestone: MilestoneId, referent: string | null): string =>
  keyOf("due", `milestone:${milestone}`, referent);

const withReferent = (row: ListedRow, key: (referent: string | null) => string): readonly string[] => [
  key(null),
  key(row.referentId),
  ...(row.substituteId === null || row.substituteId === row.referentId ? [] : [key(row.substituteId)]),
];

const places = ({ status, step }: ListedRow): readonly ListFilter["place"][] => [null, { status }, { step }];

/** Every list that this line is in. */
export const listedKeys = (of: Listed): readonly string[] => {
  const { row, sortedBy } = of;
  // A record that was cancelled is in no list of people; it may still be behind a number.
  const people = (row.status === "cancelled" ? [] : places(row)).flatMap((place) =>
    withReferent(row, (referent) => peopleKey(sortedBy, { place, referent })),
  );
  if (sortedBy === "since") return people;
  if (sortedBy === "due")
    return [...(of.first ? people : []), ...withReferent(row, (referent) => milestoneKey(of.due.milestone, referent))];
  const behind = Object.entries(of.marks).flatMap(([in_, marks]) =>
    // Files with something to complete have lists of their own.
    (in_ === PART_PIECES ? [] : marks).flatMap(({ measure, referent }) => behindKeys(measure, in_, referent)),
  );
  return [...people, ...behind];
};

const behindKeys = (measure: readonly string[], in_: Part, referent: string | null): readonly string[] =>
  [measure, sumOf(measure) ?? measure].flatMap((of) => [
    listKey(of, in_),
    ...(referent === null ? [] : [listKey(of, in_, referent)]),
  ]);

/** Latest first: what ages descends. */
export const sinceOrder = (on: Day): string => String(99_999_999 - Number(on.replaceAll("-", ""))).padStart(8, "0");

export const listedOrder = (of: Listed): string => {
  const { row } = of;
  if (of.sortedBy === "name") return `${nameOrder(row)} ${row.code}`;
  if (of.sortedBy === "due") return `${of.due.on} ${row.code}`;
  return `${sinceOrder(row.enteredOn ?? row.orientedOn)} ${row.code}`;
};
