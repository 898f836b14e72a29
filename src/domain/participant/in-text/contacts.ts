/** A person's telephone, e-mail, birth date and code in a text, however they are written. */
import { MONTHS } from "../typed.ts";
import { fold, literally, spanOf, spansOf, tokensOf, type Folded, type Span } from "./folded.ts";
import { inWords, isSaid, yearInWords } from "./in-words.ts";

/** What a number is recognised by, with or without its prefix. */
const LAST_DIGITS = 9;
const PAIRS = 5;
const SHORTEST_NUMBER = 7;
const BEFORE = /(?:(?:\+|00) ?33[ .\-/]*(?:\(0\)[ .\-/]*)?|0[ .\-/]*)?$/u;

const numberIn = (folded: Folded, run: RegExpExecArray, own: string): readonly Span[] => {
  const places = [...run[0].matchAll(/\d/gu)].map(({ index }) => run.index + index);
  const digits = run[0].replace(/\D/gu, "");
  const spans: Span[] = [];
  for (let found = digits.indexOf(own); found !== -1; found = digits.indexOf(own, found + own.length)) {
    const first = places[found] ?? 0;
    const last = places[found + own.length - 1] ?? first;
    const from = BEFORE.exec(folded.text.slice(0, first))?.index ?? first;
    spans.push(spanOf(folded, from, last + 1 - from));
  }
  return spans;
};

/** What is read as a digit, and what stands between two of them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["0", "[0o]"],
  ["1", "[1il|]"],
]);
const APART = "[^a-z0-9]{0,3}";

/** By twos, in figures or in words: « zéro six douze », « O6 I2 ». */
const spelled = (own: string): RegExp => {
  const pairs = [...own.padStart(LAST_DIGITS + 1, "0").matchAll(/../gu)].map(([pair]) => pair);
  const said = pairs.map((pair, index) => {
    const figures = Array.from(pair, (digit) => LETTERS.get(digit) ?? digit).join(APART);
    const tens = pair.startsWith("0") ? `(?:zero${APART})?` : "";
    return `(?:${figures}|${tens}${inWords(Number(pair))}${index === 0 ? `|${pair.slice(1)}` : ""})`;
  });
  return new RegExp(`(?<![a-z0-9])${said.join(APART)}(?![a-z0-9])`, "gu");
};

/** Fewer figures and numbers in words than make a telephone: most texts. */
const mayBeSpelled = (folded: Folded): boolean =>
  tokensOf(folded).reduce((sum, { word }) => {
    if (isSaid(word)) return sum + 1;
    return /^[\doil]+$/u.test(word) ? sum + word.length : sum;
  }, 0) >= PAIRS;

/** The digits in their order, whatever separates them, with a prefix or without. */
export const phoneIn = (folded: Folded, phone: string | null): readonly Span[] => {
  const own = (phone ?? "").normalize("NFKC").replace(/\D/gu, "").slice(-LAST_DIGITS);
  if (own.length < SHORTEST_NUMBER) return [];
  const figures = [...folded.text.matchAll(/\+?\d(?:[^\p{L}\p{N}]{0,5}\d)+/gu)].flatMap((run) =>
    numberIn(folded, run, own),
  );
  return figures.length > 0 || own.length < LAST_DIGITS || !mayBeSpelled(folded)
    ? figures
    : spansOf(folded, spelled(own));
};

export const emailIn = (folded: Folded, email: string | null): readonly Span[] => {
  const own = fold(email ?? "").text.trim();
  if (own === "") return [];
  const spelled = Array.from(own, (letter) =>
    letter === "@" ? "(?:@|[(\\[]at[)\\]]|arobase)" : letter === "." ? "(?:\\.|point)" : literally(letter),
  ).join("\\s*");
  return spansOf(folded, new RegExp(`(?<![\\p{L}\\p{N}._%+-])${spelled}(?![\\p{L}\\p{N}])`, "gu"));
};

/** 1984-03-12: 12/03/1984, 12.3.84, 12 mars 1984, 1er janv. 84, 12031984… */
export const birthDateIn = (folded: Folded, birthDate: string | null): readonly Span[] => {
  const [year = "", month = "", date = ""] = birthDate?.split("-") ?? [];
  if (date === "") return [];
  const [d, m, y] = [`0?${Number(date)}`, `0?${Number(month)}`, `(?:${year}|'?${year.slice(2)})`];
  const between = "(?:\\s*[^a-z0-9,;\\s]\\s*|\\s+)";
  const name = `(?:${(MONTHS[Number(month) - 1] ?? []).join("|")})\\.?`;
  const saidDay = `(?:${d}(?: ?er)?|${inWords(Number(date))}${date === "01" ? "|premier" : ""})`;
  const saidYear = `(?:${y}|${yearInWords(Number(year))}|${inWords(Number(year.slice(2)))})`;
  const writings = [
    `${d}${between}${m}${between}${y}`,
    `${year}${between}${m}${between}${d}`,
    `${date}${month}${year}`,
    `${year}${month}${date}`,
    `${saidDay}[\\s-]*(?:de\\s+)?${name}[\\s,-]*(?:en\\s+|de\\s+)?${saidYear}`,
  ];
  return spansOf(folded, new RegExp(`(?<!\\d)(?:${writings.join("|")})(?!\\d)`, "gu"));
};

/** P-2026-0001: « p 2026 1 » too. The label of a review is no code. */
export const codeIn = (folded: Folded, code: string): readonly Span[] => {
  const [, year = "", count = ""] = code.split("-");
  const between = "[^\\p{L}\\p{N}]{0,3}";
  return spansOf(folded, new RegExp(`(?<![\\p{L}\\p{N}])p${between}${year}${between}0*${Number(count)}(?!\\d)`, "gu"));
};
