/** Closed lists of actions: their fields, what is done with them, who observes what. */
import type { DOMAIN_IDS } from "../framework/domains.ts";

export const ACTION_FIELDS = [
  "type",
  "objective",
  "job",
  "host",
  "siret",
  "commune",
  "contact",
  "sameHost",
  "from",
  "until",
  "hoursPerWeek",
  "followUp",
  "postFree",
  "representative",
  "childcare",
  "meals",
  "transport",
  "signedOn",
  "why",
  "session",
  "reason",
  "words",
  "againOn",
] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

/** The two types that are none of the framework's kinds. */
export const PMSMP = "pmsmp";
export const PUT_OFF = "differee";
/** Of a collective action that is held without a session of ours. */
export const NO_SESSION = "none";

export const ACTION_MOVES = ["sign", "cancel"] as const;
export type ActionMove = (typeof ACTION_MOVES)[number];

/** What a host may speak to: work facts, and nothing of health, family, entourage or mobility. */
export const OBSERVED_DOMAINS = [
  "travail",
  "competences",
  "savoirs",
  "confiance",
  "projet",
] as const satisfies readonly (typeof DOMAIN_IDS)[number][];
export type ObservedDomain = (typeof OBSERVED_DOMAINS)[number];

/** Who observed: the host, the référent, the person. */
export const OBSERVERS = ["host", "referent", "person"] as const;
