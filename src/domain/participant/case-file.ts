/** The head of a case: where a person stands in their parcours. Holds codes, states and dates; no name, no free text about the person. */
import { z } from "zod";
import { domainId } from "../framework/schema.ts";
import { reviewId } from "../review/codes.ts";
import { destination, reviewOutcome } from "../review/outcomes.ts";
import { clockFields, freshClock } from "./clock-facts.ts";
import { day, instant, memberId, participantCode } from "./codes.ts";

/** orienté · entré · décidé (relais en cours) · en parcours · réorienté · sorti · annulé. */
export const CASE_STATUSES = ["oriented", "entered", "decided", "inPath", "reoriented", "left", "cancelled"] as const;
export const caseStatus = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof caseStatus>;

/** Whether the person agrees that `sante` be noted. */
export const healthAgreement = z.enum(["notAsked", "agreed", "refused", "withdrawn"]);
export type HealthAgreement = z.infer<typeof healthAgreement>;

export const answer = z.enum(["yes", "no", "unknown"]);
export type Answer = z.infer<typeof answer>;

/** A flag, never a point: who was called, by whom, is asked until it is done. */
export const urgentFlag = z.strictObject({
  id: z.string(),
  raisedAt: instant,
  raisedBy: memberId,
  /** Who called stands with the case's drafts, as typed: no free text here. */
  done: z.strictObject({ on: day, by: memberId }).nullable(),
});
export type UrgentFlag = z.infer<typeof urgentFlag>;

/** Where the référent stopped, so that another day or another device resumes exactly there. */
export const place = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("overview") }),
  z.strictObject({ at: z.literal("domain"), domain: domainId }),
]);
export type Place = z.infer<typeof place>;

export const caseFile = z.strictObject({
  kind: z.literal("case"),
  schemaVersion: z.literal(1),
  code: participantCode,
  /** Grows by one at each command; an event's id is code + edition. */
  edition: z.number().int().nonnegative(),
  /** 1 for a first parcours; a person who comes back has a parcours 2. */
  parcours: z.number().int().positive(),
  referentId: memberId,
  status: caseStatus,
  orientedOn: day,
  rightToWork: answer,
  willing: answer,
  entry: z.strictObject({ on: day, noticeOn: day, interpreter: z.boolean() }).nullable(),
  health: healthAgreement,
  /** The open assessment round: 0 for T0, 1 for T1…; null before entry. */
  round: z.number().int().nonnegative().nullable(),
  place: place.nullable(),
  /** At most one flag for each urgent point of the framework. */
  urgent: z.array(urgentFlag).max(20),
  cancelled: z.strictObject({ reason: z.enum(["error", "duplicate", "request"]), on: day, by: memberId }).nullable(),
  mergedInto: participantCode.nullable(),
  /** The review that studies the case now; null: none. */
  review: reviewId.nullable().default(null),
  /** What a cell last decided, or the chargé de projet in the short circuit. */
  decided: z
    .strictObject({
      review: reviewId,
      outcome: reviewOutcome,
      to: destination.nullable(),
      on: day,
      by: memberId,
    })
    .nullable()
    .default(null),
  /** *Diagnostic à compléter* was decided, once: until when. */
  toComplete: z.strictObject({ on: day, until: day }).nullable().default(null),
  ...clockFields,
});
export type CaseFile = z.infer<typeof caseFile>;

/** Nothing happened yet, or nothing is left of what did. */
export const blankFile = {
  ...{ entry: null, health: "notAsked", round: null, place: null, urgent: [], cancelled: null, mergedInto: null },
  ...{ review: null, decided: null, toComplete: null },
  ...freshClock,
} satisfies Partial<CaseFile>;

/** One closed or open parcours of a person, kept when a next one begins. */
export const pastParcours = z.strictObject({
  kind: z.literal("pastParcours"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  head: caseFile,
  closedOn: day,
});
export type PastParcours = z.infer<typeof pastParcours>;
