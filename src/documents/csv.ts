/**
 * A table as a CSV file that French spreadsheets open: UTF-8 with its mark, semicolons, every field quoted. A text that a spreadsheet would take for a
 * formula is written after an apostrophe; numbers stay numbers.
 */
import type { DataCell } from "./data-sheet.ts";

const UTF8_MARK = "\uFEFF";
const BETWEEN = ";";
const END = "\r\n";

/** What makes a formula of a text, full-width variants included; apostrophes before it are doubled by one, so that the text is found again. */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/u;

const written = (cell: DataCell): string => {
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const text = cell ?? "";
  return FORMULA.test(text) ? `'${text}` : text;
};

const field = (cell: DataCell): string => `"${written(cell).replaceAll('"', '""')}"`;

const line = (cells: readonly DataCell[]): string => cells.map(field).join(BETWEEN) + END;

export const csvFile = (rows: readonly (readonly DataCell[])[]): Uint8Array =>
  new TextEncoder().encode(UTF8_MARK + rows.map(line).join(""));

const CHUNK = 65_536;

/** The same file, row after row: it takes as much memory for a million rows as for ten. */
export async function* csvStream(rows: AsyncIterable<readonly DataCell[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = UTF8_MARK;
  for await (const cells of rows) {
    text += line(cells);
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}
