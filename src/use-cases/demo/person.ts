import { DOMAIN_IDS, type DomainId } from "../../domain/framework/domains.ts";
import type { SituationFacts } from "../../domain/suggestion/facts.ts";
import type { LeadKind } from "../../domain/suggestion/lead-kinds.ts";
import type { DemoFile } from "./file.ts";
import type { DemoReview } from "./review.ts";

export interface DemoLevel {
  readonly domain: DomainId;
  readonly severity: number;
  readonly impact: number;
  readonly self: number;
  readonly priority: boolean;
  readonly strength: string;
  readonly facts: string;
  /** Ids of the framework: what happens in fact. */
  readonly situations: readonly string[];
}

/** A fictional person of the demo. */
export interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly commune: string;
  /** Which kind of partner oriented them; the first of the PLIE's prescribers otherwise. */
  readonly sentBy: LeadKind;
  readonly orientedDaysAgo: number;
  /** Null: not received yet. */
  readonly enteredDaysAgo: number | null;
  /** Whether they agree that their health be noted. */
  readonly health: "notAsked" | "agreed" | "refused";
  readonly levels: readonly DemoLevel[];
  /** Domains with nothing to report. */
  readonly nothing: readonly DomainId[];
  /** What was asked of their situation; null: nothing yet. */
  readonly situation: Partial<SituationFacts> | null;
  /** How their case was put to a cell; absent: it was not. */
  readonly review?: DemoReview;
  /** How complete their file is; absent: nothing was begun. */
  readonly file?: DemoFile;
}

/** Nothing to report anywhere else: whoever was asked about everything has a short list of what is left. */
export const allBut = (...domains: readonly DomainId[]): readonly DomainId[] =>
  DOMAIN_IDS.filter((domain) => !domains.includes(domain));

export const level = (
  domain: DomainId,
  [severity, impact, self]: readonly [number, number, number],
  strength: string,
  facts: string,
  situations: readonly string[] = [],
  priority = false,
): DemoLevel => ({ domain, severity, impact, self, strength, facts, situations, priority });
