/**
 * What is kept of actions. Words that were typed (what is prepared, what was observed, what the person says of it) live here only; the head of
 * the case, events and counters hold dates and codes.
 */
import { z } from "zod";
import { impact, severity } from "../framework/schema.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { observedDomain, observer } from "./rules.ts";

const v1 = { schemaVersion: z.literal(1) };

/** Exactly one for an immersion (Code du travail, L. 5135-1). */
export const OBJECTIVES = ["discover", "confirm", "recruit"] as const;
export const objective = z.enum(OBJECTIVES);
export type Objective = z.infer<typeof objective>;

/** Why no action is chosen now. */
export const DEFERRALS = ["health", "family", "noOffer", "wish", "otherStep", "other"] as const;
export const deferral = z.enum(DEFERRALS);
export type Deferral = z.infer<typeof deferral>;

/** `planned` until its bilan; `done` once it has one; `cancelled` before it began. */
export const ACTION_STATES = ["planned", "done", "cancelled"] as const;

export const yesNo = z.enum(["yes", "no"]);
/** What may keep the person from going: settled, still to settle, or nothing to settle. */
export const SETTLINGS = ["settled", "toSettle", "none"] as const;
export const settling = z.enum(SETTLINGS);

/** Why an action did not take place: a code, never words. Refusing or stopping has no consequence. */
export const CANCEL_REASONS = ["person", "host", "unsigned", "other"] as const;
export const cancelReason = z.enum(CANCEL_REASONS);
export type CancelReason = z.infer<typeof cancelReason>;

/** A host structure, found again however its name is spelled: immersions there add up. */
export const host = z.strictObject({
  kind: z.literal("host"),
  ...v1,
  id: z.string(),
  name: z.string(),
  /** Other spellings that someone said to be the same structure. */
  aliases: z.array(z.string()).max(20),
  siret: z.string().nullable(),
  commune: z.string().nullable(),
  /** Who receives, and how to reach them. */
  contact: z.string(),
  at: instant,
});
export type Host = z.infer<typeof host>;

/** What is particular to an immersion. */
export const pmsmp = z.strictObject({
  objective,
  hostId: z.string(),
  hoursPerWeek: z.number().positive(),
  /** The job that is tried. */
  job: z.string(),
  /** The immersion that it goes on with, and why its objective was not met. */
  renews: z.strictObject({ action: z.string(), why: z.string() }).nullable(),
  /** *Convention signée par toutes les parties le…*; null: not yet, and it does not begin. */
  signedOn: day.nullable(),
  /** Under 18: the legal representative signs as well. */
  representative: yesNo.nullable(),
  /** The post is neither vacant, nor seasonal, nor someone's who is away. */
  postFree: yesNo,
  /** *Initier une démarche de recrutement*: what the host will do next; empty otherwise. */
  followUp: z.string(),
  /** Asked of the person, so that nothing keeps them from going. */
  childcare: settling,
  meals: settling,
  transport: settling,
});
export type Pmsmp = z.infer<typeof pmsmp>;

/** An action of one person. A collective one belongs to a session that others attend as well. */
export const action = z.strictObject({
  kind: z.literal("action"),
  ...v1,
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  /** Grows at each change. */
  edition: z.number().int().nonnegative(),
  /** `pmsmp`, or the id of a kind of collective action of the framework. */
  what: z.string(),
  state: z.enum(ACTION_STATES),
  /** Of what was cancelled. */
  cancelled: z.strictObject({ on: day, reason: cancelReason }).optional(),
  from: day,
  until: day,
  pmsmp: pmsmp.nullable(),
  /** The session of a collective action; null for an immersion. */
  session: z.string().nullable(),
  /** What is prepared with the three parties; empty while it is not. */
  preparation: z.strictObject({
    referent: z.string(),
    learn: z.string(),
    show: z.string(),
    observe: z.array(z.string()).max(20),
  }),
  /** Framework that it was planned with: its criteria are read from it. */
  frameworkVersion: z.string(),
  by: memberId,
  at: instant,
});
export type Action = z.infer<typeof action>;

