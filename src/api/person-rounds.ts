/** The rounds of a diagnostic in codes and figures, for the page of a person. */
import type { PersonFinding, PersonRead, PersonRound } from "../contracts/person.ts";
import type { Finding } from "../domain/diagnostic/assessment.ts";
import { explain } from "../domain/diagnostic/explain.ts";
import {
  addressed,
  barriersByWeight,
  extent,
  extentByFamily,
  gaps,
  provisional,
  range,
  type Extent,
} from "../domain/diagnostic/figures.ts";
import { stateOf } from "../domain/diagnostic/findings.ts";
import { movement } from "../domain/diagnostic/movement.ts";
import { foundOf, saidAndSeen, type Heard } from "../domain/diagnostic/said-and-seen.ts";
import { DOMAIN_IDS, type DomainId, type Framework } from "../domain/framework/schema.ts";
import { findingsInForce, type RoundSeen } from "../use-cases/parts/read-rounds.ts";

/** A member's name; null once they left the team. */
export type NameOf = (memberId: string) => string | null;

const notedOf = (name: NameOf, framework: Framework, domain: DomainId, finding: Finding) => {
  const known = framework.domains.find(({ id }) => id === domain)?.situations ?? [];
  const { source } = finding;
  return {
    state: finding.state,
    severity: finding.severity,
    impact: finding.impact,
    priority: finding.priority,
    selfSeverity: finding.selfSeverity,
    situations: finding.situations.flatMap((id) => known.find((one) => one.id === id)?.label ?? []),
    strength: finding.strength,
    facts: finding.facts,
    source: source === null ? null : { kind: source.kind, by: name(source.by), on: source.on },
    by: name(finding.by),
    at: finding.at,
  };
};

const heardOf = (name: NameOf, heard: Heard | null): PersonFinding["said"] =>
  heard === null
    ? null
    : {
        kind: heard.source.kind,
        severity: heard.severity,
        impact: heard.impact,
        by: name(heard.source.by),
        on: heard.source.on,
      };

/** `upTo`: the evaluations until this one, itself included, the first first. */
const findingsOf = (
  name: NameOf,
  { framework, findings, earlier }: RoundSeen,
  upTo: readonly RoundSeen[],
): readonly PersonFinding[] => {
  const apart = new Map(gaps(findings, framework).map(({ domain, difference }) => [domain, difference]));
  return DOMAIN_IDS.flatMap((domain) => {
    const finding = findings.get(domain);
    if (finding === undefined) return [];
    const before = earlier.get(domain) ?? [];
    const { said, seen } = saidAndSeen(foundOf(upTo, domain));
    return [
      {
        domain,
        ...notedOf(name, framework, domain, finding),
        said: heardOf(name, said),
        seen: heardOf(name, seen),
        gap: apart.get(domain) ?? null,
        earlier: before.map((one) => notedOf(name, framework, domain, one)),
      },
    ];
  });
};

const figureOf = (found: Extent): PersonRound["extent"] =>
  found.kind === "figure" ? { numerator: found.numerator, denominator: found.denominator, value: found.value } : null;

const familiesOf = ({ framework, findings }: RoundSeen): PersonRound["families"] =>
  extentByFamily(findings, framework).map(({ family, extent: found }) => ({
    label: framework.families.find(({ id }) => id === family)?.label ?? family,
    extent: figureOf(found),
  }));

const rangeOf = ({ findings, counting }: RoundSeen): PersonRound["range"] => {
  const found = range(findings, counting);
  return found.kind === "range" ? { low: found.low, high: found.high, open: found.open } : null;
};

const movedSince = (before: RoundSeen | undefined, { findings }: RoundSeen): PersonRound["movement"] => {
  if (before === undefined) return null;
  const { domains, extent: whole } = movement(before.findings, findings);
  return { domains, over: whole.over.length, from: figureOf(whole.from), to: figureOf(whole.to) };
};

const viewOf = (name: NameOf, { round: { personView } }: RoundSeen): PersonRound["view"] =>
  personView === null ? null : { ...personView, by: name(personView.by) };

const roundOf = (name: NameOf, seen: RoundSeen, upTo: readonly RoundSeen[]): PersonRound => {
  const before = upTo.at(-2);
  const { round, framework, findings, counting } = seen;
  const { count, of } = addressed(findings, counting);
  return {
    number: round.round,
    openedOn: round.openedOn,
    metOn: round.metOn,
    closedOn: round.closedOn,
    synthesisOn: round.synthesisOn,
    version: round.frameworkVersion,
    view: viewOf(name, seen),
    addressed: { count, of },
    provisional: provisional(findings, framework, counting),
    extent: figureOf(extent(findings)),
    range: rangeOf(seen),
    families: familiesOf(seen),
    leftOut: explain("extent", findings, framework, counting).leftOut,
    findings: findingsOf(name, seen, upTo),
    difficulties: barriersByWeight(findings).map(({ domain }) => domain),
    movement: movedSince(before, seen),
  };
};

/** Null: the only evaluation says everything. */
export const inForceOf = (name: NameOf, rounds: readonly RoundSeen[]): PersonRead["inForce"] => {
  const latest = rounds.at(-1);
  if (latest === undefined || rounds.length < 2) return null;
  const findings = findingsInForce(rounds);
  return {
    findings: findingsOf(name, { ...latest, findings, earlier: new Map() }, rounds),
    difficulties: barriersByWeight(findings).map(({ domain }) => domain),
    carried: DOMAIN_IDS.filter(
      (domain) => stateOf(findings, domain) !== "notAddressed" && stateOf(latest.findings, domain) === "notAddressed",
    ),
  };
};

/** The last first. */
export const roundsOf = (name: NameOf, rounds: readonly RoundSeen[]): readonly PersonRound[] =>
  rounds.map((seen, index) => roundOf(name, seen, rounds.slice(0, index + 1))).reverse();
