/** The product as it reminds members, over a day that lasts a few seconds: for the loop that kills it. */
import { createInterface } from "node:readline";
import { compose } from "../../bot/compose.ts";
import { microsoftEndpoints } from "../../bot/door/endpoints.ts";
import { openDirectory, openStore } from "../../bot/open-store.ts";
import { readPlieFile, readTeamFile } from "../../src/config/files.ts";
import { readSettings } from "../../src/config/settings.ts";
import { createClock } from "../../src/system/clock.ts";
import { createLog } from "../../src/system/log.ts";
import { wallTime } from "../../src/domain/reminders/when.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { shortDays } from "./short-days.ts";

const SEND_DEADLINE_MS = 1_000;
const LOOKS_EVERY_MS = 15;

const remind = async (): Promise<void> => {
  const read = readSettings(process.env);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const { settings } = read;
  const [plie, team] = [readPlieFile(settings.files.plie), readTeamFile(settings.files.team)];
  if (!plie.ok || !team.ok) throw new Error("the files cannot be read");
  const { members } = team.value;
  const { timeZone } = plie.value;
  const now = shortDays(Number(process.env["BEGAN"]));
  const clock = { ...createClock(timeZone), now, today: () => wallTime(now(), timeZone).day };
  const composed = await compose({
    ...{ settings, plie: plie.value, frameworkFile: settings.files.framework, endpoints: microsoftEndpoints, clock },
    people: { members: () => members, byObjectId: (id) => members.find((one) => one.aadObjectId === id.toLowerCase()) },
    ...{
      log: createLog(settings.logLevel),
      tabFolder: undefined,
      servicesFile: undefined,
      papersFolder: settings.files.papers,
    },
    openStore: (plieId) => openStore(settings, plieId, now),
    openDirectory: (plieId) => openDirectory(settings, plieId, now),
    sendDeadlineMs: SEND_DEADLINE_MS,
  });
  if (!composed.ok) throw new Error(composed.problems.join("\n"));
  const { services, outbox } = composed.product;
  process.stdout.write("listens\n");
  for (;;) {
    await remindMembers(services).catch(() => undefined);
    void outbox.drain();
    await clock.pause(LOOKS_EVERY_MS);
  }
};

createInterface({ input: process.stdin }).once("line", () => void remind());
process.stdout.write("loaded\n");
