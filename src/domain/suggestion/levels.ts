/** Levels of the fourteen domains as the tests of the lead read them, and what may be tried in place of one. */
import { DOMAIN_IDS, type DomainId, type Impact, type Severity } from "../framework/schema.ts";
import type { LeadFinding, LeadInputs } from "./lead.ts";

export interface Level {
  readonly severity: Severity;
  readonly impact: Impact | null;
  readonly weight: number;
}

/** In the order of the domains; null: no level. */
export type Levels = readonly (Level | null)[];

export const SEVERITIES = [0, 1, 2, 3, 4] as const;
export const IMPACTS = [1, 2, 3] as const;

export const levelAt = (severity: Severity, impact: Impact | null): Level => ({
  severity,
  impact: severity === 0 ? null : impact,
  weight: severity * (severity === 0 ? 0 : (impact ?? 0)),
});

/** Everything that a domain without a level could turn out to be. */
export const EVERY_LEVEL: readonly Level[] = SEVERITIES.flatMap((severity) =>
  severity === 0 ? [levelAt(0, null)] : IMPACTS.map((impact) => levelAt(severity, impact)),
);

export const findingsOf = ({ findings }: LeadInputs): ReadonlyMap<DomainId, LeadFinding> =>
  new Map(
    DOMAIN_IDS.flatMap((domain) => {
      const finding = findings[domain];
      return finding === undefined ? [] : [[domain, finding] as const];
    }),
  );

export const levelsOf = (findings: ReadonlyMap<DomainId, LeadFinding>): Levels =>
  DOMAIN_IDS.map((domain) => {
    const finding = findings.get(domain);
    return finding?.severity == null ? null : levelAt(finding.severity, finding.impact);
  });
