/** Files that leave row after row: read back by the usual Excel library, which did not write them. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import excel from "exceljs";
import fc from "fast-check";
import { csvFile, csvStream } from "../../src/documents/csv.ts";
import type { DataCell } from "../../src/documents/data-sheet.ts";
import { ESF_MENTION } from "../../src/documents/esf-block.ts";
import { xlsxStream } from "../../src/documents/xlsx-stream.ts";

const HEAD = ["Un", "Deux", "Trois"];
/** The block, the title, one note, an empty line, the columns. */
const TOP = 5;

const hostile = fc.oneof(
  fc.constantFrom(
    ...["=1+1", "+33 6 00 00 00 00", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1", "'", '"', '";"'],
    ...["a;b", "a\r\nb", "a\rb", " =1 ", "constructor", "__proto__", "_x0041_", "_x005F_", "<f>1</f>", "</t></is></c>"],
    ...["]]>&amp;", '=HYPERLINK("http://example.invalid";"x")', "\u0000=1", "\u0085\uFEFF\uFFFD", "=cmd|'/C calc'!A0"],
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.tuple(fc.constantFrom("=", "+", "-", "@"), fc.string({ maxLength: 10 })).map(([first, rest]) => first + rest),
);
const cell: fc.Arbitrary<DataCell> = fc.oneof(
  { weight: 5, arbitrary: hostile },
  { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const row = fc.array(cell, { minLength: 3, maxLength: 3 });
const tables = fc.array(row, { minLength: 1, maxLength: 8 });
/** A book costs much more than its rows: fewer of them, longer. */
const longTables = fc.array(row, { minLength: 30, maxLength: 60 });

async function* given(rows: readonly (readonly DataCell[])[]): AsyncGenerator<readonly DataCell[]> {
  for (const row of rows) yield await Promise.resolve(row);
}
const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const table = (rows: readonly (readonly DataCell[])[], name = "Feuille") => ({
  ...{ name, title: "Titre", notes: ["Note"], columns: HEAD, rows: given(rows) },
});
const opened = async (bytes: AsyncIterable<Uint8Array>): Promise<excel.Workbook> => {
  const book = new excel.Workbook();
  const file = await whole(bytes);
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  return book;
};
/** Half a character, or a code that no character will ever have, is nothing that a file can hold. */
const writable = (text: string): string => text.replace(/[\p{Cs}\p{NChar}]/gu, "");

/** As Excel reads what XML cannot hold; this library gives it as it is written. */
const decoded = (found: excel.CellValue): excel.CellValue =>
  typeof found !== "string"
    ? found
    : found.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

describe("A file for a spreadsheet that leaves row after row", function () {
  this.timeout(60_000);

  it("as Excel: whatever the texts, no formula, no shifted cell, every value found again by another library", async () => {
    await fc.assert(
      fc.asyncProperty(longTables, async (rows) => {
        const [sheet] = (await opened(xlsxStream([table(rows)]))).worksheets;
        assert.ok(sheet !== undefined);
        for (const [at, row] of rows.entries())
          for (const [column, value] of row.entries()) {
            const found = sheet.getCell(TOP + 1 + at, column + 1);
            assert.equal(found.formula, undefined, "a formula was written");
            const expected = typeof value === "string" ? writable(value) : value;
            assert.equal(decoded(found.value) ?? "", expected ?? "", `row ${at}, column ${column}`);
          }
        assert.equal(sheet.rowCount <= TOP + rows.length, true, "a row was added");
        assert.equal(sheet.columnCount <= HEAD.length, true, "a column is shifted");
      }),
      { numRuns: 100 },
    );
  });

  it("as CSV: the very bytes of the file that is made at once, whatever the texts", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const streamed = await whole(csvStream(given([HEAD, ...rows])));
        assert.deepEqual(streamed, Buffer.from(csvFile([HEAD, ...rows])));
        const fields: string[][] = parse(streamed, { bom: true, delimiter: ";", record_delimiter: "\r\n" });
        for (const field of fields.slice(1).flat())
          if (!/^-?\d+$/.test(field))
            assert.doesNotMatch(field, /^[=+\-@\t\r\n\0＝＋－＠]/u, "a spreadsheet would compute it");
      }),
      { numRuns: 1000 },
    );
  });

  it("shows the ESF+ block above each table: the emblem as a picture, the mention beside it", async () => {
    const { worksheets } = await opened(xlsxStream([table([["a", 1, null]], "Un"), table([["b", 2, "c"]], "Deux")]));
    assert.deepEqual(
      worksheets.map(({ name }) => name),
      ["Un", "Deux"],
    );
    for (const sheet of worksheets) {
      assert.equal(sheet.getCell("B1").value, ESF_MENTION);
      const [image] = sheet.getImages();
      assert.ok(image !== undefined, "the emblem is missing");
      assert.ok(image.range.tl.nativeCol === 0 && image.range.tl.nativeRow === 0, "the emblem is elsewhere");
    }
  });

  it("goes on in a second sheet where the first is full: no row is lost, the columns are said again", async () => {
    const rows = Array.from({ length: 25 }, (_, at) => [`P-${at}`, at, null]);
    const { worksheets } = await opened(xlsxStream([table(rows)], TOP + 10));
    assert.deepEqual(
      worksheets.map(({ name }) => name),
      ["Feuille", "Feuille (2)", "Feuille (3)"],
    );
    const codes = worksheets.flatMap((sheet) => {
      assert.deepEqual(
        HEAD.map((_, at) => sheet.getCell(TOP, at + 1).value),
        HEAD,
      );
      return Array.from({ length: sheet.rowCount - TOP }, (_, at) => sheet.getCell(TOP + 1 + at, 1).value);
    });
    assert.deepEqual(
      codes,
      rows.map(([code]) => code),
    );
  });

  it("is the same bytes for the same rows", async () => {
    const make = () => whole(xlsxStream([table([["a", 1, "=b"]])]));
    assert.deepEqual(await make(), await make());
  });

  it("cuts what a cell cannot hold, and holds an empty table", async () => {
    const { worksheets } = await opened(xlsxStream([table([["é".repeat(40_000), null, null]]), table([], "Vide")]));
    const kept = worksheets[0]?.getCell(TOP + 1, 1).value;
    assert.ok(typeof kept === "string" && kept.length <= 32_767 && kept.startsWith("éé"));
    assert.equal(worksheets[1]?.rowCount, TOP);
  });

  it("fails as a whole where its rows fail, and reads no further once it is left", async () => {
    async function* failing(): AsyncGenerator<readonly DataCell[]> {
      yield await Promise.resolve(["a", 1, null]);
      throw new Error("the store is gone");
    }
    const cut = { ...table([]), rows: failing() };
    await assert.rejects(whole(xlsxStream([cut])), /the store is gone/);

    let closed = false;
    async function* endless(): AsyncGenerator<readonly DataCell[]> {
      try {
        for (let at = 0; ; at += 1) yield await Promise.resolve([`P-${at}`, at, "x".repeat(1000)]);
      } finally {
        closed = true;
      }
    }
    for await (const chunk of xlsxStream([{ ...table([]), rows: endless() }])) if (chunk.length > 1000) break;
    assert.ok(closed, "its rows are still being read");
  });
});
