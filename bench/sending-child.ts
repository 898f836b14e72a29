/** One server process of `npm run bench:sending`: the product over the shared file, sending over HTTP. Begins when it is told to, ends with its input. */
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { compose } from "../bot/compose.ts";
import { microsoftEndpoints } from "../bot/door/endpoints.ts";
import { readPlieFile, readTeamFile } from "../src/config/files.ts";
import { faster, TEAMS_LIMITS } from "../src/outbox/limits.ts";
import { createMemoryStore } from "../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";
import { createClock } from "../src/system/clock.ts";
import { createLog } from "../src/system/log.ts";

const [file = "", scale = "1"] = process.argv.slice(2);
const configFile = (name: string): string => fileURLToPath(new URL(`../config/${name}`, import.meta.url));

const plie = readPlieFile(configFile("plie.json"));
const team = readTeamFile(configFile("team.json"));
if (!plie.ok || !team.ok) throw new Error("The demo's files cannot be read.");
const { members } = team.value;
const clock = createClock(plie.value.timeZone);
const now = (): Date => clock.now();
const composed = await compose({
  settings: {
    ...{ port: 0, host: "127.0.0.1", publicUrl: "http://localhost:3978", dataDir: "", store: { kind: "memory" } },
    ...{ auth: { mode: "local" }, demo: "off", playground: false, logLevel: "silent" },
    files: { plie: "", team: "", framework: "", services: "", papers: "" },
  },
  plie: plie.value,
  people: { members: () => members, byObjectId: (id) => members.find(({ aadObjectId }) => aadObjectId === id) },
  frameworkFile: configFile("framework.json"),
  papersFolder: configFile("papers"),
  endpoints: microsoftEndpoints,
  clock,
  log: createLog("error", { write: (line) => void process.stderr.write(line) }),
  tabFolder: undefined,
  openStore: (plieId) => createSqliteStore({ file, plieId, now }),
  openDirectory: () => Promise.resolve(createMemoryStore({ now })),
  servicesFile: undefined,
  sendLimits: faster(TEAMS_LIMITS, Number(scale)),
});
if (!composed.ok) throw new Error(composed.problems.join("\n"));
const { product } = composed;
const input = createInterface({ input: process.stdin });
input.on("line", () => product.rounds.start());
input.on("close", () => void product.stop().then(() => process.exit(0)));
process.stdout.write("ready\n");
