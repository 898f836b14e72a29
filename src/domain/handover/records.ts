/**
 * *Passage de relais*: what a partner needs to receive someone, and what became of it. The référent stays responsible until the first
 * appointment was held. The head of the case keeps its dates for the clock.
 */
import { z } from "zod";
import { domainId } from "../framework/schema.ts";
import { HANDOVER_KINDS } from "../participant/clock-facts.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { meetingId, reviewId } from "../review/codes.ts";
import { leadKind } from "../suggestion/lead-kinds.ts";

/** Where a person is handed over to: a service of the directory, or a structure named by hand; its name as it was that day. */
export const recipient = z.strictObject({
  /** Who accompanies from there on; null: a relay, beside the référent. */
  lead: leadKind.exclude(["plie"]).nullable(),
  service: z.string().nullable(),
  name: z.string(),
  /** Who to call, and how. */
  contact: z.string(),
});
export type Recipient = z.infer<typeof recipient>;

/** « Aucune autre : la personne reste au PLIE ». */
export const STAYS = "stays";
const fallback = z.union([recipient, z.literal(STAYS)]);
export type Fallback = z.infer<typeof fallback>;

/** `expired`: no answer came, and the next destination is tried. */
const HANDOVER_ANSWERS = ["accepted", "refused", "expired"] as const;
const handoverAnswer = z.enum(HANDOVER_ANSWERS);
export type HandoverAnswer = z.infer<typeof handoverAnswer>;
/** Why a partner says no: half the value of a refusal is its reason. */
export const REFUSAL_REASONS = ["full", "notEligible", "incomplete", "otherNeed", "person", "other"] as const;
export const refusalReason = z.enum(REFUSAL_REASONS);
export type RefusalReason = z.infer<typeof refusalReason>;

/** One sending to one partner, and what came of it. */
const sending = z.strictObject({
  to: recipient,
  on: day,
  remindedOn: day.nullable(),
  calledOn: day.nullable(),
  answer: handoverAnswer.nullable(),
  reason: refusalReason.nullable(),
  words: z.string(),
  answeredOn: day.nullable(),
});
export type Sending = z.infer<typeof sending>;
export const SENDINGS_AT_MOST = 10;

export const STILL = ["yes", "no", "unknown"] as const;
/** `undone`: a second study decided otherwise; `stays`: no partner received them, they stay; `givenUp`: with the person. */
export const CLOSED_BECAUSE = ["followed", "undone", "stays", "givenUp"] as const;

export const handover = z.strictObject({
  kind: z.literal("handover"),
  schemaVersion: z.literal(1),
  /** `P-2026-0001.1.2`: the second of the first parcours. */
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  edition: z.number().int().nonnegative(),
  what: z.enum(HANDOVER_KINDS),
  /** *Passage urgent*: a relay that the chargé de projet decides at once, confirmed at the next cell. Never a way out. */
  urgent: z.boolean(),
  /** The sitting that it was confirmed in; null: not yet, or nothing is to be confirmed. */
  confirmedIn: meetingId.nullable().default(null),
  /** The review that decided it; null: added by the référent, or urgent. */
  review: reviewId.nullable(),
  /** What was decided, to tell whether a second study decides otherwise. */
  decided: z.strictObject({ lead: leadKind.exclude(["plie"]).nullable(), service: z.string().nullable() }),
  decidedOn: day,
  /** The needs that a relay answers. */
  answers: z.array(domainId).max(20),
  to: recipient.nullable(),
  /** Decided at the same time: where to go if the first says no or does not answer. */
  fallback: fallback.nullable(),
  /** What is useful to receive the person, and nothing more. */
  sheet: z.strictObject({ asks: z.string(), helps: z.string(), useful: z.string(), practical: z.string() }),
  /** Grows with each change of the sheet, or of who receives it. */
  revised: z.number().int().nonnegative(),
  /** The person read the sheet and agrees to that revision, or it is not sent. */
  agreed: z.strictObject({ on: day, by: memberId, revised: z.number().int().nonnegative() }).nullable(),
  /** For people on RSA the referring body decides: the proposition is passed on to it first. */
  referring: z
    .strictObject({ sentOn: day, answer: z.enum(["accepted", "refused"]).nullable(), answeredOn: day.nullable() })
    .nullable(),
  sendings: z.array(sending).max(SENDINGS_AT_MOST),
  /** How many sendings are behind: another destination is prepared. */
  behind: z.number().int().nonnegative(),
  appointment: z.strictObject({ on: day, givenOn: day }).nullable(),
  /** Confirmed by the person, and by the partner: held once both said so. A partner who cannot be reached is noted as such. */
  held: z.strictObject({ byPerson: day.nullable(), byPartner: day.nullable(), unreachedOn: day.nullable() }),
  followed: z.strictObject({ on: day, still: z.enum(STILL) }).nullable(),
  /** A second study is asked: nothing is due, and nothing is sent, until it is decided. */
  pausedOn: day.nullable(),
  closed: z.strictObject({ on: day, because: z.enum(CLOSED_BECAUSE) }).nullable(),
  by: memberId,
  at: instant,
});
export type Handover = z.infer<typeof handover>;
