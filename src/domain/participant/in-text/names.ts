/** A person's name in a text: each part of it is a name, whatever its case, accents, hyphens or apostrophes. Whole words only. */
import { fold, spanOf, tokensOf, type Folded, type Span, type Token } from "./folded.ts";

/** Words that every sentence holds: alone, they name nobody. */
const LITTLE = new Set(
  (
    "le la les de du des un une et ou au aux en il elle on ne pas se sa son ses ce cet cette ces que qui quoi si je me ma mon mes te ta ton " +
    "tes tu nous vous ils elles lui leur leurs eux dans par pour sur sous avec sans est ont es ai as va vers chez plus moins non oui ni car " +
    "mais donc or an ans dos ca qu sont tout tous bien fait peu cas"
  ).split(" "),
);
const isLittle = (word: string): boolean => word.length === 1 || LITTLE.has(word);

const LONGEST_RUN = 4;

interface Names {
  readonly parts: ReadonlySet<string>;
  /** Parts, and whole names written in one word. */
  readonly wholes: ReadonlySet<string>;
  /** Parts of names that hold nothing but little words. */
  readonly onlyLittle: ReadonlySet<string>;
}

const namesOf = (names: readonly string[]): Names => {
  const split = names.map((name) => tokensOf(fold(name)).map(({ word }) => word));
  const parts = split.flat();
  const inOne = split.map((words) => words.join(""));
  // « AminaBenali » too, in either order.
  const wholes = [...parts, ...inOne, inOne.join(""), [...inOne].reverse().join("")].filter(
    (word) => word !== "" && !isLittle(word),
  );
  const little = split.filter((words) => words.every(isLittle)).flat();
  return { parts: new Set(parts), wholes: new Set(wholes), onlyLittle: new Set(little) };
};

const written = (folded: Folded, { from, to }: Token): string => {
  const span = spanOf(folded, from, to - from);
  return folded.source.slice(span.from, span.to);
};
const isCapital = (folded: Folded, token: Token): boolean => /^\p{Lu}/u.test(written(folded, token).normalize("NFKD"));
const beginsSentence = ({ text }: Folded, { from }: Token): boolean =>
  /(?:^|[.!?:\n«"(])\s*$/u.test(text.slice(0, from));

/** A name cut in several words: « Le Goff » where « Legoff » is recorded. Ordinary words that meet by chance are not capitals. */
const isRun = (folded: Folded, run: readonly Token[], wholes: ReadonlySet<string>): boolean => {
  const last = run.at(-1);
  if (last === undefined || !wholes.has(run.map(({ word }) => word).join(""))) return false;
  const between = run.slice(1).map((token, index) => folded.text.slice(run[index]?.to, token.from));
  if (between.some((separator) => !/^\s?[-'. _]\s?$/u.test(separator))) return false;
  return between.every((separator) => separator.includes("-")) || isCapital(folded, last);
};

const inRuns = (folded: Folded, tokens: readonly Token[], { wholes }: Names): ReadonlySet<Token> => {
  const found = new Set<Token>();
  for (let start = 0; start < tokens.length; start += 1)
    for (let size = 2; size <= LONGEST_RUN && start + size <= tokens.length; size += 1) {
      const run = tokens.slice(start, start + size);
      if (isRun(folded, run, wholes)) for (const token of run) found.add(token);
    }
  return found;
};

/** « A.m.i.n.a »: letters one by one. */
const spelledOut = (tokens: readonly Token[], { wholes }: Names): readonly Token[] => {
  const follows = (token: Token, before: Token | undefined): boolean =>
    before !== undefined && token.word.length === 1 && before.word.length === 1 && token.from - before.to <= 3;
  const runs: Token[][] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    if (run !== undefined && follows(token, run.at(-1))) run.push(token);
    else runs.push([token]);
  }
  return runs.filter((run) => run.length > 2 && wholes.has(run.map(({ word }) => word).join(""))).flat();
};

/** Little words of a name count beside another word of it, or where they are all of the name and written as one. */
const littleOnes = (
  folded: Folded,
  tokens: readonly Token[],
  names: Names,
  found: ReadonlySet<Token>,
): readonly Token[] =>
  tokens.filter((token, index) => {
    if (!names.parts.has(token.word) || !isLittle(token.word)) return false;
    const beside = [tokens[index - 1], tokens[index + 1]].some((other) => other !== undefined && found.has(other));
    if (beside) return true;
    return names.onlyLittle.has(token.word) && isCapital(folded, token) && !beginsSentence(folded, token);
  });

export const namesIn = (folded: Folded, recorded: readonly string[]): readonly Span[] => {
  const names = namesOf(recorded);
  const tokens = tokensOf(folded);
  const alone = tokens.filter(({ word }) => names.wholes.has(word) || names.wholes.has(word.replace(/\p{N}+$/u, "")));
  const found = new Set([...alone, ...inRuns(folded, tokens, names), ...spelledOut(tokens, names)]);
  const all = new Set([...found, ...littleOnes(folded, tokens, names, found)]);
  return tokens.filter((token) => all.has(token)).map(({ from, to }) => spanOf(folded, from, to - from));
};
