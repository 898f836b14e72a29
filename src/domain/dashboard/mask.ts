/**
 * Masks small numbers in a table of people with its totals, so that no masked number can be found again from what is shown.
 * Exact: a table is a flow from its rows to its columns, and a number is certain when no other flow shows the same table.
 */

/** `few`: from 1 to 4. `hidden`: masked so that a few cannot be found from it. Zero is shown: nobody is recognised in it. */
export type MaskedCount =
  { readonly kind: "count"; readonly count: number } | { readonly kind: "few" } | { readonly kind: "hidden" };

export interface MaskedTable {
  readonly rows: readonly { readonly cells: readonly MaskedCount[]; readonly total: MaskedCount }[];
  /** Null where columns have no total. */
  readonly columnTotals: { readonly cells: readonly MaskedCount[]; readonly total: MaskedCount } | null;
}

export const SMALLEST_SHOWN = 5;

interface Cell {
  /** Nodes that it goes from and to: what comes in a node goes out of it, as parts make a total. */
  readonly from: number;
  readonly to: number;
  /** Row and column, where they are summed. */
  readonly lines: readonly number[];
  readonly count: number;
  shown: MaskedCount["kind"];
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** Cells row by row, each with its total last, then the row of totals. Without it, every column is one node where nothing is summed. */
const cellsOf = (rows: readonly (readonly number[])[], columnTotals: boolean): readonly (readonly Cell[])[] => {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => sum(rows.map((row) => row[at] ?? 0)));
  const lines = [...rows, ...(columnTotals ? [columns] : [])].map((row) => [...row, sum(row)]);
  return lines.map((line, row) =>
    line.map((count, at): Cell => {
      const column = rows.length + 1 + (columnTotals ? at : 0);
      // A sum of its row that is no sum of its column, or the other way round, goes backwards.
      const [from, to] = (row === rows.length) === (at === width) ? [row, column] : [column, row];
      const shown = count > 0 && count < SMALLEST_SHOWN ? "few" : "count";
      return { from, to, lines: columnTotals ? [row, column] : [row], count, shown };
    }),
  );
};

const mayGrow = ({ shown, count }: Cell): boolean =>
  shown === "hidden" || (shown === "few" && count < SMALLEST_SHOWN - 1);
const mayShrink = ({ shown, count }: Cell): boolean => shown !== "count" && count > 1;

interface Step {
  readonly cell: Cell;
  readonly to: number;
}

/** Ways to move one person along, from each node. */
const waysThrough = (masked: readonly Cell[]): ReadonlyMap<number, readonly Step[]> => {
  const ways = new Map<number, Step[]>();
  const add = (from: number, step: Step): void => void ways.set(from, [...(ways.get(from) ?? []), step]);
  for (const cell of masked) {
    if (mayGrow(cell)) add(cell.from, { cell, to: cell.to });
    if (mayShrink(cell)) add(cell.to, { cell, to: cell.from });
  }
  return ways;
};

/** Whether another table shows the same with one more, or one less, in this cell: the change goes round through other masked cells. */
const varies = (cell: Cell, ways: ReturnType<typeof waysThrough>): boolean => {
  const reaches = (start: number, end: number): boolean => {
    const seen = new Set([start]);
    for (const node of seen) for (const step of ways.get(node) ?? []) if (step.cell !== cell) seen.add(step.to);
    return seen.has(end);
  };
  return (mayGrow(cell) && reaches(cell.to, cell.from)) || (mayShrink(cell) && reaches(cell.from, cell.to));
};

/** Rows and columns where this cell is the only masked one: their sum tells it. */
const aloneIn = (cell: Cell, masked: readonly Cell[]): readonly number[] =>
  cell.lines.filter((line) => !masked.some((other) => other !== cell && other.lines.includes(line)));

/**
 * The next smallest number in the row or column that tells a certain one, then anywhere. Where all are masked already, the largest of a few is
 * said without its bounds. Undefined when nothing more can be masked: every number may then be another.
 */
const nextToHide = (certain: readonly Cell[], masked: readonly Cell[], all: readonly Cell[]): Cell | undefined => {
  const alone = certain.find((cell) => aloneIn(cell, masked).length > 0);
  const telling = alone === undefined ? (certain[0]?.lines ?? []) : aloneIn(alone, masked);
  const beside = (cell: Cell): boolean => cell.lines.some((line) => telling.includes(line));
  const ordered = all.filter(({ count }) => count > 0).sort((one, other) => one.count - other.count);
  const near = ordered.filter(beside);
  const isShown = ({ shown }: Cell): boolean => shown === "count";
  const isFew = ({ shown }: Cell): boolean => shown === "few";
  return near.find(isShown) ?? near.findLast(isFew) ?? ordered.find(isShown) ?? ordered.findLast(isFew);
};

const shownOf = ({ shown, count }: Cell): MaskedCount => (shown === "count" ? { kind: shown, count } : { kind: shown });

const lineOf = (line: readonly Cell[]): MaskedTable["rows"][number] => {
  const shown = line.map(shownOf);
  return { cells: shown.slice(0, -1), total: shown.at(-1) ?? { kind: "count", count: 0 } };
};

/** Rows of counts of one length. `columnTotals`: whether columns are summed beside rows. */
export const maskTable = (
  rows: readonly (readonly number[])[],
  { columnTotals }: { readonly columnTotals: boolean },
): MaskedTable => {
  const lines = cellsOf(rows, columnTotals);
  const all = lines.flat();
  for (;;) {
    const masked = all.filter(({ shown }) => shown !== "count");
    const ways = waysThrough(masked);
    const certain = masked.filter((cell) => !varies(cell, ways));
    const next = certain.length === 0 ? undefined : nextToHide(certain, masked, all);
    if (next === undefined) break;
    next.shown = "hidden";
  }
  const totals = lines[rows.length];
  return { rows: lines.slice(0, rows.length).map(lineOf), columnTotals: totals === undefined ? null : lineOf(totals) };
};
