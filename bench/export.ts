/**
 * `npm run bench:export`: what a file for a spreadsheet takes, from ten thousand rows to a million, of as many columns as the monthly extraction: ours,
 * and the usual Excel libraries on the same rows in the same run, each in a process of its own. Peak of the process's memory, seconds, bytes of the file.
 * So that a peak is what is kept, not what V8 has not collected yet, every process has a young generation of 1 MB, and ours no more than 48 MB for all
 * that it keeps: were it to grow with its rows, it would not finish. The libraries have all the room they want.
 * A library that fails or passes ten minutes says so. The limit, and exit 1 past it: our peak at the most rows is at most 1.15 times the one at the fewest.
 * `--rows 10000,100000` for other sizes; `--ours` for ours alone.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

const OURS = ["repère, xlsx", "repère, csv"];
const OTHERS = ["exceljs, streamed", "exceljs, in memory", "write-excel-file"];
const MOST_GROWTH = 1.15;
const COLLECTED_SOON = ["--max-semi-space-size=1"];
const NO_ROOM_TO_KEEP = ["--max-old-space-size=48"];
const PATIENCE_MS = 600_000;

const measured = z.object({ seconds: z.number(), bytes: z.number(), peakMb: z.number() });
type Measured = z.infer<typeof measured>;
interface Line {
  readonly way: string;
  readonly rows: number;
  readonly measured: Measured | null;
}

const inItsOwnProcess = (way: string, rows: number): Promise<Measured | null> =>
  new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, "export-child.ts"), [way, String(rows)], {
      execArgv: ["--import", "tsx", ...COLLECTED_SOON, ...(OURS.includes(way) ? NO_ROOM_TO_KEEP : [])],
      timeout: PATIENCE_MS,
      // What a library says before it gives up is not our report.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let said: Measured | null = null;
    child.on("message", (message) => (said = measured.parse(message)));
    child.on("exit", () => resolve(said));
  });

const { values } = parseArgs({
  options: { rows: { type: "string", default: "10000,100000,1000000" }, ours: { type: "boolean", default: false } },
});
const sizes = values.rows.split(",").map(Number);
const lines: Line[] = [];
const given = new Set<string>();
for (const rows of sizes)
  for (const way of [...OURS, ...(values.ours ? [] : OTHERS)]) {
    // What failed with fewer rows is not tried with more.
    const result = given.has(way) ? null : await inItsOwnProcess(way, rows);
    if (result === null) given.add(way);
    lines.push({ way, rows, measured: result });
  }

const ofOurs = (rows: number): Measured | null =>
  lines.find((line) => line.way === OURS[0] && line.rows === rows)?.measured ?? null;
const rounded = (value: number): number => Math.round(value * 10) / 10;
console.table(
  lines.map(({ way, rows, measured: line }) => {
    const ours = ofOurs(rows);
    if (line === null || ours === null) return { way, rows, "peak, MB": "did not finish" };
    const { seconds, peakMb, bytes } = line;
    return {
      ...{ way, rows, "peak, MB": rounded(peakMb), "× our xlsx": rounded(peakMb / ours.peakMb) },
      ...{ seconds: rounded(seconds), "file, MB": rounded(bytes / 1e6) },
    };
  }),
);

for (const way of OURS) {
  const [fewest, most] = [sizes[0], sizes.at(-1)].map(
    (rows) => lines.find((line) => line.way === way && line.rows === rows)?.measured,
  );
  const growth = (most?.peakMb ?? Infinity) / (fewest?.peakMb ?? 1);
  console.log(`${way}: memory × ${growth.toFixed(2)} from ${sizes[0]} to ${sizes.at(-1)} rows`);
  if (growth <= MOST_GROWTH) continue;
  console.error(`${way}: its memory grows with the number of rows`);
  process.exitCode = 1;
}
