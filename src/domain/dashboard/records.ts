/** What lists and the dashboard read, derived from the cases by the projector: nothing of it is the only copy. */
import { z } from "zod";
import { caseStatus } from "../participant/case-file.ts";
import { day, memberId, participantCode } from "../participant/codes.ts";
import { DUE_AT_MOST, MILESTONES } from "../participant/milestones.ts";
import { reviewId } from "../review/codes.ts";
import { marks, part, type Counts, type Part } from "./measures.ts";
import { STEPS } from "./steps.ts";

const v1 = { schemaVersion: z.literal(1) };
const dueMilestone = z.strictObject({ milestone: z.enum(MILESTONES), on: day });

/** One line of a list of people. Holds the name, as an identity does, and no level. */
export const listedRow = z.strictObject({
  code: participantCode,
  givenName: z.string(),
  familyName: z.string(),
  referentId: memberId,
  /** Who stands in for the référent today: in their lists as well. */
  substituteId: memberId.nullable().default(null),
  status: caseStatus,
  step: z.enum(STEPS),
  orientedOn: day,
  enteredOn: day.nullable(),
  /** Milestones still to meet, soonest first. */
  due: z.array(dueMilestone).max(DUE_AT_MOST),
  /** Domains addressed in the open assessment; null before the entry. */
  addressed: z.number().int().nonnegative().nullable(),
  /** The review that studies the case now. */
  review: reviewId.nullable(),
});
export type ListedRow = z.infer<typeof listedRow>;

/**
 * The same line, once for each order of the lists: `name`; `since` (the latest entry, or orientation, first); `due`, once for each milestone to
 * meet. One document a line: a page of a list costs its length, whatever the number of people.
 */
export const listed = z.discriminatedUnion("sortedBy", [
  z.strictObject({
    kind: z.literal("listed"),
    ...v1,
    sortedBy: z.literal("name"),
    row: listedRow,
    /** What the case counts for; the lists behind the numbers are read by them. */
    marks,
  }),
  z.strictObject({ kind: z.literal("listed"), ...v1, sortedBy: z.literal("since"), row: listedRow }),
  z.strictObject({
    kind: z.literal("listed"),
    ...v1,
    sortedBy: z.literal("due"),
    row: listedRow,
    due: dueMilestone,
    /** The soonest of this person: what a list of everyone's next milestone shows. */
    first: z.boolean(),
  }),
]);
export type Listed = z.infer<typeof listed>;

/** Counters of one part, in one generation: a rebuild writes the next generation, then switches. */
export const counter = z.strictObject({
  kind: z.literal("counter"),
  ...v1,
  generation: z.string(),
  part,
  referents: z.array(memberId),
  /** By `counterKey`, where a référent is their rank in `referents`: a document that is written with each command weighs half as much. */
  counts: z.record(z.string(), z.number().int()),
});
export type Counter = z.infer<typeof counter>;

/** The key with another word for its référent. */
const keyFor = (key: string, wordFor: (referent: string) => string): string => {
  const [measure = "", referent = "", on = ""] = key.split("|");
  return [measure, referent === "" ? "" : wordFor(referent), on].join("|");
};

/** The same counts are the same bytes. */
export const counterOf = (generation: string, of: Part, counts: Counts): Counter => {
  const referents = [...new Set(Object.keys(counts).map((key) => key.split("|")[1] ?? ""))].filter(Boolean).sort();
  const rank = new Map(referents.map((referent, at) => [referent, String(at)]));
  const packed = Object.entries(counts).map(
    ([key, count]) => [keyFor(key, (one) => rank.get(one) ?? one), count] as const,
  );
  const common = { kind: "counter", schemaVersion: 1, generation, part: of } as const;
  return { ...common, referents, counts: Object.fromEntries(packed) };
};

/** By `counterKey`. */
export const countsIn = ({ referents, counts }: Counter): Counts =>
  Object.fromEntries(
    Object.entries(counts).map(([key, count]) => [keyFor(key, (rank) => referents[Number(rank)] ?? rank), count]),
  );

export const listedId = (of: Listed): string =>
  of.sortedBy === "due" ? `due.${of.row.code}.${of.due.milestone}` : `${of.sortedBy}.${of.row.code}`;
export const counterId = (generation: string, of: string): string => `${generation}.${of}`;
