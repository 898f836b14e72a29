/** What an import says it is about: only a service of one of its sources, and of its zone, may be closed because it is not in the file. */
import type { StoredService } from "./records.ts";
import { z } from "zod";

/** A producer of data·inclusion, as an import declares it. */
export const sourceId = z.string().regex(/^[\w-]{1,60}$/, "un identifiant de source, par exemple dora");
/** A commune, a département or an EPCI. */
export const zoneId = z
  .string()
  .regex(/^(?:(?:\d{2}|2[AB])\d{3}|\d{2,3}|2[AB]|\d{9})$/, "un code de commune, de département ou d'EPCI");

export interface ImportScope {
  readonly sources: readonly string[];
  /** Codes of communes, départements or EPCI; none: everything of those sources. */
  readonly zone: readonly string[];
}

/** The PLIE's own communes, and the EPCI that they make. */
export interface Territory {
  readonly epci: string | null;
  readonly communes: readonly { readonly insee: string }[];
}

const placed = z.object({
  code_insee: z.string().nullish().catch(null),
  zone_eligibilite: z.array(z.string()).nullish().catch(null),
});

/** Overseas, a département has three figures. */
const departmentOf = (commune: string): string => commune.slice(0, /^9[78]/.test(commune) ? 3 : 2);

const isCommune = (code: string): boolean => /^(?:\d{2}|2[AB])\d{3}$/.test(code);

/** Surely inside: a doubt never closes a service. */
const isInside = (code: string, zone: readonly string[], { epci, communes }: Territory): boolean => {
  if (zone.includes(code)) return true;
  if (code === epci) return communes.length > 0 && communes.every(({ insee }) => zone.includes(departmentOf(insee)));
  if (!isCommune(code)) return false;
  const ofEpci = epci !== null && zone.includes(epci) && communes.some(({ insee }) => insee === code);
  return ofEpci || zone.includes(departmentOf(code));
};

/** Where it receives; where that is not said, everywhere that it is open to. */
export const isInScope = (
  service: Pick<StoredService, "source" | "record">,
  { sources, zone }: ImportScope,
  territory: Territory,
): boolean => {
  if (!sources.includes(service.source)) return false;
  if (zone.length === 0) return true;
  const { code_insee: commune, zone_eligibilite: openTo } = placed.parse(service.record);
  if (typeof commune === "string") return isInside(commune, zone, territory);
  return (openTo?.length ?? 0) > 0 && (openTo ?? []).every((code) => isInside(code, zone, territory));
};
