import assert from "node:assert/strict";
import { milestones, type ClockFacts } from "../../../src/domain/participant/milestones.ts";
import { targetCell } from "../../../src/domain/participant/target-cell.ts";
import { aHandover, calendar, decidedOn, facts, pause } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";

const framework = aFramework();
const due = (overrides: Partial<ClockFacts>, ...cells: string[]): Record<string, string> =>
  Object.fromEntries(
    milestones(facts(overrides), framework, calendar(...cells)).map(({ milestone, on }) => [milestone, on]),
  );
const oriented = (overrides: Partial<ClockFacts> = {}) => due({ status: "oriented", enteredOn: null, ...overrides });
const first = { chosenOn: null, deferredOn: null, endsOn: null, doneOn: null, bilanOn: null };

describe("what is due before the entry", () => {
  it("a first contact within five working days, a first appointment by the fifteenth day, another look on the forty-fifth", () => {
    assert.deepEqual(oriented(), {
      firstContact: "2026-11-09",
      firstAppointment: "2026-11-17",
      outreachReview: "2026-12-17",
    });
  });

  it("what falls on a week-end or a public holiday is due on the next working day", () => {
    assert.equal(oriented({ orientedOn: "2026-11-06" })["firstAppointment"], "2026-11-23", "the 21st is a Saturday");
    assert.equal(oriented({ orientedOn: "2026-12-10" })["firstAppointment"], "2026-12-28", "Christmas is a Friday");
    assert.equal(oriented({ orientedOn: "2026-12-22" })["firstContact"], "2026-12-30", "Christmas does not count");
  });

  it("a first contact is not asked for twice, and outreach is looked at again as long as the person is not met", () => {
    const outreach = { openedOn: "2026-11-18", why: "late", reviewedOn: "2026-12-17" } as const;
    assert.deepEqual(oriented({ firstContactOn: "2026-11-04", outreach }), {
      firstAppointment: "2026-11-17",
      outreachReview: "2027-02-01",
    });
  });

  it("outreach is looked at again on the day that was said, sooner or later than the delay, and once a day is worked", () => {
    const until = (day: string) => {
      const goesOn = { way: "visit", until: day } as const;
      return oriented({ outreach: { openedOn: "2026-11-18", why: "late", reviewedOn: "2026-12-17", goesOn } });
    };
    assert.equal(until("2027-01-05")["outreachReview"], "2027-01-05");
    assert.equal(until("2027-03-10")["outreachReview"], "2027-03-10");
    assert.equal(until("2027-01-02")["outreachReview"], "2027-01-04", "a Saturday");
  });
});

