/** A text without accents, case or what cannot be seen, that still knows where each letter stood. */

/** From and to, in the text as it was written. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Folded {
  readonly source: string;
  readonly text: string;
  /** Where each letter of `text` stands in `source`, then the end of it. */
  readonly at: readonly number[];
}

const each = (letters: string, as: readonly string[]): readonly (readonly [string, string])[] =>
  Array.from(letters).map((letter, index) => [letter, as[index] ?? letter]);

/** Letters that no accent makes, and those of other alphabets that are read as ours. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ...each("œæłøđðħıßþ", ["oe", "ae", "l", "o", "d", "d", "h", "i", "ss", "th"]),
  ...each("авсеніјкморѕтухԁ", Array.from("abcehijkmopstyxd")),
  ...each("αβεικορτυχ", Array.from("abeikoptux")),
]);

/** « ٣ » is 3: the ten digits of an alphabet follow each other. */
const digitOf = (letter: string): string => {
  let value = 0;
  const code = letter.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

const foldedLetter = (letter: string): string =>
  letter
    .normalize("NFKD")
    // Neither seen nor said: marks, joiners, fillers.
    .replace(/[\p{M}\p{Cf}\u115F\u1160\u3164\u2800]/gu, "")
    .toLowerCase()
    .replace(/[^ -~]/gu, (other) => READ_AS.get(other) ?? (/\p{Nd}/u.test(other) ? digitOf(other) : other))
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[\u2018\u2019\u02BC\u00B4`]/gu, "'")
    .replace(/\s/gu, (space) => (space === "\n" ? "\n" : " "));

export const fold = (source: string): Folded => {
  const at: number[] = [];
  let text = "";
  let index = 0;
  for (const letter of source) {
    const folded = foldedLetter(letter);
    for (let unit = 0; unit < folded.length; unit += 1) at.push(index);
    text += folded;
    index += letter.length;
  }
  return { source, text, at: [...at, index] };
};

/** A part of the folded text, as it was written. */
export const spanOf = ({ at }: Folded, from: number, length: number): Span => ({
  from: at[from] ?? 0,
  to: at[from + length] ?? at.at(-1) ?? 0,
});

/** Everywhere that the expression is found; it has the flag `g`. */
export const spansOf = (folded: Folded, expression: RegExp): readonly Span[] =>
  [...folded.text.matchAll(expression)].map((found) => spanOf(folded, found.index, found[0].length));

export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&");

/** A word of a text: its letters folded, and where it stands. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export const tokensOf = ({ text }: Pick<Folded, "text">): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
