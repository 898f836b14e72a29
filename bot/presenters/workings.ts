/** How a figure was reached, as a table and an operation in words. */
import type { ExplainedInput, Explanation, Operation, Term } from "../../src/domain/diagnostic/explain.ts";
import type { DomainId, Framework } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import {
  difficultyWords,
  extentCell,
  franceTravailWords,
  impactWords,
  leftOutWords,
  movementKindWords,
} from "../../src/wording/figures.ts";
import { addressedCount } from "../../src/wording/figures.ts";
import { upperFirst } from "../../src/wording/lists.ts";
import { sourceWords, stateWords } from "../../src/wording/situation.ts";
import { whyColumns, whyWords } from "../../src/wording/why.ts";
import type { Reader } from "./shown.ts";
import { labelOf } from "./top.ts";

export interface Workings {
  readonly result: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly weights: readonly string[];
  readonly operation: string;
}

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;
const NONE = whyWords.none;

const scale = ({ levels, impacts }: Framework): readonly string[] => [
  whyWords.levels(levels),
  whyWords.impacts(impacts),
];

const termCells = (framework: Framework, term: Term): readonly string[] => [
  labelOf(framework, term.domain),
  `${term.severity} (${framework.levels[term.severity]})`,
  term.impact === null ? NONE : `${term.impact} (${impactWords(framework, term.impact)})`,
  String(term.value),
];

/** The domains that entered with their numbers, the others with why they did not. */
const tableOf = (said: Explanation, terms: readonly Term[], framework: Framework): readonly (readonly string[])[] =>
  DOMAIN_IDS.map((domain) => {
    const term = terms.find((entry) => entry.domain === domain);
    if (term !== undefined) return termCells(framework, term);
    const left = said.leftOut.find((entry) => entry.domain === domain);
    const state = said.inputs.find((entry) => entry.domain === domain)?.state ?? "notAddressed";
    return [
      labelOf(framework, domain),
      left === undefined ? stateWords[state] : upperFirst(leftOutWords[left.why]),
      NONE,
      NONE,
    ];
  });

const LEVEL_COLUMNS = [whyColumns.domain, whyColumns.level, whyColumns.impact, whyColumns.product];

const extentWorkings = (operation: Of<"extent">, said: Explanation, framework: Framework): Workings => {
  const { result, terms, heaviest } = operation;
  return {
    result: result.kind === "figure" ? `${whyWords.outOf100(result.value)}.` : `${upperFirst(extentCell(result))}.`,
    columns: LEVEL_COLUMNS,
    rows: tableOf(said, terms, framework),
    weights: [...scale(framework), whyWords.heaviest(heaviest)],
    operation: result.kind === "figure" ? whyWords.extent(result, heaviest, result.domains) : whyWords.notComputable,
  };
};

const familyWorkings = ({ families }: Of<"extentByFamily">, framework: Framework): Workings => ({
  result: `${families
    .map(
      ({ family, extent }) =>
        `${framework.families.find(({ id }) => id === family)?.label ?? family} : ${extentCell(extent)}`,
    )
    .join(" ; ")}.`,
  columns: [whyColumns.family, whyColumns.domain, whyColumns.product],
  rows: families.flatMap(({ family, terms }) =>
    terms.map((term) => [
      framework.families.find(({ id }) => id === family)?.label ?? family,
      labelOf(framework, term.domain),
      String(term.value),
    ]),
  ),
  weights: [...scale(framework), whyWords.heaviest(12)],
  operation: families
    .map(({ family, extent }) => {
      const label = framework.families.find(({ id }) => id === family)?.label ?? family;
      return `${label} : ${extent.kind === "figure" ? whyWords.ratio(extent) : extentCell(extent)}.`;
    })
    .join(" "),
});

const rangeWorkings = (
  { result, terms, heaviest }: Of<"range">,
  said: Explanation,
  framework: Framework,
): Workings => ({
  result:
    result.kind === "range" ? `${whyWords.between(result.low.value, result.high.value)}.` : whyWords.notComputable,
  columns: LEVEL_COLUMNS,
  rows: tableOf(said, terms, framework),
  weights: [...scale(framework), whyWords.heaviest(heaviest)],
  operation:
    result.kind === "range"
      ? whyWords.range(whyWords.ratio(result.low), whyWords.ratio(result.high), result.open.length)
      : whyWords.notComputable,
});

