/** *Bilan d'action*, then its grid, one observer at a time. */
import { NOT_SEEN } from "../../cards/actions/bilan.ts";
import {
  BILAN_AGREEMENTS,
  bilanFromInputs,
  observationsFrom,
  seenField,
  type BilanProblem,
} from "../../src/domain/activation/bilan-from-inputs.ts";
import { tookPlace } from "../../src/domain/activation/after-bilan.ts";
import { BILAN_OUTCOMES } from "../../src/domain/activation/records.ts";
import { OBSERVERS } from "../../src/domain/activation/codes.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { BilanView } from "../../src/use-cases/see-bilan.ts";
import { bilanAgreementWords, bilanProblem, bilanWords as words, outcomeWords } from "../../src/wording/bilan.ts";
import { personLine } from "../../src/wording/people.ts";
import { objectiveWords } from "../../src/wording/preparation.ts";
import { keptWords } from "../../src/wording/problems.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, topOfDraft } from "./top.ts";

const criteriaOf = ({ framework }: BilanView) => framework.activation.criteria;

const problemsOf = (view: BilanView, reader: Reader): readonly BilanProblem[] => {
  const { action, framework, form } = view;
  const context = { action: action.doc, criteria: criteriaOf(view), lengths: framework.lengths, today: reader.today };
  const read = bilanFromInputs(form.shown, context);
  return read.ok ? [] : read.problems;
};

const keptOf = ({ form, framework }: BilanView, field: "facts" | "words" | "understood"): string | null => {
  const limit = field === "facts" ? framework.lengths.facts : framework.lengths.longText;
  return keptWords(lengthOf(cleanText(form.shown[field] ?? "")), limit, shownAtMost(field));
};

/** The grid is filled once the bilan of an action that took place is there. */
const gridLines = (view: BilanView): string[] => {
  if (view.bilan === undefined || !tookPlace(view.bilan.doc)) return [];
  const criteria = criteriaOf(view);
  const seen = observationsFrom(view.form.shown, criteria);
  return OBSERVERS.map((by) =>
    words.seenLines(words.observers[by], seen.filter((one) => one.by === by).length, criteria.length),
  );
};

export const presentBilan = (screen: ScreenOf<"bilan">, view: BilanView, reader: Reader): Shown => {
  const { form, action, framework } = view;
  const { pmsmp } = action.doc;
  const problems = screen.check ? problemsOf(view, reader) : [];
  const said = Object.fromEntries([...problems].reverse().map((one) => [one.field, bilanProblem(one)]));
  const field = (name: string): string => filled(form.shown, name);
  const has = (name: string): boolean => field(name) !== "" || name in said;
  return {
    name: "bilan",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      action: action.doc.id,
      rev: form.rev,
      person: personLine(view.identity),
      about: words.about(action.doc, framework, view.place),
      objective: pmsmp === null ? "" : words.objective(objectiveWords[pmsmp.objective]),
      fields: {
        outcome: field("outcome"),
        lastDay: field("lastDay"),
        missedHours: field("missedHours"),
        objectiveMet: field("objectiveMet"),
        facts: field("facts"),
        agreement: field("agreement"),
        words: field("words"),
        understood: field("understood"),
      },
      choices: {
        outcome: choicesOf(outcomeWords, BILAN_OUTCOMES),
        objectiveMet: pmsmp === null ? [] : choicesOf(words.objectiveMet, ["yes", "no"]),
        agreement: choicesOf(bilanAgreementWords, BILAN_AGREEMENTS),
      },
      folded: {
        partly: field("outcome") !== "partial" && !has("lastDay") && !has("missedHours"),
        missed: field("outcome") !== "didNotShow" && !has("understood"),
      },
      kept: { facts: keptOf(view, "facts"), words: keptOf(view, "words"), understood: keptOf(view, "understood") },
      grid: gridLines(view),
      problems: said,
    },
  };
};

export const presentBilanGrid = (screen: ScreenOf<"bilanGrid">, view: BilanView, reader: Reader): Shown => {
  const { form, action } = view;
  const criteria = criteriaOf(view);
  const { title, about } = words.grids[screen.by];
  return {
    name: "bilan-grid",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      action: action.doc.id,
      rev: form.rev,
      by: screen.by,
      asked: criteria.map(({ id }) => id).join(","),
      person: personLine(view.identity),
      title,
      about,
      step: words.step(OBSERVERS.indexOf(screen.by) + 1, OBSERVERS.length),
      lines: criteria.map(({ id, label, question, anchors }) => ({
        id: seenField(screen.by, id),
        label: words.line(label, question),
        value: filled(form.shown, seenField(screen.by, id)) || NOT_SEEN,
        choices: [
          { title: words.notSeen, value: NOT_SEEN },
          ...anchors.map((fact, level) => ({ title: fact, value: String(level) })),
        ],
      })),
    },
  };
};
