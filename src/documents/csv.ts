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

export const csvFile = (rows: readonly (readonly DataCell[])[]): Uint8Array =>
  new TextEncoder().encode(UTF8_MARK + rows.map((cells) => cells.map(field).join(BETWEEN) + END).join(""));
