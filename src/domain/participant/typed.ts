/** What people type in the forms, in the shapes the French use: a value, or a code that says what is wrong. Never a throw. */
import { cleanText, lengthOf } from "../text.ts";
import type { Day, ParticipantCode } from "./codes.ts";
import { participantCodeOf } from "./codes.ts";
import { addDays, addYears, dayOf, isCalendarDay } from "./days.ts";

export type Parsed<V, P extends string> =
  { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problem: P };

const problem = <P extends string>(code: P): { readonly ok: false; readonly problem: P } => ({
  ok: false,
  problem: code,
});
const value = <V>(found: V): { readonly ok: true; readonly value: V } => ({ ok: true, value: found });

const OLDEST_YEARS = 110;
const OLDEST_YEAR = 1900;
/** A date of the parcours further back than this is a typing error. */
const PARCOURS_YEARS = 10;

/** `empty`: nothing typed, to be completed later. `yearOnTwoDigits`: 24 could be 1924 or 2024. */
export type DateProblem = "empty" | "notADate" | "yearOnTwoDigits" | "inTheFuture" | "tooLongAgo" | "tooEarly";

/** Without accents, the longest first. */
export const MONTHS = [
  ["janvier", "janv", "jan"],
  ["fevrier", "fevr", "fev"],
  ["mars"],
  ["avril", "avr"],
  ["mai"],
  ["juin"],
  ["juillet", "juil"],
  ["aout"],
  ["septembre", "sept", "sep"],
  ["octobre", "oct"],
  ["novembre", "nov"],
  ["decembre", "dec"],
] as const;

const plain = (typed: string): string =>
  cleanText(typed)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u2010-\u2015]+/gu, (found) => (/\s/u.test(found) ? " " : "-"));

interface Written {
  readonly year: string;
  readonly month: number;
  readonly date: number;
}

/** 1984-03-12 · 1984/03/12 · 12/03/1984 · 12-3-1984 · 12.03.1984 · 12 03 1984 · 12 mars 1984 · 1er mars 1984. */
const writtenDate = (text: string): Written | undefined => {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return { year: iso[1] ?? "", month: Number(iso[2]), date: Number(iso[3]) };
  const digits = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{2}|\d{4})$/.exec(text);
  if (digits) return { year: digits[3] ?? "", month: Number(digits[2]), date: Number(digits[1]) };
  const words =
    /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:le )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{2}|\d{4})$/.exec(
      text,
    );
  const month = MONTHS.findIndex((names) => names.some((name) => name === words?.[2])) + 1;
  return words && month > 0 ? { year: words[3] ?? "", month, date: Number(words[1]) } : undefined;
};

const calendarDay = (written: Written, year: number): Parsed<Day, "notADate"> =>
  isCalendarDay(year, written.month, written.date)
    ? value(dayOf(year, written.month, written.date))
    : problem("notADate");

/** A birth date. The year is asked in full: 24 could be 1924 or 2024, and this date tells one person from another. */
export const birthDateFrom = (typed: string, today: Day): Parsed<Day, Exclude<DateProblem, "tooEarly">> => {
  const text = plain(typed);
  if (text === "") return problem("empty");
  const written = writtenDate(text);
  if (written === undefined) return problem("notADate");
  if (written.year.length === 2)
    return isCalendarDay(2000, written.month, written.date) ? problem("yearOnTwoDigits") : problem("notADate");
  const found = calendarDay(written, Number(written.year));
  if (!found.ok) return found;
  if (found.value > today) return problem("inTheFuture");
  const tooOld = Number(written.year) < OLDEST_YEAR || found.value < addYears(today, -OLDEST_YEARS);
  return tooOld ? problem("tooLongAgo") : found;
};

/**
 * A date of the parcours (orientation, first interview, notice…): never in the future, and not before `notBefore` (`tooEarly`).
 * The year may have two digits: these dates are recent. "aujourd'hui" and "hier" are understood.
 */
export const recentDayFrom = (
  typed: string,
  today: Day,
  notBefore?: Day,
): Parsed<Day, Exclude<DateProblem, "yearOnTwoDigits">> => {
  const text = plain(typed);
  if (text === "") return problem("empty");
  const found = recentDay(text, today);
  if (!found.ok) return found;
  if (found.value > today) return problem("inTheFuture");
  if (found.value < addYears(today, -PARCOURS_YEARS)) return problem("tooLongAgo");
  return notBefore !== undefined && found.value < notBefore ? problem("tooEarly") : found;
};

