/** When each person of the year is oriented, received, presented, decided, and leaves: in calendar days, drawn before anything is lived. */
import type { Ending } from "../../../domain/participant/clock-facts.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays, daysBetween, nextWorkingDay, type IsWorkingDay } from "../../../domain/participant/days.ts";
import { deckOf, type Dice } from "./dice.ts";

/** `missed`: the first appointment; `late`: nobody was reached in time; `never`: they are not met within the year. */
export type Reception = "direct" | "missed" | "late" | "never";

export interface YearPlan {
  readonly orientedOn: Day;
  readonly reception: Reception;
  readonly outcome: "stay" | "stayWithRelays" | "reorient";
  /** Null: never met. */
  readonly phase: {
    readonly enteredOn: Day;
    readonly diagnosedOn: Day;
    readonly presentedOn: Day;
    readonly heardOn: Day;
    readonly decidedOn: Day;
  } | null;
  /** How the parcours is ended without a cell, and when; null: it is not. */
  readonly ends: { readonly how: Ending; readonly on: Day } | null;
  /** The exit cell; null: still in the path on 31 December. */
  readonly exit: {
    readonly presentedOn: Day;
    readonly decidedOn: Day;
    readonly outcome: "exitJob" | "exitTraining" | "exitOther";
  } | null;
}

/** The figures of the PLIE that the year is drawn from. */
const REAL_YEAR = { inFile: 661, entries: 543, exits: 480 } as const;
/** Oriented within the year and never met: assumed. */
const NEVER_MET = 45;
const YEAR_BEGINS: Day = "2026-01-01";
export const YEAR_ENDS: Day = "2026-12-31";
/** An average path of 16 months: whoever is in the file on 1 January entered since then. */
const ENTRIES_BEGIN: Day = "2024-09-27";
const DAYS_BEFORE = 456;
/** The first of them was oriented two months before. */
export const STORY_BEGINS: Day = "2024-07-22";
/** What is decided later is not handed over within the year. */
const HANDED_BY: Day = "2026-11-10";
/** The end of the year, three weeks before: what is decided then is decided within the year. */
const LAST_EXIT: Day = "2026-12-18";

/** Shortest and longest, from the orientation to the first interview. */
const WAIT: Readonly<Record<Exclude<Reception, "never">, readonly [number, number]>> = {
  direct: [3, 14],
  missed: [22, 45],
  late: [26, 60],
};

const decksOf = (dice: Dice) => ({
  reception: deckOf<Exclude<Reception, "never">>(dice, [
    ["direct", 7],
    ["missed", 2],
    ["late", 1],
  ]),
  reorients: deckOf(dice, [
    [true, 2],
    [false, 7],
  ]),
  stays: deckOf(dice, [
    ["stay", 1],
    ["stayWithRelays", 2],
  ] as const),
  /** One in twenty leaves during the first phase. */
  early: deckOf<Ending | null>(dice, [
    [null, 95],
    ["movedAway", 1],
    ["request", 1],
    ["lastingJob", 1],
    ["training", 1],
    ["death", 1],
  ]),
  never: deckOf<Ending | null>(dice, [
    ["noNews", 4],
    ["request", 2],
    ["movedAway", 1],
    ["notEligible", 1],
    [null, 1],
  ]),
  /** Positive exits are counted over every one, reorientations and endings included: 51 in a hundred is two in three of those of the cell. */
  exit: deckOf(dice, [
    ["exitJob", 8],
    ["exitTraining", 2],
    ["exitOther", 5],
  ] as const),
});

interface Drawing {
  readonly dice: Dice;
  readonly decks: ReturnType<typeof decksOf>;
  readonly worked: (day: Day) => Day;
}

const between = ({ dice }: Drawing, [least, most]: readonly [number, number]): number =>
  least + dice.roll(most - least + 1);

const outcomeOf = ({ decks }: Drawing, mayLeave: boolean): YearPlan["outcome"] =>
  mayLeave && decks.reorients() ? "reorient" : decks.stays();

