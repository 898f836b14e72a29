/** Records of a CSV file, one at a time, as data·inclusion publishes them (lists as `['a', 'b']`) or as a spreadsheet writes them (`a|b`, `a,b`). */
import { CsvError, parse } from "csv-parse";
import { FILE_LIMITS, type FileLimits, type ReadRecord } from "../domain/offer/read-record.ts";
import { feed } from "./feed.ts";
import { Broken, textOf } from "./text.ts";

const LISTS: ReadonlySet<string> = new Set([
  "thematiques",
  "publics",
  "modes_accueil",
  "zone_eligibilite",
  "modes_mobilisation",
  "mobilisable_par",
  "reseaux_porteurs",
]);
const NUMBERS: ReadonlySet<string> = new Set([
  "longitude",
  "latitude",
  "volume_horaire_hebdomadaire",
  "nombre_semaines",
  "score_qualite",
]);
const BOOLEANS: ReadonlySet<string> = new Set(["adresse_certifiee"]);
const NESTED: ReadonlySet<string> = new Set(["extra", "structure"]);

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const LONGEST_HEADER = 64 * 1024;

/** No value of these lists holds a comma, a bar or a quote. */
const listIn = (cell: string): readonly string[] =>
  cell
    .replace(/^[[{]|[\]}]$/g, "")
    .split(/[|,;]/)
    .map((item) => item.replace(/^[\s"']+|[\s"']+$/g, ""))
    .filter((item) => item !== "");

const nestedIn = (cell: string): unknown => {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
};

/** What is not written as expected stays text, so that the schema says what is wrong. Undefined: nothing in the cell. */
const valueOf = (column: string, cell: string): unknown => {
  if (cell === "") return undefined;
  if (LISTS.has(column)) return listIn(cell).length === 0 ? undefined : listIn(cell);
  if (NUMBERS.has(column)) return NUMBER.test(cell) ? Number(cell.replace(",", ".")) : cell;
  if (BOOLEANS.has(column)) return /^(?:true|false)$/i.test(cell) ? cell.toLowerCase() === "true" : cell;
  return NESTED.has(column) ? nestedIn(cell) : cell;
};

const recordOf = (columns: readonly string[], cells: readonly string[]): unknown =>
  Object.fromEntries(
    columns.flatMap((column, index) => {
      const value = valueOf(column, cells[index] ?? "");
      return value === undefined ? [] : [[column, value]];
    }),
  );

/** The separator of the header: a semicolon inside a text never changes it. */
const separatorIn = (header: string): string => (header.split(";").length > header.split(",").length ? ";" : ",");

/** The first line, then everything: what the header says is needed before anything is parsed. */
const withHeader = async (
  text: AsyncIterator<string>,
): Promise<{ readonly header: string; readonly pieces: AsyncIterable<string> }> => {
  let begun = "";
  let ended = false;
  while (!ended && !begun.includes("\n") && begun.length < LONGEST_HEADER) {
    const next = await text.next();
    ended = next.done === true;
    begun += next.done === true ? "" : next.value;
  }
  async function* pieces(): AsyncGenerator<string> {
    yield begun;
    for (let next = await text.next(); next.done !== true; next = await text.next()) yield next.value;
  }
  return { header: begun.split(/\r?\n/, 1)[0] ?? "", pieces: pieces() };
};

/** Rows, as they are parsed: the parser takes a piece of text only when its rows were read. */
async function* rowsOf(text: AsyncIterator<string>, most: number): AsyncGenerator<readonly string[]> {
  const { header, pieces } = await withHeader(text);
  const parser = parse({
    delimiter: separatorIn(header),
    max_record_size: most,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // A failure of the text ends the parser with it, and comes out below.
  const feeding = feed(pieces, parser);
  const rows: AsyncIterable<readonly string[]> = parser;
  yield* rows;
  await feeding;
}

const brokenBy = (error: unknown): ReadRecord => {
  if (error instanceof Broken) return { what: "broken", code: error.code };
  const code = error instanceof CsvError ? error.code : "";
  return { what: "broken", code: code === "CSV_QUOTE_NOT_CLOSED" ? "truncated" : "notCsv" };
};

const idIn = (columns: readonly string[], cells: readonly string[]): string | null =>
  cells[columns.indexOf("id")] ?? null;

/** Never throws: a file that cannot be read to its end gives `broken` last. Holds one row and what is parsed of one piece of text. */
export async function* readCsvRecords(
  stream: AsyncIterable<Uint8Array | string>,
  limits: FileLimits = FILE_LIMITS,
): AsyncGenerator<ReadRecord> {
  let columns: readonly string[] | undefined;
  let short: ReadRecord | undefined;
  let rank = 0;
  try {
    for await (const cells of rowsOf(textOf(stream, limits.bytes), limits.record)) {
      if (columns === undefined) {
        columns = cells.map((cell) => cell.trim());
        if (!columns.includes("id")) throw new Broken("notRecords");
        continue;
      }
      rank += 1;
      if (short !== undefined) yield short;
      short = undefined;
      if (cells.length === columns.length) yield { what: "record", rank, value: recordOf(columns, cells) };
      else short = { what: "unfit", rank, id: idIn(columns, cells), code: "columns" };
    }
    // The last row is cut: so is the file.
    if (short !== undefined) throw new Broken("truncated");
    if (columns === undefined) throw new Broken("notCsv");
  } catch (error) {
    yield brokenBy(error);
  }
}
