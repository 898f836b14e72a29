import { isLoopback, type Reader } from "./environment.ts";

export const AUTH_MODES = ["local", "entra"] as const;
export const BOT_TYPES = ["SingleTenant", "UserAssignedMSI"] as const;

/** The bot's registration in Entra. A managed identity has no password: there is none to lose. */
export type Bot =
  | { readonly type: "SingleTenant"; readonly id: string; readonly tenantId: string; readonly password: string }
  | { readonly type: "UserAssignedMSI"; readonly id: string; readonly tenantId: string };

/** `local`: no token is checked, so nothing but this machine may reach the server. */
export type Auth = { readonly mode: "local" } | { readonly mode: "entra"; readonly bot: Bot };

/** The mode asked for, or the contract's default; every reason why it cannot start becomes a problem. */
export function botAuth(read: Reader, host: string): Auth {
  const byDefault = read.text("BOT_ID") === undefined && isLoopback(host) ? "local" : "entra";
  const mode = read.oneOf("AUTH", AUTH_MODES) ?? byDefault;
  return mode === "local" ? localAuth(read, host) : { mode, bot: registeredBot(read) };
}

function localAuth(read: Reader, host: string): Auth {
  if (!isLoopback(host))
    read.problem("AUTH", `vaut « local », mais HOST vaut « ${host} » ; le mode local n'écoute que sur 127.0.0.1, localhost ou ::1`);
  if (read.text("NODE_ENV") === "production")
    read.problem("AUTH", "vaut « local », mais NODE_ENV vaut « production » ; valeur permise ici : entra");
  return { mode: "local" };
}

function registeredBot(read: Reader): Bot {
  const id = required(read, "BOT_ID", "l'identifiant d'application du bot");
  const tenantId = required(read, "BOT_TENANT_ID", "l'identifiant de l'annuaire (tenant) du PLIE");
  const type = read.oneOf("BOT_TYPE", BOT_TYPES);
  if (type === undefined && read.text("BOT_TYPE") === undefined)
    read.problem("BOT_TYPE", `est nécessaire avec AUTH=entra ; valeurs permises : ${BOT_TYPES.join(", ")}`);
  const password = read.text("BOT_PASSWORD");
  if (type === "UserAssignedMSI") {
    if (password !== undefined) read.problem("BOT_PASSWORD", "ne doit pas être donné avec BOT_TYPE=UserAssignedMSI");
    return { type, id, tenantId };
  }
  if (type === "SingleTenant" && password === undefined)
    read.problem("BOT_PASSWORD", "est nécessaire avec BOT_TYPE=SingleTenant : le secret de l'application du bot");
  return { type: "SingleTenant", id, tenantId, password: password ?? "" };
}

function required(read: Reader, name: string, meaning: string): string {
  if (read.text(name) === undefined) read.problem(name, `est nécessaire avec AUTH=entra : ${meaning}`);
  return read.guid(name) ?? "";
}
