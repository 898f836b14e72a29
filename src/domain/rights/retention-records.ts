/** What is kept of the end of files: who reached it, what a person confirmed, and what an erased case counts for. Codes and dates only. */
import { z } from "zod";
import { marks } from "../dashboard/measures.ts";
import { listedRow } from "../dashboard/records.ts";
import { ARCHIVE_GROUNDS } from "../participant/clock-facts.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";

const v1 = { schemaVersion: z.literal(1) };

export const retentionMonth = z.string().regex(/^\d{4}-\d{2}$/);

/** `noContact`: nobody met, heard or reached them for as long as a file is kept; `archiveOver`: the archive has lasted its time; `esfOver`: so have the ESF+ sheets of an erased file. */
const PROPOSALS = ["noContact", "archiveOver", "esfOver"] as const;
export type Proposal = (typeof PROPOSALS)[number];

/** What was confirmed. */
const SETTLINGS = ["erased", "archived", "accompanied"] as const;
export type Settling = (typeof SETTLINGS)[number];

export const LINES_AT_MOST = 1_000;

const retentionLine = z.strictObject({
  code: participantCode,
  /** Of the case when the list was made: one that moved since is not erased by it. */
  edition: z.number().int().nonnegative(),
  /** The day that the time is counted from. */
  since: day,
  proposes: z.enum(PROPOSALS),
  settled: z
    .strictObject({ how: z.enum(SETTLINGS), ground: z.enum(ARCHIVE_GROUNDS).nullable(), on: day, by: memberId })
    .nullable(),
});
export type RetentionLine = z.infer<typeof retentionLine>;

/** Who had reached the end on the first worked day of a month. */
export const retentionList = z.strictObject({
  kind: z.literal("retentionList"),
  ...v1,
  month: retentionMonth,
  on: day,
  /** Of the rules of retention that it was made with. */
  version: z.string(),
  lines: z.array(retentionLine).max(LINES_AT_MOST),
  /** Those that did not fit: they come next month. */
  more: z.number().int().nonnegative(),
  at: instant,
});
export type RetentionList = z.infer<typeof retentionList>;

/** Why a file is erased: its time is over, the person asked (GDPR, article 17), or a restored backup brought back whoever had been erased since. */
const ERASED_BECAUSE = ["timeOver", "request", "restored"] as const;

/**
 * What a case counts for once it is gone. Written first, in state `going`: whatever stops an erasure, the rounds finish it. `gone`: nothing is left;
 * looked at once more on `againOn`, for what was under way elsewhere at that moment. `asked`: named when a backup was restored; what it counts for is
 * still to be read.
 */
export const erased = z.strictObject({
  kind: z.literal("erased"),
  ...v1,
  code: participantCode,
  on: day,
  by: memberId,
  because: z.enum(ERASED_BECAUSE),
  state: z.enum(["asked", "going", "gone"]),
  /** Its line behind numbers, without a name; null: behind none. */
  row: listedRow.nullable(),
  marks,
  /** The other records of the same person: they go together. */
  together: z.array(participantCode).max(100),
  /** Typed ESF+ items are still kept, without a name. */
  esfLeft: z.boolean(),
  againOn: day.nullable(),
  at: instant,
});
export type Erased = z.infer<typeof erased>;

/** Why an archived file is opened again for everyone who accompanies. */
export const UNARCHIVE_REASONS = ["comesBack", "litigation", "error"] as const;
export type UnarchiveReason = (typeof UNARCHIVE_REASONS)[number];

/** How somebody was met, heard or reached, where it had not been noted. */
export const CONTACT_WAYS = ["meeting", "call", "message", "letter", "partner"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
