/** What a case goes on counting for once it is erased: its numbers, and a line without a name behind them. */
import type { Line } from "../dashboard/line.ts";
import { PART_NOW, type Marks } from "../dashboard/measures.ts";
import type { ListedRow } from "../dashboard/records.ts";

const IS_MONTH = /^\d{4}-\d{2}$/;

/** Nothing is due any more, and no piece is waited for. */
const countedForGood = (marks: Marks): Marks =>
  Object.fromEntries(
    Object.entries(marks)
      .filter(([part]) => part === PART_NOW || IS_MONTH.test(part))
      .map(([part, of]) => [part, part === PART_NOW ? of.filter(({ measure }) => measure[0] !== "due") : of] as const)
      .filter(([, of]) => of.length > 0),
  );

/** In no list of people. Counters say the month of the orientation; its day is nobody's any more. */
export const bareRow = (row: ListedRow): ListedRow => ({
  code: row.code,
  givenName: "",
  familyName: "",
  referentId: row.referentId,
  substituteId: null,
  status: "cancelled",
  step: "left",
  orientedOn: `${row.orientedOn.slice(0, 7)}-01`,
  enteredOn: null,
  due: [],
  addressed: null,
  review: null,
});

/** Null: behind no number. */
export const erasedLine = (line: Line | null): Line | null => {
  const marks = countedForGood(line?.marks ?? {});
  return line === null || Object.keys(marks).length === 0 ? null : { row: bareRow(line.row), marks };
};