describe("what is due in the first phase", () => {
  it("counts everything from the entry, up to the cell that the PLIE announced and the decision", () => {
    assert.deepEqual(due({}, "2027-03-09"), {
      t0: "2026-12-16",
      firstAction: "2026-12-31",
      actionDone: "2027-02-09",
      synthesis: "2027-02-23",
      cell: "2027-03-09",
      decision: "2027-03-16",
    });
  });

  it("asks no more for what was met", () => {
    const met = { t0MetOn: "2026-12-01", synthesisOn: "2027-02-20" };
    const activation = { ...first, chosenOn: "2026-12-03", doneOn: "2027-01-12" };
    assert.deepEqual(Object.keys(due({ ...met, activation }, "2027-03-09")), ["cell", "decision"]);
  });

  it("an action that was put off with a reason is not asked for; one that was chosen is to be done before the synthesis", () => {
    const putOff = due({ activation: { ...first, deferredOn: "2026-12-03" } });
    assert.deepEqual([putOff["firstAction"], putOff["actionDone"]], [undefined, undefined]);
    const chosen = due({ activation: { ...first, chosenOn: "2026-12-03" } }, "2027-01-26");
    assert.equal(chosen["synthesis"], "2027-01-12");
    assert.equal(chosen["actionDone"], "2027-01-05", "five working days before the synthesis, sooner than E + 85");
  });

  it("an action that is over waits for its bilan, then for another assessment, never after the synthesis", () => {
    const over = { ...first, chosenOn: "2026-12-03", endsOn: "2027-01-08" };
    assert.equal(due({ activation: over })["bilan"], "2027-01-15");
    const told = (bilanOn: string, more: Partial<ClockFacts> = {}) =>
      due({ activation: { ...over, endsOn: null, doneOn: "2027-01-08", bilanOn }, ...more }, "2027-03-09")["t1"];
    assert.equal(told("2027-01-11"), "2027-01-25");
    assert.equal(told("2027-02-18"), "2027-02-23", "the day of the synthesis");
    assert.equal(told("2027-01-11", { assessedAgainOn: "2027-01-20" }), undefined);
    assert.equal(told("2027-01-11", { assessedAgainOn: "2027-01-05" }), "2027-01-25", "assessed before the bilan");
    assert.equal(told("2027-01-11", { synthesisOn: "2027-01-20" }), undefined);
  });

  it("aims at the last cell before E + 120, in whatever order the dates were written", () => {
    // E + 120 is 16 March 2027: a cell on that day comes too late.
    const dates = calendar("2027-03-16", "2026-12-08", "2027-03-15", "2027-02-09");
    const target = targetCell("2026-11-16", framework, dates);
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
    const { synthesisOn } = targetCell("2026-12-14", framework, calendar("2027-04-06"));
    assert.equal(synthesisOn, "2027-03-22", "Easter Monday is not worked");
  });

  it("asks for what a cell wants completed by its day, and no more for a first cell; then, presented again, for the decision", () => {
    const met = {
      t0MetOn: "2026-12-01",
      synthesisOn: "2027-02-20",
      activation: { ...first, deferredOn: "2026-12-03" },
    };
    const toComplete = { on: "2027-03-04", until: "2027-04-03" };
    assert.deepEqual(due({ ...met, toComplete }), { complete: "2027-04-05" });
    assert.deepEqual(due({ ...met, toComplete, isStudied: true }), { decision: "2027-04-05" });
  });
});

