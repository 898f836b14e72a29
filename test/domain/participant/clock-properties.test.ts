/** The clock against a calendar that is turned day after day, from 2024 (a leap year) to 2031, with the public holidays of France. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Pause } from "../../../src/domain/participant/clock-facts.ts";
import { addDays, addWorkingDays, daysBetween, nextWorkingDay } from "../../../src/domain/participant/days.ts";
import { milestones, type ClockFacts, type Milestone } from "../../../src/domain/participant/milestones.ts";
import { runningClock } from "../../../src/domain/participant/running-clock.ts";
import { targetCell } from "../../../src/domain/participant/target-cell.ts";
import { createCalendar } from "../../../src/system/calendar.ts";
import { aHandover, facts, pause } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";

const framework = aFramework();
const french = createCalendar();
const isWorkingDay = (day: string): boolean => french.isWorkingDay(day);
const anyDay = fc.integer({ min: 0, max: 2200 }).map((count) => addDays("2024-01-01", count));

/** Pauses one after the other, some of them empty, from ten days before a day to more than a year after. */
const pausesAround = (day: string): fc.Arbitrary<Pause[]> =>
  fc.array(fc.tuple(fc.nat(90), fc.nat(70)), { maxLength: 3 }).map(
    (gaps) =>
      gaps.reduce<{ at: string; list: Pause[] }>(
        ({ at, list }, [wait, lasts]) => {
          const from = addDays(at, wait);
          const resumedOn = addDays(from, lasts);
          return { at: resumedOn, list: [...list, pause(from, resumedOn)] };
        },
        { at: addDays(day, -10), list: [] },
      ).list,
  );
const withPauses = anyDay.chain((day) => fc.tuple(fc.constant(day), pausesAround(day)));
const isPaused = (pauses: readonly Pause[], day: string): boolean =>
  pauses.some(({ from, resumedOn }) => from <= day && resumedOn !== null && day < resumedOn);
const turned = (start: string, count: number, counts: (day: string) => boolean): string => {
  let day = start;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
};
const firstOn = (start: string, holds: (day: string) => boolean): string =>
  holds(start) ? start : turned(start, 1, holds);
const cells = (from: string): readonly string[] =>
  Array.from({ length: 24 }, (_, at) => nextWorkingDay(addDays(from, at * 30), isWorkingDay));

describe("a clock that stops", () => {
  it("counts the days that are not suspended, one by one", () =>
    fc.assert(
      fc.property(withPauses, fc.nat(150), ([day, pauses], count) => {
        const clock = runningClock(pauses, isWorkingDay);
        assert.equal(
          clock.after(day, count),
          turned(day, count, (one) => !isPaused(pauses, one)),
        );
      }),
      { numRuns: 400 },
    ));

  it("counts the working days that are not suspended, one by one", () =>
    fc.assert(
      fc.property(withPauses, fc.nat(15), ([day, pauses], count) => {
        const works = (one: string): boolean => isWorkingDay(one) && !isPaused(pauses, one);
        const clock = runningClock(pauses, isWorkingDay);
        assert.equal(clock.worked(day), firstOn(day, works));
        assert.equal(clock.workedAfter(day, count), count === 0 ? firstOn(day, works) : turned(day, count, works));
      }),
      { numRuns: 300 },
    ));

  it("a pause puts off by exactly the days that it covers", () =>
    fc.assert(
      fc.property(anyDay, fc.nat(150), fc.nat(60), fc.nat(60), (day, count, wait, lasts) => {
        const from = addDays(day, wait + 1);
        const clock = runningClock([pause(from, addDays(from, lasts))], isWorkingDay);
        const covers = wait + 1 <= count ? lasts : 0;
        assert.equal(daysBetween(day, clock.after(day, count)), count + covers);
      }),
    ));
});

const steps = {
  status: fc.constantFrom("oriented", "entered", "decided", "inPath") as fc.Arbitrary<ClockFacts["status"]>,
  sentAfter: fc.nat(20),
  bilanAfter: fc.option(fc.nat(120)),
  isAccepted: fc.boolean(),
  goesOnFor: fc.option(fc.nat(90)),
};
const anyFacts = withPauses.chain(([day, pauses]) =>
  fc.record(steps).map(({ status, sentAfter, bilanAfter, isAccepted, goesOnFor }) => {
    const goesOn = goesOnFor === null ? {} : { goesOn: { way: "visit" as const, until: addDays(day, goesOnFor) } };
    const sentOn = addDays(day, sentAfter);
    const bilanOn = bilanAfter === null ? null : addDays(day, bilanAfter);
    const happened = { chosenOn: null, deferredOn: null, doneOn: bilanOn };
    return {
      at: day,
      pauses,
      facts: facts({
        ...{ status, orientedOn: day, enteredOn: status === "oriented" ? null : day },
        outreach: status === "oriented" ? { openedOn: day, why: "late", reviewedOn: day, ...goesOn } : null,
        activation: { ...happened, bilanOn, endsOn: addDays(day, sentAfter) },
        handovers: [aHandover({ decidedOn: day, sentOn, acceptedOn: isAccepted ? sentOn : null })],
        toComplete: null,
      }),
    };
  }),
);
const dueOf = (of: ClockFacts, cellDates: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    milestones(of, framework, { isWorkingDay, cellDates }).map(({ milestone, on }: Milestone) => [milestone, on]),
  );

