/** The environment, read once at start. A wrong value is named with the allowed ones; nothing else reads `process.env`. */
import { resolve } from "node:path";
import { botAuth, type Auth } from "./bot-auth.ts";
import { Reader } from "./environment.ts";

export const STORE_KINDS = ["sqlite", "cosmos", "memory"] as const;
export const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

export type StoreSettings =
  | { readonly kind: "sqlite" }
  | { readonly kind: "memory" }
  /** Without `key`: managed identity. */
  | { readonly kind: "cosmos"; readonly endpoint: string; readonly key?: string; readonly database: string };

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** No trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly store: StoreSettings;
  readonly auth: Auth;
  /** How Teams names our app in a link, where it is not the bot's own id. */
  readonly teamsAppId?: string;
  /** Absolute paths. */
  readonly files: {
    readonly plie: string;
    readonly team: string;
    readonly framework: string;
    readonly services: string;
    /** A folder. */
    readonly papers: string;
  };
  /** `auto`: seeded in local mode while the store holds nothing but the demo. */
  readonly demo: "on" | "off" | "auto";
  readonly playground: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

export type SettingsRead =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: readonly string[] };

/** Every row of the contract's environment table, or every problem at once, in French. Relative paths start at `cwd`. */
export function readSettings(env: NodeJS.ProcessEnv, cwd: string = process.cwd()): SettingsRead {
  const read = new Reader(env);
  const port = read.port("PORT", 3978);
  const host = read.host("HOST", "127.0.0.1");
  const auth = botAuth(read, host);
  const local = auth.mode === "local";
  // In the catalogue of an organisation, the app has another name than in its package.
  const [inPackage, inCatalogue] = [read.guid("TEAMS_APP_ID"), read.guid("TEAMS_CATALOG_ID")];
  const teamsAppId = inCatalogue ?? inPackage;
  const settings: Settings = {
    port,
    host,
    publicUrl: read.address("PUBLIC_URL") ?? `http://localhost:${port}`,
    dataDir: resolve(cwd, read.text("DATA_DIR") ?? "data"),
    store: storeSettings(read),
    auth,
    ...(teamsAppId === undefined ? {} : { teamsAppId }),
    files: configurationFiles(read, cwd),
    demo: demoSetting(read, local),
    playground: playgroundSetting(read, local),
    logLevel: read.oneOf("LOG_LEVEL", LOG_LEVELS) ?? "info",
  };
  return read.problems.length === 0 ? { ok: true, settings: frozen(settings) } : { ok: false, problems: read.problems };
}

function storeSettings(read: Reader): StoreSettings {
  const kind = read.oneOf("STORE", STORE_KINDS) ?? "sqlite";
  if (kind !== "cosmos") return { kind };
  const endpoint = read.address("COSMOS_ENDPOINT");
  if (endpoint === undefined && read.text("COSMOS_ENDPOINT") === undefined)
    read.problem("COSMOS_ENDPOINT", "est nécessaire avec STORE=cosmos : l'adresse https du compte Cosmos DB");
  const key = read.text("COSMOS_KEY");
  const database = read.text("COSMOS_DATABASE") ?? "repere";
  return { kind, endpoint: endpoint ?? "", ...(key === undefined ? {} : { key }), database };
}

const configurationFiles = (read: Reader, cwd: string): Settings["files"] => ({
  plie: resolve(cwd, read.text("PLIE_FILE") ?? "config/plie.json"),
  team: resolve(cwd, read.text("TEAM_FILE") ?? "config/team.json"),
  framework: resolve(cwd, read.text("FRAMEWORK_FILE") ?? "config/framework.json"),
  services: resolve(cwd, read.text("SERVICES_FILE") ?? "config/services.json"),
  papers: resolve(cwd, read.text("PAPERS_FOLDER") ?? "config/papers"),
});

function demoSetting(read: Reader, local: boolean): Settings["demo"] {
  const asked = read.flag("DEMO");
  if (asked === undefined) return local ? "auto" : "off";
  return asked ? "on" : "off";
}

function playgroundSetting(read: Reader, local: boolean): boolean {
  const asked = read.flag("PLAYGROUND") ?? local;
  if (asked && !local) read.problem("PLAYGROUND", "vaut 1, mais le Playground ne sert qu'avec AUTH=local ; valeur permise ici : 0");
  return asked;
}

function frozen(settings: Settings): Settings {
  for (const part of [settings.store, settings.auth, settings.files]) Object.freeze(part);
  if (settings.auth.mode === "entra") Object.freeze(settings.auth.bot);
  return Object.freeze(settings);
}
