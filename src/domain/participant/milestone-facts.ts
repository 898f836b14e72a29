/** What the clock of a case reads, and what it says. */
import type { CaseFile } from "./case-file.ts";
import type { Day } from "./codes.ts";
import type { IsWorkingDay } from "./days.ts";
import type { MilestoneId } from "./milestone-ids.ts";

export interface Milestone {
  readonly milestone: MilestoneId;
  readonly on: Day;
}

/** What the clock needs to know of a case: what its head keeps, and its open assessment. */
export interface ClockFacts extends Pick<
  CaseFile,
  | "status"
  | "orientedOn"
  | "firstContactOn"
  | "outreach"
  | "activation"
  | "handovers"
  | "pauses"
  | "followUpOn"
  | "afterExit"
  | "ended"
  | "esf"
  | "rightsDueOn"
  | "toComplete"
  | "decided"
> {
  /** First interview held, notice given; null before. */
  readonly enteredOn: Day | null;
  /** A cell studies the case now. */
  readonly isStudied: boolean;
  /** The day enough domains were addressed, or T0 was closed by a next assessment; null before. */
  readonly t0MetOn: Day | null;
  /** The day the synthesis was done with the person; null before. */
  readonly synthesisOn: Day | null;
  /** The day the person was assessed again (T1, T2…); null: not yet. */
  readonly assessedAgainOn: Day | null;
}

export interface WorkCalendar {
  readonly isWorkingDay: IsWorkingDay;
  /** Dates of the entry cell that the PLIE announced, in any order. */
  readonly cellDates: readonly Day[];
}
