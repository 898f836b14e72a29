/**
 * *Passage de relais*: what a partner needs to receive someone, and what became of it. The référent stays responsible until the first
 * appointment was held. The head of the case keeps its dates for the clock.
 */
import { z } from "zod";
import { HANDOVER_KINDS } from "../participant/clock-facts.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { reviewId } from "../review/codes.ts";
import { leadKind } from "../suggestion/lead-kinds.ts";

/** Where a person is handed over to: a service of the directory, or a structure named by hand; its name as it was that day. */
export const recipient = z.strictObject({
  lead: leadKind.exclude(["plie"]).nullable(),
  service: z.string().nullable(),
  name: z.string(),
  /** Who to call, and how. */
  contact: z.string(),
});
export type Recipient = z.infer<typeof recipient>;

export const HANDOVER_ANSWERS = ["accepted", "refused", "expired"] as const;
/** Why a partner says no: half the value of a refusal is its reason. */
export const REFUSAL_REASONS = ["full", "notEligible", "incomplete", "otherNeed", "person", "other"] as const;
export const refusalReason = z.enum(REFUSAL_REASONS);
export type RefusalReason = z.infer<typeof refusalReason>;

/** One sending to one partner, and what came of it. */
export const sending = z.strictObject({
  to: recipient,
  on: day,
  remindedOn: day.nullable(),
  calledOn: day.nullable(),
  answer: z.enum(HANDOVER_ANSWERS).nullable(),
  reason: refusalReason.nullable(),
  words: z.string(),
  answeredOn: day.nullable(),
});
export type Sending = z.infer<typeof sending>;

export const HANDOVER_STATES = ["preparing", "sent", "accepted", "secured", "followed", "closed"] as const;

export const handover = z.strictObject({
  kind: z.literal("handover"),
  schemaVersion: z.literal(1),
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  edition: z.number().int().nonnegative(),
  what: z.enum(HANDOVER_KINDS),
  /** The review that decided it. */
  review: reviewId.nullable(),
  decidedOn: day,
  state: z.enum(HANDOVER_STATES),
  to: recipient.nullable(),
  /** Decided at the same time: where to go if the first says no or does not answer. */
  fallback: recipient.nullable(),
  /** What is useful to receive the person, and nothing more. */
  sheet: z.strictObject({
    asks: z.string(),
    helps: z.string(),
    useful: z.string(),
    practical: z.string(),
  }),
  /** The person read the sheet and agrees, or it is not sent. Read again after each change of the sheet or of the recipient. */
  agreed: z.strictObject({ on: day, by: memberId, edition: z.number().int().nonnegative() }).nullable(),
  sendings: z.array(sending).max(10),
  appointment: z.strictObject({ on: day, givenOn: day }).nullable(),
  /** Confirmed by the person, and by the partner: held once both said so. */
  held: z.strictObject({ byPerson: day.nullable(), byPartner: day.nullable() }),
  followed: z.strictObject({ on: day, still: z.enum(["yes", "no", "unknown"]) }).nullable(),
  by: memberId,
  at: instant,
});
export type Handover = z.infer<typeof handover>;
