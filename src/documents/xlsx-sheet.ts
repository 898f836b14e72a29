/** The sheets of one table, row after row: a second one goes on where the first is full. */
import type { DataCell, DataSheet } from "./data-sheet.ts";
import { ESF_MENTION } from "./esf-block.ts";
import { SHEET_END, sheetStart, STYLE, xml } from "./xlsx-parts.ts";
import { cellText } from "./xlsx-text.ts";

export interface StreamedSheet extends Omit<DataSheet, "rows"> {
  readonly rows: AsyncIterable<readonly DataCell[]>;
  /** In characters, column by column; the usual one where it is not said. */
  readonly widths?: readonly number[];
}

const CHUNK = 65_536;
const WIDTH = 20;
const EMBLEM_ROW_HEIGHT = 40;

/** 0 → A, 26 → AA. */
const letters = (at: number): string =>
  (at < 26 ? "" : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const textCell = (address: string, text: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(cellText(text))}</t></is></c>`;

const cellOf = (address: string, cell: DataCell, style: number): string => {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number" && Number.isFinite(cell)) return `<c r="${address}"><v>${cell}</v></c>`;
  return textCell(address, String(cell), style);
};

const rowOf = (number: number, names: readonly string[], cells: readonly DataCell[], style: number): string =>
  `<row r="${number}">${cells.map((cell, at) => cellOf(`${names[at] ?? letters(at)}${number}`, cell, style)).join("")}</row>`;

/** The block above all, the emblem and its mention side by side: neither covers the other. */
const esfRow = `<row r="1" ht="${EMBLEM_ROW_HEIGHT}" customHeight="1">${textCell("B1", ESF_MENTION, STYLE.mention)}</row>`;

/** What stands above the rows, and the number of the first of them. */
const topOf = ({ title, notes, columns, widths = [] }: StreamedSheet, names: readonly string[]) => {
  const lines = [title, ...notes].map((text, at) => rowOf(at + 2, names, [text], at === 0 ? STYLE.title : 0));
  const head = lines.length + 3;
  const start = sheetStart(columns.map((_, at) => widths[at] ?? WIDTH));
  return { text: start + esfRow + lines.join("") + rowOf(head, names, columns, STYLE.column), first: head + 1 };
};

/** Gives the bytes of one sheet after the other, while `goesOn` says that rows are left. */
export const createSheetWriter = (sheet: StreamedSheet, longest: number) => {
  const rows = sheet.rows[Symbol.asyncIterator]();
  const names = sheet.columns.map((_, at) => letters(at));
  const top = topOf(sheet, names);
  let waiting: IteratorResult<readonly DataCell[]> | null = null;

  async function* bytes(): AsyncGenerator<Buffer> {
    let text = top.text;
    let number = top.first;
    waiting ??= await rows.next();
    while (waiting.done !== true && number <= longest) {
      text += rowOf(number, names, waiting.value, STYLE.text);
      number += 1;
      if (text.length >= CHUNK) {
        yield Buffer.from(text, "utf8");
        text = "";
      }
      waiting = await rows.next();
    }
    yield Buffer.from(text + SHEET_END, "utf8");
  }
  return {
    bytes,
    goesOn: (): boolean => waiting?.done !== true,
    /** What is read no further is let go. */
    close: async (): Promise<void> => {
      await rows.return?.();
    },
  };
};
