/**
 * `npm run bench:dashboard`: what the dashboard and one page of the list of people cost a store of 1,000, 10,000 and 100,000 participants, by the
 * product's own queries on SQLite: requests, documents and bytes read. Limits, named when one is passed, and the process then exits 1: the dashboard
 * takes 3 requests at most and as many at every size; a page reads 1.1 × its length at most, in each order and however it is narrowed, the first and
 * the next, at every size. Documents count the one that a list reads beyond its page to know whether there are more.
 * `--people 1000,10000` for other sizes: a hundred thousand take minutes to write.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";
import { browseParticipants } from "../src/use-cases/browse-participants.ts";
import type { Narrowing } from "../src/use-cases/parts/whose-people.ts";
import { seeDashboard } from "../src/use-cases/see-dashboard.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { ask } from "../src/use-cases/frame/use-case.ts";
import { anActor } from "../test/support/builders.ts";
import { countingStore, type Asked } from "../test/support/counting-store.ts";
import { aReferent, writeMany } from "../test/support/many-people.ts";
import { tabServices } from "../test/support/tab-services.ts";

const PAGE = 25;
const MOST_REQUESTS = 3;
const MOST_READ = 1.1;

const reader = anActor({ roles: ["coordinatrice"] });
const everyone: Narrowing = {
  ...{
    place: null,
    milestone: null,
    late: false,
    soon: false,
    outreach: false,
    whose: "everyone",
    sort: "name",
    behind: null,
  },
};
const oneReferent = { ...everyone, whose: { referent: aReferent(3) } };

const LISTS: Readonly<Record<string, Narrowing>> = {
  "everyone, by name": everyone,
  "everyone, since": { ...everyone, sort: "since" },
  "everyone, due": { ...everyone, sort: "due" },
  "one référent's, by name": oneReferent,
  "one référent's, since": { ...oneReferent, sort: "since" },
  "one référent's, due": { ...oneReferent, sort: "due" },
  "in path, by name": { ...everyone, place: { status: "inPath" } },
  "to meet, due": { ...everyone, place: { step: "toMeet" }, sort: "due" },
  "first assessment, late": { ...everyone, milestone: "t0", late: true },
  "behind a number of today": { ...everyone, behind: { measure: ["barrier", "mobilite", "3"], months: null } },
  "behind a number of a month": {
    ...everyone,
    behind: { measure: ["entered"], months: { from: "2026-08", to: "2026-08" } },
  },
};

interface Line extends Asked {
  readonly people: number;
  readonly what: string;
  readonly ms: number;
}
type Measure = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const pages = async (services: Services, measure: Measure): Promise<void> => {
  for (const [what, narrowing] of Object.entries(LISTS)) {
    const page = (cursor: string | null) =>
      ask(services, reader, browseParticipants, { narrowing, cursor, limit: PAGE });
    const first = await measure(`page: ${what}`, () => page(null));
    if (!first.ok) throw new Error(`${what}: ${first.refusal}`);
    const { next } = first.value;
    if (next !== null) await measure(`page: ${what}, next`, () => page(next));
  }
};

const measured = async (people: number, file: string): Promise<readonly Line[]> => {
  const disk = await createSqliteStore({ file, plieId: "bench", now: () => new Date() });
  const started = performance.now();
  await writeMany(disk, people, { lines: true });
  console.error(`${people} people written in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const { store, asked, from } = countingStore(disk);
  const services = { ...tabServices([]).services, store };
  const lines: Line[] = [];
  const measure: Measure = async (what, work) => {
    from();
    const start = performance.now();
    const answer = await work();
    lines.push({ people, what, ...asked, ms: Math.round((performance.now() - start) * 10) / 10 });
    return answer;
  };
  const seen = await measure("dashboard of a year", () =>
    ask(services, reader, seeDashboard, { from: null, to: null, referent: null }),
  );
  if (!seen.ok) throw new Error(`dashboard: ${seen.refusal}`);
  await pages(services, measure);
  await disk.close();
  return lines;
};

const beyond = (lines: readonly Line[]): readonly string[] => {
  const loads = lines.filter(({ what }) => what.startsWith("dashboard"));
  const lists = lines.filter((line) => !loads.includes(line));
  return [
    ...loads
      .filter(({ requests }) => requests > MOST_REQUESTS || requests !== loads[0]?.requests)
      .map(({ people, requests }) => `the dashboard of ${people} people takes ${requests} requests`),
    ...lists
      .filter(({ documents }) => documents > MOST_READ * PAGE)
      .map(({ people, what, documents }) => `${what}, of ${people} people, reads ${documents} documents`),
  ];
};

const { values } = parseArgs({ options: { people: { type: "string", default: "1000,10000,100000" } } });
const folder = mkdtempSync(join(tmpdir(), "bench-dashboard-"));
const lines: Line[] = [];
try {
  for (const people of values.people.split(",").map(Number)) {
    const some = await measured(people, join(folder, `${people}.db`));
    console.table(some);
    lines.push(...some);
  }
} finally {
  rmSync(folder, { recursive: true });
}
const passed = beyond(lines);
for (const limit of passed) console.error(limit);
process.exitCode = passed.length === 0 ? 0 : 1;
