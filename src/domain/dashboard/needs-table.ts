/** Needs that nobody answers, or that wait for a place, by theme and commune group; small numbers masked. */
import { groupAt } from "./groups.ts";
import { maskTable, type MaskedCount } from "./mask.ts";
import { readCounterKey, type Counts } from "./measures.ts";

/** People with a need of one theme (or of one domain where it has none), small numbers masked. */
export interface NeedsLine {
  readonly theme: string;
  readonly total: MaskedCount;
  /** By commune group, in the order of the PLIE's file; an empty group is of those whose commune is not known. */
  readonly groups: readonly { readonly group: string; readonly people: MaskedCount }[];
}

/** The most frequent first; those whose number is masked come last. */
export type NeedsTable = readonly NeedsLine[];

const rankIn = ({ total }: NeedsLine): number => (total.kind === "count" ? total.count : 0);

/** `known`: commune groups, in the order of the PLIE's file. */
export const needsTable = (of: "unmet" | "saturated", counts: Counts, known: readonly string[]): NeedsTable => {
  const entries = Object.entries(counts).flatMap(([key, people]) => {
    const [measure, theme = "", rank = ""] = readCounterKey(key).measure;
    return measure === of && people > 0 ? [{ theme, rank, people }] : [];
  });
  const themes = [...new Set(entries.map(({ theme }) => theme))].sort();
  const ranks = [...new Set([...known.map((_, at) => String(at)), ...entries.map(({ rank }) => rank)])];
  const peopleIn = (theme: string, rank: string): number =>
    entries.find((entry) => entry.theme === theme && entry.rank === rank)?.people ?? 0;
  const rows = themes.map((theme) => ranks.map((rank) => peopleIn(theme, rank)));
  const lines = maskTable(rows, { columnTotals: false }).rows.map(({ cells, total }, at): NeedsLine => ({
    theme: themes[at] ?? "",
    total,
    groups: cells.map((people, column) => ({ group: groupAt(known, ranks[column] ?? ""), people })),
  }));
  return [...lines].sort((one, other) => rankIn(other) - rankIn(one));
};
