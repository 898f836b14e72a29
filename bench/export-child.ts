/** One way of writing one number of rows, in a process of its own: what it took at most, said to whoever asked. */
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import excel from "exceljs";
import writeExcelFile, { type Row } from "write-excel-file/node";
import { csvStream } from "../src/documents/csv.ts";
import type { DataCell } from "../src/documents/data-sheet.ts";
import { xlsxStream } from "../src/documents/xlsx-stream.ts";

/** As many columns as the monthly extraction, about as full. */
const WIDTH = 36;
const COLUMNS = Array.from({ length: WIDTH }, (_, at) => `Colonne ${at + 1}`);
const TEXTS = ["Oui", "", "2026-03-14", "Chenôve", "Accompagnement vers l'emploi", "=1+1", "Poursuite du parcours"];

const rowOf = (at: number): DataCell[] =>
  COLUMNS.map((_, column) => {
    if (column === 0) return `P-2026-${String(at).padStart(6, "0")}`;
    const text = TEXTS[(at * 7 + column) % TEXTS.length] ?? "";
    return column % 6 === 5 ? (at + column) % 50 : text === "" ? null : text;
  });

async function* rowsOf(count: number): AsyncGenerator<DataCell[]> {
  for (let at = 0; at < count; at += 1) {
    // As a store gives them, page by page.
    if (at % 200 === 0) await new Promise(setImmediate);
    yield rowOf(at);
  }
}

/** Counts what comes, keeps nothing: what is measured is who writes. */
const sink = () => {
  const counted = { bytes: 0 };
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, next) => {
      counted.bytes += chunk.length;
      next();
    },
  });
  return { counted, stream };
};

const sheet = (count: number) => ({ name: "Extraction", title: "T", notes: [], columns: COLUMNS, rows: rowsOf(count) });

const WAYS: Readonly<Record<string, (count: number, to: Writable) => Promise<void>>> = {
  "repère, xlsx": (count, to) => pipeline(xlsxStream([sheet(count)]), to),
  "repère, csv": (count, to) => pipeline(csvStream(rowsOf(count)), to),
  "exceljs, in memory": async (count, to) => {
    const book = new excel.Workbook();
    const written = book.addWorksheet("Extraction");
    written.addRow(COLUMNS);
    for await (const row of rowsOf(count)) written.addRow(row);
    await book.xlsx.write(to);
    to.end();
  },
  "exceljs, streamed": async (count, to) => {
    const book = new excel.stream.xlsx.WorkbookWriter({ stream: to, useStyles: false, useSharedStrings: false });
    const written = book.addWorksheet("Extraction");
    written.addRow(COLUMNS).commit();
    for await (const row of rowsOf(count)) written.addRow(row).commit();
    written.commit();
    await book.commit();
  },
  "write-excel-file": async (count, to) => {
    const cells: Row[] = [COLUMNS.map((value) => ({ type: String, value }))];
    for await (const row of rowsOf(count))
      cells.push(
        row.map((cell) => {
          if (cell === null) return null;
          return typeof cell === "number" ? { type: Number, value: cell } : { type: String, value: cell };
        }),
      );
    to.end(await writeExcelFile(cells).toBuffer());
  },
};

const [, , way = "", rows = "0"] = process.argv;
const { counted, stream } = sink();
const started = performance.now();
const done = once(stream, "finish");
await WAYS[way]?.(Number(rows), stream);
await done;
const seconds = (performance.now() - started) / 1000;
// In kilobytes, as Linux says it.
process.send?.({ seconds, bytes: counted.bytes, peakMb: process.resourceUsage().maxRSS / 1024 });
process.disconnect();
