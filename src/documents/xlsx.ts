/** Tables as an Excel file, one sheet each, with the ESF+ block: texts are texts whatever they begin with, numbers are numbers, nothing is a formula. */
import writeExcelFile, { type Row, type Sheet } from "write-excel-file/node";
import type { DataCell, DataSheet } from "./data-sheet.ts";
import { ESF_EMBLEM_LABEL, ESF_MENTION } from "./esf-block.ts";
import { esfEmblemPng } from "./esf-emblem-png.ts";
import { byNumber, cellText, sheetName } from "./xlsx-text.ts";

const FONT = { fontFamily: "Arial", fontSize: 10 };
/** Names that every object of the language answers to: the library looks texts up in one. */
const isNameOfTheLanguage = (text: string): boolean => text in {};

const shortened = (text: string): string => {
  const kept = cellText(text);
  return isNameOfTheLanguage(kept) ? byNumber(kept.charAt(0)) + kept.slice(1) : kept;
};

const textCell = (text: string, more: object = {}) => ({ type: String, value: shortened(text), ...more });
const numberCell = (value: number) => ({ type: Number, value });
const cellOf = (cell: DataCell) => {
  if (cell === null || cell === "") return null;
  return typeof cell === "number" ? numberCell(cell) : textCell(cell, { wrap: true, alignVertical: "top" });
};

/** 15 by 10 millimetres. */
const EMBLEM = { width: 57, height: 38, dpi: 96 } as const;
const EMBLEM_ROW_HEIGHT = 40;

const emblem = (row: number) => ({
  ...{ content: esfEmblemPng(), contentType: "image/png", ...EMBLEM },
  anchor: { row, column: 1 },
  ...{ title: ESF_EMBLEM_LABEL, description: ESF_EMBLEM_LABEL },
});

const head = { fontWeight: "bold", wrap: true, alignVertical: "top", bottomBorderStyle: "thin" } as const;
const FIRST_WIDTH = 44;
const WIDTH = 20;
const LARGE = 14;

const sheetOf = ({ name, title, notes, columns, rows }: DataSheet): Sheet<Buffer> => {
  const above: Row[] = [
    [textCell(title, { fontWeight: "bold", fontSize: LARGE })],
    ...notes.map((note) => [textCell(note)]),
    [],
  ];
  const table: Row[] = [columns.map((column) => textCell(column, head)), ...rows.map((row) => row.map(cellOf))];
  // The emblem and its mention side by side: neither covers the other.
  const mention = textCell(ESF_MENTION, { fontSize: 12, textColor: "#003399", alignVertical: "center" });
  const foot: Row[] = [[], [{ value: "", height: EMBLEM_ROW_HEIGHT }, mention]];
  const data = [...above, ...table, ...foot];
  return {
    ...{ sheet: sheetName(name), data, images: [emblem(data.length)] },
    columns: columns.map((_, at) => ({ width: at === 0 ? FIRST_WIDTH : WIDTH })),
  };
};

export const xlsxFile = (sheets: readonly DataSheet[]): Promise<Uint8Array> =>
  writeExcelFile(sheets.map(sheetOf), FONT).toBuffer();
