/** Starts the product: reads the settings and the files, opens the store, listens, and in local mode starts the Playground. */
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPlieFile } from "../src/config/files.ts";
import { readSettings, type Settings } from "../src/config/settings.ts";
import { openTeamFile } from "../src/config/team-file.ts";
import type { Log } from "../src/ports/log.ts";
import { createClock } from "../src/system/clock.ts";
import { createLog } from "../src/system/log.ts";
import { compose, type Product } from "./compose.ts";
import { microsoftEndpoints } from "./door/endpoints.ts";
import { openDirectory, openStore } from "./open-store.ts";
import { PlaygroundError, startPlayground } from "./playground.ts";

const PLAYGROUND_PORT = 56150;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const refuse = (problems: readonly string[]): never => {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
};

/** The built tab stands beside the compiled code, and under dist/ when run from the sources. */
const tabFolder = (): string | undefined =>
  ["../tab", "../dist/tab"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => existsSync(`${folder}/app.html`));

/** The folder of the Playground's file: one step above the sources, two above the compiled code. */
const playgroundFolder = (): string =>
  ["..", "../.."]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => existsSync(`${folder}/m365agentsplayground.yml`)) ?? process.cwd();

/** Beside the framework that they are scored with; a framework kept elsewhere may have none. */
const vignettesFolder = ({ files }: Settings): string | undefined => {
  const folder = join(dirname(files.framework), "vignettes");
  return existsSync(folder) ? folder : undefined;
};

const endOnAccident = (log: Log): void => {
  const end = (cause: unknown): void => {
    log.error("app.stopping", { code: "accident", cause });
    process.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
};

const playgroundFor = async (settings: Settings, port: number): Promise<(() => Promise<void>) | undefined> => {
  if (!settings.playground) return undefined;
  try {
    const playground = await startPlayground({
      botUrl: `http://127.0.0.1:${port}/api/messages`,
      port: PLAYGROUND_PORT,
      configDir: playgroundFolder(),
    });
    say(`Playground : ${playground.url}`);
    return () => playground.stop();
  } catch (cause) {
    if (!(cause instanceof PlaygroundError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return undefined;
  }
};

const stopOn = (product: Product, stopPlayground: (() => Promise<void>) | undefined): void => {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void Promise.all([product.stop(), stopPlayground?.()]).then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
};

const start = async (): Promise<void> => {
  const read = readSettings(process.env);
  if (!read.ok) return refuse(read.problems);
  const { settings } = read;
  const log = createLog(settings.logLevel);
  endOnAccident(log);
  const plie = readPlieFile(settings.files.plie);
  if (!plie.ok) return refuse(plie.problems);
  const people = openTeamFile({
    path: settings.files.team,
    onProblem: (problems) => log.error("team.refused", { count: problems.length }),
    onReload: () => log.info("team.reloaded"),
  });
  if (!people.ok) return refuse(people.problems);
  const clock = createClock(plie.value.timeZone);
  const composed = await compose({
    settings,
    plie: plie.value,
    people: people.value,
    frameworkFile: settings.files.framework,
    endpoints: microsoftEndpoints,
    clock,
    log,
    tabFolder: tabFolder(),
    openStore: (plieId) => openStore(settings, plieId, () => clock.now()),
    openDirectory: (plieId) => openDirectory(settings, plieId, () => clock.now()),
    servicesFile: settings.files.services,
    vignettesFolder: vignettesFolder(settings),
    papersFolder: settings.files.papers,
  });
  if (!composed.ok) return refuse(composed.problems);
  const { product } = composed;
  const port = await product.server.listen();
  product.rounds.start();
  log.info("app.started", { plieId: product.services.plie.plieId });
  say(`Repère : http://localhost:${port}`);
  say(`Onglet : ${settings.publicUrl}/tab`);
  stopOn(product, await playgroundFor(settings, port));
};

await start();
