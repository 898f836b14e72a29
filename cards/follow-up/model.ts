import { z } from "zod";
import { code, problemsOf, rev, text, top } from "../common.ts";

/** *Point à trois mois*: what was agreed last, what is agreed now, and when the next point is. */
export const followUpModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  last: z.strictObject({ title: text, text }).nullable(),
  fields: z.strictObject({ on: text, agreed: text, nextOn: text }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: text.nullable(),
  problems: problemsOf(["on", "agreed", "nextOn"]),
});
export type FollowUpModel = z.infer<typeof followUpModel>;
