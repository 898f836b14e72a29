/** *Extraction mensuelle* as a file, written while it is read: the rows, and the list of columns beside them. */
import { BETWEEN, cellInWords } from "../domain/exchange/extraction-cell.ts";
import type { ExtractionColumn } from "../domain/exchange/extraction-columns.ts";
import type { ExtractionCells, ExtractionRow } from "../domain/exchange/extraction-records.ts";
import type { Day } from "../domain/participant/codes.ts";
import { columnFormatWords, extractionWords as words } from "../wording/tab-extraction.ts";
import { csvStream } from "./csv.ts";
import type { DataCell } from "./data-sheet.ts";
import { xlsxStream } from "./xlsx-stream.ts";

export interface ExtractionToWrite {
  readonly month: string;
  readonly plie: string;
  readonly on: Day;
  readonly provisional: boolean;
  readonly version: string;
  readonly columns: readonly ExtractionColumn[];
  readonly sheets: { readonly rows: string; readonly columns: string };
  readonly rows: AsyncIterable<ExtractionRow>;
}

const cellOf = (column: ExtractionColumn, cells: ExtractionCells): DataCell => {
  const value = Object.hasOwn(cells, column.id) ? cells[column.id] : undefined;
  if (value === undefined) return null;
  return typeof value === "number" ? value : cellInWords(column, value);
};

async function* linesOf({ rows, columns }: ExtractionToWrite): AsyncGenerator<readonly DataCell[]> {
  for await (const { cells } of rows) yield columns.map((column) => cellOf(column, cells));
}

async function* described(columns: readonly ExtractionColumn[]): AsyncGenerator<readonly DataCell[]> {
  for (const { title, meaning, format, source, values = {} } of columns)
    yield await Promise.resolve([
      title,
      meaning,
      columnFormatWords[format],
      source,
      Object.values(values).join(BETWEEN),
    ]);
}

async function* withHead(
  head: readonly DataCell[],
  lines: AsyncIterable<readonly DataCell[]>,
): AsyncGenerator<readonly DataCell[]> {
  yield head;
  yield* lines;
}

const NARROW = 16;
const WIDE = 44;

const asXlsx = (extraction: ExtractionToWrite): AsyncIterable<Uint8Array> => {
  const { month, plie, on, provisional, version, columns, sheets } = extraction;
  const title = words.title(month);
  const notes = [plie, provisional ? words.provisional(on) : words.frozen(on), words.about, words.dates];
  return xlsxStream([
    {
      ...{ name: sheets.rows, title, notes, columns: columns.map((column) => column.title), rows: linesOf(extraction) },
      widths: columns.map(({ format }) => (format === "list" ? WIDE : NARROW)),
    },
    {
      ...{ name: sheets.columns, title: words.columns, notes: [title, words.version(version)] },
      columns: Object.values(words.column),
      rows: described(columns),
      widths: [WIDE, WIDE * 2, NARROW, NARROW * 2, WIDE * 2],
    },
  ]);
};

export const extractionFile = (extraction: ExtractionToWrite, format: "xlsx" | "csv"): AsyncIterable<Uint8Array> =>
  format === "xlsx"
    ? asXlsx(extraction)
    : csvStream(
        withHead(
          extraction.columns.map(({ title }) => title),
          linesOf(extraction),
        ),
      );
