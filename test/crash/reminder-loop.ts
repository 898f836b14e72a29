/** Two servers that remind a team are killed again and again over weeks of short days; then each item is looked for: told once, or of an outcome that somebody sees. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import plie from "../../config/plie.json" with { type: "json" };
import { addDays } from "../../src/domain/participant/days.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import type { Write } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createCalendar } from "../../src/system/calendar.ts";
import { aCase, anIdentity } from "../support/builders.ts";
import { FakeConnector } from "../support/fake-connector.ts";
import { aChat, aSummary } from "../support/reminder-bench.ts";
import { Random } from "./random.ts";
import { FIRST_DAY, SHORT_DAY_MS, shortDays } from "./short-days.ts";
import { WarmServer } from "./warm-server.ts";
import { verifyReminders, type Expected, type ReminderFigures } from "./verify-reminders.ts";

const ROOT = join(import.meta.dirname, "../..");
const REFERENTS = 4;
/** Until both are loaded for the first time. */
const LOADS_MS = 4_000;
const DUE_A_DAY = 2;
const CUT = { kind: "acceptThenReset" } as const;
const BUSY = { kind: "status", status: 503 } as const;
const calendar = createCalendar();

const memberId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const LEADER = memberId(REFERENTS + 1);

const writeTeam = (file: string): void => {
  const referents = Array.from({ length: REFERENTS }, (_, index) => ({
    ...{ aadObjectId: memberId(index + 1), name: `Référente ${"ABCD"[index]}`, roles: ["referent"] },
  }));
  const leader = { aadObjectId: LEADER, name: "Cheffe de projet", roles: ["chargeDeProjet"] };
  writeFileSync(file, JSON.stringify({ members: [...referents, leader] }));
};

/** Each day worked, for each référent, a few people who have something due that day: nobody does it. */
const peopleDue = (days: number): { readonly docs: StoredDocument[]; readonly expected: Expected[] } => {
  const docs: StoredDocument[] = [];
  const expected: Expected[] = [];
  let number = 0;
  for (let index = 0; index < days; index += 1) {
    const on = addDays(FIRST_DAY, index);
    if (!calendar.isWorkingDay(on)) continue;
    for (let referent = 1; referent <= REFERENTS; referent += 1)
      for (let count = 0; count < DUE_A_DAY; count += 1) {
        number += 1;
        const referentId = memberId(referent);
        const summary = aSummary(number, { referentId, due: [{ milestone: "t0", on }] });
        const { code } = summary;
        docs.push(summary, aCase({ code, referentId }), anIdentity({ code, referentId }));
        expected.push({ memberId: referentId, card: "own", code, on }, { memberId: LEADER, card: "lead", code, on });
      }
  }
  return { docs, expected };
};

/** One instance: killed at a random moment, while the next one is loaded and waits. */
const killed = async (server: WarmServer, random: Random, over: () => boolean): Promise<void> => {
  while (!over()) {
    await server.start();
    await Promise.all([server.nextIsLoaded, wait(random.between(20, 2_000))]);
    await server.kill();
  }
};

/** Teams fails now and then while it takes a message. */
const trouble = async (teams: FakeConnector, random: Random, over: () => boolean): Promise<void> => {
  teams.latencyMs = () => (random.chance(0.5) ? random.between(1, 120) : 0);
  for (let met = 0; !over();) {
    await wait(random.between(50, 400));
    // One at a time: it has met the one before.
    if (teams.received.length === met) continue;
    met = teams.received.length;
    if (random.chance(0.25)) teams.script(random.chance(0.5) ? CUT : BUSY);
  }
};

export interface ReminderReport extends ReminderFigures {
  readonly problems: readonly string[];
  readonly kills: number;
  readonly days: number;
}

export const reminderLoop = async (seconds: number, seed: number, root = ROOT): Promise<ReminderReport> => {
  const folder = mkdtempSync(join(tmpdir(), "repere-reminders-"));
  const [dataDir, teamFile] = [join(folder, "data"), join(folder, "team.json")];
  writeTeam(teamFile);
  const teams = await FakeConnector.start();
  const days = Math.floor((seconds * 1000) / SHORT_DAY_MS);
  const { docs, expected } = peopleDue(days);
  const file = join(dataDir, "repere.db");
  const servers: WarmServer[] = [];
  try {
    const first = await createSqliteStore({ file, plieId: plie.plieId, now: () => new Date() });
    const chats = Array.from({ length: REFERENTS + 1 }, (_, index) => ({
      ...aChat(memberId(index + 1)),
      serviceUrl: teams.serviceUrl,
    }));
    const all: StoredDocument[] = [...chats, ...docs];
    for (let at = 0; at < all.length; at += 50)
      await first.commit(all.slice(at, at + 50).map((doc): Write => ({ op: "put", doc })));
    await first.close();
    const began = Date.now() + LOADS_MS;
    const env = { BEGAN: String(began), LOG_LEVEL: "silent" };
    for (let count = 0; count < 2; count += 1)
      servers.push(await WarmServer.prepare({ dataDir, teamFile, root, entry: "test/crash/reminding-server.ts", env }));
    const over = (): boolean => Date.now() > began + seconds * 1000;
    await Promise.all([
      ...servers.map((server, index) => killed(server, new Random(seed + index), over)),
      trouble(teams, new Random(seed + 9), over),
    ]);
    const kills = servers.reduce((sum, server) => sum + server.kills, 0);
    // A few days in peace: what was held leaves, and what became late is told.
    await servers[0]?.start();
    await wait(SHORT_DAY_MS * 4);
    await servers[0]?.kill();
    const store = await createSqliteStore({ file, plieId: plie.plieId, now: shortDays(began) });
    const verified = await verifyReminders(store, teams, expected);
    await store.close();
    return { ...verified, kills, days };
  } finally {
    for (const server of servers) await server.remove();
    await teams.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const reminderFigures = (report: ReminderReport): string =>
  `${report.kills} kills over ${report.days} short days: ${report.items} items told, ${report.sent} cards sent, ${report.unknown} of unknown outcome and seen, ` +
  `${report.again} held and told again, ${report.lost} set aside before they left`;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [seconds = "90", seed = String(Date.now() % 1_000_000), root] = process.argv.slice(2);
  const report = await reminderLoop(Number(seconds), Number(seed), root);
  console.log(`seed ${seed}: ${reminderFigures(report)}`);
  for (const problem of report.problems.slice(0, 20)) console.log(`- ${problem}`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}
