/** *Conservation*, as the tab reads and confirms it. Names are read live: none is kept with a list. */
import * as z from "zod/mini";

const day = z.iso.date();
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));
const count = z.int().check(z.nonnegative());

const PROPOSED = ["noContact", "archiveOver", "esfOver"] as const;
export const CONFIRMED = ["erased", "archived", "accompanied"] as const;
export const GROUNDS = ["legalObligation", "litigation"] as const;
export const WAYS = ["meeting", "call", "message", "letter", "partner"] as const;
export const REOPENED_BECAUSE = ["comesBack", "litigation", "error"] as const;

const line = z.strictObject({
  code: z.string(),
  /** Null: it is erased. */
  name: z.nullable(z.string()),
  since: day,
  proposes: z.enum(PROPOSED),
  /** The case moved since the list was made: it is left alone. */
  moved: z.boolean(),
  /** Something that the person asked waits for an answer until then. */
  asked: z.nullable(day),
  settled: z.nullable(
    z.strictObject({
      how: z.enum(CONFIRMED),
      ground: z.nullable(z.enum(GROUNDS)),
      on: day,
      by: z.nullable(z.string()),
    }),
  ),
});
export type RetentionLineOut = z.infer<typeof line>;

const archivedFile = z.strictObject({
  code: z.string(),
  name: z.nullable(z.string()),
  rev: count,
  on: day,
  ground: z.enum(GROUNDS),
  until: z.nullable(day),
  /** Files in use that may be this person's, who came back. */
  again: many(z.string()),
});
export type ArchivedFileOut = z.infer<typeof archivedFile>;

/** `GET /api/retention`. */
export const retentionPage = z.strictObject({
  today: day,
  rules: z.strictObject({ activeMonths: count, archiveMonths: count, esfKeptUntil: day }),
  /** Null: no list was made yet. */
  list: z.nullable(z.strictObject({ month: z.string(), on: day, lines: many(line), more: count })),
  earlier: many(z.strictObject({ month: z.string(), count, erased: count, archived: count, accompanied: count })),
  archived: many(archivedFile),
  /** Confirms, and opens what is archived; the others read. */
  mayConfirm: z.boolean(),
});
export type RetentionPage = z.infer<typeof retentionPage>;

/** `POST /api/retention/settle`, `/erase`, `/unarchive`. */
export const retentionAnswer = z.strictObject({ kind: z.enum(["erased", "archived", "accompanied", "unarchived"]) });

/** `POST /api/retention/file`: who a code is, before it is erased at their request. */
export const fileToErase = z.strictObject({ code: z.string(), name: z.string(), rev: count });
export type FileToErase = z.infer<typeof fileToErase>;
