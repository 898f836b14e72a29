/** Several people hold the whole conversation over HTTP while the server is killed again and again; then the store is compared with what they were told. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import plie from "../../config/plie.json" with { type: "json" };
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { FakeConnector } from "../support/fake-connector.ts";
import { Client } from "./client.ts";
import { Ledger } from "./ledger.ts";
import { Random } from "./random.ts";
import { ServerProcess } from "./server-process.ts";
import { verify, type Verified } from "./verify.ts";
import { Worker } from "./worker.ts";

export interface CrashOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly people?: number;
  /** Root of the sources to run: this checkout, or a copy that was broken on purpose. */
  readonly root?: string;
}

export interface CrashReport extends Verified {
  readonly seed: number;
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly redelivered: number;
  readonly clickedAgain: number;
  readonly failures: readonly string[];
}

const objectId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** More référents than a small team has: each works on cases of their own. */
const writeTeam = (file: string, people: number): void =>
  writeFileSync(
    file,
    JSON.stringify({
      members: Array.from({ length: people }, (_, index) => ({
        aadObjectId: objectId(index + 1),
        name: `Référente ${"ABCDEFGHIJ"[index]}`,
        roles: ["referent"],
      })),
    }),
  );

/** Kills at random moments, sometimes while the server is still starting. */
const nemesis = async (server: ServerProcess, random: Random, over: () => boolean): Promise<void> => {
  while (!over()) {
    const starting = server.start();
    if (random.chance(0.1)) await wait(random.between(50, 600));
    else {
      await starting;
      await wait(random.between(100, 2_500));
    }
    await server.kill();
    await starting;
  }
};

const integrity = (file: string): string[] => {
  const db = new Database(file);
  const found = JSON.stringify(db.prepare("PRAGMA integrity_check").all());
  db.close();
  return found === '[{"integrity_check":"ok"}]' ? [] : [`the file is damaged: ${found}`];
};

/** Messages of one chat: at most one for each thing said. */
const answers = (teams: FakeConnector, ledgers: readonly Ledger[]): string[] =>
  ledgers.flatMap((ledger, index) => {
    const posted = teams.received.filter(
      ({ method, path }) => method === "POST" && path.includes(`a:${objectId(index + 1)}`),
    ).length;
    return posted > ledger.said ? [`${posted} messages in a chat for ${ledger.said} things said`] : [];
  });

export const crashLoop = async ({ seed, seconds, people = 4, root }: CrashOptions): Promise<CrashReport> => {
  const folder = mkdtempSync(join(tmpdir(), "repere-crash-"));
  const [dataDir, teamFile] = [join(folder, "data"), join(folder, "team.json")];
  writeTeam(teamFile, people);
  const teams = await FakeConnector.start();
  const server = await ServerProcess.prepare({ dataDir, teamFile, ...(root === undefined ? {} : { root }) });
  const end = Date.now() + seconds * 1000;
  const over = (): boolean => Date.now() > end;
  try {
    const ledgers = Array.from({ length: people }, () => new Ledger());
    const workers = ledgers.map((ledger, index) => {
      const random = new Random(seed * 1000 + index);
      const around = { teams, url: `http://127.0.0.1:${server.port}`, over };
      const client = new Client(around, objectId(index + 1), random, ledger);
      return new Worker(client, "nprst"[index] ?? "v", random, ledger, over).work();
    });
    await Promise.all([nemesis(server, new Random(seed), over), ...workers]);
    const file = join(dataDir, "repere.db");
    const store = await createSqliteStore({ file, plieId: plie.plieId, now: () => new Date() });
    const verified = await verify(store, ledgers);
    await store.close();
    const sum = (figure: (ledger: Ledger) => number): number =>
      ledgers.reduce((total, ledger) => total + figure(ledger), 0);
    return {
      ...verified,
      problems: [...verified.problems, ...answers(teams, ledgers), ...integrity(file)],
      seed,
      kills: server.kills,
      acknowledged: sum((ledger) => ledger.acknowledged),
      unanswered: sum((ledger) => ledger.unanswered),
      redelivered: sum((ledger) => ledger.redelivered),
      clickedAgain: sum((ledger) => ledger.clickedAgain),
      failures: server.failures,
    };
  } finally {
    await server.remove();
    await teams.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const figuresOf = (report: CrashReport): string =>
  `seed ${report.seed}: ${report.kills} kills, ${report.acknowledged} commands acknowledged (${report.redelivered} delivered twice, ` +
  `${report.clickedAgain} clicked again, ${report.unanswered} never answered), ${report.people} people, ${report.events} events, ` +
  `${report.auditEntries} audit entries, ${report.failures.length} failures in the log`;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [seconds = "300", seed = String(Date.now() % 1_000_000), root] = process.argv.slice(2);
  const report = await crashLoop({
    seconds: Number(seconds),
    seed: Number(seed),
    ...(root === undefined ? {} : { root }),
  });
  console.log(figuresOf(report));
  for (const problem of report.problems.slice(0, 20)) console.log(`- ${problem}`);
  for (const failure of report.failures.slice(0, 10)) console.log(`  log: ${failure}`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}
