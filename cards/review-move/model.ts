import { z } from "zod";
import { choice, problemsOf, rev, text, top } from "../common.ts";
import { reviewId, REVIEW_MOVES } from "../../src/domain/review/codes.ts";

/** Ajourner, retirer, rouvrir, demande de réexamen: what it will do, why, then it is done. */
export const reviewMoveModel = z.strictObject({
  ...top,
  review: reviewId,
  rev,
  move: z.enum(REVIEW_MOVES),
  title: text,
  lines: z.array(text).min(1).max(5),
  label: text,
  /** The title of the button that does it. */
  act: text,
  fields: z.strictObject({ because: text }),
  /** Empty: no reason is asked. */
  choices: z.strictObject({ because: z.array(choice) }),
  problems: problemsOf(["because"]),
});
export type ReviewMoveModel = z.infer<typeof reviewMoveModel>;
