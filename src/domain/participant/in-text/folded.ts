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

const foldedLetter = (letter: string): string =>
  letter
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/œ/gu, "oe")
    .replace(/æ/gu, "ae")
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