const addressedWorkings = (operation: Of<"addressed">, said: Explanation, framework: Framework): Workings => {
  const { result, t0From, synthesisFrom } = operation;
  const stateFor = (domain: DomainId): string => {
    const left = said.leftOut.find((entry) => entry.domain === domain);
    const state = said.inputs.find((entry) => entry.domain === domain)?.state ?? "notAddressed";
    return left === undefined ? stateWords[state] : upperFirst(leftOutWords[left.why]);
  };
  return {
    result: `${addressedCount(result.count, result.of)}.`,
    columns: [whyColumns.domain, whyColumns.state],
    rows: DOMAIN_IDS.map((domain) => [labelOf(framework, domain), stateFor(domain)]),
    weights: [whyWords.thresholds(t0From, synthesisFrom)],
    operation: whyWords.addressed(result.count, result.of),
  };
};

const gapWorkings = ({ result, from }: Of<"gaps">, said: Explanation, framework: Framework): Workings => ({
  result: whyWords.gaps(result.length),
  columns: [whyColumns.domain, whyColumns.noted, whyColumns.own, whyColumns.gap],
  rows: said.inputs.flatMap(({ domain, severity, selfSeverity }) => {
    if (severity === null || selfSeverity === null) return [];
    const difference = severity - selfSeverity;
    const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    return [
      [
        labelOf(framework, domain),
        `${severity} (${framework.levels[severity]})`,
        `${selfSeverity} (${framework.levels[selfSeverity]})`,
        `${sign}${Math.abs(difference)}`,
      ],
    ];
  }),
  weights: [whyWords.levels(framework.levels), whyWords.gapFrom(from)],
  operation: whyWords.gaps(result.length),
});

const movementWorkings = ({ result }: Of<"movement">, framework: Framework): Workings => {
  const { extent } = result;
  const whole = whyWords.movedExtent(extent.over.length, extentCell(extent.from), extentCell(extent.to));
  return {
    result: whole,
    columns: [whyColumns.domain, whyColumns.before, whyColumns.now, whyColumns.movement],
    rows: result.domains.map(({ domain, kind, from, to }) => [
      labelOf(framework, domain),
      from === null ? NONE : difficultyWords(framework, from),
      difficultyWords(framework, to),
      upperFirst(movementKindWords[kind]),
    ]),
    weights: scale(framework),
    operation: `${whyWords.movement} ${whole}`,
  };
};

const franceTravailWorkings = ({ result, strongFrom }: Of<"franceTravail">, framework: Framework): Workings => ({
  result: result.length === 0 ? whyWords.nothing : whyWords.franceTravail(strongFrom),
  columns: [whyColumns.domain, whyColumns.product, whyColumns.word],
  rows: result.map(({ domain, weight, impact }) => [
    labelOf(framework, domain),
    String(weight),
    franceTravailWords[impact],
  ]),
  weights: scale(framework),
  operation: whyWords.franceTravail(strongFrom),
});

/** One domain: its level, its weight on the project, and where they come from. */
export const weightWorkings = (input: ExplainedInput, framework: Framework, reader: Reader): Workings => {
  const { domain, severity, impact, weight, source } = input;
  const from =
    source === null
      ? whyWords.sourceUnknown
      : whyWords.source(
          sourceWords[source.kind],
          reader.member(source.by)?.name ?? whyWords.someone,
          dayInWords(source.on),
        );
  return {
    result: weight === null ? whyWords.nothing : `${whyWords.onTwelve(weight)}.`,
    columns: [...LEVEL_COLUMNS, whyColumns.source],
    rows:
      severity === null || weight === null
        ? []
        : [[...termCells(framework, { domain, severity, impact, value: weight }), from]],
    weights: scale(framework),
    operation:
      severity === null || weight === null ? whyWords.nothing : `${whyWords.product(severity, impact ?? 0, weight)}.`,
  };
};

/** The workings of any other figure. */
export const workingsOf = (said: Explanation, framework: Framework): Workings => {
  const { operation } = said;
  switch (operation.kind) {
    case "extent":
      return extentWorkings(operation, said, framework);
    case "extentByFamily":
      return familyWorkings(operation, framework);
    case "range":
      return rangeWorkings(operation, said, framework);
    case "addressed":
      return addressedWorkings(operation, said, framework);
    case "gaps":
      return gapWorkings(operation, said, framework);
    case "movement":
      return movementWorkings(operation, framework);
    case "franceTravail":
      return franceTravailWorkings(operation, framework);
    case "barriers":
    case "strengths":
      return { result: "", columns: [], rows: [], weights: [], operation: "" };
  }
};
