import { z } from "zod";
import { choice, problemsOf, rev, text, top } from "../common.ts";

const FIELDS = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "phone",
  "email",
  "address",
  "prescriber",
  "orientationOn",
  "rightToWork",
  "willing",
] as const;

/** Nouvelle personne orientée: `fields` hold what was typed, as it was typed. */
export const newPersonModel = z.strictObject({
  ...top,
  rev,
  fields: z.strictObject({
    givenName: text,
    familyName: text,
    /** Typed freely: an impossible date stays visible and can be corrected. */
    birthDate: text,
    commune: text,
    phone: text,
    email: text,
    address: text,
    prescriber: text,
    /** `2026-11-24`, or empty. */
    orientationOn: text,
    rightToWork: text,
    willing: text,
  }),
  choices: z.strictObject({
    prescriber: z.array(choice),
    rightToWork: z.array(choice),
    willing: z.array(choice),
  }),
  problems: problemsOf(FIELDS),
});
export type NewPersonModel = z.infer<typeof newPersonModel>;
