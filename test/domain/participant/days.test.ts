import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  daysBetween,
  isCalendarDay,
  nextWorkingDay,
} from "../../../src/domain/participant/days.ts";
import { isWorkingDay } from "../../support/a-clock.ts";

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays("2026-01-01", count));

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

  it("a month later is the same date, or the last day of a month that is too short", () => {
    assert.equal(addMonths("2026-11-30", 3), "2027-02-28");
    assert.equal(addMonths("2027-11-30", 3), "2028-02-29", "a leap year");
    assert.equal(addMonths("2026-08-31", 6), "2027-02-28");
    assert.equal(addMonths("2026-12-31", 1), "2027-01-31");
    assert.equal(addMonths("2026-01-31", -2), "2025-11-30");
    assert.equal(addMonths("2026-05-15", 0), "2026-05-15");
  });

  it("months are added in the order of the days, and never leave the month that they aim at", () =>
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.nat(60), (day, later, count) => {
        const other = addDays(day, later);
        assert.ok(addMonths(day, count) <= addMonths(other, count));
        const [from, to] = [day, addMonths(day, count)].map((one) => one.slice(0, 7).split("-").map(Number));
        assert.equal((to![0]! - from![0]!) * 12 + to![1]! - from![1]!, count);
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