/** A day that may be ahead (the end of a right…). The year may have two digits, and any real day is read: what is likely is for the caller to say. */
export const anyDayFrom = (typed: string, today: Day): Parsed<Day, "empty" | "notADate"> => {
  const text = plain(typed);
  return text === "" ? problem("empty") : recentDay(text, today);
};

const recentDay = (text: string, today: Day): Parsed<Day, "notADate"> => {
  if (/^aujourd['\u2019 ]?hui$/.test(text)) return value(today);
  if (text === "hier") return value(addDays(today, -1));
  const written = writtenDate(text);
  if (written === undefined) return problem("notADate");
  return calendarDay(written, Number(written.year.length === 2 ? `20${written.year}` : written.year));
};

/** What was typed, kept as it is for people to read, and the number as a phone dials it. */
export interface Phone {
  readonly typed: string;
  readonly dialled: string;
}

const LONGEST_PHONE = 40;

/** A French number in any spacing (06 12 34 56 78, 06.12…, +33 (0)6…, 0033…), or a foreign one with its + code. */
export const phoneFrom = (typed: string): Parsed<Phone, "empty" | "notAPhone"> => {
  const text = cleanText(typed).normalize("NFKC").replace(/\s+/gu, " ");
  if (text === "") return problem("empty");
  if (text.length > LONGEST_PHONE || !/^[+\d\s().\-/\u2010-\u2015]+$/u.test(text)) return problem("notAPhone");
  const digits = text.replace(/\(0\)/g, "").replace(/[^+\d]/g, "");
  const national = digits.replace(/^(?:\+33|0033)0?/, "0");
  if (/^0[1-9]\d{8}$/.test(national)) return value({ typed: text, dialled: `+33${national.slice(1)}` });
  const foreign = digits.replace(/^00/, "+");
  return /^\+(?!33)[1-9]\d{6,14}$/.test(foreign) ? value({ typed: text, dialled: foreign }) : problem("notAPhone");
};

const LONGEST_EMAIL = 254;

/** An address that looks like one: something, an @, a domain with a dot. Whether it exists, only a letter can tell. */
export const emailFrom = (typed: string): Parsed<string, "empty" | "notAnEmail"> => {
  const text = cleanText(typed).replace(/^mailto:/i, "");
  if (text === "") return problem("empty");
  return text.length <= LONGEST_EMAIL && /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]+$/u.test(text)
    ? value(text)
    : problem("notAnEmail");
};

export const LONGEST_NAME = 80;

/** A given or family name as the person spells it; only spaces and what cannot be seen are mended. */
export const personNameFrom = (typed: string): Parsed<string, "empty" | "tooLong"> =>
  shortTextFrom(typed, LONGEST_NAME);

/** One line of text (prescriber, address…): line breaks and repeated spaces become one space. */
export const shortTextFrom = (typed: string, limit: number): Parsed<string, "empty" | "tooLong"> => {
  const text = cleanText(typed).replace(/\s+/gu, " ");
  if (text === "") return problem("empty");
  return lengthOf(text) > limit ? problem("tooLong") : value(text);
};

/**
 * A participant's code: "P-2026-0001", "p 2026 1", "p20260001"; with `year`, also "p 1" and "1". What separates is free, the digits never are.
 * Undefined when it is no code.
 */
export const participantCodeFrom = (typed: string, year?: number): ParticipantCode | undefined => {
  const text = plain(typed)
    .replace(/[ ._/-]+/g, " ")
    .trim();
  const whole = /^(?:p ?)?(20\d{2}) (\d{1,6})$/.exec(text) ?? /^p ?(20\d{2})(\d{4,6})$/.exec(text);
  const count = whole === null && year !== undefined ? /^(?:p ?)?(\d{1,3}|0\d{3})$/.exec(text)?.[1] : whole?.[2];
  const of = whole === null ? year : Number(whole[1]);
  return count === undefined || of === undefined || Number(count) === 0
    ? undefined
    : participantCodeOf(of, Number(count));
};
