/** The files that a PLIE edits, read with their schema. A wrong file is refused with each path and its reason, in French. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { leadKind } from "../domain/suggestion/lead-kinds.ts";
import { directoryId, member } from "../domain/people/member.ts";

const text = z.string().trim().min(1);
const day = z.iso.date();
const french = z.locales.fr().localeError;

const commune = z.strictObject({
  insee: z.string().regex(/^(?:\d{2}|2[AB])\d{3}$/, "un code INSEE de commune : cinq caractères"),
  name: text,
  group: text,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});

const prescriber = z.strictObject({ name: text, lead: leadKind.optional(), email: z.email().optional() });

const delegation = z.strictObject({ from: text, kind: text, until: day });

const cell = z.strictObject({
  /** Without it, every référent and chargé de projet is a member. */
  members: z.array(directoryId).readonly().optional(),
  quorum: z.int().min(1).max(50),
  channel: z
    .string()
    .regex(/^19:\S+$/, "un identifiant de canal Teams, qui commence par 19:")
    .optional(),
  dates: z.array(day).readonly().optional(),
});

export const plieFile = z.strictObject({
  plieId: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/, "des minuscules sans accent, des chiffres et des tirets")
    .refine((id) => !id.endsWith("-demo"), "ne peut pas finir par -demo : ce nom est celui des données fictives"),
  name: text,
  tenantId: directoryId,
  timeZone: z.string().refine(isTimeZone, "un fuseau horaire connu, par exemple Europe/Paris"),
  /** SIREN of the EPCI whose communes these are: services open to it are open to them. */
  epci: z.string().regex(/^\d{9}$/, "un numéro SIREN : neuf chiffres").optional(),
  communes: z.array(commune).min(1).readonly().refine(distinct("insee"), "une même commune est écrite deux fois"),
  prescribers: z.array(prescriber).readonly().refine(distinct("name"), "un même prescripteur est écrit deux fois"),
  delegations: z.array(delegation).readonly(),
  cells: z.strictObject({ entree: cell.optional(), sortie: cell.optional(), gta: cell.optional() }),
});
export type PlieFile = Readonly<z.infer<typeof plieFile>>;

export const teamFile = z.strictObject({
  members: z.array(member).min(1).readonly().refine(distinct("aadObjectId"), "une même personne est écrite deux fois"),
});
export type TeamFile = Readonly<z.infer<typeof teamFile>>;
export type { Member as TeamMember, Role } from "../domain/people/member.ts";

export type FileRead<V> =
  { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problems: readonly string[] };

export const readPlieFile = (path: string): FileRead<PlieFile> => readConfigFile(path, plieFile);
export const readTeamFile = (path: string): FileRead<TeamFile> => readConfigFile(path, teamFile);

/** Any configuration file with its schema: `plie.json : cells.entree.quorum : …`. */
export function readConfigFile<V>(path: string, schema: z.ZodType<V>): FileRead<V> {
  const name = basename(path);
  const found = contentOf(path);
  if (!found.ok) return { ok: false, problems: [`${name} : ${found.reason}`] };
  const parsed = schema.safeParse(found.json, { error: french });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => `${name} : ${pathOf(issue.path)} : ${issue.message}`) };
}

type Content = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly reason: string };

function contentOf(path: string): Content {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    return { ok: false, reason: `le fichier ne peut pas être lu (${path})` };
  }
  try {
    return { ok: true, json: JSON.parse(content.replace(/^\uFEFF/, "")) };
  } catch {
    return { ok: false, reason: "ce n'est pas du JSON valide" };
  }
}

const pathOf = (path: readonly PropertyKey[]): string => (path.length === 0 ? "le fichier" : path.map(String).join("."));

function distinct<K extends string>(key: K): (items: readonly Readonly<Record<K, string>>[]) => boolean {
  return (items) => new Set(items.map((item) => item[key])).size === items.length;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("fr", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
