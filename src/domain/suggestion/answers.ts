/** How each need is met: by the lead, a step, a relay; later; after a verification; or by nobody. */
import type { LeadService, Runner, Variant } from "./candidates.ts";
import { explainOffer, type Situation } from "./eligibility.ts";
import type { Lead, NeedAnswer } from "./lead.ts";
import type { Need } from "./needs.ts";
import { isFull, namedOf, type Placed, type Survey } from "./survey.ts";

/** What was settled before the needs are looked at one by one. */
export interface Settled {
  readonly needs: readonly Need[];
  readonly survey: Survey;
  readonly situation: Situation;
  readonly runners: readonly Runner[];
  /** The lead that comes first; null: none, or none that exists here. */
  readonly first: Runner | null;
  readonly bySteps: number;
  readonly byRelays: number;
}

const worksOn = ({ upTo }: Pick<Variant, "upTo">, { index, severity }: Need): boolean => severity <= (upTo[index] ?? 0);

/** Needs that the first lead works on itself, at their level: whichever of its services that are open to this person does. */
export const workedOnBy = (first: Runner | null, needs: readonly Need[]): number =>
  needs.reduce((mask, need) => (first !== null && worksOn(first, need) ? mask | need.bit : mask), 0);

/** Needs with an eligible service, and needs with an eligible service that has room. */
const reachOf = ({ steps, relays }: Survey): { readonly some: number; readonly room: number } => {
  let [some, room] = [0, 0];
  for (const group of [...steps.values(), ...relays.values()]) {
    some |= group.mask;
    if (group.withRoom !== null) room |= group.mask;
  }
  return { some, room };
};

/** Full wherever it receives, among these services of the lead. The PLIE's own places never enter. */
export const isFullFor = ({ kind }: Runner, services: readonly LeadService[]): boolean =>
  kind !== "plie" && services.length > 0 && services.every(({ offer }) => isFull(offer));

/** Every service of the lead that works on that need is full. */
const isSaturated = (lead: Runner, need: Need): boolean =>
  isFullFor(
    lead,
    lead.services.filter((service) => worksOn(service, need)),
  );

export const answersOf = (settled: Settled): readonly NeedAnswer[] => {
  const { needs, survey, first, bySteps, byRelays, runners } = settled;
  const { some, room } = reachOf(survey);
  const led = workedOnBy(first, needs);
  return needs.map((need, index): NeedAnswer => {
    const { domain, weight, themes, bit } = need;
    const verify = survey.toVerify[index] ?? [];
    const by =
      bySteps & bit
        ? "step"
        : byRelays & bit
          ? "relay"
          : led & bit
            ? "lead"
            : (some & bit) !== 0 || runners.some((runner) => worksOn(runner, need))
              ? "later"
              : verify.length > 0 || runners.some((runner) => mayWork(runner, need))
                ? "toVerify"
                : "unmet";
    const services = (some & bit) !== 0 && (room & bit) === 0;
    const saturated = by === "lead" ? first !== null && isSaturated(first, need) : services;
    const toVerify = by === "toVerify" ? verify.map((service) => stated(service, settled.situation)) : [];
    return { domain, weight, by, saturated, themes, toVerify };
  });
};

const mayWork = ({ variants }: Runner, need: Need): boolean =>
  variants.some((variant) => variant.eligibility !== "excluded" && worksOn(variant, need));

type Stated = Lead["excluded"][number];
const stated = (service: Placed, situation: Situation): Stated => ({
  service: namedOf(service),
  conditions: explainOffer(service.offer, situation).conditions,
});

/** Services that a stated condition excludes while they would answer a need, the first ones for each need, by id. */
export const excludedOf = ({ survey, situation }: Settled): Lead["excluded"] => {
  const services = new Map(survey.excluded.flat().map((service) => [service.id, service]));
  return [...services.values()]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((service) => stated(service, situation));
};
