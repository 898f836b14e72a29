/** Whom each prescriber and each part of the territory sent in a period, and why some were never met; small numbers masked. */
import { ENDINGS, type Ending } from "../participant/clock-facts.ts";
import { partsOfSaid, rowOf, type Figure, type FigureRow } from "./figures.ts";
import { maskTable, type MaskedCount } from "./mask.ts";
import type { Tally } from "./reading.ts";

export const BECAME = ["met", "waiting", "notMet"] as const;
export type Became = (typeof BECAME)[number];

export interface OriginRow {
  /** In the PLIE's file; x: not known. */
  readonly rank: string;
  /** In the order of `BECAME`. */
  readonly cells: readonly MaskedCount[];
  readonly total: MaskedCount;
}
export type OriginTable =
  { readonly kind: "nobody" | "tooFew" } | { readonly kind: "table"; readonly rows: readonly OriginRow[] };

export const NOT_MET_REASONS = [...ENDINGS, "unsaid"] as const;
export interface NotMetRow {
  readonly reason: Ending | "unsaid";
  readonly people: MaskedCount;
}
export interface Origins {
  readonly prescribers: OriginTable;
  readonly groups: OriginTable;
  readonly notMet: readonly NotMetRow[];
}

const NOWHERE = "x";
const isSaid = ({ out }: Figure): boolean => out.kind === "count";

interface Row {
  readonly rank: string;
  readonly counts: readonly number[];
}
const HIDDEN: MaskedCount = { kind: "hidden" };
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** How many each one sent, and nothing of what became of them. */
const totalsOnly = (rows: readonly Row[], total: Figure): OriginTable => {
  if (!isSaid(total)) return { kind: "tooFew" };
  const { cells } = rowOf(rows.map(({ counts }) => sum(counts)));
  return {
    kind: "table",
    rows: rows.map(({ rank, counts }, at) => ({
      rank,
      cells: counts.map(() => HIDDEN),
      total: cells[at]?.out ?? HIDDEN,
    })),
  };
};

/**
 * Everyone who was oriented stands in the totals of another table: where these are masked, or would have to be for this one, only how many each one sent
 * is said, or one would find the other.
 */
const originTable = (period: Tally, measure: "sentBy" | "sentFrom", known: number, said: FigureRow): OriginTable => {
  const ranks = [...Array.from({ length: known }, (_, at) => String(at)), NOWHERE];
  const rows = ranks
    .map((rank) => ({ rank, counts: BECAME.map((what) => period.of(measure, rank, what)) }))
    .filter(({ counts }) => sum(counts) > 0);
  if (rows.length === 0) return { kind: "nobody" };
  const masked = maskTable(
    rows.map(({ counts }) => counts),
    { columnTotals: true },
  );
  const totals = masked.columnTotals?.cells ?? [];
  if (!said.cells.every(isSaid) || totals.some(({ kind }) => kind !== "count")) return totalsOnly(rows, said.total);
  return {
    kind: "table",
    rows: rows.flatMap(({ rank }, at) => {
      const row = masked.rows[at];
      return row === undefined ? [] : [{ rank, ...row }];
    }),
  };
};

/** `known`: how many prescribers and commune groups the PLIE's file names. */
export const originsOf = (period: Tally, known: { readonly prescribers: number; readonly groups: number }): Origins => {
  const said = rowOf(BECAME.map((what) => period.of("oriented", what)));
  const reasons = NOT_MET_REASONS.map((reason) => ({ reason, count: period.of("notMet", reason) }));
  const shown = partsOfSaid(
    rowOf(reasons.map(({ count }) => count)),
    said.cells[BECAME.indexOf("notMet")] ?? said.total,
  );
  return {
    prescribers: originTable(period, "sentBy", known.prescribers, said),
    groups: originTable(period, "sentFrom", known.groups, said),
    notMet: reasons.flatMap(({ reason, count }, at) => {
      const people = shown.cells[at]?.out;
      return count === 0 || people === undefined ? [] : [{ reason, people }];
    }),
  };
};
