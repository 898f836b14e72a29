/** Hand-overs of a person on their page: to whom, where each stands, and its dates. Never what is written on its sheet, nor in an answer. */
import * as z from "zod/mini";
import { LEAD_KINDS } from "./codes.ts";

const day = z.iso.date();
const dayOrNull = z.nullable(day);
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));
const named = z.strictObject({ name: z.string() });

const HANDOVER_STATES = ["preparing", "sent", "refused", "accepted", "secured", "followed", "closed"] as const;
const REFUSALS = ["full", "notEligible", "incomplete", "otherNeed", "person", "other"] as const;

export const personHandover = z.strictObject({
  id: z.string(),
  what: z.enum(["reorient", "relay"]),
  urgent: z.boolean(),
  /** A passage urgent that a cell confirmed. */
  confirmed: z.boolean(),
  state: z.enum(HANDOVER_STATES),
  /** Null: a relay, beside the référent. */
  lead: z.nullable(z.enum(LEAD_KINDS)),
  /** Null: the structure is still to be chosen. */
  to: z.nullable(named),
  fallback: z.nullable(z.union([named, z.literal("stays")])),
  /** There is a sheet to print. */
  sheet: z.boolean(),
  decidedOn: day,
  referring: z.nullable(
    z.strictObject({ sentOn: day, answer: z.nullable(z.enum(["accepted", "refused"])), answeredOn: dayOrNull }),
  ),
  revised: z.int(),
  agreed: z.nullable(z.strictObject({ on: day, revised: z.int() })),
  sendings: many(
    z.strictObject({
      to: named,
      on: day,
      remindedOn: dayOrNull,
      calledOn: dayOrNull,
      answer: z.nullable(z.enum(["accepted", "refused", "expired"])),
      reason: z.nullable(z.enum(REFUSALS)),
      answeredOn: dayOrNull,
    }),
  ),
  behind: z.int(),
  appointment: z.nullable(z.strictObject({ on: day })),
  held: z.strictObject({ byPerson: dayOrNull, byPartner: dayOrNull, unreachedOn: dayOrNull }),
  followed: z.nullable(z.strictObject({ on: day, still: z.enum(["yes", "no", "unknown"]) })),
  pausedOn: dayOrNull,
  closed: z.nullable(z.strictObject({ on: day, because: z.enum(["followed", "undone", "stays", "givenUp"]) })),
});
export type PersonHandover = z.infer<typeof personHandover>;
