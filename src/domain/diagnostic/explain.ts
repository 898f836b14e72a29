/** "Pourquoi ?": what a figure was made from, without words: inputs, weights, operation, rule and framework version. */
import { z } from "zod";
import type { DomainId, Framework, Impact, Severity } from "../framework/schema.ts";
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { DomainState, EvidenceSource } from "./assessment.ts";
import type { Addressed, Barrier, Extent, FamilyExtent, FranceTravailImpact, Gap, Range } from "./figures.ts";
import {
  addressed,
  barriersByWeight,
  extent,
  extentByFamily,
  gaps,
  provisional,
  range,
  strengths,
  toFranceTravailImpact,
} from "./figures.ts";
import type { CountingRule, Findings } from "./findings.ts";
import { levelled, staysOut, stateOf, weight } from "./findings.ts";
import type { Movement } from "./movement.ts";
import { movement } from "./movement.ts";

export const FIGURE_IDS = [
  "barriers",
  "extent",
  "extentByFamily",
  "range",
  "addressed",
  "movement",
  "gaps",
  "strengths",
  "franceTravail",
] as const;
export const figureId = z.enum(FIGURE_IDS);
export type FigureId = z.infer<typeof figureId>;

/** The rule of the method that a figure follows; each has its sentence in the wording. */
export type RuleId =
  | "weightIsLevelTimesImpact"
  | "extentOverDomainsWithLevel"
  | "rangeOverDomainsWithoutLevel"
  | "addressedIsSpokenOfOrDeclined"
  | "movementOverBothTimes"
  | "gapKeepsItsSign"
  | "strengthsAsRecorded"
  | "weightToFranceTravail";

/** Why a domain did not enter the figure. */
export type LeftOut = Exclude<DomainState, "assessed" | "nothing"> | "awaitsFirstAction" | "notPartOfThisFigure";

export interface ExplainedInput {
  readonly domain: DomainId;
  readonly state: DomainState;
  readonly severity: Severity | null;
  readonly impact: Impact | null;
  readonly weight: number | null;
  readonly selfSeverity: Severity | null;
  readonly priority: boolean;
  readonly source: EvidenceSource | null;
}

/** One addend: severity × impact = value. */
export interface Term {
  readonly domain: DomainId;
  readonly severity: Severity;
  readonly impact: Impact | null;
  readonly value: number;
}

export type Operation =
  /** 100 × sum of the terms ÷ (`heaviest` × number of terms). */
  | { readonly kind: "extent"; readonly terms: readonly Term[]; readonly heaviest: 12; readonly result: Extent }
  | {
      readonly kind: "extentByFamily";
      readonly families: readonly (FamilyExtent & { readonly terms: readonly Term[] })[];
    }
  | { readonly kind: "range"; readonly terms: readonly Term[]; readonly heaviest: 12; readonly result: Range }
  | { readonly kind: "barriers"; readonly result: readonly Barrier[] }
  | { readonly kind: "addressed"; readonly result: Addressed; readonly t0From: number; readonly synthesisFrom: number }
  | { readonly kind: "movement"; readonly result: Movement }
  | { readonly kind: "gaps"; readonly from: number; readonly result: readonly Gap[] }
  | { readonly kind: "strengths"; readonly result: readonly DomainId[] }
  | {
      readonly kind: "franceTravail";
      readonly strongFrom: number;
      readonly result: readonly {
        readonly domain: DomainId;
        readonly weight: number;
        readonly impact: FranceTravailImpact;
      }[];
    };

export interface Explanation {
  readonly figure: FigureId;
  readonly rule: RuleId;
  readonly frameworkVersion: string;
  readonly provisional: boolean;
  /** The domains that entered the figure, in the framework's order. */
  readonly inputs: readonly ExplainedInput[];
  readonly leftOut: readonly { readonly domain: DomainId; readonly why: LeftOut }[];
  readonly operation: Operation;
}

export interface ExplainOptions extends CountingRule {
  /** The findings of the previous assessment, for the movement; without it everything is a first exploration. */
  readonly previous?: Findings;
}

interface Explained {
  readonly rule: RuleId;
  readonly entered: readonly DomainId[];
  readonly operation: Operation;
}
type Explainer = (findings: Findings, framework: Framework, options: ExplainOptions) => Explained;

const termsOf = (findings: Findings): readonly Term[] =>
  levelled(findings).map(({ domain, severity, impact, weight: value }) => ({ domain, severity, impact, value }));
