/** Who the person is. Names, birth date and ways to reach them live here and nowhere else. */
import { z } from "zod";
import { reach } from "../outreach/records.ts";
import { day, memberId, participantCode } from "./codes.ts";

export const identity = z.strictObject({
  kind: z.literal("identity"),
  schemaVersion: z.literal(1),
  code: participantCode,
  givenName: z.string(),
  familyName: z.string(),
  birthDate: day.nullable(),
  /** INSEE code of one of the PLIE's communes; null while it is to be completed. */
  commune: z.string().nullable(),
  /** What was typed when it is no commune of the PLIE, kept for the référent; null otherwise. */
  communeTyped: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  prescriber: z.string().nullable(),
  /** Language of the interview, as the référent wrote it; empty while nobody was received. */
  language: z.string().max(60),
  /** How they want to be reached; null: not asked yet. */
  reach: reach.nullable().default(null),
  referentId: memberId,
  /** Whoever stands in for the référent: lists the person as well. */
  substituteId: memberId.nullable().default(null),
  /** False once the record was cancelled or merged into another: found by code only. */
  listed: z.boolean(),
});
export type Identity = z.infer<typeof identity>;
