/** The service that answers one need best, wherever the lead puts that need: for news, where one is named whatever was chosen. */
import type { DomainId, Framework } from "../framework/schema.ts";
import { explainOffer, situationOf, type Situation } from "./eligibility.ts";
import type { LeadInputs } from "./lead.ts";
import { findingsOf, levelsOf } from "./levels.ts";
import { type Need, needsOf, themesOfDomains } from "./needs.ts";
import type { Offer } from "./offer.ts";
import { placed, type Placed, surveyOf, type Survey } from "./survey.ts";
import { standsBefore } from "./choose.ts";

const first = (services: readonly Placed[]): Placed | undefined =>
  services.reduce<Placed | undefined>(
    (best, service) => (best === undefined || standsBefore(service, best) ? service : best),
    undefined,
  );

/** Those with room before the others. */
const amongEligible = ({ steps, relays }: Survey, { bit }: Need): Placed | undefined => {
  const groups = [...steps.values(), ...relays.values()].filter(({ mask }) => (mask & bit) !== 0);
  return first(groups.flatMap(({ withRoom }) => withRoom ?? [])) ?? first(groups.map(({ best }) => best));
};

/** Services of the leads that work on it at its level and that no stated condition excludes. */
const amongLeads = (
  { leads }: Survey,
  need: Need,
  inputs: LeadInputs,
  situation: Situation,
  { suggestion }: Framework,
): Placed | undefined => {
  const worksOn = (offer: Offer): boolean => {
    const rule = suggestion.leads.find(({ kind }) => kind === offer.lead);
    if (rule === undefined) return false;
    const works = offer.works.length === 0 ? rule.works : offer.works;
    return (
      works.some(({ domain, upTo }) => domain === need.domain && upTo >= need.severity) &&
      explainOffer(offer, situation, rule.conditions).eligibility !== "excluded"
    );
  };
  return first(leads.filter(worksOn).map((offer) => placed(offer, inputs.from)));
};

/** Its id; undefined where no service answers. By distance, then delay, places and id. */
export const bestAnswer = (
  framework: Framework,
  inputs: LeadInputs,
  offers: readonly Offer[],
  domain: DomainId,
): string | undefined => {
  const { thresholds, suggestion } = framework;
  const findings = findingsOf(inputs);
  const needs = needsOf(findings, levelsOf(findings), themesOfDomains(framework), thresholds.needFromSeverity);
  const at = needs.findIndex((need) => need.domain === domain);
  const need = needs[at];
  if (need === undefined) return undefined;
  const situation = situationOf(inputs);
  const survey = surveyOf(offers, needs, suggestion.worksUpToUnlessSaid, situation, inputs.from);
  const best =
    amongEligible(survey, need) ??
    amongLeads(survey, need, inputs, situation, framework) ??
    first(survey.toVerify[at] ?? []);
  return best?.id;
};
