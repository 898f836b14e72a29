/** *Ma préconisation*, before the lead of the method is shown. */
import { recommendationFromInputs } from "../../src/domain/suggestion/recommendation-from-inputs.ts";
import { RECOMMENDATIONS } from "../../src/domain/suggestion/stored-lead.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { RecommendationForm } from "../../src/use-cases/see-forms.ts";
import { leadWords } from "../../src/wording/lead-card.ts";
import { recommendationProblem, recommendationWords } from "../../src/wording/lead.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords } from "../../src/wording/problems.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, topOfDraft } from "./top.ts";

const problemsOf = ({ form, dossier }: RecommendationForm) => {
  const read = recommendationFromInputs(form.shown, dossier.framework);
  return read.ok ? {} : Object.fromEntries(read.problems.map((found) => [found.field, recommendationProblem(found)]));
};

export const presentRecommendation = (
  screen: ScreenOf<"recommendation">,
  view: RecommendationForm,
  reader: Reader,
): Shown => {
  const { form, dossier } = view;
  const { framework } = dossier;
  const length = lengthOf(cleanText(form.shown["why"] ?? ""));
  return {
    name: "recommendation",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(view.identity),
      about: view.leadShown ? leadWords.recommendAgain : leadWords.recommendFirst,
      fields: { choice: filled(form.shown, "choice"), why: filled(form.shown, "why") },
      choices: {
        choice: RECOMMENDATIONS.map((value) => ({ title: recommendationWords(framework, value), value })),
      },
      kept: keptWords(length, framework.lengths.longText, shownAtMost("why")),
      problems: screen.check ? problemsOf(view) : {},
    },
  };
};
