/**
 * *Équité des orientations*: who stays and who goes out at the end of the first phase. Four tables of the same decisions share their totals: they are
 * given only when each of them says these totals, and then no table tells anything of another's masked numbers.
 */
import { maskTable, SMALLEST_SHOWN, type MaskedCount, type MaskedTable } from "./mask.ts";
import type { AgeBand } from "../review/records.ts";
import type { Tally } from "./reading.ts";

const AGES = ["under26", "26to29", "30to44", "45to54", "55up", "unknown"] as const satisfies readonly AgeBand[];
const YES_OR_NO = ["yes", "no", "unknown"] as const;

/** What is looked at, and its values in their order. */
export const CRITERIA = {
  age: AGES,
  rsa: YES_OR_NO,
  rqth: ["yes", "requested", "no", "unknown"],
  qpv: YES_OR_NO,
} as const;
export type Criterion = keyof typeof CRITERIA;
export type CriterionValue = (typeof CRITERIA)[Criterion][number];
export const CRITERION_IDS = ["age", "rsa", "rqth", "qpv"] as const satisfies readonly Criterion[];
export const WAYS = ["stay", "out"] as const;

export interface EquityRow {
  readonly value: CriterionValue;
  readonly stay: MaskedCount;
  readonly out: MaskedCount;
  readonly total: MaskedCount;
  /** Of a hundred people decided, how many go out; null where a number is masked or there are too few to say so. */
  readonly outPercent: number | null;
}
export interface EquityTable {
  readonly criterion: Criterion;
  readonly rows: readonly EquityRow[];
}
/** `nobody`: nothing was decided yet. `tooFew`: so little that a table would point at somebody. */
export type Equity =
  | { readonly kind: "nobody" }
  | { readonly kind: "tooFew" }
  | { readonly kind: "tables"; readonly tables: readonly EquityTable[]; readonly whole: Omit<EquityRow, "value"> };

const HIDDEN: MaskedCount = { kind: "hidden" };

const percentOf = (out: MaskedCount, total: MaskedCount): number | null =>
  out.kind === "count" && total.kind === "count" && total.count >= SMALLEST_SHOWN
    ? Math.round((100 * out.count) / total.count)
    : null;

const lineOf = ({ cells, total }: MaskedTable["rows"][number]): Omit<EquityRow, "value"> => {
  const [stay = HIDDEN, out = HIDDEN] = cells;
  return { stay, out, total, outPercent: percentOf(out, total) };
};

const saysItsTotals = ({ columnTotals }: MaskedTable): boolean =>
  columnTotals !== null && [...columnTotals.cells, columnTotals.total].every(({ kind }) => kind === "count");

export const equityOf = (year: Tally): Equity => {
  const masked = CRITERION_IDS.map((criterion) => {
    const rows = CRITERIA[criterion].map((value) => WAYS.map((way) => year.of("fair", criterion, value, way)));
    return { criterion, table: maskTable(rows, { columnTotals: true }) };
  });
  if (year.under("fair").length === 0) return { kind: "nobody" };
  const totals = masked[0]?.table.columnTotals ?? null;
  if (totals === null || !masked.every(({ table }) => saysItsTotals(table))) return { kind: "tooFew" };
  const tables = masked.map(({ criterion, table }): EquityTable => ({
    criterion,
    rows: CRITERIA[criterion].flatMap((value, at) => {
      const row = table.rows[at];
      return row === undefined ? [] : [{ value, ...lineOf(row) }];
    }),
  }));
  return { kind: "tables", tables, whole: lineOf(totals) };
};
