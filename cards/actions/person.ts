/** *Nouvelle personne orientée*, and what is done when they may be known already. */
import { z } from "zod";
import { action, nothing, rev, typed, whole } from "./action.ts";

/** Fields of the correction of an identity, also of *Nouvelle personne orientée*. */
export const identityFields = {
  givenName: typed,
  familyName: typed,
  birthDate: typed,
  commune: typed,
  phone: typed,
  email: typed,
  address: typed,
  prescriber: typed,
} as const;
export const personFields = { ...identityFields, orientationOn: typed, rightToWork: typed, willing: typed } as const;
const person = z.strictObject({ rev, whole, ...personFields });

export const personActions = {
  newPerson: action("person.new", nothing),
  registerPerson: action("person.register", person),
  leaveRegistration: action("person.leave", person),
  reopenDuplicate: action("duplicate.reopen", z.strictObject({ rev, choice: typed })),
  newParcours: action("duplicate.newParcours", z.strictObject({ rev, choice: typed })),
  anotherPerson: action("duplicate.other", z.strictObject({ rev, choice: typed })),
  backToRegistration: action("duplicate.back", z.strictObject({ rev, choice: typed })),
} as const;
