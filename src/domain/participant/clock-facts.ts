/**
 * What the clock reads of a case, kept in its head: dates and codes only. What stands behind them (who said what, and why) is in documents of
 * their own.
 */
import { z } from "zod";
import { day, memberId, type Day } from "./codes.ts";

/** Why a parcours is suspended (method §6). */
export const PAUSE_REASONS = ["illness", "maternity", "hospital", "detention", "training"] as const;
export const pauseReason = z.enum(PAUSE_REASONS);
export type PauseReason = z.infer<typeof pauseReason>;
const OF_HEALTH: ReadonlySet<PauseReason> = new Set(["illness", "maternity", "hospital"]);
export const ofHealth = (reason: PauseReason | null): boolean => reason !== null && OF_HEALTH.has(reason);

/** *Parcours suspendu*: the clock stops from `from` (included) to `resumedOn` (excluded). `returnOn` is the date expected, null: not known. */
export const pause = z.strictObject({
  from: day,
  returnOn: day.nullable(),
  resumedOn: day.nullable(),
  /** Null: it was for health, and the person withdrew that it be noted. */
  reason: pauseReason.nullable(),
});
export type Pause = z.infer<typeof pause>;
export const PAUSES_AT_MOST = 20;

/** The first appointment as it was given; `missedOn`: the person did not come, or nobody could be there. */
export const appointment = z.strictObject({ on: day, missedOn: day.nullable() });

/** Ways to reach someone; `visit` is with a service of the commune, `prescriber` through who sent them. */
export const ATTEMPT_WAYS = ["call", "sms", "letter", "email", "visit", "prescriber"] as const;

/** *Aller vers*: opened by a missed first appointment, or by time when none was held. `reviewedOn`: the last time that what to do was looked at again. */
export const outreachClock = z.strictObject({
  openedOn: day,
  why: z.enum(["missed", "late"]),
  reviewedOn: day.nullable(),
  /** How to go on, and until when, as it was said that day. */
  goesOn: z.strictObject({ way: z.enum(ATTEMPT_WAYS), until: day }).optional(),
});

/** What became of the first action of this parcours. */
export const activationClock = z.strictObject({
  /** An action was planned. */
  chosenOn: day.nullable(),
  /** Put off with a reason, and looked at again on the day that was said. */
  deferredOn: day.nullable(),
  againOn: day.optional(),
  /** Last day of the soonest action that has no bilan yet. */
  endsOn: day.nullable(),
  /** The first action took place, at least in part. */
  doneOn: day.nullable(),
  /** The first bilan of an action that took place: from then on `travail` counts (method §2). */
  bilanOn: day.nullable(),
});

export const HANDOVER_KINDS = ["reorient", "relay"] as const;
/** *Passage de relais*: how far it is. The latest sending counts: what followed an earlier one stands in the hand-over's own document. */
export const handoverClock = z.strictObject({
  id: z.string(),
  kind: z.enum(HANDOVER_KINDS),
  /** *Passage urgent*: sent within two working days. */
  urgent: z.boolean().default(false),
  decidedOn: day,
  sentOn: day.nullable(),
  remindedOn: day.nullable(),
  calledOn: day.nullable(),
  /** The partner accepted; null: no answer yet, or refused and to be sent to the fallback. */
  acceptedOn: day.nullable(),
  /** The partner said no: the other destination is due now. */
  refusedOn: day.nullable().default(null),
  /** The other destination is prepared since that answer, or since none came; null: the first one. */
  nextSince: day.nullable().default(null),
  /** The first appointment with the partner: given for, then held. */
  appointmentOn: day.nullable(),
  heldOn: day.nullable(),
  /** *Toujours suivi·e ?* was answered. */
  followedOn: day.nullable(),
  /** A second study is asked: nothing is due until it is decided. */
  pausedOn: day.nullable(),
  /** Nothing is to be done any more: followed up, given up with the person, or undone by a second study. */
  closedOn: day.nullable(),
});
export type HandoverClock = z.infer<typeof handoverClock>;
export const HANDOVERS_AT_MOST = 20;

/** Who stands in for the référent of this case, from (included) to (included). */
export const substitute = z.strictObject({ memberId, from: day, until: day });
export type Substitute = z.infer<typeof substitute>;

