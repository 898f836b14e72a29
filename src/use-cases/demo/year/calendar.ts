/** When each person of the year is oriented, received, presented, decided, and leaves: in calendar days, drawn before anything is lived. */
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays, nextWorkingDay, type IsWorkingDay } from "../../../domain/participant/days.ts";
import type { Dice } from "./dice.ts";

export interface YearPlan {
  readonly orientedOn: Day;
  /** Null: they have not been received by the end of the year. */
  readonly enteredOn: Day | null;
  readonly diagnosedOn: Day | null;
  readonly presentedOn: Day | null;
  readonly heardOn: Day | null;
  readonly decidedOn: Day | null;
  readonly outcome: "stay" | "stayWithRelays" | "reorient";
  /** The exit cell; null: still in the path on 31 December. */
  readonly exit: {
    readonly presentedOn: Day;
    readonly decidedOn: Day;
    readonly outcome: "exitJob" | "exitTraining" | "exitOther";
  } | null;
}

/** The figures of the PLIE that the year is drawn from. */
export interface YearFigures {
  readonly inFile: number;
  readonly entries: number;
  readonly exits: number;
}
export const REAL_YEAR: YearFigures = { inFile: 661, entries: 543, exits: 480 };
export const YEAR_BEGINS: Day = "2026-01-01";
export const YEAR_ENDS: Day = "2026-12-31";
/** An average path of 16 months: whoever is in the file on 1 January came since then. */
export const STORY_BEGINS: Day = "2024-09-02";
const DAYS_BEFORE = 486;

const REORIENTED_PERCENT = 22;
const STAY_PERCENT = 34;
/** Positive exits, 51 in a hundred: a job or a training. */
const EXIT_JOB = 42;
const EXIT_TRAINING = 9;

type Drawn = Omit<YearPlan, "exit">;

const pathOf = (dice: Dice, entered: Day, isWorked: IsWorkingDay, outcome: YearPlan["outcome"]): Drawn => {
  const worked = (day: Day): Day => nextWorkingDay(day, isWorked);
  const diagnosedOn = worked(addDays(entered, 4 + dice.roll(22)));
  const presentedOn = worked(addDays(entered, 84 + dice.roll(18)));
  const heardOn = worked(addDays(presentedOn, 1 + dice.roll(4)));
  return {
    orientedOn: addDays(entered, -(3 + dice.roll(22))),
    ...{ enteredOn: entered, diagnosedOn, presentedOn, heardOn, outcome },
    decidedOn: worked(addDays(heardOn, 1 + dice.roll(5))),
  };
};

const outcomeOf = (dice: Dice, reoriented: boolean): YearPlan["outcome"] => {
  if (reoriented) return "reorient";
  return dice.chance(STAY_PERCENT) ? "stay" : "stayWithRelays";
};

const exitOn = (dice: Dice, day: Day, isWorked: IsWorkingDay): NonNullable<YearPlan["exit"]> => {
  const presentedOn = nextWorkingDay(addDays(day, -6), isWorked);
  const drawn = dice.roll(100);
  const outcome = drawn < EXIT_JOB ? "exitJob" : drawn < EXIT_JOB + EXIT_TRAINING ? "exitTraining" : "exitOther";
  return { presentedOn, decidedOn: nextWorkingDay(day, isWorked), outcome };
};

/** The end of the year, three weeks before: what is decided then is decided within the year. */
const LAST_EXIT: Day = "2026-12-18";

/** Exits are drawn among those whose path has been decided for a month: the longest in the file leave first. */
const withExits = (dice: Dice, drawn: readonly Drawn[], exits: number, isWorked: IsWorkingDay): readonly YearPlan[] => {
  const during = (day: Day | null): boolean => day !== null && day >= YEAR_BEGINS && day <= YEAR_ENDS;
  const reoriented = drawn.filter(({ outcome, decidedOn }) => outcome === "reorient" && during(decidedOn)).length;
  const stay = drawn
    .filter(
      ({ outcome, decidedOn }) => outcome !== "reorient" && decidedOn !== null && addDays(decidedOn, 30) < LAST_EXIT,
    )
    .toSorted((one, other) => (one.enteredOn ?? "").localeCompare(other.enteredOn ?? ""));
  const leaving = new Map(
    stay.slice(0, Math.max(0, exits - reoriented)).map((plan) => {
      const after = addDays(plan.decidedOn ?? YEAR_BEGINS, 30);
      const earliest = after > "2026-01-12" ? after : "2026-01-12";
      const span = Math.max(1, Math.round((Date.parse(LAST_EXIT) - Date.parse(earliest)) / 86_400_000));
      return [plan, exitOn(dice, addDays(earliest, dice.roll(span)), isWorked)] as const;
    }),
  );
  return drawn.map((plan) => ({ ...plan, exit: leaving.get(plan) ?? null }));
};

const beforeTheYear = (dice: Dice, isWorked: IsWorkingDay): Drawn => {
  const entered = nextWorkingDay(addDays(STORY_BEGINS, 25 + dice.roll(DAYS_BEFORE - 30)), isWorked);
  const plan = pathOf(dice, entered, isWorked, outcomeOf(dice, false));
  // Whoever is in the file on 1 January and was decided before stays: a reorientation decided before is not in it any more.
  const late = plan.decidedOn !== null && plan.decidedOn >= YEAR_BEGINS;
  return { ...plan, outcome: outcomeOf(dice, late && dice.chance(REORIENTED_PERCENT)) };
};

/** Everyone of the year, in the order in which they are oriented. */
export const drawYear = (dice: Dice, scale: number, isWorked: IsWorkingDay): readonly YearPlan[] => {
  const scaled = (count: number): number => Math.max(1, Math.round(count * scale));
  const inFile = Array.from({ length: scaled(REAL_YEAR.inFile) }, () => beforeTheYear(dice, isWorked));
  const entries = Array.from({ length: scaled(REAL_YEAR.entries) }, () => {
    const entered = nextWorkingDay(addDays("2026-01-02", dice.roll(360)), isWorked);
    return pathOf(dice, entered, isWorked, outcomeOf(dice, dice.chance(REORIENTED_PERCENT)));
  });
  const plans = withExits(dice, [...inFile, ...entries], scaled(REAL_YEAR.exits), isWorked);
  return plans.toSorted((one, other) => one.orientedOn.localeCompare(other.orientedOn));
};
