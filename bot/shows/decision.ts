/** A decision and what follows it, each in the chat of whom it concerns. */
import { seeDecision, seeDecisionForm } from "../../src/use-cases/see-decision-form.ts";
import { seeReviewMove, seeShortReview } from "../../src/use-cases/see-review-move.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const decisionShows: Pick<Shows, "decision" | "reviewMove" | "reviewDecided" | "reviewShort"> = {
  decision: (screen, on) =>
    through(screen, on, seeDecisionForm, { review: screen.review }, (view) =>
      present.presentDecision(screen, view, on.reader),
    ),
  reviewMove: (screen, on) =>
    through(screen, on, seeReviewMove, { review: screen.review, move: screen.move }, (view) =>
      present.presentReviewMove(screen, view, on.reader),
    ),
  reviewDecided: (screen, on) =>
    through(screen, on, seeDecision, { review: screen.review }, (view) =>
      present.presentReviewDecided(screen, view, on.reader),
    ),
  reviewShort: (screen, on) =>
    through(screen, on, seeShortReview, { review: screen.review }, (view) =>
      present.presentReviewShort(screen, view, on.reader),
    ),
};