describe("what is due after the decision", () => {
  const decided = (overrides: Parameters<typeof aHandover>[0]) =>
    due({ status: "decided", decided: decidedOn("2027-01-04", "reorient"), handovers: [aHandover(overrides)] });

  it("a hand-over is sent within eight working days, also when nobody prepared it yet", () => {
    assert.deepEqual(decided({}), { handoverSend: "2027-01-14" });
    assert.deepEqual(due({ status: "decided", decided: decidedOn("2027-01-04", "reorient") }), {
      handoverSend: "2027-01-14",
    });
  });

  it("then, from the sending: a reminder, a call, the fallback, and a first appointment", () => {
    assert.deepEqual(decided({ sentOn: "2027-01-11" }), {
      handoverReminder: "2027-01-26",
      handoverCall: "2027-02-10",
      handoverFallback: "2027-02-25",
      handoverAppointment: "2027-03-12",
    });
    assert.deepEqual(Object.keys(decided({ sentOn: "2027-01-11", remindedOn: "2027-01-26", calledOn: "2027-02-10" })), [
      "handoverFallback",
      "handoverAppointment",
    ]);
  });

  it("once accepted, the appointment that was given; once held, news ninety days later; then nothing", () => {
    const accepted = { sentOn: "2027-01-11", acceptedOn: "2027-01-15", appointmentOn: "2027-01-30" };
    assert.deepEqual(decided(accepted), { handoverAppointment: "2027-02-01" });
    const held = { ...accepted, heldOn: "2027-02-01" };
    assert.deepEqual(decided(held), { handoverFollow: "2027-05-03" });
    assert.deepEqual(decided({ ...held, followedOn: "2027-05-03" }), {});
    assert.deepEqual(decided({ sentOn: "2027-01-11", closedOn: "2027-01-12" }), {});
  });

  it("a relay follows a lighter path: neither call, nor fallback, nor news", () => {
    const relay = (overrides: Parameters<typeof aHandover>[0]) => decided({ kind: "relay", ...overrides });
    assert.deepEqual(relay({ sentOn: "2027-01-11" }), {
      handoverReminder: "2027-01-26",
      handoverAppointment: "2027-03-12",
    });
    assert.deepEqual(relay({ sentOn: "2027-01-11", acceptedOn: "2027-01-15", heldOn: "2027-02-01" }), {});
  });

  it("of several hand-overs, the soonest", () => {
    const handovers = ["2027-01-13", "2027-01-11", "2027-01-12"].map((sentOn, at) =>
      aHandover({ id: `H${at}`, kind: "relay", sentOn }),
    );
    assert.equal(due({ status: "inPath", handovers })["handoverReminder"], "2027-01-26");
  });

  it("a second study stops the hand-over until it concludes", () => {
    const status = { status: "decided", decided: decidedOn("2027-01-04", "reorient") } as const;
    assert.deepEqual(due({ ...status, handovers: [aHandover({})], isStudied: true }), {});
  });

  it("in the path, a point every three months: on its day, or three months after the decision", () => {
    assert.deepEqual(due({ status: "inPath", decided: decidedOn("2027-01-04", "stay"), followUpOn: "2027-05-01" }), {
      followUp: "2027-05-03",
    });
    assert.deepEqual(due({ status: "inPath", decided: decidedOn("2026-11-30", "stay") }), { followUp: "2027-03-01" });
    assert.deepEqual(due({ status: "decided", decided: decidedOn("2027-01-04", "stayWithRelays") }), {
      followUp: "2027-04-05",
    });
  });

  it("six months after an exit to employment, news are asked once", () => {
    const afterExit = { from: "2026-08-31", doneOn: null };
    assert.deepEqual(due({ status: "left", afterExit }), { exitFollowUp: "2027-03-01" });
    assert.deepEqual(due({ status: "left", afterExit: { ...afterExit, doneOn: "2027-03-01" } }), {});
  });

  it("nothing is due for who is cancelled, gone, or followed by a partner since", () => {
    for (const status of ["cancelled", "left", "reoriented"] as const) assert.deepEqual(due({ status }), {});
    const ended = { how: "death", door: "none", on: "2027-01-05", by: "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a01" } as const;
    assert.deepEqual(due({ status: "left", ended, handovers: [aHandover({})] }), {});
  });
});

describe("a suspended parcours", () => {
  it("only its return is due while it lasts; without a date, another look three months later", () => {
    assert.deepEqual(due({ pauses: [pause("2026-12-01", null, "2027-01-31")] }), { resume: "2027-02-01" });
    assert.deepEqual(due({ pauses: [pause("2026-11-30", null)] }), { resume: "2027-03-01" });
    assert.deepEqual(due({ status: "cancelled", pauses: [pause("2026-11-30", null)] }), {});
  });

  it("once resumed, the days that it lasted do not count for what was not met yet", () => {
    const { t0, decision } = due({ pauses: [pause("2026-12-01", "2026-12-11")] });
    assert.equal(t0, "2026-12-28", "ten days after 16 December is a Saturday");
    assert.equal(decision, "2027-03-26");
  });

  it("what was due before it began stays late; what was met stays met", () => {
    const pauses = [pause("2026-12-20", "2027-01-20")];
    assert.equal(due({ pauses })["t0"], "2026-12-16");
    assert.equal(due({ pauses, t0MetOn: "2026-12-01" })["t0"], undefined);
  });

  it("no cell is aimed at on a day when it was suspended: the first working day after, without an announced date", () => {
    const clock = { pauses: [pause("2027-03-08", "2027-03-15")] };
    assert.equal(due(clock, "2027-03-09", "2027-01-12")["cell"], "2027-03-15");
  });
});
