/** What a move will do, before it is done; and the short circuit's decision to take. */
import { z } from "zod";
import { reviewId, REVIEW_MOVES, type ReviewMove } from "../domain/review/codes.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Review, ReviewDecision, Snapshot } from "../domain/review/records.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { loadMoving, mayMove, moveRev, type Moving } from "./parts/moving.ts";
import { loadStudied, type Studied } from "./parts/studied.ts";
import { leadsReview } from "./parts/on-review.ts";

const input = z.strictObject({ review: reviewId, move: z.enum(REVIEW_MOVES) });

export interface MoveView {
  readonly review: Review;
  readonly rev: string;
  readonly move: ReviewMove;
  readonly decision: ReviewDecision | undefined;
  readonly posted: boolean;
}

export const seeReviewMove = query<z.infer<typeof input>, Moving, MoveView>({
  act: "review.seeMove",
  input,
  load: loadMoving,
  allow: (actor, moving, { move }) => mayMove(move, actor, moving),
  run: (_services, _actor, { view, decision }, { move }) => {
    const review = view.review.doc;
    return done({ review, rev: moveRev(review), move, decision, posted: view.post !== undefined });
  },
});

export interface ShortView {
  readonly review: Review;
  readonly snapshot: Snapshot | undefined;
  readonly framework: Framework;
}

/** *Circuit court*: to whoever decides it. */
export const seeShortReview = query<{ readonly review: string }, Studied, ShortView>({
  act: "review.seeShort",
  input: z.strictObject({ review: reviewId }),
  load: loadStudied,
  allow: (actor, { view }) => leadsReview(actor, view),
  run: (_services, _actor, { view, dossier }) =>
    done({ review: view.review.doc, snapshot: view.snapshot?.doc, framework: dossier.framework }),
});
