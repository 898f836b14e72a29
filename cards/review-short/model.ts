import { z } from "zod";
import { text, top } from "../common.ts";
import { reviewId } from "../../src/domain/review/codes.ts";

/** To a chargé de projet or the coordinatrice: a simple stay that they may decide without the cell. */
export const reviewShortModel = z.strictObject({
  ...top,
  review: reviewId,
  title: text,
  text,
  voices: z.array(z.strictObject({ label: text, text })).max(5),
  /** False once there is nothing to decide here any more. */
  open: z.boolean(),
});
export type ReviewShortModel = z.infer<typeof reviewShortModel>;
