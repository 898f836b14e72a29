/** Words that nobody is called, brought in by a file, kept, and written again for spreadsheets: what comes back is what was brought in. */
import { parse } from "csv-parse/sync";
import excel from "exceljs";
import { renderCard, type ModelOf } from "../../cards/index.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import { csvStream } from "../../src/documents/csv.ts";
import type { DataCell } from "../../src/documents/data-sheet.ts";
import { xlsxStream } from "../../src/documents/xlsx-stream.ts";
import { xlsxFile } from "../../src/documents/xlsx.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import { htmlOf, inputsOf, seen, squeezed, textBlocksOf } from "../cards/reading.ts";
import { sampleOf } from "../cards/samples.ts";
import { aFileOf, aLineOf, beginImport, importServicesOn } from "./a-people-file.ts";

const SEEDS = [
  ...["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", "\u0000=1", "＝1", "＋1", "－1", "＠a", "'=1", "''", "'"],
  ...['"', '";"', "a;b", "a,b", "a|b", "a\r\nb", "a\rb", "a\nb", "\u202Eabc\u202C", "\u2066x\u2069", "a\u200Bb"],
  ...["\u200D", "👩‍👩‍👧", "🇫🇷", "\uD800", "\uDC00x", "x\uD83D", "__proto__", "constructor", "toString", "hasOwnProperty"],
  ...["<script>alert(1)</script>", "<b>a</b>", "**a**", "[a](javascript:b)", "![a](b)", "`a`", "${1+1}", "{{1}}"],
  ...[
    "_x0041_",
    "_x005F_",
    "_x000D_",
    "]]>",
    "&amp;",
    "&#65;",
    "</t></is></c>",
    "\uFEFFa",
    "\uFFFE",
    "\u0085",
    "\u2028",
  ],
  ...[
    '=HYPERLINK("http://example.invalid")',
    "=cmd|'/C calc'!A0",
    "e\u0301",
    "Z̸̢a̷l̶",
    "عربى",
    "\\",
    "%00",
    "NULL",
    "0x1F",
    "1e5",
    "007",
  ],
] as const;

/** The same for the same number. */
const hostileString = (number: number): string => {
  const one = (at: number): string => SEEDS[at % SEEDS.length] ?? "";
  const turn = Math.floor(number / SEEDS.length);
  if (turn === 0) return one(number);
  if (number % 97 === 0) return one(number).repeat(1 + ((turn * 8) % 60));
  return `${one(number)}${turn % 2 === 0 ? " " : ""}${one(number + turn * 7)}${turn.toString(36)}`;
};

/** What the import keeps of a name: in UTF-8, on one line, without what cannot be seen as a character. Null: too long, the line is refused. */
const kept = (typed: string): string | null => {
  const text = Buffer.from(typed)
    .toString("utf8")
    .replace(/[\t\r\n]/g, " ")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, "")
    .trim()
    .replace(/\s+/gu, " ");
  return Array.from(text).length > 80 ? null : text;
};

const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));

type Read = (cell: excel.CellValue) => string;
const asItIs: Read = (found) => (typeof found === "string" || typeof found === "number" ? String(found) : "");
/** The library decodes shared texts; those that stand in their cell it gives as they are written. */
const decoded: Read = (found) =>
  asItIs(found).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const opened = async (file: Uint8Array): Promise<excel.Worksheet | undefined> => {
  const book = new excel.Workbook();
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  return book.worksheets[0];
};
const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};
async function* given(rows: readonly (readonly DataCell[])[]): AsyncGenerator<readonly DataCell[]> {
  for (const row of rows) yield await Promise.resolve(row);
}

const COLUMNS = ["Code", "Prénom", "Nom"];
const FIRST_CODE = /^P-\d{4}-\d+$/;

const inExcel = async (
  how: string,
  file: Uint8Array,
  people: readonly Identity[],
  read: Read,
): Promise<readonly string[]> => {
  const byCode = new Map(people.map((one) => [one.code, one]));
  const faults: string[] = [];
  (await opened(file))?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.type === excel.ValueType.Formula) faults.push(`${how}: a formula at ${cell.address}`);
    });
    const code = read(row.getCell(1).value);
    const person = byCode.get(code);
    if (person === undefined) return FIRST_CODE.test(code) ? void faults.push(`${how}: ${code} is nobody`) : undefined;
    byCode.delete(code);
    const found = [read(row.getCell(2).value), read(row.getCell(3).value)];
    if (found[0] !== person.givenName || found[1] !== person.familyName)
      faults.push(`${how}: ${JSON.stringify(found)} for ${JSON.stringify(person.givenName)}`);
  });
  return byCode.size === 0 ? faults : [...faults, `${how}: ${byCode.size} rows are missing`];
};

