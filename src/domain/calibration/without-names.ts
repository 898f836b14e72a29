import type { Identity } from "../participant/identity.ts";
import { nameParts } from "../participant/names.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A telephone number as people write it: digits, with what separates them. */
const NUMBER = /\+?\d(?:[\s.\-/]?\d){8,13}/gu;
const HIDDEN = "…";
/** What a number is recognised by, with or without its prefix. */
const LAST_DIGITS = 9;

const lastDigits = (written: string): string => written.replace(/\D/gu, "").slice(-LAST_DIGITS);

const withoutPhone = (text: string, phone: string | null): string => {
  const own = lastDigits(phone ?? "");
  return own.length < LAST_DIGITS
    ? text
    : text.replace(NUMBER, (written) => (lastDigits(written) === own ? HIDDEN : written));
};

const withoutEmail = (text: string, email: string | null): string =>
  email === null || email === ""
    ? text
    : text.replace(/[^\s<>(),;]+@[^\s<>(),;]+/gu, (written) =>
        written.toLowerCase().startsWith(email.toLowerCase()) ? HIDDEN : written,
      );

/** 1984-03-12 as people write it: 12/03/1984, 12.3.84. */
const withoutBirthDate = (text: string, birthDate: string | null): string => {
  const [year = "", month = "", day = ""] = birthDate?.split("-") ?? [];
  if (day === "") return text;
  const spelled = `(?<!\\d)0?${Number(day)}[/.-]0?${Number(month)}[/.-](?:${year}|${year.slice(2)})(?!\\d)`;
  return text.replace(new RegExp(spelled, "gu"), HIDDEN);
};

type Person = Pick<Identity, "givenName" | "familyName"> & Partial<Pick<Identity, "phone" | "email" | "birthDate">>;

/**
 * A note as someone reads it who is not to know of whom it speaks: name, telephone, e-mail and date of birth are hidden, however they are
 * written; and the names of `others`, who wrote it.
 */
export const withoutNames = (text: string, person: Person, others: readonly string[] = []): string => {
  const { phone = null, email = null, birthDate = null } = person;
  const parts = new Set([person.givenName, person.familyName, ...others].flatMap(nameParts));
  return withoutBirthDate(withoutPhone(withoutEmail(text, email), phone), birthDate).replace(WORD, (word) =>
    nameParts(word).some((part) => parts.has(part)) ? HIDDEN : word,
  );
};
