/** The leads that exist for a person, what each works on here, and whether its stated conditions are met. */
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { Day } from "../participant/codes.ts";
import type { Eligibility } from "./condition.ts";
import { explainConditions, explainOffer, OPENNESS, type Situation } from "./eligibility.ts";
import type { LeadInputs } from "./lead.ts";
import type { LeadKind } from "./lead-kinds.ts";
import type { Offer } from "./offer.ts";
import type { Intensity, LeadRule, SuggestionRules } from "./rules.ts";

/** One way in which a lead exists: as the framework says, or as one of its services says otherwise. */
export interface Variant {
  readonly intensity: Intensity;
  /** Up to which level it works, in the order of the domains; 0: it does not. */
  readonly upTo: readonly number[];
  readonly eligibility: Eligibility;
  readonly conditions: readonly string[];
  /** The service that says so, the first by id of those that say the same; null: the framework does. */
  readonly offer: Offer | null;
}

/** A service of a lead, as it works for this person. */
export interface LeadService extends Variant {
  readonly offer: Offer;
}

/** A lead that exists, in the order of the framework. */
export interface Runner {
  readonly kind: LeadKind;
  readonly order: number;
  /** Oriented the person within the last months; never said of the PLIE, where someone who came alone is not sent back. */
  readonly prescribed: boolean;
  /** Accompanies the person now. */
  readonly current: boolean;
  /** The most open first: those that may be chosen stand before the others. */
  readonly variants: readonly Variant[];
  /** Those among them that may be chosen. */
  readonly open: readonly Variant[];
  /** Up to which level one at least of those works, in the order of the domains. */
  readonly upTo: readonly number[];
  /** Its services that this person may go to; without any, those that may turn out to be open. One that a condition closes never stands for the lead. */
  readonly services: readonly LeadService[];
}

const byId = (one: Offer, other: Offer): number => (one.id < other.id ? -1 : 1);

const upTo = (works: readonly { readonly domain: string; readonly upTo: number }[]): readonly number[] =>
  DOMAIN_IDS.map((domain) =>
    works.reduce((most, work) => (work.domain === domain ? Math.max(most, work.upTo) : most), 0),
  );

/** What a service says wins over the framework. The PLIE has no upper bound: its record only adds to it. */
const worksOf = ({ works }: Offer, rule: LeadRule): Parameters<typeof upTo>[0] => {
  if (works.length === 0) return rule.works;
  return rule.kind === "plie" ? [...rule.works, ...works] : works;
};

const serviceOf = (offer: Offer, rule: LeadRule, situation: Situation): LeadService => ({
  offer,
  intensity: offer.intensity ?? rule.intensity,
  upTo: upTo(worksOf(offer, rule)),
  ...explainOffer(offer, situation, rule.conditions),
});

/** Services that say the same are one variant: a large directory adds nothing to what is tried over and over. */
const distinct = (variants: readonly Variant[]): readonly Variant[] => {
  const found = new Map<string, Variant>();
  for (const variant of variants) {
    const key = `${variant.eligibility}|${variant.intensity}|${variant.upTo.join()}`;
    if (!found.has(key)) found.set(key, variant);
  }
  return [...found.values()].sort((one, other) => OPENNESS[one.eligibility] - OPENNESS[other.eligibility]);
};

const isOpen = ({ eligibility }: Variant): boolean => eligibility === "eligible";

const receiving = (services: readonly LeadService[]): readonly LeadService[] => {
  const open = services.filter(isOpen);
  return open.length > 0 ? open : services.filter(({ eligibility }) => eligibility !== "excluded");
};

/** Some months earlier, to compare days with: the 31st of a shorter month stands after its last day and before the next month. */
const monthsBefore = (day: Day, months: number): string => {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const count = year * 12 + month - 1 - months;
  const two = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${two(Math.floor(count / 12), 4)}-${two((count % 12) + 1, 2)}${day.slice(7)}`;
};

const prescriberOf = ({ prescriber, asOf }: LeadInputs, rules: SuggestionRules): LeadKind | null => {
  if (prescriber === null || prescriber.lead === "plie") return null;
  return prescriber.on > monthsBefore(asOf, rules.prescriberMonths) ? prescriber.lead : null;
};

/** `offers`: those of the leads, open and reachable. A lead whose services are all out of the person's zone stays named, excluded. */
export const runnersOf = (
  inputs: LeadInputs,
  offers: readonly Offer[],
  rules: SuggestionRules,
  situation: Situation,
): readonly Runner[] => {
  const prescriber = prescriberOf(inputs, rules);
  return rules.leads.flatMap((rule, order): Runner[] => {
    const own = offers
      .filter(({ lead }) => lead === rule.kind)
      .sort(byId)
      .map((offer) => serviceOf(offer, rule, situation));
    if (!rule.always && own.length === 0) return [];
    const asStated: Variant = {
      intensity: rule.intensity,
      upTo: upTo(rule.works),
      ...explainConditions(rule.conditions, situation),
      offer: null,
    };
    // The framework speaks where no service of that lead is open to this person: a record of the territory wins over it.
    const variants = distinct(rule.always && !own.some(isOpen) ? [asStated, ...own] : own);
    const open = variants.filter(isOpen);
    return [
      {
        kind: rule.kind,
        order,
        prescribed: rule.kind === prescriber,
        current: inputs.facts.accompaniedBy === rule.kind,
        variants,
        open,
        upTo: DOMAIN_IDS.map((_, index) => Math.max(0, ...open.map((variant) => variant.upTo[index] ?? 0))),
        services: receiving(own),
      },
    ];
  });
};
