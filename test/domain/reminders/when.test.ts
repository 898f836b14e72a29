import assert from "node:assert/strict";
import fc from "fast-check";
import {
  CHOSEN_MINUTES,
  hasCome,
  instantOf,
  isQuiet,
  laterAt,
  laterChoices,
  wallTime,
} from "../../../src/domain/reminders/when.ts";
import { createCalendar } from "../../../src/system/calendar.ts";

const PARIS = "Europe/Paris";
const calendar = createCalendar();
const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(day);
const at = (instant: string) => wallTime(new Date(instant), PARIS);
const later = (choice: Parameters<typeof laterAt>[0], now: string, chosen = 510): string =>
  laterAt(choice, new Date(now), { timeZone: PARIS, isWorkingDay, chosen }).toISOString();

describe("When a reminder may leave", () => {
  it("is read in the PLIE's time zone, in winter and in summer, whatever the server's", () => {
    assert.deepEqual(at("2026-11-24T07:30:00.000Z"), { day: "2026-11-24", minute: 510 });
    assert.deepEqual(at("2026-07-01T06:30:00.000Z"), { day: "2026-07-01", minute: 510 });
    assert.deepEqual(at("2026-11-24T23:30:00.000Z"), { day: "2026-11-25", minute: 30 });
  });

  it("is never at night, on a week-end or on a public holiday", () => {
    const quiet = (instant: string): boolean => isQuiet(at(instant), isWorkingDay);
    assert.equal(quiet("2026-11-24T05:59:00.000Z"), true, "6:59");
    assert.equal(quiet("2026-11-24T06:00:00.000Z"), false, "7:00");
    assert.equal(quiet("2026-11-24T18:59:00.000Z"), false, "19:59");
    assert.equal(quiet("2026-11-24T19:00:00.000Z"), true, "20:00");
    assert.equal(quiet("2026-11-28T09:00:00.000Z"), true, "a Saturday");
    assert.equal(quiet("2026-11-11T09:00:00.000Z"), true, "11 November");
    assert.equal(quiet("2026-04-06T09:00:00.000Z"), true, "Easter Monday");
  });

  it("an hour chosen in the night is that of the morning, or the last of the day", () => {
    assert.equal(hasCome({ day: "2026-11-24", minute: 420 }, 0), true);
    assert.equal(hasCome({ day: "2026-11-24", minute: 1169 }, 1439), false);
    assert.equal(hasCome({ day: "2026-11-24", minute: 1170 }, 1439), true);
    assert.deepEqual([CHOSEN_MINUTES[0], CHOSEN_MINUTES.at(-1)], [420, 1170]);
  });

  it("on the days when the hour changes, an hour that exists is found, and one that does not is an hour later", () => {
    assert.equal(instantOf({ day: "2026-03-29", minute: 510 }, PARIS).toISOString(), "2026-03-29T06:30:00.000Z");
    assert.equal(instantOf({ day: "2026-10-25", minute: 510 }, PARIS).toISOString(), "2026-10-25T07:30:00.000Z");
    assert.deepEqual(wallTime(instantOf({ day: "2026-03-29", minute: 150 }, PARIS), PARIS), {
      ...{ day: "2026-03-29", minute: 210 },
    });
    assert.deepEqual(wallTime(instantOf({ day: "2026-10-25", minute: 150 }, PARIS), PARIS).minute, 150);
  });

  it("every minute of every zone is found again, but those that do not exist", () => {
    const zones = fc.constantFrom(PARIS, "Indian/Reunion", "America/Cayenne", "America/St_Johns", "Pacific/Auckland");
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 420, max: 1199 }), (zone, day, minute) => {
        assert.deepEqual(wallTime(instantOf({ day, minute }, zone), zone), { day, minute });
      }),
      { numRuns: 200 },
    );
  });

  it("« plus tard » leads to a day worked: a Friday, tomorrow is not offered", () => {
    const offered = (instant: string) => laterChoices(at(instant), isWorkingDay);
    assert.deepEqual(offered("2026-11-24T07:30:00.000Z"), ["hour", "afternoon", "tomorrow"]);
    assert.deepEqual(offered("2026-11-24T14:00:00.000Z"), ["hour", "tomorrow"]);
    assert.deepEqual(offered("2026-11-27T18:30:00.000Z"), ["nextWorkingDay"]);
    assert.deepEqual(offered("2026-11-10T18:30:00.000Z"), ["nextWorkingDay"], "the eve of 11 November");
  });

  it("« plus tard » comes back at the moment that was said", () => {
    assert.equal(later("hour", "2026-11-24T07:30:00.000Z"), "2026-11-24T08:30:00.000Z");
    assert.equal(later("afternoon", "2026-11-24T07:30:00.000Z"), "2026-11-24T13:00:00.000Z");
    assert.equal(later("tomorrow", "2026-11-24T07:30:00.000Z"), "2026-11-25T07:30:00.000Z");
    assert.equal(later("nextWorkingDay", "2026-03-27T10:00:00.000Z"), "2026-03-30T06:30:00.000Z", "over the change");
    assert.equal(later("nextWorkingDay", "2026-12-24T10:00:00.000Z", 600), "2026-12-28T09:00:00.000Z");
  });
});
