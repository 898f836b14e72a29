/** What a cell decides, and what moves its review. */
import { z } from "zod";
import { reviewId, REVIEW_MOVES } from "../../src/domain/review/codes.ts";
import { action, ofReview, rev, typed, whole } from "./action.ts";

export const decisionFields = {
  outcome: typed,
  to: typed,
  reasons: typed,
  departs: typed,
  proofs: typed,
  next: typed,
} as const;
const decision = z.strictObject({ review: reviewId, rev, whole, ...decisionFields });

export const decisionActions = {
  openDecision: action("decision.open", ofReview),
  saveDecision: action("decision.save", decision),
  /** Goes and records the person's view, then comes back: what is typed is kept. */
  decisionToView: action("decision.toView", decision),
  leaveDecision: action("decision.leave", decision),
  studyInFull: action("review.inFull", ofReview),
  openReviewMove: action("review.moveOpen", z.object({ review: reviewId, move: z.enum(REVIEW_MOVES) })),
  moveReview: action(
    "review.move",
    z.strictObject({ review: reviewId, rev, move: z.enum(REVIEW_MOVES), because: typed }),
  ),
  leaveReviewMove: action("review.moveLeave", ofReview),
} as const;
