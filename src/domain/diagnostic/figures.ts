/**
 * The figures of the method, over one person's findings, in integer arithmetic. None of them ranks people.
 * They read levels and weights only: no sex, age, origin, address or free text ever enters.
 */
import type { DomainId, FamilyId, Framework, Impact, Severity } from "../framework/schema.ts";
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { DomainState } from "./assessment.ts";
import type { CountingRule, Findings, StatesAndLevels } from "./findings.ts";
import { levelOf, levelled, stateOf, staysOut } from "./findings.ts";

export type { CountingRule, Findings } from "./findings.ts";
export { weight } from "./findings.ts";

const HEAVIEST = 12;

/** A figure from 0 to 100 with the fraction it comes from: value = 100 × numerator / denominator, halves rounded up. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
}

export const NOT_COMPUTABLE = { kind: "notComputable" } as const;
export type NotComputable = typeof NOT_COMPUTABLE;
export type Extent = NotComputable | (Ratio & { readonly kind: "figure"; readonly domains: number });
export type Range =
  | NotComputable
  /** `open`: the domains without a level that the range lets vary. */
  | { readonly kind: "range"; readonly low: Ratio; readonly high: Ratio; readonly open: readonly DomainId[] };

/** 100 × numerator / denominator, to the nearest integer, halves up, without leaving integers. */
const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator,
  denominator,
  value: Math.floor((200 * numerator + denominator) / (2 * denominator)),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const extentOver = (weights: readonly number[]): Extent =>
  weights.length === 0
    ? NOT_COMPUTABLE
    : { kind: "figure", ...ratio(sum(weights), HEAVIEST * weights.length), domains: weights.length };

/** *Ampleur des difficultés repérées*: over the domains with a level, 0 included. Not computable, never 0, without any. */
export const extent = (findings: Findings): Extent => extentOver(levelled(findings).map((entry) => entry.weight));

/** Over some domains only; those without a level do not count. */
export const extentAmong = (findings: Findings, domains: readonly DomainId[]): Extent =>
  extentOver(levelled(findings).flatMap((entry) => (domains.includes(entry.domain) ? [entry.weight] : [])));

export interface FamilyExtent {
  readonly family: FamilyId;
  readonly domains: readonly DomainId[];
  readonly extent: Extent;
}

/** The extent of each family, in the framework's order. */
export const extentByFamily = (findings: Findings, framework: Framework): readonly FamilyExtent[] =>
  framework.families.map(({ id }) => {
    const domains = framework.domains.filter((entry) => entry.family === id).map((entry) => entry.id);
    return { family: id, domains, extent: extentAmong(findings, domains) };
  });

/** Domains that the range lets vary: without a level, neither declined nor not applicable, and not staying out. */
export const openDomains = (findings: StatesAndLevels, rule: CountingRule): readonly DomainId[] =>
  DOMAIN_IDS.filter((domain) => {
    const state = stateOf(findings, domain);
    return (state === "notAddressed" || state === "toExplore") && !staysOut(findings, domain, rule);
  });

/** The extent if every domain without a level were at 0, and if each were at 4 with the heaviest impact. */
export const range = (findings: Findings, rule: CountingRule): Range => {
  const known = levelled(findings);
  const open = openDomains(findings, rule);
  const count = known.length + open.length;
  if (count === 0) return NOT_COMPUTABLE;
  const found = sum(known.map((entry) => entry.weight));
  return {
    kind: "range",
    low: ratio(found, HEAVIEST * count),
    high: ratio(found + HEAVIEST * open.length, HEAVIEST * count),
    open,
  };
};

export interface Addressed {
  readonly count: number;
  /** 14, or 13 while `travail` stays out. */
  readonly of: number;
  readonly done: readonly DomainId[];
  readonly missing: readonly DomainId[];
}

const ADDRESSED: Readonly<Record<DomainState, boolean>> = {
  notAddressed: false,
  toExplore: false,
  nothing: true,
  assessed: true,
  declined: true,
  notApplicable: true,
};

/** Domains that are spoken of, or that the person does not wish to speak of, or that do not apply. */
export const addressed = (findings: StatesAndLevels, rule: CountingRule): Addressed => {
  const counting = DOMAIN_IDS.filter((domain) => !staysOut(findings, domain, rule));
  const done = counting.filter((domain) => ADDRESSED[stateOf(findings, domain)]);
  return {
    count: done.length,
    of: counting.length,
    done,
    missing: counting.filter((domain) => !done.includes(domain)),
  };
};

/** True from the day enough domains are addressed for T0. */
export const t0Met = (findings: Findings, framework: Framework, rule: CountingRule): boolean =>
  addressed(findings, rule).count >= framework.thresholds.t0Addressed;

/** True while too few domains are addressed for a synthesis: everything derived is then *provisoire*. */
export const provisional = (findings: Findings, framework: Framework, rule: CountingRule): boolean =>
  addressed(findings, rule).count < framework.thresholds.synthesisAddressed;

export interface Barrier {
  readonly domain: DomainId;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly weight: number;
  readonly priority: boolean;
}

/** Domains from level 1, in the order of the synthesis: the person's priorities, then the heaviest, then the framework's order. */
export const barriersByWeight = (findings: Findings): readonly Barrier[] =>
  levelled(findings)
    .flatMap(({ domain, severity, impact, weight, finding }) =>
      severity === 0 || impact === null ? [] : [{ domain, severity, impact, weight, priority: finding.priority }],
    )
    .sort((one, other) => Number(other.priority) - Number(one.priority) || other.weight - one.weight);

/** What the person holds as most important, with or without a level, in the framework's order. */
export const priorities = (findings: Findings): readonly DomainId[] =>
  DOMAIN_IDS.filter((domain) => findings.get(domain)?.priority === true);

/** Domains where something already helps, in the framework's order, with the words recorded. */
export const strengths = (findings: Findings): readonly { readonly domain: DomainId; readonly text: string }[] =>
  DOMAIN_IDS.flatMap((domain) => {
    const text = findings.get(domain)?.strength.trim() ?? "";
    return text === "" ? [] : [{ domain, text }];
  });

export interface Gap {
  readonly domain: DomainId;
  readonly severity: Severity;
  readonly selfSeverity: Severity;
  /** severity − selfSeverity: positive where the référent sees more difficulty than the person says. */
  readonly difference: number;
}

/** Levels given by both voices that differ by the threshold or more: something to talk about, never averaged. */
export const gaps = (findings: Findings, framework: Framework): readonly Gap[] =>
  levelled(findings).flatMap(({ domain, severity, finding: { selfSeverity } }) => {
    if (selfSeverity === null) return [];
    const difference = severity - selfSeverity;
    return Math.abs(difference) >= framework.thresholds.gapFrom ? [{ domain, severity, selfSeverity, difference }] : [];
  });

export type FranceTravailImpact = "aucun" | "faible" | "fort";

/** A weight in France Travail's three words. Shown, and editable, before anything leaves the PLIE. */
export const toFranceTravailImpact = (
  weight: number,
  thresholds: Pick<Framework["thresholds"], "ftStrongFromWeight">,
): FranceTravailImpact => (weight <= 0 ? "aucun" : weight >= thresholds.ftStrongFromWeight ? "fort" : "faible");

/** Domains with a level both times, in the framework's order. */
export const levelledBothTimes = (previous: Findings, current: Findings): readonly DomainId[] =>
  DOMAIN_IDS.filter((domain) => levelOf(previous, domain) !== null && levelOf(current, domain) !== null);
