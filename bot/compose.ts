/** Builds the whole product from what it is given: main.ts gives the real things, tests give a local issuer and a fake Teams. */
import { readFileSync } from "node:fs";
import { readFramework } from "../src/domain/framework/read-framework.ts";
import type { Clock } from "../src/ports/clock.ts";
import type { Log } from "../src/ports/log.ts";
import type { People } from "../src/ports/people.ts";
import type { Store } from "../src/ports/store.ts";
import { mountApi } from "../src/api/routes.ts";
import { identifyByToken } from "../src/api/identify.ts";
import { identifyLocally } from "../src/api/identify-locally.ts";
import { mountTab } from "../src/api/tab-pages.ts";
import type { PlieFile } from "../src/config/files.ts";
import { readServicesFile } from "../src/config/services-file.ts";
import type { Settings } from "../src/config/settings.ts";
import { readPapers } from "../src/config/papers.ts";
import { readVignettes } from "../src/config/vignettes.ts";
import type { Limits } from "../src/outbox/limits.ts";
import { createOutbox, type Outbox } from "../src/outbox/outbox.ts";
import { createCalendar } from "../src/system/calendar.ts";
import { createIds } from "../src/system/ids.ts";
import { closeErased } from "../src/use-cases/finish-erasures.ts";
import { keepPapers } from "../src/use-cases/keep-papers.ts";
import { createFrameworks, keepFramework } from "../src/use-cases/keep-framework.ts";
import { sweepVersions } from "../src/use-cases/parts/directory-version.ts";
import { keepLocalServices } from "../src/use-cases/keep-local-services.ts";
import { holdsNobody, rememberAuth } from "../src/use-cases/remember-store.ts";
import { seedDemo } from "../src/use-cases/demo/seed-demo.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { createAdapter, type DoorAdapter } from "./door/adapter.ts";
import { createConnector, SEND_DEADLINE_MS, type Connector } from "./door/connector.ts";
import type { Endpoints } from "./door/endpoints.ts";
import { createServer, type DoorServer } from "./door/server.ts";
import { createTurnDoor } from "./door/turn-door.ts";
import { createMessenger } from "./messenger.ts";
import { plieOf } from "./plie.ts";
import { whatIsNotReady } from "./ready.ts";
import { createRooms } from "./rooms.ts";
import { createRounds, type Rounds } from "./rounds.ts";
import { createTurns } from "./turns.ts";

export interface Given {
  readonly settings: Settings;
  readonly plie: PlieFile;
  readonly people: People;
  readonly frameworkFile: string;
  readonly endpoints: Endpoints;
  readonly clock: Clock;
  readonly log: Log;
  /** Folder of the built tab; undefined: the tab is not served. */
  readonly tabFolder: string | undefined;
  readonly openStore: (plieId: string) => Promise<Store>;
  /** The store of the directory of services. */
  readonly openDirectory: (plieId: string) => Promise<Store>;
  /** The PLIE's own services; undefined: none. */
  readonly servicesFile: string | undefined;
  /** Folder of the vignettes; undefined: none. */
  readonly vignettesFolder?: string | undefined;
  /** Versioned files of the PLIE: questionnaires, notice, durations, columns. */
  readonly papersFolder: string;
  /** How long Teams has to take a message; ten seconds where it is not said. */
  readonly sendDeadlineMs?: number;
  /** What Teams takes from one bot; what Microsoft publishes where it is not said. */
  readonly sendLimits?: Limits;
  /** How long a button may take before it answers that it goes on; a little less than Teams waits where it is not said. */
  readonly invokeBudgetMs?: number;
}

export interface Product {
  readonly services: Services;
  readonly server: DoorServer;
  readonly outbox: Outbox;
  readonly rounds: Rounds;
  /** Stops taking, finishes what is in flight, closes the store. */
  stop(): Promise<void>;
}

export type Composed =
  { readonly ok: true; readonly product: Product } | { readonly ok: false; readonly problems: readonly string[] };

/** The store to serve: the demo's while the real one holds nobody, when the settings leave it open. */
const chooseStore = async (
  given: Given,
): Promise<{ readonly store: Store; readonly plieId: string; readonly demo: boolean }> => {
  const { plieId } = given.plie;
  const demoId = `${plieId}-demo`;
  if (given.settings.demo === "on") return { store: await given.openStore(demoId), plieId: demoId, demo: true };
  const store = await given.openStore(plieId);
  if (given.settings.demo === "off" || !(await holdsNobody(store))) return { store, plieId, demo: false };
  await store.close();
  return { store: await given.openStore(demoId), plieId: demoId, demo: true };
};

const frameworkFrom = (path: string): { readonly text: string; readonly read: ReturnType<typeof readFramework> } => {
  try {
    const text = readFileSync(path, "utf8");
    return { text, read: readFramework(JSON.parse(text)) };
  } catch {
    return { text: "", read: { ok: false, problems: [`le fichier ne peut pas être lu (${path})`] } };
  }
};

const audiencesOf = (settings: Settings, botId: string): readonly [string, ...string[]] => {
  const { host } = new URL(settings.publicUrl);
  return [botId, `api://${host}/BotId-${botId}`, `api://${host}/${botId}`];
};

