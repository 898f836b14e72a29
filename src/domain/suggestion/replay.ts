/** A stored lead computed again from what was stored with it. */
import type { Framework } from "../framework/schema.ts";
import { canonicalJson } from "../canonical-json.ts";
import { runnersOf } from "./candidates.ts";
import { situationOf } from "./eligibility.ts";
import { findLead } from "./find-lead.ts";
import type { Lead, LeadInputs } from "./lead.ts";
import type { Offer } from "./offer.ts";
import { readStoredLead } from "./read-stored-lead.ts";
import type { StoredLead } from "./stored-lead.ts";

/** The services that a lead names, proposes instead, asks to verify or excludes. */
const namedIn = ({ candidates, steps, relays, needs, excluded }: Lead): ReadonlySet<string> =>
  new Set([
    ...candidates.flatMap(({ services }) => services),
    ...[...steps, ...relays].flatMap(({ id, alternative }) => [id, ...(alternative === null ? [] : [alternative.id])]),
    ...needs.flatMap(({ toVerify }) => toVerify.map(({ service }) => service.id)),
    ...excluded.map(({ service }) => service.id),
  ]);

/** Those that say how a lead works for this person, further than the few that are named: the range and the smallest change read them too. */
const behindLeads = ({ suggestion }: Framework, inputs: LeadInputs, offers: readonly Offer[]): readonly string[] => {
  const leads = offers.filter(({ role, open, reachable }) => role === "lead" && open && reachable);
  return runnersOf(inputs, leads, suggestion, situationOf(inputs)).flatMap(({ open }) =>
    open.flatMap(({ offer }) => (offer === null ? [] : [offer.id])),
  );
};

/** What is frozen with a lead: the records, as they were read, of the services that it speaks of or stands on. */
export const frozenWith = (
  framework: Framework,
  inputs: LeadInputs,
  lead: Lead,
  offers: readonly Offer[],
): readonly Offer[] => {
  const kept = new Set([...namedIn(lead), ...behindLeads(framework, inputs, offers)]);
  return offers.filter(({ id }) => kept.has(id));
};

/**
 * What the frozen records are enough to find again. The directory as a whole is not kept with each lead: how many other services could
 * answer later, and which leads were full, cannot be.
 */
const replayable = (lead: Lead): string =>
  canonicalJson({
    first: lead.first,
    toDiscuss: lead.toDiscuss,
    concludedBy: lead.concludedBy,
    equivalents: lead.equivalents,
    lines: lead.lines,
    reinforced: lead.reinforced,
    toSettle: lead.toSettle,
    urgent: lead.urgent,
    robustness: lead.robustness,
    outcome: lead.outcome,
    steps: lead.steps,
    relays: lead.relays,
    answered: lead.needs
      .filter(({ by }) => by === "lead" || by === "step" || by === "relay")
      .map(({ domain }) => domain),
    excluded: lead.excluded,
  });

/** Whether the same framework and the stored inputs and records give the same bytes; `withdrawn`: nothing is left to compute it from. */
export const replayLead = (stored: StoredLead, framework: Framework): "same" | "different" | "withdrawn" => {
  const held = readStoredLead(stored);
  if (held === null) return "withdrawn";
  if (framework.version !== stored.frameworkVersion) return "different";
  const again = findLead(framework)(held.inputs, held.offers);
  return replayable(again) === replayable(held.lead) ? "same" : "different";
};
