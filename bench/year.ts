/**
 * `npm run year -- --scale 1 --data <dir>`: a year of the PLIE, fictional and the same for the same `--seed`, lived day by day through the product's
 * commands into a store that `npm start` opens; then everything that has to be true of it is checked, and how long it took is said.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";
import { checkTheYear } from "../test/support/year-check.ts";
import { checkTheFiles } from "../test/support/year-file-check.ts";
import { liveTheYear, YEAR_TEAM, yearPlace } from "../test/support/year-place.ts";

const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "0.05" },
    seed: { type: "string", default: "2026" },
    data: { type: "string" },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = resolve(values.data ?? join("data", "year"));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "team.json"), `${JSON.stringify({ members: YEAR_TEAM }, null, 2)}\n`);

const place = await yearPlace(async (plieId, now) => ({
  store: await createSqliteStore({ file: join(folder, "repere.db"), plieId, now }),
  directory: await createSqliteStore({ file: join(folder, "services.db"), plieId, now }),
}));
const started = performance.now();
const { services, people, happened, watch, months } = await liveTheYear(place, {
  seed: Number(values.seed),
  scale: Number(values.scale),
});
const seconds = (performance.now() - started) / 1000;
say(`${String(people)} personnes en ${seconds.toFixed(1)} s, soit ${(people / seconds).toFixed(1)} par seconde`);
say(JSON.stringify(happened, null, 2));
const report = await checkTheYear(services, people);
const files = await checkTheFiles(services, months);
say(JSON.stringify({ ...report, reminders: watch.told(), files }, null, 2));
say(`Ouvrir : DATA_DIR=${folder} TEAM_FILE=${join(folder, "team.json")} npm start`);
await place.services.store.close();
await place.services.directory.close();
