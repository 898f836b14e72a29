import { z } from "zod";
import { code, problemsOf, rev, text, top } from "../common.ts";

/** *Point d'étape* of one person: what was agreed last time, what is agreed now. */
export const pointsFormModel = z.strictObject({
  ...top,
  person: text,
  last: z.strictObject({ title: text, text }).nullable(),
  /** Null: this reader does not write here. */
  form: z.strictObject({ about: text, agreed: text }).nullable(),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: text.nullable(),
  data: z.strictObject({ code, rev, referent: text.nullable(), page: z.number().int().min(0) }),
  back: z.strictObject({ referent: text.nullable(), page: z.number().int().min(0) }),
  problems: problemsOf(["agreed"]),
});
export type PointsFormModel = z.infer<typeof pointsFormModel>;
