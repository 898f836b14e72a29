/** What cells decided in a period: outcomes and where they lead, exits during and after the first phase, agreement with the method's lead. */
import { LEAD_KINDS, type LeadKind } from "../suggestion/lead-kinds.ts";
import { outcomesOf, type ReviewOutcome } from "../review/outcomes.ts";
import type { ReviewRules } from "../review/rules.ts";
import { figureOf, partsOfSaid, rowOf, type Figure, type FigureRow } from "./figures.ts";
import type { Tally } from "./reading.ts";

/** So many of a hundred decisions like the lead, over so many decisions, are a rubber stamp rather than a success (method §7). */
type AlarmRules = Pick<ReviewRules, "concordanceAlarmPercent" | "concordanceAlarmDecisions">;

export const PHASES = ["during", "after"] as const;
export type Phase = (typeof PHASES)[number];
export const EXIT_OUTCOMES = ["exitJob", "exitTraining", "exitOther"] as const satisfies readonly ReviewOutcome[];
type ExitOutcome = (typeof EXIT_OUTCOMES)[number];

export interface DecisionRow {
  readonly outcome: ReviewOutcome;
  /** Where a reorientation leads; null for what leads nowhere else. */
  readonly to: LeadKind | null;
  readonly people: Figure;
}
export interface ExitsOf {
  readonly phase: Phase;
  readonly outcomes: readonly { readonly outcome: ExitOutcome; readonly people: Figure }[];
}
export interface Concordance {
  readonly yes: Figure;
  readonly no: Figure;
  /** No lead to compare with. */
  readonly none: Figure;
  /** Of a hundred decisions that have a lead, how many go its way; null: none has. */
  readonly percent: number | null;
  readonly alarm: boolean;
}
export interface Decisions {
  readonly entries: readonly DecisionRow[];
  readonly entriesTotal: Figure;
  readonly goOn: Figure;
  readonly exits: readonly ExitsOf[];
  readonly concordance: Concordance;
}

const NOWHERE = "none";
const DESTINATIONS = [null, ...LEAD_KINDS];
const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((100 * part) / whole);
const none = figureOf(0);

const entriesOf = (period: Tally): { readonly rows: readonly DecisionRow[]; readonly total: Figure } => {
  const known = outcomesOf.entree.flatMap((outcome) => {
    const towards = DESTINATIONS.map((to) => ({ outcome, to, count: period.of("decided", outcome, to ?? NOWHERE) }));
    const some = towards.filter(({ count }) => count > 0);
    return some.length === 0 ? [{ outcome, to: null, count: 0 }] : some;
  });
  const { cells, total } = rowOf(known.map(({ count }) => count));
  const rows = known.map(({ outcome, to }, at) => ({
    ...{ outcome, to },
    people: cells[at] ?? none,
  }));
  return { rows, total };
};

const exitsOf = (phase: Phase, cells: readonly Figure[]): ExitsOf => ({
  phase,
  outcomes: EXIT_OUTCOMES.map((outcome, at) => ({ outcome, people: cells[at] ?? none })),
});

const concordanceOf = (period: Tally, entries: Figure, rules: AlarmRules): Concordance => {
  const counts = (["yes", "no", "none"] as const).map((answer) => period.of("concordance", answer));
  const row: FigureRow = partsOfSaid(rowOf(counts), entries);
  const [yes = none, no = none, without = none] = row.cells;
  const compared = yes.count + no.count;
  return {
    ...{ yes, no, none: without, percent: percentOf(yes.count, compared) },
    alarm: compared >= rules.concordanceAlarmDecisions && 100 * yes.count >= rules.concordanceAlarmPercent * compared,
  };
};

export const decisionsOf = (period: Tally, rules: AlarmRules): Decisions => {
  const entries = entriesOf(period);
  const exits = PHASES.flatMap((phase) => EXIT_OUTCOMES.map((outcome) => period.of("exit", phase, outcome)));
  const { cells } = rowOf([...exits, period.of("decided", "goOn", NOWHERE)]);
  const width = EXIT_OUTCOMES.length;
  return {
    entries: entries.rows,
    entriesTotal: entries.total,
    goOn: cells.at(-1) ?? none,
    exits: PHASES.map((phase, at) => exitsOf(phase, cells.slice(at * width, (at + 1) * width))),
    concordance: concordanceOf(period, entries.total, rules),
  };
};
