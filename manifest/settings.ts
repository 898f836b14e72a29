/** What the package takes from the environment: each value that is missing or wrong is named, with what to do. */
import { Reader } from "../src/config/environment.ts";

/** A name as manifest.json and Microsoft's own tools write it. */
export type Placeholder =
  | "APP_VERSION"
  | "BOT_ID"
  | "DEVELOPER_NAME"
  | "DEVELOPER_PRIVACY_URL"
  | "DEVELOPER_TERMS_URL"
  | "DEVELOPER_WEBSITE_URL"
  | "PUBLIC_HOST"
  | "PUBLIC_URL"
  | "TEAMS_APP_ID";

export type Values = Readonly<Record<Placeholder, string>>;
export type ValuesRead =
  { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly problems: readonly string[] };

const LONGEST_NAME = 32;

const needed = (read: Reader, name: string, what: string): string => {
  const value = read.text(name);
  if (value === undefined) read.problem(name, `manque : donnez ${what}`);
  return value ?? "";
};

const guid = (read: Reader, name: string, what: string): string =>
  needed(read, name, what) === "" ? "" : (read.guid(name) ?? "");

/** Teams opens nothing but https, from a name that everyone can reach. */
const publicAddress = (read: Reader): URL | undefined => {
  const what = "l'adresse https du serveur, par exemple https://repere.votre-plie.fr";
  if (needed(read, "PUBLIC_URL", what) === "") return undefined;
  const address = read.address("PUBLIC_URL");
  if (address === undefined) return undefined;
  const url = new URL(address);
  if (url.protocol === "https:") return url;
  return read.problem("PUBLIC_URL", `vaut « ${address} », que Teams ne peut pas ouvrir : donnez ${what}`);
};

const page = (read: Reader, name: string, what: string): string => {
  const value = needed(read, name, `l'adresse https ${what}`);
  if (value === "") return "";
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === "https:") return url.href;
  read.problem(name, `vaut « ${value} » : donnez l'adresse https ${what}`);
  return "";
};

const developerName = (read: Reader): string => {
  const name = needed(read, "DEVELOPER_NAME", "le nom de la structure qui publie l'application");
  if (name.length > LONGEST_NAME)
    read.problem("DEVELOPER_NAME", `compte ${name.length} signes : Teams en prend ${LONGEST_NAME}, abrégez-le`);
  return name;
};

/** `version` is package.json's. */
export const readValues = (env: NodeJS.ProcessEnv, version: string): ValuesRead => {
  const read = new Reader(env);
  const botId = guid(read, "BOT_ID", "l'identifiant d'application du bot, celui de son inscription dans Azure");
  const address = publicAddress(read);
  const values: Values = {
    APP_VERSION: version,
    BOT_ID: botId,
    TEAMS_APP_ID: read.guid("TEAMS_APP_ID") ?? botId,
    PUBLIC_URL: address?.origin ?? "",
    PUBLIC_HOST: address?.host ?? "",
    DEVELOPER_NAME: developerName(read),
    DEVELOPER_WEBSITE_URL: page(read, "DEVELOPER_WEBSITE_URL", "du site de cette structure"),
    DEVELOPER_PRIVACY_URL: page(read, "DEVELOPER_PRIVACY_URL", "de la page qui dit comment les données sont protégées"),
    DEVELOPER_TERMS_URL: page(read, "DEVELOPER_TERMS_URL", "des conditions d'utilisation"),
  };
  return read.problems.length === 0 ? { ok: true, values } : { ok: false, problems: read.problems };
};
