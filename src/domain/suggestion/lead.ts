/**
 * What the lead is made of, and what it says. Plain values only, in one order: the same inputs give the same bytes.
 * No sex, origin, nationality, address or free text has a place here.
 */
import type { DomainId } from "../framework/domains.ts";
import type { DomainState } from "../diagnostic/assessment.ts";
import type { Impact, Severity } from "../framework/schema.ts";
import type { Day } from "../participant/codes.ts";
import type { Eligibility } from "./condition.ts";
import type { SituationFacts } from "./facts.ts";
import type { LeadKind } from "./lead-kinds.ts";
import type { Offer } from "./offer.ts";

/** What a lead reads of a finding. */
export interface LeadFinding {
  readonly state: DomainState;
  readonly severity: Severity | null;
  readonly impact: Impact | null;
  readonly priority: boolean;
  readonly situations: readonly string[];
}

export interface LeadInputs {
  readonly frameworkVersion: string;
  /** The version of the directory, with the edition of what is known of places and delays. */
  readonly directoryVersion: string;
  readonly asOf: Day;
  /** Domains not spoken of are absent. */
  readonly findings: Readonly<Partial<Record<DomainId, LeadFinding>>>;
  readonly bilanRecorded: boolean;
  /** Ids of the urgent points that are open. */
  readonly urgent: readonly string[];
  readonly facts: SituationFacts;
  /** Who oriented the person, as a lead, and when; null: by none of the seven. */
  readonly prescriber: { readonly lead: LeadKind; readonly on: Day } | null;
  /** For eligibility only. */
  readonly birthDate: Day | null;
  /** INSEE code: for eligibility (zone) and the distance of relays only. */
  readonly commune: string | null;
  /** The centre of that commune, in millionths of a degree. */
  readonly from: { readonly lat: number; readonly lon: number } | null;
  /** The code of the EPCI of the PLIE, when its communes are its; null otherwise. */
  readonly epci: string | null;
}

/** What an ordered test may say. */
export const LINE_CODES = [
  "wishesNoSearch",
  "wishNotKnown",
  "wishDeclined",
  "seeks",
  "tooFewAddressed",
  "differsOverRange",
  "holdsOverRange",
  "noNeed",
  "someNeed",
  "manyLight",
  "fewLight",
  "reinforced",
  "notReinforced",
  "coverage",
] as const;

/** One line of the reasoning: an ordered test, whether it concluded, and the figures it read. Words come from the wording. */
export interface TestLine {
  readonly test: 1 | 2 | 3 | 4 | 5 | 6;
  readonly concludes: boolean;
  readonly code: (typeof LINE_CODES)[number];
  readonly figures: Readonly<Record<string, number>>;
  readonly domains: readonly DomainId[];
}

export interface Candidate {
  readonly kind: LeadKind;
  readonly eligibility: Eligibility;
  /** The stated conditions that exclude it, are not acquired yet or are to be verified. */
  readonly conditions: readonly string[];
  /** Ranked: eligible and, where reinforcement is called for, *renforcé*. */
  readonly ranked: boolean;
  /** Weight of the core needs that it works on at their level, over the weight of the core needs (0 over 0: all). */
  readonly covered: number;
  readonly of: number;
  readonly equivalent: boolean;
  /** Oriented the person within the last months: never first. */
  readonly prescribed: boolean;
  /** Every open service of this lead is full. Never true of the PLIE: its places do not enter. */
  readonly full: boolean;
  /** The shortest known delay among its services, in days. */
  readonly waitingDays: number | null;
  /** Its open services near the person, nearest first, at most three. */
  readonly services: readonly string[];
}

/** A service as the lead names it: frozen with the lead. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly structure: string;
  /** Metres as the crow flies from the centre of the commune; null: at a distance, or not known. */
  readonly metres: number | null;
  readonly waitingDays: number | null;
  readonly places: number | null;
}

/** A service chosen for one or several needs, and the one that has room when it is full. */
export interface Chosen extends Named {
  readonly answers: readonly DomainId[];
  readonly full: boolean;
  readonly alternative: Named | null;
}

/** What meets a need. `later`: services exist, it is no priority of today. */
export const ANSWERED_BY = ["lead", "step", "relay", "later", "toVerify", "unmet"] as const;

/** How a need is met, in the order of the domains. */
export interface NeedAnswer {
  readonly domain: DomainId;
  readonly weight: number;
  readonly by: (typeof ANSWERED_BY)[number];
  /** Every service that answers is full. */
  readonly saturated: boolean;
  /** Themes that would answer; counted by theme when unmet or saturated. */
  readonly themes: readonly string[];
  /** To be verified: the services and the conditions stated. */
  readonly toVerify: readonly { readonly service: Named; readonly conditions: readonly string[] }[];
}

/** The smallest change of one domain that changes the first lead. */
export interface Flip {
  readonly domain: DomainId;
  readonly from: Severity;
  readonly to: Severity;
  /** The weight given to a level that starts from 0; null where it is kept or none. */
  readonly impact: Impact | null;
  readonly leadsTo: LeadKind;
}

export interface Robustness {
  readonly verdict: "solid" | "fragile";
  /** Null: no change of one domain alone changes the lead. */
  readonly flip: Flip | null;
  readonly holdsOverRange: boolean;
  /** False: *non exhaustif*. */
  readonly exhaustive: boolean;
}

export type Outcome =
  | { readonly kind: "stay" }
  | { readonly kind: "stayWithRelays" }
  | { readonly kind: "reorient"; readonly to: LeadKind }
  | { readonly kind: "toComplete" };

export interface Lead {
  /** Null: no reliable lead, the diagnostic is to be completed. */
  readonly first: LeadKind | null;
  /** Test 1: to discuss with the person. */
  readonly toDiscuss: boolean;
  /** Which test concluded. */
  readonly concludedBy: 1 | 2 | 3 | 4 | 6;
  readonly equivalents: readonly LeadKind[];
  readonly candidates: readonly Candidate[];
  readonly lines: readonly TestLine[];
  readonly reinforced: boolean;
  /** Domains that would settle it; empty where there is a lead. */
  readonly toSettle: readonly DomainId[];
  readonly urgent: readonly string[];
  readonly steps: readonly Chosen[];
  readonly relays: readonly Chosen[];
  readonly needs: readonly NeedAnswer[];
  /** Null without a reliable lead. */
  readonly robustness: Robustness | null;
  readonly outcome: Outcome;
  /** Services that a stated condition excludes while they would answer a need, with the condition. */
  readonly excluded: readonly { readonly service: Named; readonly conditions: readonly string[] }[];
}

/** What computes a lead: pure. */
export type FindLead = (inputs: LeadInputs, offers: readonly Offer[]) => Lead;
