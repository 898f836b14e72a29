import type { Suggestion } from "../contracts/suggestion.ts";
import { goSameWay } from "../domain/suggestion/concordance.ts";
import type { Chosen, Flip, Lead, Named } from "../domain/suggestion/lead.ts";
import type { Recommendation } from "../domain/suggestion/stored-lead.ts";
import type { LeadView } from "../use-cases/see-lead.ts";
import type { Services } from "../use-cases/frame/services.ts";

const serviceOf = ({ id, name, structure, metres, waitingDays }: Named) => ({
  id,
  name,
  structure,
  metres,
  waitingDays,
});
type Where = NonNullable<Suggestion["lead"]["where"]>;

const reachOf = ({ contacts }: LeadView, id: string): Where["reach"] => {
  const contact = contacts.get(id);
  if (contact === undefined) return null;
  const { known, person, phone, email, link, howTo, precisions } = contact;
  return { known, person, phone, email, link, how: howTo ?? precisions };
};
const chosenOf = (view: LeadView, chosen: Chosen) => ({
  ...serviceOf(chosen),
  answers: chosen.answers,
  full: chosen.full,
  alternative: chosen.alternative === null ? null : serviceOf(chosen.alternative),
  // A full one is not the one to call today.
  reach: reachOf(view, chosen.full && chosen.alternative !== null ? chosen.alternative.id : chosen.id),
});
const whereOf = (view: LeadView): Where | null => {
  const { lead, offers } = view;
  if (lead.first === null || lead.first === "plie") return null;
  const [nearest] = lead.candidates.find(({ kind }) => kind === lead.first)?.services ?? [];
  const offer = offers.find(({ id }) => id === nearest);
  if (offer === undefined) return null;
  const { id, name, structure } = offer;
  // How far it is and how long it takes is not kept with the lead.
  return { id, name, structure, metres: null, waitingDays: null, reach: reachOf(view, id) };
};
const flipOf = ({ domain, from, to, impact, leadsTo }: Flip) => ({ domain, from, to, impact, leadsTo });

const leadOf = (lead: Lead, view: LeadView): Suggestion["lead"] => ({
  first: lead.first,
  toDiscuss: lead.toDiscuss,
  reinforced: lead.reinforced,
  equivalents: lead.equivalents,
  outcome: { kind: lead.outcome.kind, to: lead.outcome.kind === "reorient" ? lead.outcome.to : null },
  candidates: lead.candidates.map(({ kind, eligibility, conditions, prescribed, full, waitingDays }) => ({
    kind,
    eligibility,
    conditions,
    prescribed,
    full,
    waitingDays,
  })),
  where: whereOf(view),
  toSettle: lead.toSettle,
  urgentOpen: lead.urgent.length > 0,
  steps: lead.steps.map((step) => chosenOf(view, step)),
  relays: lead.relays.map((relay) => chosenOf(view, relay)),
  needs: lead.needs.map(({ domain, by, saturated }) => ({ domain, by, saturated })),
  robustness:
    lead.robustness === null
      ? null
      : { ...lead.robustness, flip: lead.robustness.flip === null ? null : flipOf(lead.robustness.flip) },
  excluded: lead.excluded.map(({ service, conditions }) => ({ service: serviceOf(service), conditions })),
});

const saidOf = ({ choice, why, at }: Recommendation["said"]) => ({ choice, why, at });

/** What the tab is told of a lead: codes, which the page puts in words. */
export const suggestionOf = ({ people }: Pick<Services, "people">, view: LeadView): Suggestion => {
  const { said, before, aside, code, round } = view.recommendation.doc;
  return {
    code,
    round,
    recommendation: {
      ...saidOf(said),
      by: people.byObjectId(said.by)?.name ?? null,
      before: before === null ? null : saidOf(before),
      aside: aside === null ? null : { reason: aside.reason, at: aside.at },
    },
    accompaniedBy: view.inputs.facts.accompaniedBy,
    agrees: goSameWay(said.choice, view.lead),
    lead: leadOf(view.lead, view),
    why: view.lead.lines.map((line) => ({ ...line, figures: { ...line.figures } })),
    versions: {
      framework: view.stored.frameworkVersion,
      directory: view.stored.directoryVersion,
      directoryNumber: view.directory?.number ?? null,
      fictional: view.directory?.fictional ?? false,
      asOf: view.stored.asOf,
    },
  };
};
