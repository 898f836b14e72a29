/**
 * `npm run bench:dashboard`: what the dashboard and one page of the list of people cost a store of 1,000, 10,000 and 100,000 participants: requests,
 * documents and bytes read, on SQLite (a copy of what Cosmos DB holds, read through the same port). Limits, said when one is passed and then the
 * process exits 1: the dashboard takes 3 requests at most and the same number at every size; a page of the list reads 1.1 × its length at most, in
 * each order and however it is narrowed, at every size. Documents count the one that a list reads beyond its page to know that there are more.
 * `--people 1000,10000` for other sizes: a hundred thousand take minutes to write.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { milestoneKey, peopleKey, type ListFilter, type ListSort } from "../src/domain/dashboard/lists.ts";
import { listKey, PART_NOW } from "../src/domain/dashboard/measures.ts";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";
import { readCounters } from "../src/use-cases/parts/read-counters.ts";
import { countingStore } from "../test/support/counting-store.ts";
import { aReferent, LAST_YEAR, writeMany } from "../test/support/many-people.ts";
import { tabServices } from "../test/support/tab-services.ts";

const PAGE = 25;
const MOST_REQUESTS = 3;
const MOST_READ = 1.1;

const REFERENT = aReferent(3);
const everyone: ListFilter = { referent: null, place: null };
const orders: readonly ListSort[] = ["name", "since", "due"];
const LISTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(orders.map((order) => [`everyone, by ${order}`, peopleKey(order, everyone)])),
  ...Object.fromEntries(
    orders.map((order) => [`of one référent, by ${order}`, peopleKey(order, { referent: REFERENT, place: null })]),
  ),
  "in path, by name": peopleKey("name", { referent: null, place: { status: "inPath" } }),
  "to meet, by due": peopleKey("due", { referent: null, place: { step: "toMeet" } }),
  "first assessment, soonest": milestoneKey("t0", null),
  "behind a number of today": listKey(["barrier", "mobilite", "3"], PART_NOW),
  "behind a number of a month": listKey(["entered"], LAST_YEAR[3] ?? PART_NOW),
};

interface Line {
  readonly people: number;
  readonly what: string;
  readonly requests: number;
  readonly documents: number;
  readonly kB: number;
  readonly ms: number;
}

const measured = async (people: number, file: string): Promise<readonly Line[]> => {
  const now = (): Date => new Date();
  const disk = await createSqliteStore({ file, plieId: "bench", now });
  const started = performance.now();
  await writeMany(disk, people, { lines: true });
  console.error(`${people} people written in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const { store, asked, from } = countingStore(disk);
  const services = { ...tabServices([]).services, store };
  const lines: Line[] = [];
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    from();
    const start = performance.now();
    await work();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const { requests, documents, bytes } = asked;
    lines.push({ people, what, requests, documents, kB: Math.round(bytes / 1024), ms });
  };
  await measure("dashboard, one year", () => readCounters(services, [PART_NOW, ...LAST_YEAR]));
  for (const [what, key] of Object.entries(LISTS))
    await measure(what, () => store.list({ kind: "listed", key, limit: PAGE }));
  await disk.close();
  return lines;
};

const beyond = (lines: readonly Line[]): readonly string[] => {
  const loads = lines.filter(({ what }) => what.startsWith("dashboard"));
  const pages = lines.filter((line) => !loads.includes(line));
  return [
    ...loads
      .filter(({ requests }) => requests > MOST_REQUESTS || requests !== loads[0]?.requests)
      .map(({ people, requests }) => `the dashboard of ${people} people takes ${requests} requests`),
    ...pages
      .filter(({ documents, requests }) => requests !== 1 || documents > MOST_READ * PAGE)
      .map(({ people, what, documents }) => `a page (${what}) of ${people} people reads ${documents} documents`),
  ];
};

const { values } = parseArgs({ options: { people: { type: "string", default: "1000,10000,100000" } } });
const folder = mkdtempSync(join(tmpdir(), "bench-dashboard-"));
const lines: Line[] = [];
try {
  for (const people of values.people.split(",").map(Number))
    lines.push(...(await measured(people, join(folder, `${people}.db`))));
} finally {
  rmSync(folder, { recursive: true });
}
console.table(lines);
const passed = beyond(lines);
for (const limit of passed) console.error(limit);
process.exitCode = passed.length === 0 ? 0 : 1;