const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;
const inCsv = (file: Buffer, people: readonly Identity[]): readonly string[] => {
  const rows: string[][] = parse(file, { bom: true, delimiter: ";" });
  const wrong = people.filter(({ code, givenName, familyName }, at) => {
    const [first, second = "", third, ...others] = rows[at + 1] ?? [];
    const value = /^'+[=+\-@\t\r\n\0＝＋－＠]/u.test(second) ? second.slice(1) : second;
    return first !== code || FORMULA.test(second) || value !== givenName || third !== familyName || others.length > 0;
  });
  return wrong.map(({ givenName }) => `CSV: ${JSON.stringify(givenName)} is not found again`);
};

const SHEET: ModelOf<"sheet"> = sampleOf("sheet");
const IDENTITY: ModelOf<"identity"> = sampleOf("identity");

/** On the sheet of the person, as text; in the form of their identity, as a value: neither formatted, nor linked, nor filled in. */
const onCards = (people: readonly Identity[]): readonly string[] =>
  people.flatMap(({ code, givenName, familyName }) => {
    const person = `${givenName} ${familyName} · ${code}`;
    const sheet = renderCard("sheet", { ...SHEET, person });
    const blocks = textBlocksOf(sheet.card).map(({ text }) => htmlOf(String(text)));
    const form = renderCard("identity", { ...IDENTITY, fields: { ...IDENTITY.fields, givenName } });
    const typed = inputsOf(form.card).find(({ id }) => id === "givenName")?.value ?? "";
    return [
      ...(blocks.every((html) => !/<(?!\/?p>)/.test(html)) ? [] : [`card: ${JSON.stringify(givenName)} is formatted`]),
      ...(blocks.some((html) => seen(html) === squeezed(person))
        ? []
        : [`card: ${JSON.stringify(givenName)} is not shown`]),
      ...(typed === givenName ? [] : [`card: ${JSON.stringify(givenName)} changed in its field`]),
    ];
  });

export interface HostileReport {
  readonly strings: number;
  readonly kept: number;
  readonly refused: number;
  readonly faults: readonly string[];
  /** The CSV, to be opened by other programs. */
  readonly csv: Uint8Array;
  readonly xlsx: Uint8Array;
}

/** Of the strings from one number on, one person each. */
export const throughTheProduct = async (from: number, count: number): Promise<HostileReport> => {
  const services = importServicesOn(createMemoryStore({ now: () => new Date("2026-11-24T13:32:00.000Z") }));
  const names = Array.from({ length: count }, (_, at) => hostileString(from + at));
  const lines = names.map((givenName, at) => aLineOf(at, { givenName, familyName: `Nom${letters(at)}`, phone: "" }));
  await beginImport(services, aFileOf(...lines));
  await applyImports(services);
  const byName = new Map<string, Identity>();
  for await (const { doc } of everyDocument(services.store, { kind: "identity", key: "all" }))
    byName.set(doc.familyName, doc);
  const faults: string[] = [];
  const people: Identity[] = [];
  for (const [at, typed] of names.entries()) {
    const [person, expected] = [byName.get(`Nom${letters(at)}`), kept(typed)];
    if ((person?.givenName ?? null) !== expected) faults.push(`import: ${JSON.stringify(typed)} of line ${at + 2}`);
    if (person !== undefined) people.push(person);
  }
  const rows = people.map(({ code, givenName, familyName }) => [code, givenName, familyName]);
  const csv = await whole(csvStream(given([COLUMNS, ...rows])));
  const sheet = { name: "Personnes", title: "Personnes", notes: [], columns: COLUMNS };
  const streamed = await whole(xlsxStream([{ ...sheet, rows: given(rows) }]));
  const atOnce = await xlsxFile([{ ...sheet, rows }]);
  faults.push(...onCards(people));
  faults.push(...inCsv(csv, people));
  faults.push(...(await inExcel("Excel, row after row", streamed, people, decoded)));
  faults.push(...(await inExcel("Excel", atOnce, people, asItIs)));
  return { strings: count, kept: people.length, refused: count - people.length, faults, csv, xlsx: streamed };
};
