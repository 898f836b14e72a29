import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvFile } from "../../src/documents/csv.ts";
import type { DataCell } from "../../src/documents/data-sheet.ts";
import { ESF_MENTION } from "../../src/documents/esf-block.ts";
import { xlsxFile } from "../../src/documents/xlsx.ts";
import { readXlsx } from "../support/read-xlsx.ts";

const WIDTH = 3;
const HEAD = ["Un", "Deux", "Trois"];

/** What makes spreadsheets, separators and parsers err. */
const hostile = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "+33 6 00 00 00 00",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u0000=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A",
    "'=1",
    "''=1",
    "'",
    '"',
    '";"',
    "a;b",
    "a\r\nb",
    "a\rb",
    " =1 ",
    "constructor",
    "__proto__",
    "toString",
    "_x0041_",
    "_x005F_",
    "<f>1</f>",
    "</t></si>",
    "]]>&amp;",
    '=HYPERLINK("http://example.invalid";"x")',
    "\u0085\uFEFF\uFFFD",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "'", "＝"), fc.string({ maxLength: 10 }))
    .map(([first, rest]) => first + rest),
);
const cell: fc.Arbitrary<DataCell> = fc.oneof(
  { weight: 5, arbitrary: hostile },
  {
    weight: 1,
    arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0),
  },
  { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const row = fc.array(cell, { minLength: WIDTH, maxLength: WIDTH });
const tables = fc.array(row, { minLength: 1, maxLength: 8 });
/** A book costs much more than its rows: fewer of them, longer. */
const longTables = fc.array(row, { minLength: 30, maxLength: 60 });

/** Half a character, or a code that no character will ever have, is nothing that a file can hold. */
const writable = (text: string): string => text.replace(/[\p{Cs}\p{NChar}]/gu, "");

describe("A table for a spreadsheet, as CSV", () => {
  const read = (file: Uint8Array): string[][] =>
    parse(Buffer.from(file), { bom: true, delimiter: ";", record_delimiter: "\r\n" });
  /** As a person who takes the apostrophe away. */
  const recovered = (field: string): string => (/^'+[=+\-@\t\r\n\0＝＋－＠]/u.test(field) ? field.slice(1) : field);

  it("whatever the texts: no field that a spreadsheet would compute, no shifted column, every value found again", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const fields = read(csvFile([HEAD, ...rows]));
        assert.equal(fields.length, rows.length + 1);
        for (const [at, row] of rows.entries())
          for (const [column, value] of row.entries()) {
            const field = fields[at + 1]![column]!;
            assert.equal(fields[at + 1]!.length, WIDTH, "a column is shifted");
            if (typeof value === "number") {
              assert.equal(Number(field.replace(",", ".")), value);
              continue;
            }
            assert.doesNotMatch(field, /^[=+\-@\t\r\n\0＝＋－＠]/u, "a spreadsheet would compute it");
            assert.equal(recovered(field), (value ?? "").replace(/\p{Cs}/gu, "\uFFFD"));
          }
      }),
      { numRuns: 2000 },
    );
  });

  it("begins with the mark of UTF-8, has every field in quotes, and numbers as French spreadsheets read them", () => {
    const text = Buffer.from(csvFile([["Durée, « en jours »", 12.5, null, -3]])).toString("utf8");
    assert.equal(text, '\uFEFF"Durée, « en jours »";"12,5";"";"-3"\r\n');
  });
});

describe("Tables for a spreadsheet, as an Excel file", function () {
  this.timeout(60_000);
  const TOP = 4;
  const addressOf = (row: number, column: number): string => `${"ABC"[column]}${TOP + 1 + row}`;
  const book = async (rows: readonly (readonly DataCell[])[]) =>
    readXlsx(await xlsxFile([{ name: "Feuille", title: "Titre", notes: ["Note"], columns: HEAD, rows }]));

  it("whatever the texts: no formula, no shifted cell, every value found again", async () => {
    await fc.assert(
      fc.asyncProperty(longTables, async (rows) => {
        const { sheets } = await book(rows);
        const { cells, formulas } = sheets[0]!;
        assert.equal(formulas, 0, "a formula was written");
        for (const [at, row] of rows.entries())
          for (const [column, value] of row.entries()) {
            const found = cells.get(addressOf(at, column));
            const expected = typeof value === "string" ? writable(value) : value;
            assert.equal(found ?? "", expected ?? "", `row ${at}, column ${column}`);
          }
        assert.equal(
          cells.size,
          2 +
            WIDTH +
            rows.flat().filter((value) => value !== null && value !== "" && writable(String(value)) !== "").length +
            1,
        );
      }),
      { numRuns: 100 },
    );
  });

  it("shows the ESF+ block under each table: the emblem as a picture, the mention beside it", async () => {
    const table = { title: "Titre", notes: [], columns: HEAD, rows: [["a", 1, null]] };
    const { sheets, files } = readXlsx(await xlsxFile(["Un", "Deux"].map((name) => ({ ...table, name }))));
    for (const [at, { cells }] of sheets.entries()) {
      const place = [...cells].find(([, value]) => value === ESF_MENTION)?.[0];
      assert.match(place ?? "", /^B\d+$/, "the mention is not beside the emblem");
      const drawing = Buffer.from(files.get(`xl/drawings/drawing${at + 1}.xml`)!).toString("utf8");
      assert.match(drawing, new RegExp(`<xdr:col>0</xdr:col>.*<xdr:row>${Number(place!.slice(1)) - 1}</xdr:row>`));
      assert.match(drawing, /cx="542925" cy="361950"/, "15 by 10 millimetres");
      assert.ok(files.has(`xl/media/sheet${at + 1}-image1.png`));
    }
  });

  it("names its sheets as Excel allows, and cuts what a cell cannot hold", async () => {
    const long = "é".repeat(40_000);
    const { sheets } = readXlsx(
      await xlsxFile([
        {
          name: "Besoins : sans réponse / par thème et commune",
          title: "T",
          notes: [],
          columns: ["A"],
          rows: [[long]],
        },
      ]),
    );
    assert.equal(sheets[0]!.name, "Besoins sans réponse par thème ");
    const kept = sheets[0]!.cells.get("A4");
    assert.ok(typeof kept === "string" && kept.length <= 32_767 && long.startsWith(kept));
  });
});
