/** The clock of one case: days while the parcours is suspended are not counted, and nothing is due on them. */
import type { Pause } from "./clock-facts.ts";
import type { Day } from "./codes.ts";
import { addDays, addMonths, daysBetween, nextWorkingDay, type IsWorkingDay } from "./days.ts";

type Dates = Pick<Pause, "from" | "resumedOn">;

export interface RunningClock {
  /** The nth day after, suspended days not counted. */
  readonly after: (day: Day, count: number) => Day;
  readonly monthsAfter: (day: Day, count: number) => Day;
  /** The nth working day after; 0: the day itself when worked, else the next one that is. */
  readonly workedAfter: (day: Day, count: number) => Day;
  /** What falls on a day not worked, or suspended, is due on the next one worked. */
  readonly worked: (day: Day) => Day;
}

/** A pause that is still open stops everything: it is not for this clock to count. */
export const runningClock = (pauses: readonly Dates[], isWorkingDay: IsWorkingDay): RunningClock => {
  const over = pauses
    .flatMap(({ from, resumedOn }) => (resumedOn === null || resumedOn <= from ? [] : [{ from, resumedOn }]))
    .sort((one, other) => one.from.localeCompare(other.from));
  const resumed = (day: Day): Day =>
    over.reduce((reached, { from, resumedOn }) => (from <= reached && reached < resumedOn ? resumedOn : reached), day);

  const after = (start: Day, count: number): Day => {
    const next = addDays(start, 1);
    const late = (one: Day, other: Day): Day => (one > other ? one : other);
    return over.reduce<{ readonly reached: Day; readonly until: Day }>(
      ({ reached, until }, { from, resumedOn }) => {
        const begins = late(from, late(next, until));
        const counts = begins <= reached && begins < resumedOn;
        return {
          reached: counts ? addDays(reached, daysBetween(begins, resumedOn)) : reached,
          until: late(until, resumedOn),
        };
      },
      { reached: addDays(start, count), until: next },
    ).reached;
  };
  const worked = (day: Day): Day => {
    const next = nextWorkingDay(resumed(day), isWorkingDay);
    return resumed(next) === next ? next : worked(next);
  };
  return {
    after,
    worked,
    monthsAfter: (day, count) => after(day, daysBetween(day, addMonths(day, count))),
    workedAfter: (day, count) =>
      Array.from({ length: count }).reduce<Day>(
        (reached) => worked(addDays(reached, 1)),
        count === 0 ? worked(day) : day,
      ),
  };
};