const receivedOn = (drawing: Drawing, entered: Day, outcomeFrom: Day): YearPlan => {
  const { decks, worked } = drawing;
  const after = (day: Day, span: readonly [number, number]): Day => worked(addDays(day, between(drawing, span)));
  const reception = decks.reception();
  const presentedOn = after(entered, [84, 101]);
  const heardOn = after(presentedOn, [1, 4]);
  const decidedOn = after(heardOn, [1, 5]);
  const how = decks.early();
  return {
    orientedOn: addDays(entered, -between(drawing, WAIT[reception])),
    ...{ reception, outcome: outcomeOf(drawing, how === null && decidedOn >= outcomeFrom) },
    phase: { enteredOn: entered, diagnosedOn: after(entered, [4, 25]), presentedOn, heardOn, decidedOn },
    ends: how === null ? null : { how, on: after(entered, [34, 76]) },
    exit: null,
  };
};

/** Whoever is in the file on 1 January has not left before. */
const beforeTheYear = (drawing: Drawing): YearPlan => {
  const entered = drawing.worked(addDays(ENTRIES_BEGIN, drawing.dice.roll(DAYS_BEFORE)));
  const plan = receivedOn(drawing, entered, YEAR_BEGINS);
  return { ...plan, ends: plan.ends !== null && plan.ends.on >= YEAR_BEGINS ? plan.ends : null };
};

const neverMet = (drawing: Drawing): YearPlan => {
  const orientedOn = drawing.worked(addDays("2026-01-05", drawing.dice.roll(310)));
  const how = drawing.decks.never();
  const on = drawing.worked(addDays(orientedOn, 50 + drawing.dice.roll(45)));
  const ends = how === null ? null : { how, on };
  return { orientedOn, reception: "never", outcome: "stay", phase: null, ends, exit: null };
};

const isDuring = (day: Day, until: Day): boolean => day >= YEAR_BEGINS && day <= until;
/** Reoriented and received by the partner within the year, or ended without a cell. */
const leavesOtherwise = ({ phase, ends, outcome }: YearPlan): boolean =>
  phase !== null &&
  (ends !== null ? isDuring(ends.on, YEAR_ENDS) : outcome === "reorient" && isDuring(phase.decidedOn, HANDED_BY));

const exitOf = ({ dice, decks, worked }: Drawing, decidedOn: Day): NonNullable<YearPlan["exit"]> => {
  const after = addDays(decidedOn, 30);
  const earliest = after > "2026-01-12" ? after : "2026-01-12";
  const day = addDays(earliest, dice.roll(Math.max(1, daysBetween(earliest, LAST_EXIT))));
  return { presentedOn: worked(addDays(day, -6)), decidedOn: worked(day), outcome: decks.exit() };
};

/** Exits are drawn among those whose path has been decided for a month: the longest in the file leave first. */
const withExits = (drawing: Drawing, plans: readonly YearPlan[], exits: number): readonly YearPlan[] => {
  const stays = plans
    .flatMap((plan) => (plan.phase === null ? [] : [{ plan, ...plan.phase }]))
    .filter(({ plan }) => plan.outcome !== "reorient" && plan.ends === null)
    .filter(({ decidedOn }) => addDays(decidedOn, 30) < LAST_EXIT)
    .sort((one, other) => one.enteredOn.localeCompare(other.enteredOn));
  const left = Math.max(0, exits - plans.filter(leavesOtherwise).length);
  const leaving = new Map(stays.slice(0, left).map(({ plan, decidedOn }) => [plan, exitOf(drawing, decidedOn)]));
  return plans.map((plan) => ({ ...plan, exit: leaving.get(plan) ?? null }));
};

/** Everyone of the year, in the order in which they are oriented. */
export const drawYear = (dice: Dice, scale: number, isWorked: IsWorkingDay): readonly YearPlan[] => {
  const drawing: Drawing = { dice, decks: decksOf(dice), worked: (day) => nextWorkingDay(day, isWorked) };
  const scaled = (count: number): number => Math.max(1, Math.round(count * scale));
  const times = (count: number, draw: () => YearPlan): readonly YearPlan[] =>
    Array.from({ length: scaled(count) }, draw);
  const entries = times(REAL_YEAR.entries, () =>
    receivedOn(drawing, drawing.worked(addDays("2026-01-02", dice.roll(360))), YEAR_BEGINS),
  );
  const inFile = times(REAL_YEAR.inFile, () => beforeTheYear(drawing));
  const never = times(NEVER_MET, () => neverMet(drawing));
  return withExits(drawing, [...inFile, ...entries, ...never], scaled(REAL_YEAR.exits)).toSorted((one, other) =>
    one.orientedOn.localeCompare(other.orientedOn),
  );
};
