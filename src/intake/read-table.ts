/** The rows of a CSV file as any office software writes it: any common encoding, separator, quotes and line ends. Holds one row at a time. */
import { CsvError, parse, type Parser } from "csv-parse";
import { cleanText } from "../domain/text.ts";
import { TABLE_LIMITS, type Separator, type TableLimits, type TableRead } from "../domain/exchange/table.ts";
import { encodingOf, TableBroken, textIn, type OpenFile } from "./decode.ts";
import { feed } from "./feed.ts";
import { begin, type IsTitle } from "./find-titles.ts";

/** Those of a row: a quoted cell may hold several. */
const linesIn = (record: readonly string[]): number =>
  record.reduce((lines, cell) => lines + cell.split(/\r\n|\n|\r/).length - 1, 1);

/** Blank lines are many in what a spreadsheet writes; endless ones are nobody's file. */
const WITH_BLANK_ONES = 5;

/**
 * Rows with their line in front. `place.read` grows as rows are parsed, ahead of those that are read: what cannot be parsed begins after it.
 * Blank lines are rows too, so that lines are counted as a person counts them.
 */
const parserOf = (
  separator: Separator,
  { row: most, rows }: TableLimits,
  place: { read: number; all: number },
): Parser =>
  parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: most,
    relax_column_count: true,
    relax_quotes: true,
    on_record: (record) => {
      if ((place.all += 1) > rows * WITH_BLANK_ONES) throw new TableBroken("tooManyLines");
      const line = place.read + 1;
      place.read += linesIn(record);
      return [String(line), ...record];
    },
  });

/** A separator too many at the end of each line is no column. */
const withoutTrailing = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);

const brokenBy = (error: unknown, after: number): TableRead => {
  if (error instanceof TableBroken) return { what: "broken", code: error.code, line: error.line };
  const code = error instanceof CsvError ? error.code : "";
  const line = after + 1;
  if (code === "CSV_QUOTE_NOT_CLOSED") return { what: "broken", code: "quoteNotClosed", line };
  return { what: "broken", code: code === "CSV_MAX_RECORD_SIZE" ? "rowTooLong" : "notCsv", line };
};

/** With quotes and separators, and those that a spreadsheet adds at the end. */
const LINE_FOR_ROW = 4;

/** The parser weighs what cells hold: a line of nothing but separators weighs nothing, and would be held whole. */
async function* withinLines(
  pieces: AsyncIterable<string>,
  most: number,
  place: { readonly read: number },
): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    const end = Math.max(piece.lastIndexOf("\n"), piece.lastIndexOf("\r"));
    length = end < 0 ? length + piece.length : piece.length - end - 1;
    if (length > most * LINE_FOR_ROW) throw new TableBroken("rowTooLong", place.read + 1);
    yield piece;
  }
}

interface Reading {
  readonly limits: TableLimits;
  readonly isTitle: IsTitle;
}

/** Rows that hold something, from the titles on. Throws what a file cannot be read for. */
async function* rowsOf(
  open: OpenFile,
  { limits, isTitle }: Reading,
  place: { read: number; all: number },
): AsyncGenerator<TableRead> {
  const encoding = await encodingOf(open, limits.bytes);
  const text = textIn(open, encoding)[Symbol.asyncIterator]();
  const { separator, skipped, above, pieces } = await begin(text, limits.row, isTitle);
  place.read = skipped;
  const parser = parserOf(separator, limits, place);
  const feeding = feed(withinLines(pieces, limits.row, place), parser);
  const parsed: AsyncIterable<readonly [string, ...string[]]> = parser;
  let [rows, columns, left] = [0, 0, above];
  for await (const [begins, ...record] of parsed) {
    const line = Number(begins);
    const cells = withoutTrailing(record);
    if ((left -= 1) >= 0 || cells.length === 0) continue;
    if (cells.length > limits.columns) throw new TableBroken("notCsv", line);
    if (columns > 0 && (rows += 1) > limits.rows) throw new TableBroken("tooManyLines");
    if (columns > 0) yield { what: "row", line, cells: record.slice(0, Math.max(columns, cells.length)) };
    else yield { what: "titles", titles: cells.map(cleanText), encoding, separator };
    if (columns === 0) columns = cells.length;
  }
  await feeding;
  if (rows === 0) throw new TableBroken(columns === 0 ? "empty" : "titlesOnly");
}

const noneKnown: IsTitle = () => false;

/** Never throws: a file that cannot be read to its end gives `broken` last. */
export async function* readTable(
  open: OpenFile,
  limits: TableLimits = TABLE_LIMITS,
  isTitle = noneKnown,
): AsyncGenerator<TableRead> {
  const place = { read: 0, all: 0 };
  try {
    yield* rowsOf(open, { limits, isTitle }, place);
  } catch (error) {
    yield brokenBy(error, place.read);
  }
}

/** The same, read to its end before its rows are given: of a file that cannot be read, nothing but why. */
export async function* readWholeTable(open: OpenFile, isTitle: IsTitle): AsyncGenerator<TableRead> {
  for await (const one of readTable(open, TABLE_LIMITS, isTitle))
    if (one.what === "broken") {
      yield one;
      return;
    }
  yield* readTable(open, TABLE_LIMITS, isTitle);
}
