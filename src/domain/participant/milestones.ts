/** What is due for a case, and when. Calendar days from day 0; what falls on a day not worked is due on the next one worked. */
import type { Framework } from "../framework/schema.ts";
import type { CaseStatus } from "./case-file.ts";
import type { Day } from "./codes.ts";
import type { IsWorkingDay } from "./days.ts";
import { addDays, addWorkingDays, nextWorkingDay } from "./days.ts";

/** In the order of a parcours (method §6). */
export const MILESTONES = [
  "firstContact",
  "firstAppointment",
  "outreachReview",
  "t0",
  "firstAction",
  "actionDone",
  /** The action is over and has no bilan. */
  "bilan",
  "t1",
  "synthesis",
  "cell",
  "complete",
  "decision",
  "handoverSend",
  "handoverReminder",
  "handoverCall",
  "handoverFallback",
  /** The first appointment with the partner. */
  "handoverAppointment",
  /** Still followed, ninety days later? */
  "handoverFollow",
  /** The point every three months, after *poursuite*. */
  "followUp",
  /** Six months after an exit to employment. */
  "exitFollowUp",
  /** The return date of a suspended parcours. */
  "resume",
] as const;
/** A milestone stands once in what is due for a case: of several hand-overs, the soonest. */
export const DUE_AT_MOST = MILESTONES.length;
export type MilestoneId = (typeof MILESTONES)[number];
export interface Milestone {
  readonly milestone: MilestoneId;
  readonly on: Day;
}

/** What the clock needs to know of a case. */
export interface CaseFacts {
  readonly status: CaseStatus;
  readonly orientedOn: Day;
  /** First interview held, notice given; null before. */
  readonly enteredOn: Day | null;
  /** The day enough domains were addressed, or T0 was closed by a next assessment; null before. */
  readonly t0MetOn: Day | null;
  /** The day the synthesis was done with the person; null before. */
  readonly synthesisOn: Day | null;
  /** A cell asked that the diagnostic be completed by then; null: none did, or the case was presented again. */
  readonly completeUntil: Day | null;
}

export interface WorkCalendar {
  readonly isWorkingDay: IsWorkingDay;
  /** Dates of the entry cell that the PLIE announced, in any order. */
  readonly cellDates: readonly Day[];
}

/** The cell that decides, and the day of the synthesis that comes before it. `announced` is false when no date of the PLIE's calendar fits. */
export interface TargetCell {
  readonly on: Day;
  readonly synthesisOn: Day;
  readonly announced: boolean;
}

/**
 * The last announced date before E + 120; without any, E + 113. A date so near the entry that the synthesis would come before it
 * says nothing about the end of the phase, and does not fit.
 */
export const targetCell = (enteredOn: Day, framework: Framework, calendar: WorkCalendar): TargetCell => {
  const { decisionDays, cellWithoutDateDays, synthesisWorkingDaysBeforeCell } = framework.milestones;
  const synthesisFor = (cell: Day): Day => addWorkingDays(cell, -synthesisWorkingDaysBeforeCell, calendar.isWorkingDay);
  const limit = addDays(enteredOn, decisionDays);
  const announced = calendar.cellDates
    .filter((date) => date < limit && synthesisFor(date) > enteredOn)
    .sort()
    .at(-1);
  const on = announced ?? nextWorkingDay(addDays(enteredOn, cellWithoutDateDays), calendar.isWorkingDay);
  return { on, synthesisOn: synthesisFor(on), announced: announced !== undefined };
};

/** What is still to meet, soonest first. Only a person in the first phase has milestones: nobody is closed by time. */
export const milestones = (facts: CaseFacts, framework: Framework, calendar: WorkCalendar): readonly Milestone[] => {
  const { firstAppointmentDays, t0Days } = framework.milestones;
  const worked = (day: Day): Day => nextWorkingDay(day, calendar.isWorkingDay);
  if (facts.status === "oriented")
    return [{ milestone: "firstAppointment", on: worked(addDays(facts.orientedOn, firstAppointmentDays)) }];
  const { enteredOn } = facts;
  if (facts.status !== "entered" || enteredOn === null) return [];
  const due: readonly (Milestone & { readonly met: boolean })[] = [
    { milestone: "t0", on: worked(addDays(enteredOn, t0Days)), met: facts.t0MetOn !== null },
    {
      milestone: "synthesis",
      on: targetCell(enteredOn, framework, calendar).synthesisOn,
      met: facts.synthesisOn !== null,
    },
    ...(facts.completeUntil === null
      ? []
      : [{ milestone: "complete" as const, on: worked(facts.completeUntil), met: false }]),
  ];
  return due
    .filter((entry) => !entry.met)
    .map(({ milestone, on }) => ({ milestone, on }))
    .sort((one, other) => one.on.localeCompare(other.on));
};
