import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** *Préparer*: what the référent prepares, what the person wants to learn and to show, what is observed; and the sheets to print. */
export const preparationModel = z.strictObject({
  ...top,
  person: text,
  /** Which action, when, what for. */
  heading: text,
  about: text,
  fields: z.strictObject({ referent: text, learn: text, show: text, observe: text }),
  observeLabel: text,
  criteria: z.array(choice).min(1).max(20),
  sheetsTitle: text,
  /** Addresses of the sheets; an action without a convention has no accident card. */
  sheets: z.strictObject({ referent: text, person: text, host: text, accident: text.nullable() }),
  data: z.strictObject({ code, action: text, rev }),
  problems: problemsOf(["referent", "learn", "show"]),
});
export type PreparationModel = z.infer<typeof preparationModel>;
