import assert from "node:assert/strict";
import fc from "fast-check";
import type { CaseFacts, WorkCalendar } from "../../../src/domain/participant/milestones.ts";
import { milestones, targetCell } from "../../../src/domain/participant/milestones.ts";
import {
  addDays,
  addWorkingDays,
  addYears,
  daysBetween,
  isCalendarDay,
  isWeekend,
  nextWorkingDay,
} from "../../../src/domain/participant/days.ts";
import { aFramework } from "../../support/a-framework.ts";

const framework = aFramework();
const HOLIDAYS = new Set(["2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06"]);
const isWorkingDay = (day: string): boolean => !isWeekend(day) && !HOLIDAYS.has(day);
const calendar = (...cellDates: string[]): WorkCalendar => ({ isWorkingDay, cellDates });
const facts = (overrides: Partial<CaseFacts> = {}): CaseFacts => ({
  status: "entered",
  orientedOn: "2026-11-02",
  enteredOn: "2026-11-16",
  t0MetOn: null,
  synthesisOn: null,
  completeUntil: null,
  ...overrides,
});
const oriented = (orientedOn: string) =>
  milestones(facts({ status: "oriented", orientedOn, enteredOn: null }), framework, calendar());
const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays("2026-01-01", count));

describe("what is due", () => {
  it("asks for the first appointment by the fifteenth day after the orientation, which is day 0", () => {
    assert.deepEqual(oriented("2026-11-02"), [{ milestone: "firstAppointment", on: "2026-11-17" }]);
  });

  it("asks for what a cell wants completed by its day, beside what was met long ago", () => {
    const met = { t0MetOn: "2026-12-01", synthesisOn: "2027-02-20" };
    assert.deepEqual(milestones(facts({ ...met, completeUntil: "2027-04-03" }), framework, calendar()), [
      { milestone: "complete", on: "2027-04-05" },
    ]);
  });

  it("puts off to the next working day what falls on a week-end or a public holiday", () => {
    assert.equal(oriented("2026-11-06")[0]?.on, "2026-11-23", "21 November 2026 is a Saturday");
    assert.equal(
      oriented("2026-12-10")[0]?.on,
      "2026-12-28",
      "25 December 2026 is a Friday, a holiday before a week-end",
    );
  });

  it("asks for T0 by E + 30 until it is met, and for the synthesis ten working days before the cell until it is done", () => {
    const cell = calendar("2027-03-09");
    assert.deepEqual(milestones(facts(), framework, cell), [
      { milestone: "t0", on: "2026-12-16" },
      { milestone: "synthesis", on: "2027-02-23" },
    ]);
    assert.deepEqual(
      milestones(facts({ t0MetOn: "2026-12-01" }), framework, cell).map((due) => due.milestone),
      ["synthesis"],
    );
    assert.deepEqual(milestones(facts({ t0MetOn: "2026-12-01", synthesisOn: "2027-02-20" }), framework, cell), []);
  });

  it("aims at the last cell before E + 120, in whatever order the dates were written", () => {
    // E + 120 is 16 March 2027: a cell on that day comes too late.
    const target = targetCell(
      "2026-11-16",
      framework,
      calendar("2027-03-16", "2026-12-08", "2027-03-15", "2027-02-09"),
    );
    assert.deepEqual([target.on, target.announced], ["2027-03-15", true]);
  });

  it("aims at E + 113 when no date is announced, or none that leaves room for a synthesis", () => {
    assert.deepEqual(targetCell("2026-11-16", framework, calendar()), {
      on: "2027-03-09",
      synthesisOn: "2027-02-23",
      announced: false,
    });
    assert.equal(targetCell("2026-11-16", framework, calendar("2026-11-24", "2026-06-01")).announced, false);
  });

  it("does not count a holiday among the ten working days", () => {
    assert.equal(
      targetCell("2026-12-14", framework, calendar("2027-04-06")).synthesisOn,
      "2027-03-22",
      "Easter Monday is not worked",
    );
  });

  it("asks for nothing once a person is decided, gone or cancelled", () => {
    for (const status of ["decided", "inPath", "reoriented", "left", "cancelled"] as const)
      assert.deepEqual(milestones(facts({ status }), framework, calendar()), []);
  });

  it("never makes anything due on a day that is not worked, and lists the soonest first", () =>
    fc.assert(
      fc.property(anyDay, fc.array(fc.integer({ min: 0, max: 130 })), (enteredOn, offsets) => {
        const cells = offsets.map((count) => addDays(enteredOn, count)).filter(isWorkingDay);
        const due = milestones(facts({ enteredOn }), framework, calendar(...cells));
        assert.equal(due.length, 2);
        assert.ok(due.every(({ on }) => isWorkingDay(on) && on > enteredOn));
        assert.deepEqual(
          due.map(({ on }) => on),
          due.map(({ on }) => on).sort(),
        );
      }),
    ));
});

describe("days without a clock", () => {
  it("adds days over months, leap years and changes of hour", () => {
    assert.equal(addDays("2028-02-28", 1), "2028-02-29");
    assert.equal(addDays("2026-12-31", 1), "2027-01-01");
    assert.equal(addDays("2026-03-29", 1), "2026-03-30");
    assert.equal(addYears("2028-02-29", -110), "1918-03-01");
    assert.equal(isCalendarDay(2026, 2, 29), false);
    assert.equal(isCalendarDay(28, 2, 29), true);
  });

  it("counts back what it added", () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        assert.equal(daysBetween(day, addDays(day, count)), count);
        assert.equal(addDays(addDays(day, count), -count), day);
      }),
    ));

  it("counts working days one by one, both ways", () => {
    assert.equal(addWorkingDays("2026-12-24", 1, isWorkingDay), "2026-12-28");
    assert.equal(addWorkingDays("2026-12-28", -1, isWorkingDay), "2026-12-24");
    assert.equal(addWorkingDays("2026-11-21", 0, isWorkingDay), "2026-11-21");
    assert.equal(addWorkingDays("2026-11-20", 5, isWorkingDay), "2026-11-27");
  });

  it("does not turn for ever in a calendar without working days", () => {
    assert.equal(
      nextWorkingDay("2026-11-24", () => false),
      "2026-11-24",
    );
  });
});
