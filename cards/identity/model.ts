import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

const FIELDS = ["givenName", "familyName", "birthDate", "commune", "phone", "email", "address", "prescriber"] as const;

/** Corriger l'identité of somebody already registered. */
export const identityModel = z.strictObject({
  ...top,
  code,
  rev,
  /** « Amina B. · P-2026-0001 ». */
  person: text,
  fields: z.strictObject({
    givenName: text,
    familyName: text,
    birthDate: text,
    commune: text,
    phone: text,
    email: text,
    address: text,
    prescriber: text,
  }),
  choices: z.strictObject({ prescriber: z.array(choice) }),
  problems: problemsOf(FIELDS),
});
export type IdentityModel = z.infer<typeof identityModel>;
