/** What LibreOffice makes of the files of hostile words: each value compared, no formula, no shifted column. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { xlsxFile } from "../src/documents/xlsx.ts";
import type { Identity } from "../src/domain/participant/identity.ts";
import { recovered } from "../test/support/hostile-sheets.ts";
import type { HostileReport } from "../test/support/hostile-strings.ts";
import { reopened, type OpenedCell, type OpenedRow, type Opening } from "./libreoffice.ts";

const WIDTH = 3;
const NO_CELL: OpenedCell = { text: "", type: "", isFormula: false };
type Holds = (cell: OpenedCell, name: string) => boolean;

const isText = ({ text, type }: OpenedCell): boolean => text === "" || type === "string";
/** A workbook says itself what is a text: nothing is to be taken away. */
const exactly: Holds = (cell, name) => isText(cell) && cell.text === name;
/** A person takes the apostrophe away. */
const afterApostrophe: Holds = (cell, name) => isText(cell) && recovered(cell.text) === name;
/** Where nothing is chosen for the columns of a CSV, « 007 » is a number for a spreadsheet. */
const orNumber: Holds = (cell, name) => !isText(cell) || afterApostrophe(cell, name);

const faultsIn = (how: string, rows: readonly OpenedRow[], people: readonly Identity[], holds: Holds): string[] => {
  const byCode = new Map(rows.map((row) => [row[0]?.text, row]));
  const formulas = rows.flat().filter(({ isFormula }) => isFormula).length;
  const wrong = people.flatMap(({ code, givenName, familyName }) => {
    const row = byCode.get(code) ?? [];
    const inPlace = row[2]?.text === familyName && row.slice(WIDTH).every(({ text }) => text === "");
    if (inPlace && holds(row[1] ?? NO_CELL, givenName)) return [];
    return [`LibreOffice, ${how}: ${JSON.stringify(givenName)} is ${JSON.stringify(row.map(({ text }) => text))}`];
  });
  return formulas === 0 ? wrong : [`LibreOffice, ${how}: ${formulas} formulas`, ...wrong];
};

const opener = (folder: string) => (name: string, bytes: Uint8Array, how: Opening) => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return reopened(file, how, folder);
};

export interface LibreOfficeReport {
  readonly faults: readonly string[];
  /** Words that it took for numbers or dates, where nothing was chosen for the columns of the CSV. */
  readonly numbers: number;
}

export const inLibreOffice = async (
  { people, csv, xlsx, xlsxAtOnce }: HostileReport,
  folder: string,
): Promise<LibreOfficeReport> => {
  const open = opener(folder);
  const standard = await open("personnes.csv", csv, "csvStandard");
  const faults = [
    ...faultsIn("Excel, row after row", await open("suite.xlsx", xlsx, "workbook"), people, exactly),
    ...faultsIn("Excel", await open("entier.xlsx", xlsxAtOnce, "workbook"), people, exactly),
    ...faultsIn("CSV, fields as text", await open("personnes.csv", csv, "csvAsText"), people, afterApostrophe),
    ...faultsIn("CSV, nothing chosen", standard, people, orNumber),
  ];
  return { faults, numbers: standard.filter(([, cell]) => cell !== undefined && !isText(cell)).length };
};

/** What it cannot hold, and that a formula or a shifted column would have been seen. */
export const witness = async (folder: string): Promise<void> => {
  const open = opener(folder);
  const bad = new TextEncoder().encode('\uFEFF"P-2026-0001";"=1+1";"Nom"\r\n"P-2026-0002";"a";"b";"Nom"\r\n');
  const rows = await open("temoin.csv", bad, "csvStandard");
  assert.equal(rows[0]?.[1]?.isFormula, true, "a formula would not have been seen");
  assert.equal(rows[1]?.[2]?.text, "b", "a shifted column would not have been seen");
  const table = { name: "Feuille", title: "Titre", notes: [], columns: ["Code", "Texte"] };
  const sheet = await xlsxFile([{ ...table, rows: [["P-2026-0001", "a\u0001b\u001F"]] }]);
  const held = (await open("temoin.xlsx", sheet, "workbook")).find(([code]) => code?.text === "P-2026-0001");
  assert.equal(held?.[1]?.text, "ab", "LibreOffice holds control characters now: say so");
};
