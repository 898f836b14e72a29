/** Where the titles of a CSV file are, and what separates its columns: software writes headings above them, and its own separator. */
import { SEPARATORS, type Separator } from "../domain/exchange/table.ts";

/** How often each separator stands in a line, outside quotes. */
const timesIn = (line: string, separator: string): number => {
  let [quoted, times] = [false, 0];
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) times += 1;
  }
  return times;
};

const separatorOf = (titles: string): Separator => {
  const counts = SEPARATORS.map((separator) => ({ separator, times: timesIn(titles, separator) }));
  return counts.reduce((best, one) => (one.times > best.times ? one : best), { separator: ";", times: 0 }).separator;
};

interface Begun {
  readonly separator: Separator;
  /** Lines of the announcement, that no row holds. */
  readonly skipped: number;
  /** Lines above the titles, that rows hold. */
  readonly above: number;
  readonly pieces: AsyncIterable<string>;
}

/** `sep=;` on a line of its own: what Excel understands. */
const ANNOUNCED = /^\s*sep=(.)(?:\r\n|\n|\r)/i;
const isSeparator = (text: string | undefined): text is Separator => SEPARATORS.some((one) => one === text);

/** Software writes a heading, a date, a filter above its titles: no more than this. */
const LINES_ABOVE = 10;

/** Line ends inside quotes are of their cell. */
const linesOf = (text: string): readonly string[] =>
  text.replace(/"[^"]*"/g, (quoted) => quoted.replace(/\r\n|[\r\n]/g, " ")).split(/\r\n|\n|\r/);

/** Whether a title is one that the reader knows; without it, the first row holds the titles. */
export type IsTitle = (title: string) => boolean;

const knownIn = (line: string, separator: string, isTitle: IsTitle): number =>
  line.split(separator).filter((cell) => isTitle(cell.replace(/^\s*"|"\s*$/g, ""))).length;

interface TitlesLine {
  readonly line: string;
  /** Lines above it. */
  readonly above: number;
}

/** Where the titles are: the line that holds most of those that are known, or else the first that is not blank. */
const titlesLineIn = (lines: readonly string[], isTitle: IsTitle): TitlesLine => {
  const first = lines.findIndex((line) => line.trim() !== "");
  const none = { line: lines[first] ?? "", above: 0, known: 0 };
  const found = lines.slice(0, LINES_ABOVE + 1).map((line, above) => {
    const known = Math.max(...SEPARATORS.map((separator) => knownIn(line, separator, isTitle)));
    return { line, above, known };
  });
  // One word may be a title by chance: the first row is then the one to judge.
  return found.reduce((best, one) => (one.known > Math.max(1, best.known) ? one : best), none);
};

/** Enough text to find them, and to know the separator. */
const beginningOf = async (text: AsyncIterator<string>, most: number): Promise<string> => {
  let [begun, ends] = ["", 0];
  while (begun.length <= most && ends <= 2 * (LINES_ABOVE + 1)) {
    const next = await text.next();
    if (next.done === true) break;
    begun += next.value;
    ends += next.value.replace(/[^\r\n]/g, "").length;
  }
  return begun;
};

/** Where the titles of a file are, and what separates them; nothing of its text is lost. */
export const begin = async (text: AsyncIterator<string>, most: number, isTitle: IsTitle): Promise<Begun> => {
  const begun = await beginningOf(text, most);
  const announced = ANNOUNCED.exec(begun);
  const said = announced?.[1];
  const rest = announced === null ? begun : begun.slice(announced[0].length);
  const { line, above } = titlesLineIn(linesOf(rest), isTitle);
  const separator = isSeparator(said) ? said : separatorOf(line);
  async function* pieces(): AsyncGenerator<string> {
    yield rest;
    for (let next = await text.next(); next.done !== true; next = await text.next()) yield next.value;
  }
  return { separator, skipped: announced === null ? 0 : 1, above, pieces: pieces() };
};