/** How a parcours ends without a cell (method §6). */
export const ENDINGS = [
  "lastingJob",
  "transitionJob",
  "training",
  "movedAway",
  "request",
  "noNews",
  "retirement",
  "death",
  "notEligible",
] as const;
export const ending = z.enum(ENDINGS);
export type Ending = z.infer<typeof ending>;

/** Which door stays open when someone is closed; the words that were written stand with the ending's own document. */
export const DOORS = ["comeBack", "prescriber", "partner", "none"] as const;

const wayOut = z.strictObject({ how: ending, door: z.enum(DOORS), on: day, by: memberId });
/** `wayOut`: a death that was noted once the parcours had ended; how it had ended, null: as a cell decided. The first way out is the one that counts. */
const ended = wayOut.extend({ wayOut: wayOut.nullable().optional() }).nullable();

/** How a parcours ended without a cell, whatever happened since; null: it did not. */
export const firstEnding = ({ ended: last }: { readonly ended: z.infer<typeof ended> }) =>
  last?.wayOut === undefined ? last : last.wayOut;

/** Nothing is due any more, written to them or sent about them. */
export const hasDied = ({ ended }: { readonly ended: { readonly how: Ending } | null }): boolean =>
  ended?.how === "death";

/** ESF+ questionnaires that are signed; null: not yet. Nobody is asked anything before the first interview was held. */
const esfClock = z.strictObject({ entryOn: day.nullable(), exitOn: day.nullable(), laterOn: day.nullable() });

/** Why a file that is no longer used is kept in a restricted archive (CNIL 2021-028): nothing else is a ground. */
export const ARCHIVE_GROUNDS = ["legalObligation", "litigation"] as const;

/** *Dossier archivé*, then *effacé*: nothing is due, listed or opened any more. */
const retired = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("archived"), on: day, by: memberId, ground: z.enum(ARCHIVE_GROUNDS) }),
  z.strictObject({ as: z.literal("erased"), on: day, by: memberId }),
]);

/** Fields of the head of a case that the clock reads; each one has its default, so that a head of before is read as well. */
export const clockFields = {
  firstContactOn: day.nullable().default(null),
  appointment: appointment.nullable().default(null),
  outreach: outreachClock.nullable().default(null),
  activation: activationClock.nullable().default(null),
  handovers: z.array(handoverClock).max(HANDOVERS_AT_MOST).default([]),
  pauses: z.array(pause).max(PAUSES_AT_MOST).default([]),
  substitute: substitute.nullable().default(null),
  /** *Point à trois mois*, after *poursuite*: the next one; null outside the path. */
  followUpOn: day.nullable().default(null),
  /** Six months after an exit to employment: null: nothing is asked. `doneOn`: it was answered. */
  afterExit: z.strictObject({ from: day, doneOn: day.nullable() }).nullable().default(null),
  ended: ended.default(null),
  /** The latest interview, assessment, action, appointment held or answered attempt. */
  lastContactOn: day.nullable().default(null),
  esf: esfClock.nullable().default(null),
  /** A document that attests the exit (contract, statement) was received at the PLIE; null: not yet, or none is asked. */
  exitProofOn: day.nullable().default(null),
  /** What the person asked of what is noted about them: the soonest day on which an answer is due; null: nothing waits. */
  rightsDueOn: day.nullable().default(null),
  retired: retired.nullable().default(null),
} as const;

/** A parcours that begins: nothing has happened yet. */
export const freshClock = {
  firstContactOn: null,
  appointment: null,
  outreach: null,
  activation: null,
  handovers: [],
  pauses: [],
  substitute: null,
  followUpOn: null,
  afterExit: null,
  ended: null,
  lastContactOn: null,
  esf: null,
  exitProofOn: null,
  rightsDueOn: null,
  retired: null,
} satisfies { readonly [K in keyof typeof clockFields]: z.infer<(typeof clockFields)[K]> };

/** The head once the person was met, heard or reached that day: the latest contact never goes back. */
export const touched = <Head extends { readonly lastContactOn: Day | null }>(head: Head, on: Day): Head => ({
  ...head,
  lastContactOn: head.lastContactOn === null || head.lastContactOn < on ? on : head.lastContactOn,
});
