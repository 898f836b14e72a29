/**
 * *File active*, as a PLIE's protocol counts it: people in the file at the start of the period, who entered, who left and how, and who is in it at the
 * end. From who is in it today, by the entries and exits since. Positive: employment or training, decided by the exit cell on its proofs, out of every
 * exit, reorientations included.
 */
import type { ExitsOf } from "./decisions.ts";
import { LEAVES, type Leave, POSITIVE } from "./file-marks.ts";
import { figureOf, partsOfSaid, rowOf, type Figure, type FigureRow } from "./figures.ts";
import { SMALLEST_SHOWN } from "./mask.ts";
import type { Tally } from "./reading.ts";

export interface ActiveFile {
  readonly start: Figure;
  readonly entries: Figure;
  /** Those that somebody left by, and always those of the cell and reorientations. */
  readonly exits: readonly { readonly how: Leave; readonly people: Figure }[];
  readonly exitsTotal: Figure;
  readonly end: Figure;
  readonly positive: number;
  /** Of a hundred exits; null: nobody left. */
  readonly percent: number | null;
  readonly mayGoOut: boolean;
}

const ALWAYS: readonly Leave[] = ["exitJob", "exitTraining", "exitOther", "reorient"];

const none = figureOf(0);
const isSaid = ({ out }: Figure): boolean => out.kind === "count";
const unsaid = (count: number): Figure => ({ count, out: { kind: "hidden" } });

const leftIn = (tally: Tally): number => LEAVES.reduce((sum, how) => sum + tally.of("leaves", how), 0);

/** The exits of the cell stand in a table of their own, by phase: where one of those is not said, nor are these, or they would tell it. */
const exitRow = (counts: readonly number[], elsewhere: readonly ExitsOf[]): FigureRow => {
  const row = rowOf(counts);
  const said = elsewhere.every(({ outcomes }) => outcomes.every(({ people }) => isSaid(people)));
  return said && row.cells.every(isSaid) ? row : partsOfSaid(row, unsaid(row.total.count));
};

/** `since`: after the period, up to now. */
export const activeFileOf = (now: Tally, period: Tally, since: Tally, elsewhere: readonly ExitsOf[]): ActiveFile => {
  const end = Math.max(0, now.of("file") - since.of("entered") + leftIn(since));
  const entered = period.of("entered");
  const kinds = LEAVES.filter((how) => ALWAYS.includes(how) || period.of("leaves", how) > 0);
  const row = exitRow(
    kinds.map((how) => period.of("leaves", how)),
    elsewhere,
  );
  const left = row.total.count;
  const entries = figureOf(entered);
  // By difference, what is masked of the movements would be told.
  const around = (count: number): Figure => (isSaid(entries) && isSaid(row.total) ? figureOf(count) : unsaid(count));
  const positive = POSITIVE.reduce((sum, how) => sum + period.of("leaves", how), 0);
  return {
    start: around(Math.max(0, end - entered + left)),
    entries,
    exits: kinds.map((how, at) => ({ how, people: row.cells[at] ?? none })),
    exitsTotal: row.total,
    end: around(end),
    positive,
    percent: left === 0 ? null : Math.round((100 * positive) / left),
    mayGoOut: left >= SMALLEST_SHOWN && row.cells.every(isSaid),
  };
};
