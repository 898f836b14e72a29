import { z } from "zod";
import { choice, problemsOf, rev, text, top } from "../common.ts";

/** Somebody already known may be the person being registered: shown before anything is created. */
export const duplicateModel = z.strictObject({
  ...top,
  rev,
  /** What was typed, short: « Amina B., Chenôve ». */
  typed: text,
  /** « Amina B. · P-2025-0114 · entrée · suivie par Karim B. · née le même jour ». */
  candidates: z.array(choice).min(1).max(5),
  choice: text,
  problems: problemsOf(["choice"]),
});
export type DuplicateModel = z.infer<typeof duplicateModel>;