/** *Différée*, with a reason: the words are here, the code in the event. */
export const actionDeferral = z.strictObject({
  kind: z.literal("actionDeferral"),
  ...v1,
  code: participantCode,
  parcours: z.number().int().positive(),
  on: day,
  reason: deferral,
  words: z.string(),
  /** When it is looked at again. */
  againOn: day,
  by: memberId,
  at: instant,
});
export type ActionDeferral = z.infer<typeof actionDeferral>;

export const BILAN_OUTCOMES = ["completed", "partial", "didNotShow"] as const;
export const bilanOutcome = z.enum(BILAN_OUTCOMES);
export type BilanOutcome = z.infer<typeof bilanOutcome>;

/** One thing seen: a criterion of the grid, by whom, at which of its five facts. */
export const observation = z.strictObject({ criterion: z.string(), by: observer, level: severity });
export type Observation = z.infer<typeof observation>;

export const actionBilan = z.strictObject({
  kind: z.literal("actionBilan"),
  ...v1,
  /** The action's. */
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  edition: z.number().int().positive(),
  outcome: bilanOutcome,
  /** Of what was done in part; null otherwise. */
  lastDay: day.nullable(),
  missedHours: z.number().int().nonnegative().nullable(),
  observations: z.array(observation).max(60),
  /** Work facts only. */
  facts: z.string(),
  /** Whether the person agrees with the bilan; their words are needed where they do not. */
  agreement: z.enum(["agrees", "partly", "disagrees", "notAsked"]),
  words: z.string(),
  /** A no-show is something to understand: what the person says of it, never a figure. */
  understood: z.string(),
  /** The objective was met: an immersion is renewed only where it was not. */
  objectiveMet: yesNo.nullable(),
  on: day,
  by: memberId,
  at: instant,
});
export type ActionBilan = z.infer<typeof actionBilan>;

/**
 * *Proposée*: what was observed in a domain, for the référent to confirm, adjust or leave. One for each domain and observer of an action; what a
 * later bilan says otherwise, once it was settled, is proposed in a next edition.
 */
export const EVIDENCE_STATES = ["proposed", "confirmed", "adjusted", "left"] as const;
export const evidence = z.strictObject({
  kind: z.literal("evidence"),
  ...v1,
  /** `<action>.<domain>.<observer>.<edition>`. */
  id: z.string(),
  action: z.string(),
  edition: z.number().int().positive(),
  code: participantCode,
  parcours: z.number().int().positive(),
  domain: observedDomain,
  by: observer,
  /** What was seen that speaks to the domain, each criterion at its level; the most serious of them gives the level proposed. */
  seen: z
    .array(z.strictObject({ criterion: z.string(), level: severity }))
    .min(1)
    .max(20),
  severity,
  /** The day that it was seen: the last of the action. */
  on: day,
  state: z.enum(EVIDENCE_STATES),
  /** What the référent kept, and in which round; null while proposed, or left. */
  kept: z.strictObject({ severity, impact: impact.nullable(), round: z.number().int().nonnegative() }).nullable(),
  settledBy: memberId.nullable(),
  settledAt: instant.nullable(),
});
export type Evidence = z.infer<typeof evidence>;

export const SESSION_PLACES_AT_MOST = 60;
/** A collective action held for several people at once. */
export const session = z.strictObject({
  kind: z.literal("session"),
  ...v1,
  id: z.string(),
  edition: z.number().int().nonnegative(),
  /** Id of a kind of the framework. */
  what: z.string(),
  title: z.string(),
  from: day,
  until: day,
  /** Of one day, in minutes. */
  minutes: z.number().int().positive(),
  place: z.string(),
  /** Who leads it, as it is printed; `leaderId` where it is someone of the team. */
  leader: z.string(),
  leaderId: memberId.nullable(),
  places: z.number().int().positive().max(SESSION_PLACES_AT_MOST),
  /** Those who are expected. */
  codes: z.array(participantCode).max(SESSION_PLACES_AT_MOST),
  /** Those who took part. Nothing is said of the others: what happened is understood with them, in their bilan. */
  came: z.array(participantCode).max(SESSION_PLACES_AT_MOST),
  state: z.enum(["open", "cancelled"]),
  by: memberId,
  at: instant,
});
export type Session = z.infer<typeof session>;
