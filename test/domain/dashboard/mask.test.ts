import assert from "node:assert/strict";
import fc from "fast-check";
import { maskTable, SMALLEST_SHOWN, type MaskedCount, type MaskedTable } from "../../../src/domain/dashboard/mask.ts";

const said = (shown: MaskedCount): string =>
  shown.kind === "count" ? String(shown.count) : { few: "<5", hidden: "?" }[shown.kind];
const rowsSaid = ({ rows }: MaskedTable): string[] =>
  rows.map(({ cells, total }) => `${cells.map(said).join(" ")} = ${said(total)}`);
const columnsSaid = ({ columnTotals }: MaskedTable): string =>
  columnTotals === null ? "" : `${columnTotals.cells.map(said).join(" ")} = ${said(columnTotals.total)}`;

/** Every number of a table that is shown: cells, sums of rows, then sums of columns. */
const shownIn = (table: MaskedTable): MaskedCount[] => [
  ...table.rows.flatMap(({ cells, total }) => [...cells, total]),
  ...(table.columnTotals === null ? [] : [...table.columnTotals.cells, table.columnTotals.total]),
];
const numbersOf = (rows: readonly (readonly number[])[], columnTotals: boolean): number[] => {
  const sum = (row: readonly number[]): number => row.reduce((all, count) => all + count, 0);
  const columns = (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)));
  return [...rows, ...(columnTotals ? [columns] : [])].flatMap((row) => [...row, sum(row)]);
};

/** Whether a reader of `shown` may believe this number to be there. */
const agrees = (shown: MaskedCount, count: number): boolean =>
  shown.kind === "count"
    ? shown.count === count
    : shown.kind === "few"
      ? count >= 1 && count < SMALLEST_SHOWN
      : count >= 1;

/** Every table of that size, up to a largest number, that shows as this one does: by trying them all. */
function* tablesThatShow(table: MaskedTable, columnTotals: boolean, largest: number): Generator<number[]> {
  const shown = table.rows.map(({ cells }) => cells);
  const width = shown[0]?.length ?? 0;
  const everything = shownIn(table);
  const flat = shown.flat();
  function* fill(chosen: number[]): Generator<number[]> {
    const cell = flat[chosen.length];
    if (cell === undefined) {
      const rows = shown.map((_, at) => chosen.slice(at * width, (at + 1) * width));
      const numbers = numbersOf(rows, columnTotals);
      if (numbers.every((count, at) => agrees(everything[at]!, count))) yield numbers;
      return;
    }
    const [low, high] =
      cell.kind === "count" ? [cell.count, cell.count] : cell.kind === "few" ? [1, SMALLEST_SHOWN - 1] : [1, largest];
    for (let count = low; count <= high; count += 1) yield* fill([...chosen, count]);
  }
  yield* fill([]);
}

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .chain(([height, width]) =>
    fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

describe("Masking small numbers", () => {
  it("a few people are masked, nobody is said, and the next smallest goes with them when a total would tell", () => {
    assert.deepEqual(rowsSaid(maskTable([[12, 3, 8, 0]], { columnTotals: false })), ["12 <5 ? 0 = 23"]);
  });

  it("two that are masked already hide each other", () => {
    assert.deepEqual(rowsSaid(maskTable([[12, 3, 2]], { columnTotals: false })), ["12 <5 <5 = 17"]);
  });

  it("a total of a few is masked", () => {
    assert.deepEqual(rowsSaid(maskTable([[3, 0]], { columnTotals: false })), ["<5 0 = <5"]);
  });

  it("two groups of four are not told by their total of eight, nor five groups of one by five", () => {
    assert.deepEqual(rowsSaid(maskTable([[4, 4]], { columnTotals: false })), ["<5 <5 = ?"]);
    assert.deepEqual(rowsSaid(maskTable([[1, 1, 1, 1, 1]], { columnTotals: false })), ["<5 <5 <5 <5 <5 = ?"]);
  });

  it("with sums of columns, what one row hides is not found from another", () => {
    const table = maskTable(
      [
        [12, 3, 20],
        [30, 40, 50],
      ],
      { columnTotals: true },
    );
    assert.deepEqual([...rowsSaid(table), columnsSaid(table)], ["? <5 20 = 35", "? ? 50 = 120", "42 43 70 = 155"]);
  });

  for (const columnTotals of [false, true])
    it(`no masked number can be worked out from what is shown (${columnTotals ? "rows and columns" : "rows"} summed)`, () => {
      fc.assert(
        fc.property(tables, (rows) => {
          const table = maskTable(rows, { columnTotals });
          const shown = shownIn(table);
          const numbers = numbersOf(rows, columnTotals);
          const others = shown.map(() => new Set<number>());
          for (const other of tablesThatShow(table, columnTotals, 12))
            for (const [at, value] of other.entries()) others[at]!.add(value);
          for (const [at, cell] of shown.entries()) {
            const value = numbers[at]!;
            assert.equal(cell.kind === "count", cell.kind === "count" && cell.count === value, "a number is wrong");
            if (value === 0) assert.equal(cell.kind, "count", "a zero is masked");
            if (value > 0 && value < SMALLEST_SHOWN) assert.notEqual(cell.kind, "count", `${value} is shown`);
            if (cell.kind !== "count") assert.ok(others[at]!.size > 1, `${value} can only be itself`);
          }
        }),
        { numRuns: 200 },
      );
    });

  it("a table of seventy themes and eight groups is masked while a person waits", () => {
    const rows = Array.from({ length: 70 }, (_, row) => Array.from({ length: 8 }, (__, at) => (row * 7 + at * 5) % 13));
    const started = performance.now();
    maskTable(rows, { columnTotals: true });
    const took = performance.now() - started;
    assert.ok(took < 5_000, `${Math.round(took)} ms`);
  });
});
