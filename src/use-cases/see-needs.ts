import { z } from "zod";
import { maskTable, type MaskedCount } from "../domain/dashboard/mask.ts";
import { groupAt, groupsOf } from "../domain/dashboard/groups.ts";
import { PART_NOW, readCounterKey, type Counts } from "../domain/dashboard/measures.ts";
import type { Instant } from "../domain/participant/codes.ts";
import { maySeeTerritory } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readCounters } from "./parts/read-counters.ts";

const input = z.strictObject({});

/** People with a need of one theme (or of one domain where it has none), small numbers masked. */
export interface NeedsLine {
  readonly theme: string;
  readonly total: MaskedCount;
  /** By commune group, in the order of the PLIE's file; an empty group is of those whose commune is not known. */
  readonly groups: readonly { readonly group: string; readonly people: MaskedCount }[];
}

/** The most frequent first; those whose number is masked come last. */
export type NeedsTable = readonly NeedsLine[];

export interface TerritoryNeeds {
  readonly unmet: NeedsTable;
  readonly saturated: NeedsTable;
  /** Everything recorded until then is counted; null: nothing was counted yet. */
  readonly upTo: Instant | null;
  /** The directory changed, and every case is being read again. */
  readonly readingAgain: boolean;
}

const tableOf = (of: "unmet" | "saturated", counts: Counts, known: readonly string[]): NeedsTable => {
  const entries = Object.entries(counts).flatMap(([key, people]) => {
    const [measure, theme = "", rank = ""] = readCounterKey(key).measure;
    return measure === of ? [{ theme, group: groupAt(known, rank), people }] : [];
  });
  const themes = [...new Set(entries.map(({ theme }) => theme))].sort();
  const groups = [...new Set([...known, ...entries.map(({ group }) => group)])];
  const peopleIn = (theme: string, group: string): number =>
    entries.find((entry) => entry.theme === theme && entry.group === group)?.people ?? 0;
  const rows = themes.map((theme) => groups.map((group) => peopleIn(theme, group)));
  const masked = maskTable(rows, { columnTotals: false });
  const lines = masked.rows.map(({ cells, total }, at): NeedsLine => ({
    theme: themes[at] ?? "",
    total,
    groups: cells.map((people, column) => ({ group: groups[column] ?? "", people })),
  }));
  const rank = ({ total }: NeedsLine): number => (total.kind === "count" ? total.count : 0);
  return [...lines]
    .sort((one, other) => rank(other) - rank(one))
    .filter((line) => line.total.kind !== "count" || rank(line) > 0);
};

/** *Besoins sans réponse sur le territoire*: read from the counters, never from people. */
export const seeNeeds = query<z.infer<typeof input>, null, TerritoryNeeds>({
  act: "needs.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (maySeeTerritory(actor) ? null : "roleMayNot"),
  run: async (services) => {
    const { counts, upTo, readingAgain } = await readCounters(services, [PART_NOW]);
    const now = counts.get(PART_NOW) ?? {};
    const groups = groupsOf(services.plie.communes);
    const tables = { unmet: tableOf("unmet", now, groups), saturated: tableOf("saturated", now, groups) };
    return done({ ...tables, upTo, readingAgain });
  },
});
