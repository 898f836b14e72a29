import { NOT_ASKED } from "../../cards/actions/action.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import { FACTS, type FactId } from "../../src/domain/suggestion/facts.ts";
import { eachFact, situationFromInputs } from "../../src/domain/suggestion/situation-from-inputs.ts";
import type { CaseForm } from "../../src/use-cases/see-forms.ts";
import { personLine } from "../../src/wording/people.ts";
import { factWords, notAskedWords, situationProblem } from "../../src/wording/situation-facts.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, topOfDraft } from "./top.ts";

const choicesOfFact = (fact: FactId) => [
  { title: notAskedWords, value: NOT_ASKED },
  ...FACTS[fact].map((answer) => ({ title: factWords(fact, answer), value: answer })),
];

/** What was chosen for each fact, in words. */
export const saidOfFact = eachFact(
  (fact) =>
    (typed: string): string =>
      factWords(fact, FACTS[fact].find((answer) => answer === typed) ?? null),
);

/** A question that was not asked is a choice of its own on a card; in what is kept it is empty. */
export const withNotAsked = (inputs: TypedInputs): TypedInputs => ({
  ...inputs,
  ...eachFact((fact) => filled(inputs, fact) || NOT_ASKED),
});

const problemsOf = ({ form }: CaseForm, reader: Reader) => {
  const read = situationFromInputs(form.shown, reader.today);
  return read.ok ? {} : Object.fromEntries(read.problems.map((found) => [found.field, situationProblem(found)]));
};

/** *Situation*: each question on *Pas demandé* until it is asked. */
export const presentSituation = (screen: ScreenOf<"situation">, view: CaseForm, reader: Reader): Shown => {
  const { shown, rev, draft } = view.form;
  return {
    name: "situation",
    model: {
      ...topOfDraft(screen, draft?.doc, reader),
      code: screen.code,
      rev,
      back: screen.back,
      person: personLine(view.identity),
      fields: {
        ...eachFact((fact) => filled(shown, fact) || NOT_ASKED),
        rightToWorkUntil: filled(shown, "rightToWorkUntil"),
      },
      choices: eachFact(choicesOfFact),
      problems: screen.check ? problemsOf(view, reader) : {},
    },
  };
};