export const compose = async (given: Given): Promise<Composed> => {
  const { settings, clock, log } = given;
  const { text, read } = frameworkFrom(given.frameworkFile);
  if (!read.ok) return { ok: false, problems: read.problems.map((problem) => `framework.json : ${problem}`) };
  const known = { framework: read.framework, communes: given.plie.communes };
  const vignettes =
    given.vignettesFolder === undefined
      ? ({ ok: true, value: [] } as const)
      : readVignettes(given.vignettesFolder, known);
  if (!vignettes.ok) return { ok: false, problems: vignettes.problems.map((problem) => `vignettes : ${problem}`) };
  const own =
    given.servicesFile === undefined ? undefined : readServicesFile(given.servicesFile, read.framework.domains);
  if (own?.ok === false) return { ok: false, problems: own.problems };
  const papers = readPapers(given.papersFolder);
  if (!papers.ok) return papers;
  const { store, plieId, demo } = await chooseStore(given);
  const directory = await given.openDirectory(plieId);
  const close = async (problem: string): Promise<Composed> => {
    await Promise.all([store.close(), directory.close()]);
    return { ok: false, problems: [problem] };
  };
  const ids = createIds();
  if (!(await rememberAuth(store, clock, settings.auth.mode)))
    return close("cette base a servi avec AUTH=entra : elle ne s'ouvre pas avec AUTH=local");
  if (!(await keepFramework({ store, clock, ids }, read.framework, text)))
    return close(
      `framework.json : la version ${read.framework.version} a déjà servi avec un autre contenu ; changez le numéro de version`,
    );
  const [changed] = await keepPapers({ store, clock, ids }, papers.value.texts);
  if (changed !== undefined)
    return close(
      `${changed.name}.json : la version ${changed.version} a déjà servi avec un autre contenu ; changez le numéro de version`,
    );
  const connected = connectorOf(given);
  const services: Services = {
    store,
    directory,
    clock,
    calendar: createCalendar(),
    ids,
    people: given.people,
    plie: plieOf(given.plie, plieId, demo),
    frameworks: createFrameworks(store, read.framework),
    papers: papers.value.papers,
    vignettes: vignettes.value,
    rooms: createRooms(connected.connector, given.plie.tenantId),
    log,
  };
  await sweepVersions(services);
  if (own !== undefined && !(await keepLocalServices(services, own.value)))
    return close("services.json : le répertoire change sans cesse depuis ailleurs ; relancez dans un instant");
  if (demo) await seedDemo(services);
  // Whoever a restored backup brought back is closed before anybody opens a file.
  await closeErased(services);
  return { ok: true, product: assemble(given, services, connected) };
};

const botIdOf = ({ auth }: Settings): string => (auth.mode === "entra" ? auth.bot.id : "");

interface Connected {
  readonly adapter: DoorAdapter;
  readonly connector: Connector;
}
const connectorOf = ({ settings, endpoints, log, sendDeadlineMs: deadlineMs }: Given): Connected => {
  const adapter = createAdapter({ settings, endpoints });
  return {
    adapter,
    connector: createConnector({ adapter, botId: botIdOf(settings), log, deadlineMs }),
  };
};

const assemble = (given: Given, services: Services, { adapter, connector }: Connected): Product => {
  const { settings, endpoints, log } = given;
  const local = settings.auth.mode === "local";
  const botId = botIdOf(settings);
  const appId = local ? null : (settings.teamsAppId ?? botId);
  const place = { timeZone: given.plie.timeZone, publicUrl: settings.publicUrl, appId };
  const messenger = createMessenger(services, connector, { ...place, local });
  const outbox = createOutbox(services, messenger, {
    sendDeadlineMs: given.sendDeadlineMs ?? SEND_DEADLINE_MS,
    limits: given.sendLimits,
  });
  const rounds = createRounds(services, outbox);
  const turns = createTurns({
    ...place,
    services,
    local,
    send: (conversationId) => rounds.sendNow(conversationId),
  });
  const turnDoor = createTurnDoor({
    ...{ adapter, connector, log, onActivity: (activity) => turns.handle(activity) },
    ...(given.invokeBudgetMs === undefined ? {} : { invokeBudgetMs: given.invokeBudgetMs }),
  });
  const identify =
    settings.auth.mode === "local"
      ? identifyLocally
      : identifyByToken({
          tenantIds: [given.plie.tenantId],
          audiences: audiencesOf(settings, botId),
          now: Date.now,
          ...(endpoints.authority === undefined ? {} : { authority: endpoints.authority }),
        });
  const server = createServer({
    settings,
    endpoints,
    turnDoor,
    log,
    tenants: [given.plie.tenantId],
    ready: () => whatIsNotReady(services),
    mount: (routes) => {
      mountApi(routes, { services, identify, afterAct: () => void rounds.sendNow() });
      if (given.tabFolder !== undefined)
        mountTab(routes, { folder: given.tabFolder, mode: settings.auth.mode, services });
    },
  });
  return {
    services,
    server,
    outbox,
    rounds,
    stop: async () => {
      server.announceStop();
      await server.stop();
      await rounds.stop();
      await services.store.close();
      await services.directory.close();
    },
  };
};
