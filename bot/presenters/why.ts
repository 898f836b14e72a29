/** *Pourquoi ?*: inputs, weights, operation with its real numbers, rule, version of the framework. */
import type { WhyModel } from "../../cards/why/model.ts";
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { explain, type Explanation } from "../../src/domain/diagnostic/explain.ts";
import { barriersByWeight } from "../../src/domain/diagnostic/figures.ts";
import { domainId, type DomainId } from "../../src/domain/framework/schema.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { figureTitles, ruleWords, versionWords } from "../../src/wording/figures.ts";
import { personLine } from "../../src/wording/people.ts";
import { whyWords } from "../../src/wording/why.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { labelOf, topOf } from "./top.ts";
import { workingsOf, weightWorkings, type Workings } from "./workings.ts";

const FIGURES = ["extent", "extentByFamily", "range", "addressed", "gaps", "movement"] as const;
type Figure = (typeof FIGURES)[number] | "franceTravail";
const isFigure = (asked: string): asked is (typeof FIGURES)[number] => FIGURES.some((figure) => figure === asked);

const WEIGHT = "weight:";
const FRANCE_TRAVAIL = "ft";

const figuresOf = ({ findings, dossier: { framework }, previous }: CaseView) => [
  ...FIGURES.filter((figure) => figure !== "movement" || previous !== undefined).map((figure) => ({
    title: figureTitles[figure],
    value: figure,
  })),
  ...barriersByWeight(findings).map(({ domain }) => ({
    title: figureTitles.weight(labelOf(framework, domain)),
    value: `${WEIGHT}${domain}`,
  })),
  { title: figureTitles.franceTravail, value: FRANCE_TRAVAIL },
];

type Explained = NonNullable<WhyModel["explanation"]>;
const explanationOf = (title: string, said: Explanation, workings: Workings): Explained => ({
  title,
  result: said.provisional ? `${workings.result} ${whyWords.provisional}` : workings.result,
  columns: [...workings.columns],
  rows: workings.rows.map((cells) => ({ cells: [...cells] })),
  weights: [...workings.weights],
  operation: workings.operation,
  rule: ruleWords[said.rule],
  version: versionWords(said.frameworkVersion),
});

const ofFigure = (figure: Figure, view: CaseView): Explained => {
  const { findings, previous, dossier } = view;
  const counting = countingOf(dossier.file.doc, dossier.round?.doc);
  const options = previous === undefined ? counting : { ...counting, previous };
  const said = explain(figure, findings, dossier.framework, options);
  return explanationOf(figureTitles[figure], said, workingsOf(said, dossier.framework));
};

const ofWeight = (domain: DomainId, view: CaseView, reader: Reader): Explained | null => {
  const { framework, file, round } = view.dossier;
  const said = explain("barriers", view.findings, framework, countingOf(file.doc, round?.doc));
  const input = said.inputs.find((entry) => entry.domain === domain);
  return input === undefined
    ? null
    : explanationOf(figureTitles.weight(labelOf(framework, domain)), said, weightWorkings(input, framework, reader));
};

const explained = (figure: string, view: CaseView, reader: Reader): Explained | null => {
  if (isFigure(figure)) return ofFigure(figure, view);
  if (figure === FRANCE_TRAVAIL) return ofFigure("franceTravail", view);
  const domain = domainId.safeParse(figure.startsWith(WEIGHT) ? figure.slice(WEIGHT.length) : "").data;
  return domain === undefined ? null : ofWeight(domain, view, reader);
};

/** *Pourquoi ?*: how one figure of the synthesis comes about. */
export const presentWhy = (screen: ScreenOf<"why">, view: CaseView, reader: Reader): Shown => {
  // The first press explains the figure that everyone asks about; the list then opens the others.
  const figure = screen.figure === "" ? FIGURES[0] : screen.figure;
  const explanation = explained(figure, view, reader);
  return {
    name: "why",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      shownRound: screen.round === null ? "" : String(screen.round),
      person: personLine(view.identity),
      figures: figuresOf(view),
      figure: explanation === null ? "" : figure,
      explanation,
    },
  };
};
