/** A person's address in a text: its number and street, its street alone, or its postal code with its commune. */
import { fold, spanOf, tokensOf, type Folded, type Span, type Token } from "./folded.ts";

const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["bd", "boulevard"],
  ["bld", "boulevard"],
  ["av", "avenue"],
  ["ave", "avenue"],
  ["r", "rue"],
  ["pl", "place"],
  ["imp", "impasse"],
  ["all", "allee"],
  ["ch", "chemin"],
  ["che", "chemin"],
  ["rte", "route"],
  ["sq", "square"],
  ["crs", "cours"],
  ["fbg", "faubourg"],
  ["fg", "faubourg"],
  ["res", "residence"],
  ["bat", "batiment"],
  ["apt", "appartement"],
  ["appt", "appartement"],
  ["st", "saint"],
  ["ste", "sainte"],
  ["gal", "general"],
  ["gen", "general"],
  ["mal", "marechal"],
  ["dr", "docteur"],
  ["pdt", "president"],
]);
const LINKS = new Set(["de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "au", "aux", "en"]);

const whole = (word: string): string => SHORTENED.get(word) ?? word;
const wordsOf = (text: string): readonly string[] => tokensOf(fold(text)).map(({ word }) => whole(word));
const isNumber = (word: string): boolean => /^\d/u.test(word);
/** « 12 », « 12 bis ». */
const NUMBERED = /^(?:\d+[a-z]?)$|^(?:bis|ter|quater)$/u;

/** As many words as say something more than the kind of street. */
const begins = (words: readonly string[], telling: number): readonly string[] => {
  let count = 0;
  // The first word is the kind of street.
  const end = words.findIndex((word, index) => index > 0 && !LINKS.has(word) && (count += 1) === telling);
  return end === -1 ? words : words.slice(0, end + 1);
};

/** The runs of words that give one line of the address away. */
const ofLine = (line: string): readonly (readonly string[])[] => {
  const words = wordsOf(line);
  const first = words.findIndex((word) => !NUMBERED.test(word));
  if (first === -1) return [];
  const street = words.slice(first);
  const telling = street.filter((word) => !LINKS.has(word));
  if (street.length < 2 || telling.length === 0) return [];
  const numbered = first === 0 ? [] : [[...words.slice(0, first), ...begins(street, 1)]];
  return [street, ...(telling.length > 2 ? [begins(street, 2)] : []), ...numbered];
};

const POSTAL = /(?<!\d)\d{2} ?\d{3}(?!\d)/u;

const linesOf = (address: string): readonly (readonly string[])[] => {
  const { text } = fold(address);
  const code = POSTAL.exec(text);
  const lines = text.split(/[,;\n]|(?<!\d)\d{5}(?!\d)| - /u).flatMap(ofLine);
  if (code === null) return lines;
  const commune = wordsOf(text.slice(code.index + code[0].length))[0];
  return commune === undefined ? lines : [...lines, [code[0].replace(" ", ""), commune]];
};

const startsAt = (tokens: readonly Token[], start: number, run: readonly string[]): boolean =>
  run.every((word, index) => whole(tokens[start + index]?.word ?? "") === word);

const longestAt = (tokens: readonly Token[], start: number, runs: readonly (readonly string[])[]): number =>
  runs.reduce((longest, run) => (run.length > longest && startsAt(tokens, start, run) ? run.length : longest), 0);

export const addressIn = (folded: Folded, address: string | null): readonly Span[] => {
  const runs = linesOf(address ?? "").filter((run) => run.some((word) => !isNumber(word)));
  const tokens = tokensOf(folded);
  const spans: Span[] = [];
  for (let start = 0; start < tokens.length;) {
    const size = longestAt(tokens, start, runs);
    const [first, last] = [tokens[start], tokens[start + size - 1]];
    if (size > 0 && first !== undefined && last !== undefined)
      spans.push(spanOf(folded, first.from, last.to - first.from));
    start += Math.max(1, size);
  }
  return spans;
};
