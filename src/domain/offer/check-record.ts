/** One record of an import, against the schema and against what the import says it is about. Reasons are in French, for whoever sent the file. */
import { z } from "zod";
import type { Day } from "../participant/codes.ts";
import {
  lastChangeDay,
  serviceRecord,
  structureRecord,
  type ServiceRecord,
  type StructureRecord,
} from "./data-inclusion.ts";

export const RECORD_KINDS = ["services", "structures"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type Checked =
  | { readonly ok: true; readonly record: ServiceRecord | StructureRecord }
  | {
      readonly ok: false;
      readonly id: string | null;
      readonly reasons: readonly string[];
      readonly otherKind: boolean;
    };

const identified = z.object({ id: z.string().min(1).max(200) });
const schemas = { services: serviceRecord, structures: structureRecord } as const;
const french = z.locales.fr().localeError;

const OF_STRUCTURES = ["siret", "site_web", "accessibilite_lieu", "reseaux_porteurs"];

/** A record of one kind given where the other is awaited. */
const isOtherKind = (kind: RecordKind, raw: unknown): boolean => {
  const fields = z.record(z.string(), z.unknown()).safeParse(raw).data ?? {};
  const names = kind === "structures" ? ["structure_id"] : OF_STRUCTURES;
  return (
    !(kind === "services" && Object.hasOwn(fields, "structure_id")) && names.some((name) => Object.hasOwn(fields, name))
  );
};

const OTHER_KIND: Readonly<Record<RecordKind, string>> = {
  services: "c'est une structure, pas un service",
  structures: "c'est un service, pas une structure",
};

/** At most this many reasons for one record: the first ones are what helps. */
const MOST_REASONS = 5;

const reasonOf = ({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string =>
  path.length === 0 ? message : `${path.map(String).join(".")} : ${message}`;

export const checkRecord = (kind: RecordKind, raw: unknown, sources: readonly string[], today: Day): Checked => {
  const id = identified.safeParse(raw).data?.id ?? null;
  const refused = (reasons: readonly string[], otherKind = false): Checked => ({ ok: false, id, reasons, otherKind });
  if (isOtherKind(kind, raw)) return refused([OTHER_KIND[kind]], true);
  const parsed = schemas[kind].safeParse(raw, { error: french });
  if (!parsed.success) return refused(parsed.error.issues.slice(0, MOST_REASONS).map(reasonOf));
  const record = parsed.data;
  if (!sources.includes(record.source))
    return refused([`source : « ${record.source} » n'est pas parmi les sources que l'import déclare`]);
  return (lastChangeDay(record.date_maj) ?? today) > today
    ? refused(["date_maj : une date qui n'est pas dans le futur"])
    : { ok: true, record };
};
