/** What the clock reads, and a calendar of days to count on. */
import { isWeekend } from "../../src/domain/participant/days.ts";
import type { ClockFacts, WorkCalendar } from "../../src/domain/participant/milestones.ts";
import { freshClock, type HandoverClock, type Pause } from "../../src/domain/participant/clock-facts.ts";

const HOLIDAYS = new Set(["2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06"]);
export const isWorkingDay = (day: string): boolean => !isWeekend(day) && !HOLIDAYS.has(day);
export const calendar = (...cellDates: string[]): WorkCalendar => ({ isWorkingDay, cellDates });

/** Entered on 16 November 2026, two weeks after the orientation; the ESF+ questionnaires are not what is looked at here. */
export const facts = (overrides: Partial<ClockFacts> = {}): ClockFacts => ({
  ...freshClock,
  status: "entered",
  orientedOn: "2026-11-02",
  enteredOn: "2026-11-16",
  decided: null,
  toComplete: null,
  isStudied: false,
  t0MetOn: null,
  synthesisOn: null,
  assessedAgainOn: null,
  esf: { entryOn: "2099-12-31", exitOn: "2099-12-31", laterOn: "2099-12-31" },
  ...overrides,
});

export const decidedOn = (on: string, outcome: "stay" | "stayWithRelays" | "reorient"): ClockFacts["decided"] => ({
  ...{ review: "2026-001", outcome, to: null, on },
  by: "00000000-0000-4000-8000-000000000001",
});

export const pause = (from: string, resumedOn: string | null, returnOn: string | null = null): Pause => ({
  ...{ from, resumedOn, returnOn, reason: "illness" },
});

export const aHandover = (overrides: Partial<HandoverClock> = {}): HandoverClock => ({
  id: "H1",
  kind: "reorient",
  urgent: false,
  decidedOn: "2027-01-04",
  sentOn: null,
  remindedOn: null,
  calledOn: null,
  acceptedOn: null,
  refusedOn: null,
  nextSince: null,
  appointmentOn: null,
  heldOn: null,
  followedOn: null,
  pausedOn: null,
  closedOn: null,
  ...overrides,
});
