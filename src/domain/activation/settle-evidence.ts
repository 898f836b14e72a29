/** What the référent does with what was observed: keep its level, give another one, leave it, or wait. */
import type { Finding, TypedInputs } from "../diagnostic/assessment.ts";
import type { Findings } from "../diagnostic/findings.ts";
import { blankFinding, frameworkDomain } from "../diagnostic/findings.ts";
import { impact, severity, type Framework, type Impact, type Severity } from "../framework/schema.ts";
import type { Day, Instant, MemberId } from "../participant/codes.ts";
import type { Evidence } from "./records.ts";
import { OBSERVED_DOMAINS, type ObservedDomain } from "./codes.ts";

export const LEAVE = "leave";
export const keepField = (domain: ObservedDomain): `keep_${ObservedDomain}` => `keep_${domain}`;
export const impactField = (domain: ObservedDomain): `impact_${ObservedDomain}` => `impact_${domain}`;
export const situationsField = (domain: ObservedDomain): `situations_${ObservedDomain}` => `situations_${domain}`;

/** One domain with what waits to be settled in it, and what is known of it already. */
export interface DomainSeen {
  readonly domain: ObservedDomain;
  readonly proposed: readonly Evidence[];
  /** What stands now: of the open evaluation, else of the one before. */
  readonly before: Finding;
}

const author = { by: "-", now: "" };
const untouched = (finding: Finding | undefined): boolean =>
  finding === undefined ||
  finding.state === "notAddressed" ||
  (finding.state === "toExplore" && finding.facts === "" && finding.strength === "");

const standing = (domain: ObservedDomain, current: Findings, previous: Findings | undefined): Finding => {
  const now = current.get(domain);
  return (untouched(now) ? previous?.get(domain) : now) ?? now ?? blankFinding("notAddressed", author);
};

export const domainsSeen = (
  proposed: readonly Evidence[],
  current: Findings,
  previous: Findings | undefined,
): readonly DomainSeen[] =>
  OBSERVED_DOMAINS.flatMap((domain) => {
    const here = proposed.filter((one) => one.domain === domain && one.state === "proposed");
    return here.length === 0 ? [] : [{ domain, proposed: here, before: standing(domain, current, previous) }];
  });

export type SettleProblem =
  | { readonly domain: ObservedDomain; readonly field: "keep"; readonly code: "levelUnknown" }
  | { readonly domain: ObservedDomain; readonly field: "impact"; readonly code: "missing" }
  | {
      readonly domain: ObservedDomain;
      readonly field: "situations";
      readonly code: "missing";
      readonly from: Severity;
    };

/** `level` null: left aside. */
export interface Settling {
  readonly seen: DomainSeen;
  readonly level: Severity | null;
  readonly impact: Impact | null;
  readonly situations: readonly string[];
}
export type SettleRead =
  | { readonly ok: true; readonly settled: readonly Settling[] }
  | { readonly ok: false; readonly problems: readonly SettleProblem[] };

const digit = (typed: string): number | null => (/^\d$/.test(typed.trim()) ? Number(typed) : null);

const situationsOf = (seen: DomainSeen, inputs: TypedInputs, framework: Framework): readonly string[] => {
  const named = (inputs[situationsField(seen.domain)] ?? "").split(",");
  const known = frameworkDomain(framework, seen.domain).situations.map(({ id }) => id);
  return known.filter((id) => named.includes(id) || seen.before.situations.includes(id));
};

const settlingOf = (
  seen: DomainSeen,
  inputs: TypedInputs,
  framework: Framework,
): { readonly settling: Settling | null; readonly problems: readonly SettleProblem[] } => {
  const { domain } = seen;
  const typed = (inputs[keepField(domain)] ?? "").trim();
  if (typed === "") return { settling: null, problems: [] };
  if (typed === LEAVE) return { settling: { seen, level: null, impact: null, situations: [] }, problems: [] };
  const level = severity.safeParse(digit(typed)).data;
  if (level === undefined) return { settling: null, problems: [{ domain, field: "keep", code: "levelUnknown" }] };
  const weight = impact.safeParse(digit(inputs[impactField(domain)] ?? "")).data ?? seen.before.impact;
  const situations = situationsOf(seen, inputs, framework);
  const from = frameworkDomain(framework, domain).situationRequiredFrom;
  const problems: SettleProblem[] = [];
  if (level > 0 && weight === null) problems.push({ domain, field: "impact", code: "missing" });
  if (from !== null && level >= from && situations.length === 0)
    problems.push({ domain, field: "situations", code: "missing", from });
  return { settling: { seen, level, impact: level === 0 ? null : weight, situations }, problems };
};

/** *Tout retenir*: a domain without a choice keeps the most serious level that was seen in it. */
export const keepingTheRest = (inputs: TypedInputs, seen: readonly DomainSeen[]): TypedInputs => ({
  ...inputs,
  ...Object.fromEntries(
    seen.flatMap(({ domain, proposed }) =>
      (inputs[keepField(domain)] ?? "").trim() === ""
        ? [[keepField(domain), String(Math.max(...proposed.map((one) => one.severity)))] as const]
        : [],
    ),
  ),
});

/** A domain without a choice goes on waiting. */
export const settlingFromInputs = (
  inputs: TypedInputs,
  seen: readonly DomainSeen[],
  framework: Framework,
): SettleRead => {
  const each = seen.map((one) => settlingOf(one, inputs, framework));
  const problems = each.flatMap((one) => one.problems);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, settled: each.flatMap(({ settling }) => settling ?? []) };
};

interface Author {
  readonly by: MemberId;
  readonly now: Instant;
}

/** The day of the latest thing seen among what is kept. */
const seenOn = ({ proposed }: DomainSeen): Day =>
  proposed.reduce((latest, { on }) => (on > latest ? on : latest), proposed[0]?.on ?? "");

/**
 * The level that was observed, and its weight; what was said, what helps, the situations and the person's own level stay. `priority` false: the
 * person holds as many others already.
 */
export const findingSeen = (
  { seen, level, impact: weight, situations }: Settling & { readonly level: Severity },
  { by, now }: Author,
  priority: boolean,
): Finding => ({
  ...seen.before,
  state: level === 0 ? "nothing" : "assessed",
  severity: level,
  impact: weight,
  priority: seen.before.priority && priority,
  situations: [...situations],
  source: { kind: "observe", by, on: seenOn(seen) },
  by,
  at: now,
});

/** *Retenir* where the level kept is the one that was seen, *ajuster* where it is another, *laisser* where none is. */
export const settledAs = (
  evidence: Evidence,
  { level, impact: weight }: Settling,
  round: number,
  { by, now }: Author,
): Evidence => ({
  ...evidence,
  state: level === null ? "left" : level === evidence.severity ? "confirmed" : "adjusted",
  kept: level === null ? null : { severity: level, impact: weight, round },
  settledBy: by,
  settledAt: now,
});
