/** When the ESF+ questionnaires are due: nobody is asked before their first interview was held, nothing is asked of who died. */
import type { Framework } from "../framework/schema.ts";
import type { Day } from "./codes.ts";
import { addDays, addMonths, addWorkingDays, nextWorkingDay, type IsWorkingDay } from "./days.ts";
import { exitOf } from "./exit-of.ts";
import type { ClockFacts, Milestone } from "./milestone-facts.ts";
import type { RunningClock } from "./running-clock.ts";

type Delays = Pick<Framework["milestones"], "esfEntryWorkingDays" | "esfExitDays" | "esfLaterMonths">;

/** What was signed before the present entry, or the present exit, spoke of another one: it is asked again. */
const isSigned = (on: Day | null | undefined, from: Day): boolean => on != null && on >= from;

/** Signed with the person: while the parcours is suspended they are not asked to come for it, and the days do not count. */
export const esfEntryDue = (
  { enteredOn, esf }: Pick<ClockFacts, "enteredOn" | "esf">,
  delays: Delays,
  clock: RunningClock,
): readonly Milestone[] =>
  enteredOn === null || isSigned(esf?.entryOn, enteredOn)
    ? []
    : [{ milestone: "esfEntry", on: clock.workedAfter(enteredOn, delays.esfEntryWorkingDays) }];

type Left = Pick<ClockFacts, "status" | "enteredOn" | "ended" | "decided" | "handovers" | "esf">;

/**
 * Both are counted from the exit alone, no suspension puts them off: the regulation observes the situation within four weeks of the exit, then
 * six months after it, whatever happened before. The first one is a limit: on a day not worked, it is due on the worked day before. The second
 * one is a date: the situation of six months later is not known sooner, so on a day not worked it is due on the next worked one.
 */
export const esfExitDue = (facts: Left, delays: Delays, isWorkingDay: IsWorkingDay): readonly Milestone[] => {
  const exitOn = exitOf(facts);
  if (facts.enteredOn === null || exitOn === null) return [];
  const limit = addDays(exitOn, delays.esfExitDays);
  const later = addMonths(exitOn, delays.esfLaterMonths);
  const exit = { milestone: "esfExit", on: addWorkingDays(addDays(limit, 1), -1, isWorkingDay) } as const;
  const after = { milestone: "esfLater", on: nextWorkingDay(later, isWorkingDay) } as const;
  return [
    ...(isSigned(facts.esf?.exitOn, exitOn) ? [] : [exit]),
    ...(isSigned(facts.esf?.laterOn, later) ? [] : [after]),
  ];
};
