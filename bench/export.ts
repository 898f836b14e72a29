/**
 * `npm run bench:export`: what a file for a spreadsheet takes, from ten thousand rows to a million, of as many columns as the monthly extraction: ours,
 * and the usual Excel libraries on the same rows in the same run, each in a process of its own. Peak of the process's memory, seconds, bytes of the file.
 * So that a peak is what is kept, not what V8 has not collected yet, every process has a young generation of 1 MB, and ours no more than 48 MB for all
 * that it keeps: were it to grow with its rows, it would not finish. The libraries have all the room they want, up to 6 GB.
 * What passes that, or ten minutes, is cut, and it is said. The limit, and exit 1 past it: our peak at the most rows is at most 1.15 times the one at the
 * fewest.
 * `--rows 10000,100000` for other sizes; `--ours` for ours alone; `--minutes 30` on a slow machine.
 */
import { parseArgs } from "node:util";
import { inItsOwnProcess, type Measured, type Outcome } from "./export-process.ts";

const OURS = ["repère, xlsx", "repère, csv"];
const OTHERS = ["exceljs, streamed", "exceljs, in memory", "write-excel-file"];
const MOST_GROWTH = 1.15;
const MOST_MB = 6_144;

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "10000,100000,1000000" },
    ours: { type: "boolean", default: false },
    minutes: { type: "string", default: "10" },
  },
});
const sizes = values.rows.split(",").map(Number);
const most = { mb: MOST_MB, seconds: Number(values.minutes) * 60 };

interface Line {
  readonly way: string;
  readonly rows: number;
  readonly outcome: Outcome;
}
const lines: Line[] = [];
for (const rows of sizes)
  for (const way of [...OURS, ...(values.ours ? [] : OTHERS)]) {
    const failed = lines.some((line) => line.way === way && line.outcome.measured === null);
    const outcome = failed
      ? { measured: null, why: "not tried: fewer rows were too many" }
      : await inItsOwnProcess(way, rows, OURS.includes(way), most);
    lines.push({ way, rows, outcome });
    console.log(`${way}, ${rows} rows: ${outcome.why}`);
  }

const measuredOf = (way: string, rows: number | undefined): Measured | null =>
  lines.find((line) => line.way === way && line.rows === rows)?.outcome.measured ?? null;
const rounded = (value: number): number => Math.round(value * 10) / 10;
console.table(
  lines.map(({ way, rows, outcome: { measured, why } }) => {
    if (measured === null) return { way, rows, "peak, MB": why };
    const ours = measuredOf("repère, xlsx", rows)?.peakMb;
    return {
      ...{ way, rows, "peak, MB": rounded(measured.peakMb) },
      "× our xlsx": ours === undefined ? "" : rounded(measured.peakMb / ours),
      ...{ seconds: rounded(measured.seconds), "file, MB": rounded(measured.bytes / 1e6) },
    };
  }),
);

/** From the fewest rows to the most that it wrote. */
const growthOf = (way: string): { readonly rows: number | undefined; readonly by: number } => {
  const rows = sizes.findLast((size) => measuredOf(way, size) !== null);
  const [fewest, last] = [measuredOf(way, sizes[0]), measuredOf(way, rows)];
  return { rows, by: (last?.peakMb ?? Infinity) / (fewest?.peakMb ?? 1) };
};
for (const way of new Set(lines.map((line) => line.way))) {
  const { rows, by } = growthOf(way);
  console.log(`${way}: memory × ${by.toFixed(2)} from ${sizes[0]} to ${rows ?? 0} rows`);
  if (!OURS.includes(way) || (rows === sizes.at(-1) && by <= MOST_GROWTH)) continue;
  console.error(`${way}: its memory grows with the number of rows`);
  process.exitCode = 1;
}
