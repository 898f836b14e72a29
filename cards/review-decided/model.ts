import { z } from "zod";
import { code, text, top } from "../common.ts";
import { reviewId } from "../../src/domain/review/codes.ts";

const labelled = z.strictObject({ label: text, text });
export type Labelled = z.infer<typeof labelled>;

/** To the référent: what was decided, why, and what is theirs to do next. No name: the label of the situation and the code of the file. */
export const reviewDecidedModel = z.strictObject({
  ...top,
  review: reviewId,
  code,
  title: text,
  person: text,
  outcome: text,
  /** The day, and by whom. */
  when: text,
  why: z.array(labelled).min(1).max(3),
  steps: z.array(text).max(6),
  /** There is somebody to hand over to. */
  canHandOver: z.boolean(),
  /** Address of the letter on our own tab; null: there is none. */
  letterUrl: z.url().nullable(),
});
export type ReviewDecidedModel = z.infer<typeof reviewDecidedModel>;
