/** To the référent of the case, at once: what was decided, why, and what is theirs to do. Its code and its label, never a name of the person. */
import type { Labelled } from "../../cards/review-decided/model.ts";
import { hasDied } from "../../src/domain/participant/clock-facts.ts";
import type { ReviewDecision } from "../../src/domain/review/records.ts";
import type { DecisionView } from "../../src/use-cases/see-decision-form.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { decidedCardWords, decidedWords } from "../../src/wording/decision.ts";
import { asideReasonWords } from "../../src/wording/lead.ts";
import type { ScreenOf } from "../screens.ts";
import { serviceShown } from "./destinations.ts";
import type { Reader, Shown } from "./shown.ts";
import { readable, topOf } from "./top.ts";

const { steps } = decidedCardWords;

const stepOf = ({ outcome, letterDueOn }: ReviewDecision, completeBefore: string | null): string => {
  switch (outcome) {
    case "reorient":
      return steps.reorient(dayInWords(letterDueOn));
    case "toComplete":
      return steps.toComplete(completeBefore ?? "");
    case "exitJob":
    case "exitTraining":
    case "exitOther":
      return steps.exit;
    case "stay":
    case "stayWithRelays":
    case "goOn":
    case "practice":
      return steps[outcome];
  }
};

const stepsOf = ({ decision, dossier }: DecisionView): string[] => {
  const { next, letterDueOn, secondUntil, outcome } = decision;
  if (hasDied(dossier.file.doc)) return [decidedCardWords.died];
  const until = dossier.file.doc.toComplete?.until ?? null;
  return [
    // The person hears it before anyone else is called.
    ...(outcome === "practice" ? [] : [decidedCardWords.letter(dayInWords(letterDueOn))]),
    stepOf(decision, until === null ? null : dayInWords(until)),
    ...(next === "" ? [] : [decidedCardWords.noted(readable(next, 400))]),
    ...(secondUntil === null ? [] : [decidedCardWords.second(dayInWords(secondUntil))]),
  ];
};

const whyOf = ({ decision }: DecisionView): Labelled[] => [
  {
    label: decidedCardWords.reasons,
    text: decision.reasons === "" ? decidedCardWords.erased : readable(decision.reasons),
  },
  ...(decision.departs === null
    ? []
    : [{ label: decidedCardWords.departs, text: `${asideReasonWords[decision.departs]}.` }]),
];

export const presentReviewDecided = (screen: ScreenOf<"reviewDecided">, view: DecisionView, reader: Reader): Shown => {
  const { decision, dossier, facts, held } = view;
  const by = reader.member(decision.by)?.name;
  const died = hasDied(dossier.file.doc);
  return {
    name: "review-decided",
    model: {
      ...topOf(screen, reader),
      review: screen.review,
      code: decision.code,
      title: decidedCardWords[decision.outcome === "practice" ? "practiceTitle" : "title"](screen.review),
      person: decision.code,
      outcome: decidedWords(dossier.framework, decision, facts, serviceShown(held, decision.to)),
      when: [
        decidedCardWords.decidedOn(dayInWords(decision.on)),
        ...(by === undefined ? [] : [decidedCardWords.by(by)]),
      ].join(", "),
      why: whyOf(view),
      steps: stepsOf(view),
      canHandOver: !died && (decision.outcome === "reorient" || decision.outcome === "stayWithRelays"),
      letterUrl: died || decision.outcome === "practice" ? null : reader.letterUrl(screen.review),
    },
  };
};
