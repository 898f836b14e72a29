/** What a service of the directory is listed by, inside its version. */
import { z } from "zod";
import type { StoredService } from "./records.ts";

const themed = z.object({ thematiques: z.array(z.string()).nullish() });

/** Themes of the record; none where it says none. */
export const themesOf = (record: StoredService["record"]): readonly string[] => {
  const read = themed.safeParse(record);
  return read.success ? (read.data.thematiques ?? []) : [];
};

/** Lists of one version: everything, by theme, by domain that the local extension names, by role where it names one. */
export const serviceKeys = (doc: StoredService): readonly string[] => {
  const of = (what: string): string => `v:${doc.version}:${what}`;
  return [
    `v:${doc.version}`,
    ...themesOf(doc.record).map((theme) => of(`theme:${theme}`)),
    ...(doc.local?.works ?? []).map(({ domain }) => of(`domain:${domain}`)),
    ...(doc.local === null || doc.local.role === "relay" ? [] : [of(doc.local.role)]),
  ];
};
