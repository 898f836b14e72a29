/** What the lead reads of a service: the data·inclusion record, the local extension, and what is known today of places and delay. */
import type { DomainId } from "../framework/domains.ts";
import type { Condition } from "./condition.ts";
import type { LeadKind } from "./lead-kinds.ts";
import type { Intensity } from "./rules.ts";

/** *Piste* (référent unique) · *étape* (part of the PLIE's path, the référent stays) · *relais* (one need, beside the référent). */
export const OFFER_ROLES = ["lead", "step", "relay"] as const;
export type OfferRole = (typeof OFFER_ROLES)[number];

/** `situations` empty: every situation of the domain. */
export interface WorkedSituations {
  readonly domain: DomainId;
  readonly situations: readonly string[];
  readonly upTo: number;
}

export interface Offer {
  /** `{source}--{id}`, as data·inclusion writes it. */
  readonly id: string;
  readonly name: string;
  readonly structure: string;
  readonly role: OfferRole;
  /** For a lead: which; null otherwise. */
  readonly lead: LeadKind | null;
  /** For a lead: says otherwise than the framework; null: as the framework says. */
  readonly intensity: Intensity | null;
  /** A step in an insertion structure (IAE). */
  readonly iae: boolean;
  /** data·inclusion v1 themes. */
  readonly themes: readonly string[];
  /** What the local extension says it works on; a domain that it does not name is known by the themes. */
  readonly works: readonly WorkedSituations[];
  /** data·inclusion v1 publics: one that fits is enough; empty: everyone. */
  readonly publics: readonly string[];
  /** Stated in the local extension: all of them must be met. */
  readonly conditions: readonly Condition[];
  /** Codes of communes, départements, EPCI or countries, or `france`; null: everywhere. */
  readonly zone: readonly string[] | null;
  /** Open at a distance only: no way to go. */
  readonly remote: boolean;
  /** Where it receives, in millionths of a degree; null: not known. */
  readonly at: { readonly lat: number; readonly lon: number } | null;
  /** Places known today; 0: full; null: not known. */
  readonly places: number | null;
  /** Waiting time in days known today; null: not known. */
  readonly waitingDays: number | null;
  /** False once *plus joignable* was confirmed. */
  readonly reachable: boolean;
  /** False once it vanished from its source: kept, never proposed. */
  readonly open: boolean;
  /** Raised by each confirmed note about places, delay or reach. */
  readonly stateEdition: number;
}
