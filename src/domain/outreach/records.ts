/** *Aller vers*: what was tried to meet someone. It never leaves the PLIE and never counts against the person (method §1.10): no export has a field for it. */
import { z } from "zod";
import { ATTEMPT_WAYS } from "../participant/clock-facts.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { TOLD } from "./codes.ts";

export const attemptWay = z.enum(ATTEMPT_WAYS);
export type AttemptWay = z.infer<typeof attemptWay>;

/** What came of it. `spoke`: the person was reached, without an appointment. `wrongContact`: the number or the address is not theirs any more. */
export const ATTEMPT_RESULTS = ["appointment", "spoke", "message", "noAnswer", "wrongContact", "notNow"] as const;
export const attemptResult = z.enum(ATTEMPT_RESULTS);
export type AttemptResult = z.infer<typeof attemptResult>;

export const attempt = z.strictObject({
  kind: z.literal("attempt"),
  schemaVersion: z.literal(1),
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  way: attemptWay,
  result: attemptResult,
  on: day,
  /** The appointment that was given or proposed with it; null: none. */
  appointmentOn: day.nullable(),
  by: memberId,
  at: instant,
});
export type Attempt = z.infer<typeof attempt>;

/** How the person wants to be reached, asked once. `noMessage`: nothing is left on a phone that others may listen to or read. */
export const reach = z.strictObject({ noMessage: z.boolean(), way: attemptWay.nullable() });
export type Reach = z.infer<typeof reach>;

/** What the prescriber was told, in three sentences (method §7): received, met or not, route. */
export const prescriberTold = z.strictObject({
  kind: z.literal("prescriberTold"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  what: z.enum(TOLD),
  on: day,
  by: memberId,
  at: instant,
});
export type PrescriberTold = z.infer<typeof prescriberTold>;

/** How a parcours was ended by a person: its words. The code stands in the head of the case. */
export const endingWords = z.strictObject({
  kind: z.literal("endingWords"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  why: z.string(),
  /** Which door stays open, as it is told to the person. */
  door: z.string(),
  by: memberId,
  at: instant,
});
export type EndingWords = z.infer<typeof endingWords>;
