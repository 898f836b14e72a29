/** From what was observed in an action to what is proposed to the référent: never more than a proposal, and never over what they settled. */
import type { Severity } from "../framework/schema.ts";
import type { Day } from "../participant/codes.ts";
import type { Action, ActionBilan, Evidence, Observation } from "./records.ts";
import { OBSERVED_DOMAINS, OBSERVERS, type ObservedDomain } from "./codes.ts";
import type { ObservationCriterion, Observer } from "./rules.ts";

/** The last day of an action: the day that what was seen in it is dated. */
export const lastDayOf = (action: Pick<Action, "until">, bilan: Pick<ActionBilan, "lastDay">): Day =>
  bilan.lastDay ?? action.until;

const mostSerious = (seen: Evidence["seen"]): Severity =>
  seen.reduce<Severity>((worst, { level }) => (level > worst ? level : worst), 0);

/** What one observer saw that speaks to a domain, in the order of the grid. */
const seenIn = (
  criteria: readonly ObservationCriterion[],
  observations: readonly Observation[],
  domain: ObservedDomain,
  by: Observer,
): Evidence["seen"] =>
  criteria
    .filter((criterion) => criterion.domain === domain)
    .flatMap(({ id }) => {
      const found = observations.find((one) => one.criterion === id && one.by === by);
      return found === undefined ? [] : [{ criterion: id, level: found.level }];
    });

const sameSeen = (one: Evidence["seen"], other: Evidence["seen"]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const lastOf = (known: readonly Evidence[]): Evidence | undefined =>
  known.reduce<Evidence | undefined>(
    (last, one) => (last === undefined || one.edition > last.edition ? one : last),
    undefined,
  );

/** What becomes of the proposals of an action: those to write, and those that a bilan says no more. */
export interface Proposals {
  readonly put: readonly Evidence[];
  readonly drop: readonly Evidence[];
}

export interface Observed {
  readonly action: Pick<Action, "id" | "code" | "parcours" | "until">;
  readonly bilan: Pick<ActionBilan, "observations" | "lastDay">;
  readonly criteria: readonly ObservationCriterion[];
  /** What was proposed of this action before. */
  readonly known: readonly Evidence[];
}

const propose = (
  { action, bilan }: Observed,
  edition: number,
  of: Pick<Evidence, "domain" | "by" | "seen">,
): Evidence => ({
  kind: "evidence",
  schemaVersion: 1,
  id: `${action.id}.${of.domain}.${of.by}.${edition}`,
  action: action.id,
  edition,
  code: action.code,
  parcours: action.parcours,
  ...of,
  severity: mostSerious(of.seen),
  on: lastDayOf(action, bilan),
  state: "proposed",
  kept: null,
  settledBy: null,
  settledAt: null,
});

/** One domain seen by one observer. What was settled stays as it is: what is said otherwise since is proposed beside it. */
const becomes = (observed: Observed, domain: ObservedDomain, by: Observer): Proposals => {
  const known = observed.known.filter((one) => one.domain === domain && one.by === by);
  const waiting = known.filter(({ state }) => state === "proposed");
  const settled = lastOf(known.filter(({ state }) => state !== "proposed"));
  const seen = seenIn(observed.criteria, observed.bilan.observations, domain, by);
  const settledSo = settled !== undefined && sameSeen(settled.seen, seen);
  if (seen.length === 0 || settledSo) return { put: [], drop: waiting };
  const [waits] = waiting;
  if (waits !== undefined && sameSeen(waits.seen, seen)) return { put: [], drop: [] };
  return { put: [propose(observed, waits?.edition ?? (settled?.edition ?? 0) + 1, { domain, by, seen })], drop: [] };
};

/** Each domain that was observed, by each observer, is proposed once. */
export const proposalsOf = (observed: Observed): Proposals => {
  const each = OBSERVED_DOMAINS.flatMap((domain) => OBSERVERS.map((by) => becomes(observed, domain, by)));
  return { put: each.flatMap(({ put }) => put), drop: each.flatMap(({ drop }) => drop) };
};
