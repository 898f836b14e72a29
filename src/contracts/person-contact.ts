/** *Contacts* of a person, for who reads the case and nobody else: what was tried to meet them never leaves the PLIE, and no file has it. */
import * as z from "zod/mini";
import type { TOLD } from "../domain/outreach/codes.ts";
import type { ATTEMPT_RESULTS } from "../domain/outreach/records.ts";
import type { ATTEMPT_WAYS, DOORS } from "../domain/participant/clock-facts.ts";
import { ENDINGS } from "./codes.ts";

const WAYS = ["call", "sms", "letter", "email", "visit", "prescriber"] as const satisfies typeof ATTEMPT_WAYS;
const RESULTS = [
  "appointment",
  "spoke",
  "message",
  "noAnswer",
  "wrongContact",
  "notNow",
] as const satisfies typeof ATTEMPT_RESULTS;
const OPEN = ["comeBack", "prescriber", "partner", "none"] as const satisfies typeof DOORS;
const SAID = ["received", "met", "notMet", "route"] as const satisfies typeof TOLD;

const day = z.iso.date();
const dayOrNull = z.nullable(day);
const name = z.nullable(z.string());
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

export const personContact = z.strictObject({
  outreach: z.nullable(
    z.strictObject({
      openedOn: day,
      why: z.enum(["missed", "late"]),
      reviewedOn: dayOrNull,
      goesOn: z.optional(z.strictObject({ way: z.enum(WAYS), until: day })),
    }),
  ),
  appointment: z.nullable(z.strictObject({ on: day, missedOn: dayOrNull })),
  /** The latest first. */
  attempts: many(
    z.strictObject({ on: day, way: z.enum(WAYS), result: z.enum(RESULTS), appointmentOn: dayOrNull, by: name }),
  ),
  ended: z.nullable(
    z.strictObject({ how: z.enum(ENDINGS), on: day, by: name, why: z.string(), door: z.enum(OPEN), words: z.string() }),
  ),
  /** What the prescriber hears, and heard; `mail` names nobody. Null: nobody sent the person. */
  prescriber: z.nullable(
    z.strictObject({
      name: z.string(),
      sentences: many(z.string()),
      mail: z.nullable(z.string()),
      told: many(z.strictObject({ what: z.enum(SAID), on: day, by: name })),
    }),
  ),
});
export type PersonContact = z.infer<typeof personContact>;
