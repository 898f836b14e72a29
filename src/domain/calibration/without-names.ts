import type { Identity } from "../participant/identity.ts";
import { birthDateIn, emailIn, phoneIn } from "../participant/in-text/contacts.ts";
import { fold } from "../participant/in-text/folded.ts";
import { hide } from "../participant/in-text/hidden.ts";
import { namesIn } from "../participant/in-text/names.ts";

type Person = Pick<Identity, "givenName" | "familyName"> & Partial<Pick<Identity, "phone" | "email" | "birthDate">>;

/**
 * A note as someone reads it who is not to know of whom it speaks: name, telephone, e-mail and date of birth are hidden, however they are
 * written; and the names of `others`, who wrote it.
 */
export const withoutNames = (text: string, person: Person, others: readonly string[] = []): string => {
  const { phone = null, email = null, birthDate = null } = person;
  const folded = fold(text);
  return hide(text, [
    ...namesIn(folded, [person.givenName, person.familyName, ...others]),
    ...phoneIn(folded, phone),
    ...emailIn(folded, email),
    ...birthDateIn(folded, birthDate),
  ]);
};
