/** What would tell of whom a text speaks: checked before a word of it is shown to a cell, or kept for one. */
import type { Identity } from "../participant/identity.ts";
import { addressIn } from "../participant/in-text/address.ts";
import { birthDateIn, codeIn, emailIn, phoneIn } from "../participant/in-text/contacts.ts";
import { fold, type Folded, type Span } from "../participant/in-text/folded.ts";
import { hide } from "../participant/in-text/hidden.ts";
import { namesIn } from "../participant/in-text/names.ts";

const IDENTIFIER_KINDS = ["name", "phone", "email", "birthDate", "address", "code"] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export interface Identifier {
  readonly kind: IdentifierKind;
  /** As it is written in the text: what is to be taken out. */
  readonly found: string;
}

type Person = Pick<Identity, "givenName" | "familyName" | "phone" | "email" | "birthDate" | "address" | "code">;

/** « Amina Benali » is one name. */
const joined = ({ source }: Folded, spans: readonly Span[]): readonly Span[] => {
  const [first, ...others] = spans;
  if (first === undefined) return [];
  const runs: Span[] = [first];
  for (const span of others) {
    const last = runs.at(-1) ?? first;
    if (/^[\s\-'._\u2019\u2010-\u2015]?$/u.test(source.slice(last.to, span.from)))
      runs.splice(-1, 1, { ...last, to: span.to });
    else runs.push(span);
  }
  return runs;
};

const recognised = (folded: Folded, person: Person): Readonly<Record<IdentifierKind, readonly Span[]>> => ({
  name: joined(folded, namesIn(folded, [person.givenName, person.familyName])),
  phone: phoneIn(folded, person.phone),
  email: emailIn(folded, person.email),
  birthDate: birthDateIn(folded, person.birthDate),
  address: addressIn(folded, person.address),
  code: codeIn(folded, person.code),
});

/** Everything in the text that is recorded as the person's name, telephone, e-mail, birth date, address or code, once each. */
export const namesPerson = (person: Person, text: string): readonly Identifier[] => {
  const folded = fold(text);
  const spans = recognised(folded, person);
  return IDENTIFIER_KINDS.flatMap((kind) =>
    [...new Set(spans[kind].map(({ from, to }) => text.slice(from, to)))].map((found) => ({ kind, found })),
  );
};

/** A text as it is read by someone who is not to know of whom it speaks. */
export const withoutPerson = (person: Person, text: string): string => {
  const spans = recognised(fold(text), person);
  return hide(
    text,
    IDENTIFIER_KINDS.flatMap((kind) => spans[kind]),
  );
};
