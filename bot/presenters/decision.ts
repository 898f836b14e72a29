/** *Décision*: what each said side by side, then what is decided and why. */
import type { DecisionModel } from "../../cards/decision/model.ts";
import { typedDestination } from "../../src/domain/review/destination-typed.ts";
import { EXIT_PROOFS, isWayOut, reviewOutcome } from "../../src/domain/review/outcomes.ts";
import type { Opinion } from "../../src/domain/review/records.ts";
import { ASIDE_REASONS } from "../../src/domain/suggestion/stored-lead.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { DecisionForm } from "../../src/use-cases/see-decision-form.ts";
import { decisionProblem, decisionWords, proofWords } from "../../src/wording/decision.ts";
import { asideReasonWords, orErased } from "../../src/wording/lead.ts";
import { seenWords } from "../../src/wording/opinion.ts";
import { keptWords } from "../../src/wording/problems.ts";
import { cellWords, opinionOutcomeWords, outcomeWords } from "../../src/wording/reviews.ts";
import { agreementWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import { destinationTitle, serviceShown } from "./destinations.ts";
import { hinderedDecision } from "./hindered-decision.ts";
import { pointedTo, recommended, SHORTENED } from "./review-seen.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, readable, topOfDraft } from "./top.ts";

/** An opinion shortened: the whole of it is read in the review. */
const WHY_SHOWN = 100;
const LINES = 13;

type Labelled = DecisionModel["voices"][number];

/** What the person says now; what they said when it was submitted stands in the review. */
const personNow = ({ personView }: DecisionForm): string =>
  personView === null
    ? decisionWords.viewMissing
    : [`${agreementWords[personView.agreement]}.`, ...(personView.heard ? [seenWords.heard] : [])].join(" ");

const voicesOf = (form: DecisionForm): Labelled[] => {
  const snapshot = form.view.snapshot?.doc;
  const { framework } = form.dossier;
  const { labels } = seenWords;
  return [
    { label: labels.person, text: personNow(form) },
    ...(snapshot === undefined
      ? []
      : [
          { label: labels.referent, text: recommended(framework, snapshot, SHORTENED) },
          { label: labels.method, text: pointedTo(framework, snapshot) },
        ]),
  ];
};

/** The same outcome towards the same place is one line: how many, then each why, without who said it. */
const opinionsOf = (form: DecisionForm): DecisionModel["opinions"] => {
  const { opinions, dossier, held, view } = form;
  if (view.review.doc.track === "short") return null;
  const said = (one: Opinion): string => opinionOutcomeWords(dossier.framework, one, serviceShown(held, one.to));
  const outcomes = [...new Set(opinions.map(said))];
  const of = (outcome: string): readonly Opinion[] => opinions.filter((one) => said(one) === outcome);
  const counts = outcomes.map((outcome) => decisionWords.tally(outcome, of(outcome).length));
  const lines = outcomes.flatMap((label) =>
    of(label).map(({ why }) => ({ label, text: readable(orErased(why), WHY_SHOWN) })),
  );
  const rest = lines.length - LINES;
  return {
    title: [decisionWords.opinions(opinions.length), ...counts].join(" · "),
    lines: [
      ...lines.slice(0, LINES),
      ...(rest > 0 ? [{ label: decisionWords.andMore, text: decisionWords.others(rest) }] : []),
    ],
  };
};

const aboutOf = ({ view }: DecisionForm): string => {
  const { cell, track, second } = view.review.doc;
  return [
    `${cellWords[cell]}.`,
    ...(track === "short" ? [decisionWords.short] : []),
    ...(second === null ? [] : [decisionWords.second]),
  ].join(" ");
};

const choices = ({ offered, compared, destinations, dossier }: DecisionForm): DecisionModel["choices"] => ({
  outcome: offered.map((value) => ({ title: outcomeWords[value], value })),
  to: offered.includes("reorient")
    ? destinations.map((named) => ({
        title: destinationTitle(dossier.framework, named),
        value: typedDestination(named.to),
      }))
    : [],
  departs: compared ? choicesOf(asideReasonWords, ASIDE_REASONS) : [],
  proofs: offered.includes("exitJob") ? choicesOf(proofWords, EXIT_PROOFS) : [],
});

/** Chosen already, and nothing says what the person thinks of it. */
const viewIsMissing = ({ form, personView }: DecisionForm): boolean => {
  const chosen = reviewOutcome.safeParse(form.shown["outcome"]);
  return personView === null && chosen.success && isWayOut(chosen.data);
};

const problemsOf = (form: DecisionForm): DecisionModel["problems"] => ({
  ...Object.fromEntries(form.problems.map((found) => [found.field, decisionProblem(found)])),
  ...(viewIsMissing(form) ? { outcome: decisionWords.viewNeeded } : {}),
});

const warningOf = ({ view, dossier }: DecisionForm): string | null =>
  view.review.doc.cell === "entree" && dossier.file.doc.toComplete !== null ? decisionWords.completedOnce : null;

export const presentDecision = (screen: ScreenOf<"decision">, view: DecisionForm, reader: Reader): Shown => {
  const { form, dossier, hindrance } = view;
  if (hindrance !== null) return hinderedDecision(screen, hindrance, view.view, reader);
  const field = (name: string): string => filled(form.shown, name);
  const typed = lengthOf(cleanText(form.shown["reasons"] ?? ""));
  return {
    name: "decision",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      review: screen.review,
      rev: form.rev,
      title: decisionWords.title(screen.review),
      about: aboutOf(view),
      question: readable(orErased(view.view.snapshot?.doc.question ?? seenWords.notThere), SHORTENED.question),
      voices: voicesOf(view),
      opinions: opinionsOf(view),
      warning: warningOf(view),
      fields: {
        outcome: field("outcome"),
        to: field("to"),
        reasons: field("reasons"),
        departs: field("departs"),
        proofs: field("proofs"),
        next: field("next"),
      },
      choices: choices(view),
      kept: keptWords(typed, dossier.framework.lengths.longText, shownAtMost("reasons")),
      toView: viewIsMissing(view) ? decisionWords.toView : null,
      problems: screen.check ? problemsOf(view) : {},
    },
  };
};
