/** Words that nobody is called, brought in by a file, kept, and written again for spreadsheets: what comes back is what was brought in. */
import type { Identity } from "../../src/domain/participant/identity.ts";
import { csvStream } from "../../src/documents/csv.ts";
import type { DataCell } from "../../src/documents/data-sheet.ts";
import { xlsxStream } from "../../src/documents/xlsx-stream.ts";
import { xlsxFile } from "../../src/documents/xlsx.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import { aFileOf, aLineOf, beginImport, importServicesOn } from "./a-people-file.ts";
import { onCards } from "./hostile-cards.ts";
import { asItIs, decoded, inCsv, inExcel } from "./hostile-sheets.ts";

const SEEDS = [
  ...["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", "\u0000=1", "＝1", "＋1", "－1", "＠a", "'=1", "''", "'"],
  ...['"', '";"', "a;b", "a,b", "a|b", "a\r\nb", "a\rb", "a\nb", "\u202Eabc\u202C", "\u2066x\u2069", "a\u200Bb"],
  ...["\u200D", "👩‍👩‍👧", "🇫🇷", "\uD800", "\uDC00x", "x\uD83D", "__proto__", "constructor", "toString", "hasOwnProperty"],
  ...["<script>alert(1)</script>", "<b>a</b>", "**a**", "[a](javascript:b)", "![a](b)", "`a`", "${1+1}", "{{1}}"],
  ...[
    "${$root.code}",
    "$root",
    "{{DATE(2026-11-27T06:00Z)}}",
    "{{{TIME(2026-11-27T06:00Z)}}}",
    "<at>tous</at>",
    "@tous",
  ],
  ...["__a__", "~~a~~", "# a", "- a", "1. a", "> a", "===", "https://exemple.invalid", "a@exemple.invalid", "tel:115"],
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

const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};
async function* given(rows: readonly (readonly DataCell[])[]): AsyncGenerator<readonly DataCell[]> {
  for (const row of rows) yield await Promise.resolve(row);
}

const COLUMNS = ["Code", "Prénom", "Nom"];

export interface HostileReport {
  readonly strings: number;
  readonly kept: number;
  readonly refused: number;
  readonly faults: readonly string[];
  /** The files, and whom they hold, for other programs to open. */
  readonly people: readonly Identity[];
  readonly csv: Uint8Array;
  readonly xlsx: Uint8Array;
  readonly xlsxAtOnce: Uint8Array;
}

/** The day that an import here sees. */
export const now = (): Date => new Date("2026-11-24T13:32:00.000Z");

/** Of the strings from one number on, one person each. */
export const throughTheProduct = async (
  from: number,
  count: number,
  store: Store = createMemoryStore({ now }),
): Promise<HostileReport> => {
  const services = importServicesOn(store);
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
  const counts = { strings: count, kept: people.length, refused: count - people.length };
  return { ...counts, faults, people, csv, xlsx: streamed, xlsxAtOnce: atOnce };
};
