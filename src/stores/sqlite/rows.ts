/** What SQLite answers, checked: its driver types nothing. */
import { z } from "zod";

const stored = z.object({
  id: z.string(),
  json: z.string(),
  version: z.number().transform(String),
  sort: z.string(),
});
export type StoredRow = z.infer<typeof stored>;

const counted = z.tuple([z.object({ count: z.number() })]);

export const storedRows = (rows: readonly unknown[]): readonly StoredRow[] => rows.map((row) => stored.parse(row));
export const countOf = (rows: readonly unknown[]): number => counted.parse(rows)[0].count;
