/** `GET /api/extractions`: the months that may be taken and what each column means; `GET /api/extractions/:month?format=xlsx|csv`: one of them. */
import * as z from "zod/mini";
import type { COLUMN_FORMATS } from "../domain/exchange/extraction-columns.ts";

export const EXTRACTION_FILES = ["xlsx", "csv"] as const;
export const extractionQuery = z.strictObject({ format: z.enum(EXTRACTION_FILES) });

const FORMATS = ["text", "date", "number", "list"] as const satisfies typeof COLUMN_FORMATS;
const count = z.int().check(z.nonnegative());

export const extractionsPage = z.strictObject({
  /** Made for good, the latest first; `on`: the day on which each was made. */
  months: z.array(z.strictObject({ month: z.string(), on: z.string(), rows: count, version: z.string() })),
  provisional: z.array(z.strictObject({ month: z.string(), freezesOn: z.string() })),
  columns: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      meaning: z.string(),
      format: z.enum(FORMATS),
      source: z.string(),
    }),
  ),
  version: z.string(),
});
export type ExtractionsPage = z.infer<typeof extractionsPage>;
