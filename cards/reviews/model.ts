import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *À étudier*: what waits in the cells, for this member. No name is in it. */
export const reviewsModel = z.strictObject({
  ...top,
  /** « 3 situations », or that nothing waits. */
  count: text,
  /** « Situation 2026-001 · Cellule entrées · avis à donner · décision attendue avant le 18 décembre ». */
  items: z.array(choice).max(25),
  /** Opens sittings. */
  leads: z.boolean(),
});
export type ReviewsModel = z.infer<typeof reviewsModel>;