describe("what is due", () => {
  it("is never on a day that is not worked, or suspended; the soonest first, each once", () =>
    fc.assert(
      fc.property(anyFacts, ({ at, pauses, facts: of }) => {
        const due = milestones({ ...of, pauses }, framework, { isWorkingDay, cellDates: cells(at) });
        const days = due.map(({ on }) => on);
        assert.deepEqual(days, [...days].sort());
        assert.equal(new Set(due.map(({ milestone }) => milestone)).size, due.length);
        for (const { milestone, on } of due) {
          assert.ok(isWorkingDay(on), `${milestone} on ${on}`);
          assert.ok(!isPaused(pauses, on), `${milestone} on ${on}, suspended`);
        }
      }),
      { numRuns: 300 },
    ));

  it("a pause only puts off: nothing comes sooner, nothing more is due", () =>
    fc.assert(
      fc.property(anyFacts, fc.boolean(), ({ at, pauses, facts: of }, announced) => {
        const dates = announced ? cells(at) : [];
        const [without, paused] = [dueOf(of, dates), dueOf({ ...of, pauses }, dates)];
        assert.deepEqual([...paused.keys()].sort(), [...without.keys()].sort());
        for (const [milestone, on] of without) assert.ok(paused.get(milestone)! >= on, `${milestone} comes sooner`);
      }),
      { numRuns: 300 },
    ));

  it("who came later is waited for later", () =>
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 40 }), ({ at, facts: of }, later) => {
        const dates = cells(at);
        const shifted = { orientedOn: addDays(of.orientedOn, later), enteredOn: of.enteredOn && addDays(at, later) };
        const [first, second] = [dueOf(of, dates), dueOf({ ...of, ...shifted }, dates)];
        for (const milestone of ["firstContact", "firstAppointment", "outreachReview", "t0", "firstAction", "decision"])
          assert.ok((first.get(milestone) ?? "") <= (second.get(milestone) ?? ""), milestone);
      }),
      { numRuns: 200 },
    ));

  it("another assessment never comes after the synthesis, nor the synthesis after the cell, nor the cell after the decision", () =>
    fc.assert(
      fc.property(anyFacts, fc.boolean(), ({ at, pauses, facts: of }, announced) => {
        const due = dueOf({ ...of, status: "entered", enteredOn: at, pauses }, announced ? cells(at) : []);
        const [t1, synthesis, cell, decision] = ["t1", "synthesis", "cell", "decision"].map((one) => due.get(one));
        assert.ok(t1 === undefined || t1 <= synthesis!, "T1 after the synthesis");
        assert.ok(synthesis! <= cell! && cell! <= decision!);
        const actionDone = due.get("actionDone");
        assert.ok(actionDone === undefined || actionDone <= synthesis!, "an action to be done after the synthesis");
      }),
      { numRuns: 300 },
    ));

  it("without a pause, the cell is the last that was announced before E + 120, and the synthesis ten working days before", () =>
    fc.assert(
      fc.property(anyDay, fc.array(fc.integer({ min: -20, max: 130 })), (enteredOn, offsets) => {
        const dates = offsets.map((count) => addDays(enteredOn, count)).filter(isWorkingDay);
        const before = (cell: string): string => addWorkingDays(cell, -10, isWorkingDay);
        const fits = dates.filter((one) => daysBetween(enteredOn, one) < 120 && before(one) > enteredOn).sort();
        const target = targetCell(enteredOn, framework, { isWorkingDay, cellDates: dates });
        const on = fits.at(-1) ?? firstOn(addDays(enteredOn, 113), isWorkingDay);
        assert.deepEqual(target, { on, synthesisOn: before(on), announced: fits.length > 0 });
      }),
      { numRuns: 200 },
    ));

  it("while the pause lasts, only its return is due", () =>
    fc.assert(
      fc.property(anyFacts, fc.option(fc.nat(100)), ({ at, pauses, facts: of }, returns) => {
        const from = addDays(at, 500);
        const open = pause(from, null, returns === null ? null : addDays(from, returns));
        const due = dueOf({ ...of, pauses: [...pauses, open] }, cells(at));
        assert.deepEqual([...due.keys()], ["resume"]);
        assert.ok(due.get("resume")! >= (open.returnOn ?? from));
      }),
      { numRuns: 100 },
    ));
});
