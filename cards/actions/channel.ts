/** The card of a review in its channel. */
import { z } from "zod";
import { cellId, reviewId } from "../../src/domain/review/codes.ts";
import { action, rev } from "./action.ts";

/** Never named `key`: a client that draws cards with React takes that name for itself, and the button does nothing. */
const ofReviewCard = z.object({ review: reviewId, card: rev });

export const channelActions = {
  // On the card of a review in its channel; `card` tells which of its cards it was.
  refreshReview: action("review.refresh", ofReviewCard),
  askForOpinion: action("review.giveOpinion", ofReviewCard),
  revealFromChannel: action("review.reveal", ofReviewCard),
  askForDecision: action("review.decide", ofReviewCard),
  confirmChannel: action("cell.confirm", z.strictObject({ cell: cellId, rev })),
} as const;
