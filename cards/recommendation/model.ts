import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Ma préconisation: what the référent would do, and why, before the lead of the method is shown. */
export const recommendationModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** What the lead has to do with it: comes next, or was seen already. */
  about: text,
  fields: z.strictObject({ choice: text, why: text }),
  choices: z.strictObject({ choice: z.array(choice) }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: text.nullable(),
  problems: problemsOf(["choice", "why"]),
});
export type RecommendationModel = z.infer<typeof recommendationModel>;
