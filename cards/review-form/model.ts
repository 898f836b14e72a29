import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Présenter en cellule: which cell, and the question that it is asked. */
export const reviewFormModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** The cell's next date, and what its members will read besides. */
  about: text,
  fields: z.strictObject({ cell: text, question: text, full: text }),
  choices: z.strictObject({ cell: z.array(choice).min(1).max(3) }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: text.nullable(),
  problems: problemsOf(["cell", "question"]),
});
export type ReviewFormModel = z.infer<typeof reviewFormModel>;
