import { z } from "zod";
import { reviewId } from "../../src/domain/review/codes.ts";
import { rev, text, top } from "../common.ts";

const line = z.strictObject({ title: text, value: text });

/**
 * The card of a situation in its cell's channel, the same for everyone there: no name, no field. Once decided, withdrawn, adjourned or followed
 * elsewhere, one line is left of it.
 */
export const reviewCardModel = z.strictObject({
  ...top,
  review: reviewId,
  /** Tells which of its cards is pressed: one that is posted again has another key. */
  key: rev,
  title: text,
  /** How many opinions, the quorum; or the one line that is left. */
  state: text,
  /** After the reveal: how many opinions for each outcome. */
  counts: z.array(text).max(10),
  /** Null on a card of one line, which shows nothing of what follows. */
  question: z.strictObject({ label: text, text }).nullable(),
  facts: z.array(line).max(8),
  difficulties: z.strictObject({ label: text, lines: z.array(text).max(15) }).nullable(),
  /** Préconisation, person, method: side by side. */
  voices: z.array(line).max(3),
  buttons: z
    .array(z.strictObject({ title: text, verb: z.enum(["review.giveOpinion", "review.reveal", "review.decide"]) }))
    .max(3),
  /** Whose clients ask for the card again by themselves, by their `29:` ids. */
  userIds: z.array(text).max(60),
});
export type ReviewCardModel = z.infer<typeof reviewCardModel>;
