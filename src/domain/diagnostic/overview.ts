/** *Tour d'horizon*: one choice for each domain, in two minutes, and which domain comes next. */
import type { DomainId, Framework } from "../framework/schema.ts";
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { HealthAgreement } from "../participant/case-file.ts";
import type { Day, Instant, MemberId } from "../participant/codes.ts";
import type { DomainState, Finding } from "./assessment.ts";
import { DOMAIN_STATES, domainState } from "./assessment.ts";
import type { Findings } from "./findings.ts";
import { blankFinding, frameworkDomain, stateOf } from "./findings.ts";

/** The five choices, and `assessed`, which keeps the level that the line shows. */
export const OVERVIEW_CHOICES = DOMAIN_STATES;
export const overviewChoice = domainState;
export type OverviewChoice = DomainState;

export interface OverviewContext {
  readonly framework: Framework;
  readonly health: HealthAgreement;
  readonly by: MemberId;
  readonly now: Instant;
  readonly today: Day;
}

/** Why a line stays as it was. `levelNeedsEvidence`: this domain's level comes from what was observed or attested. */
export type NotApplied = {
  readonly domain: DomainId;
  readonly code: "healthNotAsked" | "healthRefused" | "levelNeedsEvidence" | "noLevelYet";
};

export interface OverviewResult {
  /** Only what changes. */
  readonly changed: Findings;
  readonly notApplied: readonly NotApplied[];
}

/** The state in which health stays until the person agrees that it be noted; null once they did. */
export const closedHealthState = (health: HealthAgreement): "notAddressed" | "declined" | null =>
  health === "agreed" ? null : health === "notAsked" ? "notAddressed" : "declined";

const healthLine = (
  current: Findings,
  choice: OverviewChoice | undefined,
  context: OverviewContext,
): OverviewResult => {
  const state = closedHealthState(context.health) ?? "notAddressed";
  const changed: Findings =
    stateOf(current, "sante") === state ? new Map() : new Map([["sante", blankFinding(state, context)]]);
  const code = context.health === "notAsked" ? "healthNotAsked" : "healthRefused";
  return { changed, notApplied: choice === undefined || choice === state ? [] : [{ domain: "sante", code }] };
};

/** *Rien à signaler* and *À creuser* keep the words already recorded; the other choices say that nothing is held. */
const chosen = (choice: Exclude<OverviewChoice, "assessed">, previous: Finding, context: OverviewContext): Finding => {
  const { by, now, today } = context;
  if (choice === "nothing")
    return {
      ...previous,
      state: "nothing",
      severity: 0,
      impact: null,
      situations: [],
      source: { kind: "dit", by, on: today },
      by,
      at: now,
    };
  if (choice === "toExplore") return { ...previous, state: "toExplore", severity: null, impact: null, by, at: now };
  return blankFinding(choice, context);
};

const refusal = (
  domain: DomainId,
  choice: OverviewChoice,
  current: Findings,
  framework: Framework,
): NotApplied["code"] | null => {
  if (choice === "assessed") return "noLevelYet";
  const spokenOnly = choice === "nothing" && !frameworkDomain(framework, domain).sources.includes("dit");
  return spokenOnly ? "levelNeedsEvidence" : null;
};

/** Applies the choices of the overview. A line without a choice, or whose choice says what is already recorded, does not change. */
export const applyOverview = (
  current: Findings,
  choices: ReadonlyMap<DomainId, OverviewChoice>,
  context: OverviewContext,
): OverviewResult => {
  const changed = new Map<DomainId, Finding>();
  const notApplied: NotApplied[] = [];
  for (const domain of DOMAIN_IDS) {
    const choice = choices.get(domain);
    if (domain === "sante" && context.health !== "agreed") {
      const health = healthLine(current, choice, context);
      health.changed.forEach((finding, id) => changed.set(id, finding));
      notApplied.push(...health.notApplied);
      continue;
    }
    if (choice === undefined || choice === stateOf(current, domain)) continue;
    const code = refusal(domain, choice, current, context.framework);
    if (code !== null || choice === "assessed") notApplied.push({ domain, code: code ?? "noLevelYet" });
    else {
      const previous = current.get(domain) ?? blankFinding("notAddressed", context);
      changed.set(domain, chosen(choice, previous, context));
    }
  }
  return { changed, notApplied };
};

/** The next domain *à creuser* after the given one, going round once; undefined when no other is left. */
export const nextToExplore = (findings: Findings, after?: DomainId): DomainId | undefined => {
  const start = after === undefined ? 0 : DOMAIN_IDS.indexOf(after) + 1;
  return [...DOMAIN_IDS.slice(start), ...DOMAIN_IDS.slice(0, start)].find(
    (domain) => domain !== after && stateOf(findings, domain) === "toExplore",
  );
};
