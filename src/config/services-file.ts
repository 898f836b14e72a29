/** The PLIE's own directory of services, read once. A wrong file is refused with every problem, in French, each with the id of its record. */
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { z } from "zod";
import { servicesFile, situationsOf, unknownSituations, type ServicesFile } from "../domain/offer/services-file.ts";
import type { FrameworkDomain } from "../domain/framework/schema.ts";
import type { FileRead } from "./files.ts";

interface ReadServices {
  readonly file: ServicesFile;
  /** SHA-256 of the file as it is on disk. */
  readonly digest: string;
}

/** With the domains of the framework, every situation that the file names is checked against them. */
export function readServicesFile(path: string, domains?: readonly FrameworkDomain[]): FileRead<ReadServices> {
  const name = basename(path);
  const refused = (problems: readonly string[]): FileRead<ReadServices> => ({
    ok: false,
    problems: problems.map((problem) => `${name} : ${problem}`),
  });
  const content = contentOf(path);
  if (content === undefined) return refused([`le fichier ne peut pas être lu (${path})`]);
  const json = jsonOf(content);
  if (json === undefined) return refused(["ce n'est pas du JSON valide"]);
  const parsed = servicesFile.safeParse(json, { error: z.locales.fr().localeError });
  if (!parsed.success) return refused(parsed.error.issues.map((issue) => problemOf(json, issue)));
  const unknown = domains === undefined ? [] : unknownSituations(parsed.data, situationsOf(domains));
  if (unknown.length > 0) return refused(unknown);
  return { ok: true, value: { file: parsed.data, digest: createHash("sha256").update(content).digest("hex") } };
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

const WHAT: Readonly<Record<string, string>> = { services: "service", structures: "structure" };

/** `service plie--covoiturage (n° 12) : nom : …`: whoever edits the file finds the record. */
function problemOf(json: unknown, { path, message }: z.core.$ZodIssue): string {
  const [list, index, ...rest] = path.map(String);
  const what = list === undefined ? undefined : WHAT[list];
  if (what === undefined || index === undefined)
    return `${path.length === 0 ? "le fichier" : path.map(String).join(".")} : ${message}`;
  const id = idAt(json, list, Number(index));
  const record = id === undefined ? `${what} n° ${Number(index) + 1}` : `${what} ${id} (n° ${Number(index) + 1})`;
  return [record, ...(rest.length === 0 ? [] : [rest.join(".")]), message].join(" : ");
}

const identified = z.object({ id: z.string() });

function idAt(json: unknown, list: string | undefined, index: number): string | undefined {
  const lists = z.record(z.string(), z.unknown()).safeParse(json).data;
  const records = z.array(z.unknown()).safeParse(lists?.[list ?? ""]).data;
  return identified.safeParse(records?.[index]).data?.id;
}
