/** A cell of a file as a form would hold it: what spreadsheets and other software do to a value is undone, nothing is guessed. Pure. */
import { cleanText } from "../text.ts";
import { addDays } from "../participant/days.ts";
import { phoneFrom } from "../participant/typed.ts";
import { folded, type ImportMapping } from "./import-mapping.ts";

/** `="0612345678"`: how some software keeps a spreadsheet from taking away the zero at the beginning. */
const asWritten = (cell: string): string => cleanText(cell).replace(/^="([\d .+/-]*)"$/, "$1");

/** A dash, or a word that says that it is not known, is a blank. */
const DASH = /^[-–—./?\s]*$/u;
const isBlank = (text: string, { answers }: Pick<ImportMapping, "answers">): boolean =>
  DASH.test(text) || answers.unknown.some((word) => folded(word) === folded(text));

const valueIn = (cell: string, mapping: Pick<ImportMapping, "answers">): string => {
  const text = asWritten(cell);
  return isBlank(text, mapping) ? "" : text;
};

/** Words, kept as they are written. */
export const textIn = (cell: string, mapping: ImportMapping): string => (isBlank(cell, mapping) ? "" : cell);
/** A person may be called Néant: of a name, only a dash is a blank. */
export const nameIn = (cell: string): string => (DASH.test(cell) ? "" : cell);

export const numberIn = valueIn;

/** The hour beside a date says nothing more than the date, where no time zone could make it another day. */
const withoutHour = (cell: string): string =>
  cell
    .replace(/[T ]0?0[:h]00(?:[:.]00(?:[.,]0+)?)?Z?$/i, "")
    .replace(/[T ]\d{1,2}[:h][0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?$/i, "");

/** Day 1 is 1 January 1900 there, and 29 February 1900 exists. */
const SERIAL_START = "1899-12-30";
export const dateIn = (cell: string, mapping: ImportMapping): string => {
  const text = withoutHour(valueIn(cell, mapping));
  return mapping.dates.excelSerial && /^\d{4,5}$/.test(text) ? addDays(SERIAL_START, Number(text)) : text;
};

/** A spreadsheet takes away the zero, or the +, at the beginning of a number. */
const NINE_DIGITS = /^[1-9](?:[ .-]?\d){8}$/;
const FRENCH_CODE = /^33[1-9]\d{8}$/;
export interface PhoneIn {
  readonly typed: string;
  /** Its beginning was missing. */
  readonly mended: boolean;
}
export const phoneIn = (cell: string, mapping: ImportMapping): PhoneIn => {
  const text = valueIn(cell, mapping).replace(/^'(?=[+\d])/, "");
  if (phoneFrom(text).ok) return { typed: text, mended: false };
  if (NINE_DIGITS.test(text)) return { typed: `0${text}`, mended: true };
  return FRENCH_CODE.test(text) ? { typed: `+${text}`, mended: true } : { typed: text, mended: false };
};

export const emailIn = valueIn;
export const inseeIn = (cell: string, mapping: ImportMapping): string =>
  valueIn(cell, mapping).replace(/^(\d{4})$/, "0$1");

export const prescriberIn = (cell: string, mapping: ImportMapping, known: readonly string[]): string => {
  const word = folded(textIn(cell, mapping));
  if (word === "") return "";
  const named = mapping.prescribers.find(({ name, aliases }) =>
    [name, ...aliases].some((alias) => folded(alias) === word),
  );
  return named?.name ?? known.find((name) => folded(name) === word) ?? cell;
};

const ANSWERS = ["yes", "no", "unknown"] as const;
/** Undefined: none of the words that the file of correspondences knows. */
export const answerIn = (cell: string, mapping: ImportMapping): (typeof ANSWERS)[number] | undefined => {
  const text = valueIn(cell, mapping);
  return text === ""
    ? "unknown"
    : ANSWERS.find((answer) => mapping.answers[answer].some((said) => folded(said) === folded(text)));
};
