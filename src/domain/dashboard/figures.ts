/** Numbers of people as the screen says them, exact, beside what may leave it: printed or exported, small ones are masked. */
import { maskTable, type MaskedCount } from "./mask.ts";

export interface Figure {
  readonly count: number;
  /** What may leave the screen. */
  readonly out: MaskedCount;
}

export interface FigureRow {
  readonly cells: readonly Figure[];
  readonly total: Figure;
}

const HIDDEN: MaskedCount = { kind: "hidden" };
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

const figuresOf = (counts: readonly number[], shown: readonly MaskedCount[]): readonly Figure[] =>
  counts.map((count, at) => ({ count, out: shown[at] ?? HIDDEN }));

/** Parts of one total. */
export const rowOf = (counts: readonly number[]): FigureRow => {
  const [row] = maskTable([counts], { columnTotals: false }).rows;
  return {
    cells: figuresOf(counts, row?.cells ?? []),
    total: { count: sum(counts), out: row?.total ?? HIDDEN },
  };
};

/** A number that is a part of nothing. */
export const figureOf = (count: number): Figure => rowOf([count]).total;

export interface FigureGrid {
  readonly rows: readonly FigureRow[];
  readonly columns: readonly Figure[];
}

/** Parts of totals both ways. */
export const gridOf = (rows: readonly (readonly number[])[]): FigureGrid => {
  const masked = maskTable(rows, { columnTotals: true });
  const columns = (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)));
  return {
    rows: rows.map((counts, at) => ({
      cells: figuresOf(counts, masked.rows[at]?.cells ?? []),
      total: { count: sum(counts), out: masked.rows[at]?.total ?? HIDDEN },
    })),
    columns: figuresOf(columns, masked.columnTotals?.cells ?? []),
  };
};

const isSaid = ({ out }: Figure): boolean => out.kind === "count";
const withheld = ({ count }: Figure): Figure => ({ count, out: HIDDEN });

/**
 * The parts of a number that stands in another table too. When both say that number, neither says more of the other's parts; when one does not, these
 * parts are said nowhere, or they would tell it.
 */
export const partsOfSaid = (row: FigureRow, elsewhere: Figure): FigureRow =>
  isSaid(row.total) && isSaid(elsewhere)
    ? row
    : { cells: row.cells.map(withheld), total: { count: row.total.count, out: elsewhere.out } };