const domainsOf = (entries: readonly { readonly domain: DomainId }[]): readonly DomainId[] =>
  entries.map((entry) => entry.domain);

const explainers: Readonly<Record<FigureId, Explainer>> = {
  extent: (findings) => {
    const terms = termsOf(findings);
    return {
      rule: "extentOverDomainsWithLevel",
      entered: domainsOf(terms),
      operation: { kind: "extent", terms, heaviest: 12, result: extent(findings) },
    };
  },
  extentByFamily: (findings, framework) => {
    const terms = termsOf(findings);
    const families = extentByFamily(findings, framework).map((entry) => ({
      ...entry,
      terms: terms.filter((term) => entry.domains.includes(term.domain)),
    }));
    return {
      rule: "extentOverDomainsWithLevel",
      entered: domainsOf(terms),
      operation: { kind: "extentByFamily", families },
    };
  },
  range: (findings, _framework, options) => {
    const terms = termsOf(findings);
    const result = range(findings, options);
    const open = result.kind === "range" ? result.open : [];
    return {
      rule: "rangeOverDomainsWithoutLevel",
      entered: [...domainsOf(terms), ...open],
      operation: { kind: "range", terms, heaviest: 12, result },
    };
  },
  barriers: (findings) => {
    const result = barriersByWeight(findings);
    return { rule: "weightIsLevelTimesImpact", entered: domainsOf(result), operation: { kind: "barriers", result } };
  },
  addressed: (findings, framework, options) => {
    const result = addressed(findings, options);
    const { t0Addressed: t0From, synthesisAddressed: synthesisFrom } = framework.thresholds;
    return {
      rule: "addressedIsSpokenOfOrDeclined",
      entered: result.done,
      operation: { kind: "addressed", result, t0From, synthesisFrom },
    };
  },
  movement: (findings, _framework, options) => {
    const result = movement(options.previous ?? new Map(), findings);
    return {
      rule: "movementOverBothTimes",
      entered: domainsOf(result.domains),
      operation: { kind: "movement", result },
    };
  },
  gaps: (findings, framework) => {
    const result = gaps(findings, framework);
    return {
      rule: "gapKeepsItsSign",
      entered: domainsOf(levelled(findings).filter((entry) => entry.finding.selfSeverity !== null)),
      operation: { kind: "gaps", from: framework.thresholds.gapFrom, result },
    };
  },
  strengths: (findings) => {
    const result = domainsOf(strengths(findings));
    return { rule: "strengthsAsRecorded", entered: result, operation: { kind: "strengths", result } };
  },
  franceTravail: (findings, { thresholds }) => {
    const result = termsOf(findings).map(({ domain, value }) => ({
      domain,
      weight: value,
      impact: toFranceTravailImpact(value, thresholds),
    }));
    return {
      rule: "weightToFranceTravail",
      entered: domainsOf(result),
      operation: { kind: "franceTravail", strongFrom: thresholds.ftStrongFromWeight, result },
    };
  },
};

const inputOf = (findings: Findings, domain: DomainId): ExplainedInput => {
  const finding = findings.get(domain);
  return {
    domain,
    state: stateOf(findings, domain),
    severity: finding?.severity ?? null,
    impact: finding?.impact ?? null,
    weight: finding === undefined ? null : weight(finding),
    selfSeverity: finding?.selfSeverity ?? null,
    priority: finding?.priority ?? false,
    source: finding?.source ?? null,
  };
};

const whyLeftOut = (findings: Findings, domain: DomainId, rule: CountingRule): LeftOut => {
  if (staysOut(findings, domain, rule)) return "awaitsFirstAction";
  const state = stateOf(findings, domain);
  return state === "assessed" || state === "nothing" ? "notPartOfThisFigure" : state;
};

/** Everything a card needs to answer "Pourquoi ?" about one figure. */
export const explain = (
  figure: FigureId,
  findings: Findings,
  framework: Framework,
  options: ExplainOptions,
): Explanation => {
  const { rule, entered, operation } = explainers[figure](findings, framework, options);
  return {
    figure,
    rule,
    frameworkVersion: framework.version,
    provisional: provisional(findings, framework, options),
    inputs: DOMAIN_IDS.filter((domain) => entered.includes(domain)).map((domain) => inputOf(findings, domain)),
    leftOut: DOMAIN_IDS.filter((domain) => !entered.includes(domain)).map((domain) => ({
      domain,
      why: whyLeftOut(findings, domain, options),
    })),
    operation,
  };
};
