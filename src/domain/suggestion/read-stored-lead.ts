/** What a stored lead holds, read back: its texts are ours, and are checked all the same. */
import { z } from "zod";
import { DOMAIN_STATES } from "../diagnostic/assessment.ts";
import { DOMAIN_IDS } from "../framework/domains.ts";
import { impact, severity } from "../framework/schema.ts";
import { day } from "../participant/codes.ts";
import { condition, ELIGIBILITIES } from "./condition.ts";
import { situationFacts } from "./facts.ts";
import { ANSWERED_BY, LINE_CODES, type Lead, type LeadInputs } from "./lead.ts";
import { leadKind } from "./lead-kinds.ts";
import { OFFER_ROLES, type Offer } from "./offer.ts";
import { intensity } from "./rules.ts";
import type { StoredLead } from "./stored-lead.ts";

const domain = z.enum(DOMAIN_IDS);
const count = z.number().int();
const point = z.strictObject({ lat: count, lon: count });
const texts = z.array(z.string());

const leadFinding = z.strictObject({
  state: z.enum(DOMAIN_STATES),
  severity: severity.nullable(),
  impact: impact.nullable(),
  priority: z.boolean(),
  situations: texts,
});

const inputs = z.strictObject({
  frameworkVersion: z.string(),
  directoryVersion: z.string(),
  asOf: day,
  findings: z.partialRecord(domain, leadFinding),
  bilanRecorded: z.boolean(),
  urgent: texts,
  facts: situationFacts,
  prescriber: z.strictObject({ lead: leadKind, on: day }).nullable(),
  birthDate: day.nullable(),
  commune: z.string().nullable(),
  from: point.nullable(),
  epci: z.string().nullable(),
});

const offer = z.strictObject({
  id: z.string(),
  name: z.string(),
  structure: z.string(),
  role: z.enum(OFFER_ROLES),
  lead: leadKind.nullable(),
  intensity: intensity.nullable(),
  iae: z.boolean(),
  themes: texts,
  works: z.array(z.strictObject({ domain, situations: texts, upTo: count })),
  publics: texts,
  conditions: z.array(condition),
  zone: texts.nullable(),
  remote: z.boolean(),
  at: point.nullable(),
  places: count.nullable(),
  waitingDays: count.nullable(),
  reachable: z.boolean(),
  open: z.boolean(),
  stateEdition: count,
});

const TESTS = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);
const line = z.strictObject({
  test: TESTS,
  concludes: z.boolean(),
  code: z.enum(LINE_CODES),
  figures: z.record(z.string(), z.number()),
  domains: z.array(domain),
});

const candidate = z.strictObject({
  kind: leadKind,
  eligibility: z.enum(ELIGIBILITIES),
  conditions: texts,
  ranked: z.boolean(),
  covered: count,
  of: count,
  equivalent: z.boolean(),
  prescribed: z.boolean(),
  full: z.boolean(),
  waitingDays: count.nullable(),
  services: texts,
});

const named = z.strictObject({
  id: z.string(),
  name: z.string(),
  structure: z.string(),
  metres: count.nullable(),
  waitingDays: count.nullable(),
  places: count.nullable(),
});
const chosen = named.extend({ answers: z.array(domain), full: z.boolean(), alternative: named.nullable() });
const conditioned = z.strictObject({ service: named, conditions: texts });

const robustness = z.strictObject({
  verdict: z.enum(["solid", "fragile"]),
  flip: z
    .strictObject({ domain, from: severity, to: severity, impact: impact.nullable(), leadsTo: leadKind })
    .nullable(),
  holdsOverRange: z.boolean(),
  exhaustive: z.boolean(),
});

const lead = z.strictObject({
  first: leadKind.nullable(),
  toDiscuss: z.boolean(),
  concludedBy: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(6)]),
  equivalents: z.array(leadKind),
  candidates: z.array(candidate),
  lines: z.array(line),
  reinforced: z.boolean(),
  toSettle: z.array(domain),
  urgent: texts,
  steps: z.array(chosen),
  relays: z.array(chosen),
  needs: z.array(
    z.strictObject({
      domain,
      weight: count,
      by: z.enum(ANSWERED_BY),
      saturated: z.boolean(),
      themes: texts,
      toVerify: z.array(conditioned),
    }),
  ),
  robustness: robustness.nullable(),
  outcome: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("stay") }),
    z.strictObject({ kind: z.literal("stayWithRelays") }),
    z.strictObject({ kind: z.literal("reorient"), to: leadKind }),
    z.strictObject({ kind: z.literal("toComplete") }),
  ]),
  excluded: z.array(conditioned),
});

export interface HeldLead {
  readonly inputs: LeadInputs;
  readonly offers: readonly Offer[];
  readonly lead: Lead;
}

/** Null once health was withdrawn from it: it holds nothing any more. */
export const readStoredLead = (stored: StoredLead): HeldLead | null =>
  stored.withdrawn
    ? null
    : {
        inputs: inputs.parse(JSON.parse(stored.inputs)),
        offers: z.array(offer).parse(JSON.parse(stored.offers)),
        lead: lead.parse(JSON.parse(stored.lead)),
      };
