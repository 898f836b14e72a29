/** The cell that the first phase of a person aims at. */
import type { Framework } from "../framework/schema.ts";
import type { Day } from "./codes.ts";
import { addDays, addWorkingDays } from "./days.ts";
import type { WorkCalendar } from "./milestone-facts.ts";
import { runningClock, type RunningClock } from "./running-clock.ts";

/** The cell that decides, and the day of the synthesis that comes before it. `announced` is false when no date of the PLIE's calendar fits. */
export interface TargetCell {
  readonly on: Day;
  readonly synthesisOn: Day;
  readonly announced: boolean;
}

const sooner = (one: Day, other: Day): Day => (one < other ? one : other);

/**
 * The last announced date before E + 120; without any, E + 113. A date so near the entry that the synthesis would come before it
 * says nothing about the end of the phase, and does not fit; nor does one while the parcours is suspended.
 */
export const targetCell = (
  enteredOn: Day,
  framework: Pick<Framework, "milestones">,
  calendar: WorkCalendar,
  clock: RunningClock = runningClock([], calendar.isWorkingDay),
): TargetCell => {
  const { decisionDays, cellWithoutDateDays, synthesisWorkingDaysBeforeCell: before } = framework.milestones;
  const synthesisFor = (cell: Day): Day => addWorkingDays(cell, -before, calendar.isWorkingDay);
  const limit = clock.after(enteredOn, decisionDays);
  const last = calendar.cellDates
    .filter((date) => date < limit && synthesisFor(date) > enteredOn)
    .sort()
    .at(-1);
  const isHeld = last !== undefined && clock.after(addDays(last, -1), 1) === last;
  const on = isHeld ? last : clock.worked(last ?? clock.after(enteredOn, cellWithoutDateDays));
  return { on, synthesisOn: sooner(clock.worked(synthesisFor(on)), on), announced: isHeld };
};
