/** The findings of one assessment round, read safely: a domain that is absent was not spoken of. */
import type { Framework, DomainId, Impact, Severity, FrameworkDomain } from "../framework/schema.ts";
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { Instant, MemberId } from "../participant/codes.ts";
import type { DomainState, Finding } from "./assessment.ts";

/** A domain that is absent was not spoken of, which is never a zero. */
export type Findings = ReadonlyMap<DomainId, Finding>;

/** What tells whether a domain has a level and counts as addressed: all that these rules read of a finding. */
export type StatesAndLevels = ReadonlyMap<DomainId, Pick<Finding, "state" | "severity">>;

/** `travail` is known by doing: without a level, it counts only once the bilan of the first action is recorded. */
export interface CountingRule {
  readonly bilanRecorded: boolean;
}

/** The domain whose level comes from what was observed or attested in an action. */
export const DOMAIN_KNOWN_BY_DOING: DomainId = "travail";

export const stateOf = (findings: StatesAndLevels, domain: DomainId): DomainState =>
  findings.get(domain)?.state ?? "notAddressed";

export const levelOf = (findings: StatesAndLevels, domain: DomainId): Severity | null =>
  findings.get(domain)?.severity ?? null;

/** True while the domain stays out of what is addressed and of the range: `travail`, without a level, before a first bilan. */
export const staysOut = (findings: StatesAndLevels, domain: DomainId, rule: CountingRule): boolean =>
  domain === DOMAIN_KNOWN_BY_DOING && levelOf(findings, domain) === null && !rule.bilanRecorded;

/** A domain with its level: what figures are made of. */
export interface Levelled {
  readonly domain: DomainId;
  readonly severity: Severity;
  readonly impact: Impact | null;
  readonly weight: number;
  readonly finding: Finding;
}

/** Severity × impact, 0 to 12; 0 at level 0; null without a level. */
export const weight = (finding: Finding): number | null =>
  finding.severity === null ? null : finding.severity * (finding.impact ?? 0);

/** Domains with a level (0 included), in the order of the framework. */
export const levelled = (findings: Findings): readonly Levelled[] =>
  DOMAIN_IDS.flatMap((domain) => {
    const finding = findings.get(domain);
    if (finding === undefined || finding.severity === null) return [];
    const { severity, impact } = finding;
    return [{ domain, severity, impact, weight: severity * (impact ?? 0), finding }];
  });

/** A finding that says nothing yet: neither level nor words. */
export const blankFinding = (
  state: "notAddressed" | "toExplore" | "declined" | "notApplicable",
  author: { readonly by: MemberId; readonly now: Instant },
): Finding => ({
  state,
  severity: null,
  impact: null,
  priority: false,
  situations: [],
  selfSeverity: null,
  strength: "",
  facts: "",
  source: null,
  by: author.by,
  at: author.now,
});

/** The framework's words and rules for a domain. The schema guarantees that each of the fourteen is there. */
export const frameworkDomain = (framework: Framework, domain: DomainId): FrameworkDomain => {
  const found = framework.domains.find((entry) => entry.id === domain);
  if (found === undefined) throw new Error(`the framework ${framework.version} has no domain ${domain}`);
  return found;
};
