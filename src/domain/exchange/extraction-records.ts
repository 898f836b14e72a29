/**
 * A month of the *extraction mensuelle* once it is made for good: its columns as they were, then one row for each person, written page by page.
 *
 * A row holds a code, dates, codes of the trade and typed ESF+ items: no name of the person, no narrative. The row of an erased file stays whole under its
 * code until the end of the ESF+ clock, since the financer may ask for that month again; then it goes whole, and `rows` goes on saying how many there were.
 */
import { z } from "zod";
import { day, instant, participantCode } from "../participant/codes.ts";
import { extractionColumn } from "./extraction-columns.ts";

const v1 = { schemaVersion: z.literal(1) };

/** « 2026-11 ». */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof month>;

export const extraction = z.strictObject({
  kind: z.literal("extraction"),
  ...v1,
  month,
  /** Of the list of columns. */
  version: z.string(),
  plie: z.string(),
  columns: z.array(extractionColumn).min(1).max(200),
  sheets: z.strictObject({ rows: z.string(), columns: z.string() }),
  /** *Arrêtée le*: the day on which its reading began; what was recorded later is not in it. */
  on: day,
  /** The last case that was read. */
  after: participantCode.nullable(),
  rows: z.number().int().nonnegative(),
  /** Null: it is still being made. */
  doneAt: instant.nullable(),
});
export type Extraction = z.infer<typeof extraction>;

/** Raw values, named by the columns: codes, days, counts. */
const extractionCell = z.union([z.string(), z.number(), z.array(z.string()).max(200)]);
export type ExtractionCell = z.infer<typeof extractionCell>;
export const extractionRow = z.strictObject({
  kind: z.literal("extractionRow"),
  ...v1,
  month,
  code: participantCode,
  /** By column; no key: nothing to say there. */
  cells: z.record(z.string(), extractionCell),
});
export type ExtractionRow = z.infer<typeof extractionRow>;
export type ExtractionCells = ExtractionRow["cells"];
