/** ESF+ questionnaires: when each one is due, against a calendar that is turned day after day. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { esfStage } from "../../../src/domain/esf/standing.ts";
import { addDays, daysBetween } from "../../../src/domain/participant/days.ts";
import { exitOf } from "../../../src/domain/participant/exit-of.ts";
import { mergedClock } from "../../../src/domain/participant/merged-clock.ts";
import { milestones, type ClockFacts } from "../../../src/domain/participant/milestones.ts";
import { createCalendar } from "../../../src/system/calendar.ts";
import { aHandover, calendar, decidedOn, facts, pause } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";
import { aCase } from "../../support/builders.ts";

const ESF = new Set(["esfEntry", "esfExit", "esfLater"]);
const framework = aFramework();
const esfDue = (overrides: Partial<ClockFacts>, days = calendar()): Record<string, string> =>
  Object.fromEntries(
    milestones(facts({ esf: null, ...overrides }), framework, days).flatMap(({ milestone, on }) =>
      ESF.has(milestone) ? [[milestone, on]] : [],
    ),
  );
const BY = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a01";
const endedOn = (on: string, how: "lastingJob" | "death" = "lastingJob"): ClockFacts["ended"] => ({
  ...{ how, door: "none", on, by: BY },
});
const left = (on: string): Partial<ClockFacts> => ({ status: "left", ended: endedOn(on) });

describe("the ESF+ questionnaire of the entry", () => {
  it("is signed within five working days of the first interview held, until it is", () => {
    assert.deepEqual(esfDue({}), { esfEntry: "2026-11-23" });
    const signed = { entryOn: "2026-11-18", exitOn: null, laterOn: null };
    for (const status of ["entered", "decided", "inPath"] as const) {
      assert.deepEqual(esfDue({ status, decided: decidedOn("2027-01-04", "stay") }), { esfEntry: "2026-11-23" });
      assert.deepEqual(esfDue({ status, decided: decidedOn("2027-01-04", "stay"), esf: signed }), {});
    }
  });

  it("is asked of nobody who was not met: they are not a participant", () => {
    assert.deepEqual(esfDue({ status: "oriented", enteredOn: null }), {});
    assert.deepEqual(esfDue({ ...left("2027-01-05"), enteredOn: null }), {});
  });

  it("waits while the parcours is suspended, and the suspended days do not count", () => {
    assert.deepEqual(esfDue({ pauses: [pause("2026-11-18", null)] }), {});
    assert.deepEqual(esfDue({ pauses: [pause("2026-11-18", "2026-12-02")] }), { esfEntry: "2026-12-07" });
  });
});

describe("the ESF+ questionnaires of the exit", () => {
  it("within four weeks, the worked day before when the limit is not worked; then six months later, the worked day after", () => {
    assert.deepEqual(esfDue(left("2026-12-01")), { esfExit: "2026-12-29", esfLater: "2027-06-01" });
    assert.deepEqual(esfDue(left("2026-11-27")), { esfExit: "2026-12-24", esfLater: "2027-05-27" }, "Christmas");
    assert.deepEqual(esfDue(left("2026-11-28"))["esfExit"], "2026-12-24", "a Saturday after Christmas");
    assert.equal(esfDue(left("2026-11-01"))["esfLater"], "2027-05-03", "1 May is a Saturday");
  });

  it("each one is asked until it is signed", () => {
    const esf = { entryOn: null, exitOn: "2026-12-10", laterOn: null };
    assert.deepEqual(esfDue({ ...left("2026-12-01"), esf }), { esfLater: "2027-06-01" });
    assert.deepEqual(esfDue({ ...left("2026-12-01"), esf: { ...esf, laterOn: "2027-06-02" } }), {});
    const other = { entryOn: "2026-11-18", exitOn: "2026-11-30", laterOn: null };
    assert.equal(esfDue({ ...left("2026-12-01"), esf: other })["esfExit"], "2026-12-29", "signed for an earlier exit");
  });

  it("a suspension does not put them off, whether it is over or was never taken up again", () => {
    for (const pauses of [[pause("2026-11-20", "2026-12-20")], [pause("2026-11-20", null)]])
      assert.deepEqual(esfDue({ ...left("2026-12-01"), pauses }), { esfExit: "2026-12-29", esfLater: "2027-06-01" });
  });

  it("a reorientation counts from the first appointment held with the partner", () => {
    const handovers = [
      aHandover({ heldOn: "2027-02-01" }),
      aHandover({ id: "H2", kind: "relay", heldOn: "2027-03-01" }),
    ];
    const reoriented = { decided: decidedOn("2027-01-04", "reorient"), handovers } as const;
    assert.deepEqual(esfDue({ status: "reoriented", ...reoriented }), {
      esfExit: "2027-03-01",
      esfLater: "2027-08-02",
    });
    assert.deepEqual(esfDue({ status: "decided", ...reoriented }), { esfEntry: "2026-11-23" }, "still accompanied");
  });

  it("nothing is asked of who died, whenever it was noted, nor of a case that was cancelled", () => {
    assert.deepEqual(esfDue({ status: "left", ended: endedOn("2027-01-05", "death") }), {});
    const after = { ...endedOn("2027-03-05", "death")!, wayOut: endedOn("2027-01-05") };
    assert.deepEqual(esfDue({ status: "left", ended: after }), {});
    assert.deepEqual(esfDue({ status: "reoriented", ended: { ...after, wayOut: null }, handovers: [] }), {});
    assert.deepEqual(esfDue({ status: "cancelled" }), {});
  });

  it("an exit is the day it was decided by a cell, and no exit once a second study decided otherwise", () => {
    const decided = decidedOn("2027-01-04", "stay");
    assert.equal(exitOf({ ...facts(), status: "left", decided }), "2027-01-04");
    assert.equal(exitOf({ ...facts(), status: "left", decided, ended: endedOn("2027-02-01") }), "2027-02-01");
    assert.equal(exitOf({ ...facts(), status: "inPath", decided }), null);
  });
});

describe("two records of one person that become one", () => {
  it("keep the latest signature of each, whichever record holds it: the one that speaks of the present exit", () => {
    const before = { entryOn: "2026-11-17", exitOn: "2026-11-20", laterOn: null };
    const present = { entryOn: "2026-11-18", exitOn: "2026-12-10", laterOn: "2027-06-02" };
    const after = left("2026-12-01");
    for (const [kept, other] of [
      [before, present],
      [present, before],
    ] as const) {
      const merged = mergedClock(aCase({ ...after, esf: kept }), aCase({ code: "P-2026-0009", esf: other }));
      assert.deepEqual(merged.esf, present);
      assert.equal(esfStage(merged, "exit", 6).signedOn, "2026-12-10", "signed, and asked of the person again");
    }
  });
});

describe("any entry and any exit, day by day", () => {
  const french = createCalendar();
  const isWorkingDay = (day: string): boolean => french.isWorkingDay(day);
  const days = { isWorkingDay, cellDates: [] };
  const anyDay = fc.integer({ min: 0, max: 2200 }).map((count) => addDays("2024-01-01", count));

  it("the entry is the fifth worked day turned, out of any suspension", () =>
    fc.assert(
      fc.property(anyDay, fc.nat(12), fc.nat(60), (enteredOn, wait, lasts) => {
        const from = addDays(enteredOn, wait);
        const until = addDays(from, lasts);
        let [day, left5] = [enteredOn, 5];
        while (left5 > 0) {
          day = addDays(day, 1);
          if (isWorkingDay(day) && !(from <= day && day < until)) left5 -= 1;
        }
        const { esfEntry } = esfDue({ enteredOn, pauses: [pause(from, until)] }, days);
        assert.equal(esfEntry, day);
      }),
      { numRuns: 300 },
    ));

  it("the exit is the last worked day of the twenty-eight, the follow-up the first worked one from the same date six months later", () =>
    fc.assert(
      fc.property(anyDay, (exitOn) => {
        const due = esfDue(left(exitOn), days);
        const within = Array.from({ length: 28 }, (_, at) => addDays(exitOn, at + 1)).filter(isWorkingDay);
        assert.equal(due["esfExit"], within.at(-1));
        const [year, month, date] = exitOn.split("-").map(Number) as [number, number, number];
        const wanted = (month + 5) % 12;
        let day = exitOn;
        while (Number(day.slice(5, 7)) - 1 !== wanted) day = addDays(day, 1);
        while (Number(day.slice(8)) < date && Number(addDays(day, 1).slice(5, 7)) - 1 === wanted) day = addDays(day, 1);
        assert.ok(daysBetween(exitOn, day) > 180 && Number(day.slice(0, 4)) - year <= 1, day);
        while (!isWorkingDay(day)) day = addDays(day, 1);
        assert.equal(due["esfLater"], day);
      }),
      { numRuns: 300 },
    ));
});
