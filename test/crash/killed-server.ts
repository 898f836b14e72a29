/** The product as it is started, ready to open its store: it loads beforehand, and begins when it is told. */
import { createInterface } from "node:readline";
import { compose } from "../../bot/compose.ts";
import { microsoftEndpoints } from "../../bot/door/endpoints.ts";
import { openDirectory, openStore } from "../../bot/open-store.ts";
import { readPlieFile, readTeamFile } from "../../src/config/files.ts";
import { readSettings } from "../../src/config/settings.ts";
import { createClock } from "../../src/system/clock.ts";
import { createLog } from "../../src/system/log.ts";

/** Short, so that what was being sent when it was killed is soon of unknown outcome. */
const SEND_DEADLINE_MS = 1_000;

const start = async (): Promise<void> => {
  const read = readSettings(process.env);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const { settings } = read;
  const [plie, team] = [readPlieFile(settings.files.plie), readTeamFile(settings.files.team)];
  if (!plie.ok || !team.ok) throw new Error("the files cannot be read");
  const { members } = team.value;
  const clock = createClock(plie.value.timeZone);
  const composed = await compose({
    ...{ settings, plie: plie.value, frameworkFile: settings.files.framework, endpoints: microsoftEndpoints, clock },
    people: { members: () => members, byObjectId: (id) => members.find((one) => one.aadObjectId === id.toLowerCase()) },
    ...{
      log: createLog(settings.logLevel),
      tabFolder: undefined,
      servicesFile: undefined,
      papersFolder: settings.files.papers,
    },
    openStore: (plieId) => openStore(settings, plieId, () => clock.now()),
    openDirectory: (plieId) => openDirectory(settings, plieId, () => clock.now()),
    sendDeadlineMs: SEND_DEADLINE_MS,
  });
  if (!composed.ok) throw new Error(composed.problems.join("\n"));
  await composed.product.server.listen();
  composed.product.rounds.start();
  process.stdout.write("listens\n");
};

createInterface({ input: process.stdin }).once("line", () => void start());
process.stdout.write("loaded\n");
