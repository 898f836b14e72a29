/** *Présenter en cellule*, and what the channel will show. */
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { seeRecommendationForm } from "../../src/use-cases/see-forms.ts";
import { seeSubmission, seeSubmissionPreview } from "../../src/use-cases/see-submission.ts";
import * as present from "../presenters/index.ts";
import type { Shown } from "../presenters/shown.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import { conflictOf, through, type Showing, type Shows } from "./show.ts";

/** A cell reads the référent's recommendation first: it is written before anything is presented. */
const recommendationFirst = ({ code }: ScreenOf<"reviewForm">, on: Showing): Promise<Shown> => {
  const screen = { screen: "recommendation", code, check: false, notice: "recommendBeforeCell", at: null } as const;
  return through(screen, on, seeRecommendationForm, { code }, (form) =>
    form.toSettle ? conflictOf(screen, "recommendation", on) : present.presentRecommendation(screen, form, on.reader),
  );
};

export const submitShows: Pick<Shows, "reviewForm" | "reviewPreview"> = {
  reviewForm: async (screen, on) => {
    const { code } = screen;
    const form = await ask(on.services, on.actor, seeSubmission, { code });
    if (form.ok)
      return form.value.toSettle
        ? conflictOf(screen, "review", on)
        : present.presentReviewForm(screen, form.value, on.reader);
    if (form.refusal === "recommendFirst") return recommendationFirst(screen, on);
    return present.presentRefusal({ screen: "refusal", refusal: form.refusal, code, ...quiet }, on.reader);
  },
  reviewPreview: (screen, on) =>
    through(screen, on, seeSubmissionPreview, { code: screen.code }, (view) =>
      present.presentReviewPreview(screen, view, on.reader),
    ),
};
