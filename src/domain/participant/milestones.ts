/** What is due for a case, and when. Calendar days from day 0; what falls on a day not worked is due on the next one worked. */
import type { Round } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import type { CaseFile } from "./case-file.ts";
import { hasDied, type Pause } from "./clock-facts.ts";
import { addDays, addMonths, addWorkingDays } from "./days.ts";
import { esfEntryDue, esfExitDue } from "./esf-due.ts";
import { firstPhaseDue, receptionDue } from "./first-phase-due.ts";
import { handoversDue } from "./handover-due.ts";
import type { ClockFacts, Milestone, WorkCalendar } from "./milestone-facts.ts";
import { runningClock, type RunningClock } from "./running-clock.ts";
import { suspendedNow } from "./suspended-now.ts";
import { targetCell, type TargetCell } from "./target-cell.ts";

export { DUE_AT_MOST, MILESTONES, type MilestoneId } from "./milestone-ids.ts";
export type { ClockFacts, Milestone, WorkCalendar } from "./milestone-facts.ts";

type Delays = Pick<Framework, "milestones">;

export const clockFactsOf = (
  head: CaseFile,
  round: Pick<Round, "metOn" | "openedOn" | "synthesisOn"> | undefined,
): ClockFacts => {
  const again = head.round !== null && head.round > 0;
  return {
    ...head,
    enteredOn: head.entry?.on ?? null,
    isStudied: head.review !== null,
    // From T1 on, T0 is behind.
    t0MetOn: again ? head.orientedOn : (round?.metOn ?? null),
    synthesisOn: round?.synthesisOn ?? null,
    assessedAgainOn: again ? (round?.openedOn ?? null) : null,
  };
};

/** The pause that is not over; undefined: the clock runs. */
export const openPause = <P extends Pick<Pause, "resumedOn">>(pauses: readonly P[]): P | undefined =>
  pauses.find(({ resumedOn }) => resumedOn === null);

const pathDue = (facts: ClockFacts, { milestones }: Delays, clock: RunningClock): readonly Milestone[] => {
  const { decided, followUpOn } = facts;
  if (followUpOn !== null) return [{ milestone: "followUp", on: clock.worked(followUpOn) }];
  if (decided === null) return [];
  return [{ milestone: "followUp", on: clock.worked(clock.monthsAfter(decided.on, milestones.followUpMonths)) }];
};

const exitDue = ({ afterExit }: ClockFacts, { milestones }: Delays, clock: RunningClock): readonly Milestone[] =>
  afterExit === null || afterExit.doneOn !== null
    ? []
    : [{ milestone: "exitFollowUp", on: clock.worked(addMonths(afterExit.from, milestones.exitFollowUpMonths)) }];

/** Of an action that is over, in the first phase and after. */
const bilanDue = ({ activation }: ClockFacts, { milestones }: Delays, clock: RunningClock): readonly Milestone[] =>
  activation === null || activation.endsOn === null
    ? []
    : [{ milestone: "bilan", on: clock.workedAfter(activation.endsOn, milestones.bilanWorkingDays) }];

/** A study that looks at the decision again stops the hand-over until it has concluded. */
const reorientDue = ({ decided, handovers, isStudied }: ClockFacts, { milestones }: Delays, clock: RunningClock) => {
  if (isStudied || decided === null) return [];
  const due = handoversDue(handovers, milestones, clock);
  if (handovers.length > 0) return due;
  return [
    { milestone: "handoverSend" as const, on: clock.workedAfter(decided.on, milestones.handoverSendWorkingDays) },
  ];
};

const runs = (facts: ClockFacts, framework: Delays, calendar: WorkCalendar): readonly Milestone[] => {
  const clock = runningClock(facts.pauses, calendar.isWorkingDay);
  const handovers = handoversDue(facts.handovers, framework.milestones, clock);
  const bilan = bilanDue(facts, framework, clock);
  const esf = esfEntryDue(facts, framework.milestones, clock);
  switch (facts.status) {
    case "cancelled":
      return [];
    case "oriented":
      return receptionDue(facts, framework.milestones, clock);
    case "entered":
      return [...firstPhaseDue(facts, framework, calendar, clock), ...esf, ...bilan, ...handovers];
    case "decided":
      return facts.decided?.outcome === "reorient"
        ? [...esf, ...bilan, ...reorientDue(facts, framework, clock)]
        : [...esf, ...bilan, ...handovers, ...pathDue(facts, framework, clock)];
    case "inPath":
      return [...esf, ...bilan, ...handovers, ...pathDue(facts, framework, clock)];
    case "reoriented":
      return hasDied(facts) ? [] : [...handovers, ...esfExitDue(facts, framework.milestones, calendar.isWorkingDay)];
    case "left":
      return [
        ...exitDue(facts, framework, runningClock([], calendar.isWorkingDay)),
        ...(hasDied(facts) ? [] : [...handovers, ...esfExitDue(facts, framework.milestones, calendar.isWorkingDay)]),
      ];
  }
};

/** The return of a suspended parcours; without a date, what to do is looked at again after so many months: nobody is forgotten. */
const returnDue = ({ from, returnOn }: Pause, { milestones }: Delays, calendar: WorkCalendar): Milestone => {
  const clock = runningClock([], calendar.isWorkingDay);
  return { milestone: "resume", on: clock.worked(returnOn ?? addMonths(from, milestones.followUpMonths)) };
};

/** The cell that the first phase of this person aims at; null outside it, or while a cell studies the case or has already sent it back. */
export const cellAimedAt = (facts: ClockFacts, framework: Delays, calendar: WorkCalendar): TargetCell | null => {
  const { status, enteredOn, pauses, isStudied, toComplete } = facts;
  if (status !== "entered" || enteredOn === null || isStudied || toComplete !== null) return null;
  if (openPause(pauses) !== undefined) return null;
  return targetCell(enteredOn, framework, calendar, runningClock(pauses, calendar.isWorkingDay));
};

/** The law's month is a limit that no suspension nor exit puts off: on a day not worked, the answer is due on the worked day before. */
const rightsDue = (facts: ClockFacts, { isWorkingDay }: WorkCalendar): readonly Milestone[] =>
  facts.rightsDueOn === null || hasDied(facts)
    ? []
    : [{ milestone: "rightsAnswer", on: addWorkingDays(addDays(facts.rightsDueOn, 1), -1, isWorkingDay) }];

/** What is still to meet, soonest first. Nobody is closed by time; while a parcours is suspended, only the return is waited for, and an answer that is owed. */
export const milestones = (facts: ClockFacts, framework: Delays, calendar: WorkCalendar): readonly Milestone[] => {
  const pause = suspendedNow(facts);
  const due = pause === undefined ? runs(facts, framework, calendar) : [returnDue(pause, framework, calendar)];
  return [...due, ...rightsDue(facts, calendar)].sort((one, other) => one.on.localeCompare(other.on));
};
