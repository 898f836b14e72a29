import { z } from "zod";
import { reviewId } from "../../src/domain/review/codes.ts";
import { button, text, top } from "../common.ts";
import { seenByCell } from "./seen.ts";

const opinion = z.strictObject({
  who: text,
  outcome: text,
  /** Why, then the next step. */
  said: text,
});

/** One review, in a member's own chat. */
export const reviewModel = z.strictObject({
  ...top,
  review: reviewId,
  title: text,
  /** « Cellule entrées · À l'étude · décision avant le 12 décembre ». */
  line: text,
  seen: seenByCell,
  /** Counts, quorum, what is missing, one's own opinion. */
  stands: z.array(text),
  /** Null until they are revealed. */
  opinions: z
    .strictObject({ counts: text, items: z.array(opinion).max(13), others: text.nullable(), cut: text.nullable() })
    .nullable(),
  /** What one had written when opinions closed. */
  tooLate: z.strictObject({ text, lines: z.array(text) }).nullable(),
  /** Null until it is decided. The four voices side by side, two by two. */
  decision: z
    .strictObject({
      title: text,
      lines: z.array(text),
      sides: z.array(
        z.strictObject({ left: z.strictObject({ label: text, text }), right: z.strictObject({ label: text, text }) }),
      ),
    })
    .nullable(),
  /** Address of the letter to the person; null: none. */
  letterUrl: z.url().nullable(),
  /** The page of the person, for who reads the case; null: not this reader, or no room for it. */
  tabUrl: z.url().nullable(),
  /** Six, the letter included. */
  buttons: z.array(button).min(1).max(6),
});
export type ReviewModel = z.infer<typeof reviewModel>;
