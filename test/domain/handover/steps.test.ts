/** Whatever is pressed, in whatever order and on whatever day: what the method promises of a hand-over holds. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { caseAfterHandover } from "../../../src/domain/handover/after-step.ts";
import type { Handover } from "../../../src/domain/handover/records.ts";
import { withSheet } from "../../../src/domain/handover/sheet-from-inputs.ts";
import { clockOf, heldOn, stateOf } from "../../../src/domain/handover/standing.ts";
import { answered } from "../../../src/domain/handover/answered.ts";
import { HANDOVER_STEPS } from "../../../src/domain/handover/codes.ts";
import { stepped, type Around } from "../../../src/domain/handover/steps.ts";
import { addDays } from "../../../src/domain/participant/days.ts";
import { aHandover, DECIDED_ON as DECIDED } from "../../support/a-handover.ts";
import { aCase, REFERENT_ID } from "../../support/builders.ts";

const to = (name: string) => ({ lead: "missionLocale" as const, service: null, name, contact: "" });
const opened = (what: Handover["what"]): Handover => aHandover({ what });

type Press =
  | { readonly press: "step"; readonly step: (typeof HANDOVER_STEPS)[number]; readonly back: number }
  | { readonly press: "sheet"; readonly name: string; readonly asks: string; readonly other: boolean }
  | { readonly press: "answer"; readonly accepts: boolean; readonly back: number; readonly ahead: number }
  | { readonly press: "wait"; readonly days: number }
  /** What a référent would do next. */
  | { readonly press: "forward" };

const presses: fc.Arbitrary<readonly Press[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.constant({ press: "forward" as const }) },
    {
      weight: 6,
      arbitrary: fc.record({
        press: fc.constant("step" as const),
        step: fc.constantFrom(...HANDOVER_STEPS),
        back: fc.integer({ min: -2, max: 20 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        press: fc.constant("sheet" as const),
        name: fc.constantFrom("A", "B"),
        asks: fc.constantFrom("", "un emploi", "une formation"),
        other: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        press: fc.constant("answer" as const),
        accepts: fc.boolean(),
        back: fc.integer({ min: 0, max: 10 }),
        ahead: fc.integer({ min: -5, max: 20 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ press: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 50 }) }) },
  ),
  { minLength: 8, maxLength: 40 },
);

const STEP = { press: "step", back: 0 } as const;
const forward = (handover: Handover, referred: boolean): Press => {
  const { agreed, revised, referring, appointment, held } = handover;
  switch (stateOf(handover)) {
    case "preparing":
      if (handover.sheet.asks === "" || handover.to === null)
        return { press: "sheet", name: "A", asks: "un emploi", other: true };
      if (agreed?.revised !== revised) return { ...STEP, step: "agree" };
      if (!referred || handover.what === "relay" || referring?.answer === "accepted") return { ...STEP, step: "send" };
      return { ...STEP, step: referring === null ? "refer" : "referAccepted" };
    case "accepted":
      if (appointment === null) return { press: "answer", accepts: true, back: 0, ahead: 0 };
      return { ...STEP, step: held.byPerson === null ? "heldPerson" : "heldPartner" };
    case "sent":
      return { press: "answer", accepts: true, back: 0, ahead: 0 };
    case "refused":
      return { ...STEP, step: "next" };
    default:
      return { press: "wait", days: 1 };
  }
};

interface Moment {
  readonly handover: Handover;
  readonly today: string;
}
/** Every moment of a hand-over, as it was before and after each press that did something. */
const lived = (what: Handover["what"], referred: boolean, all: readonly Press[]): readonly Moment[] => {
  const moments: Moment[] = [{ handover: opened(what), today: DECIDED }];
  for (const pressed of all) {
    const { handover, today } = moments.at(-1) ?? { handover: opened(what), today: DECIDED };
    const around: Around = { today, by: REFERENT_ID, referred, fallbackDays: 45 };
    const one = pressed.press === "forward" ? forward(handover, referred) : pressed;
    if (one.press === "wait") moments.push({ handover, today: addDays(today, one.days) });
    else if (one.press === "sheet") {
      const editable = ["preparing", "refused"].includes(stateOf(handover));
      const sheet = { ...handover.sheet, asks: one.asks };
      const next = withSheet(handover, { to: to(one.name), fallback: one.other ? to("C") : null, sheet });
      if (editable) moments.push({ handover: next, today });
    } else if (one.press !== "forward") {
      const on = addDays(today, -one.back);
      const said = {
        ...{
          words: "",
          on,
          reason: "full" as const,
          answer: one.press === "answer" && one.accepts ? ("accepted" as const) : ("refused" as const),
        },
        appointmentOn: one.press === "answer" && one.accepts ? addDays(today, one.ahead) : null,
      };
      const moved = one.press === "step" ? stepped(handover, one.step, on, around) : answered(handover, said, around);
      if (moved.ok) moments.push({ handover: moved.handover, today });
    }
  }
  return moments;
};

const kinds = fc.constantFrom<Handover["what"]>("reorient", "relay");
const always = (holds: (before: Moment, after: Moment, referred: boolean) => void): void =>
  fc.assert(
    fc.property(kinds, fc.boolean(), presses, (what, referred, all) => {
      const moments = lived(what, referred, all);
      for (const [index, after] of moments.entries()) {
        const before = moments[index - 1];
        if (before !== undefined) holds(before, after, referred);
      }
    }),
    { numRuns: 400 },
  );

describe("A hand-over, whatever is pressed", () => {
  it("is never sent without the person's agreement to that very sheet and that very partner, nor without its other door", () => {
    let sent = 0;
    always(({ handover: before }, { handover: after }, referred) => {
      if (after.sendings.length <= before.sendings.length) return;
      sent += 1;
      assert.equal(before.agreed?.revised, before.revised);
      assert.deepEqual(after.sendings.at(-1)?.to, before.to);
      if (before.what === "reorient" && before.sendings.length === 0) assert.notEqual(before.fallback, null);
      if (before.what === "reorient" && referred) assert.equal(before.referring?.answer, "accepted");
    });
    assert.ok(sent > 20, `${String(sent)} sendings: nothing is proved`);
  });

  it("is held only once the person and the partner both said so, on a day that has come", () => {
    let held = 0;
    always((_before, { handover, today }) => {
      if (heldOn(handover) === null) return;
      held += 1;
      assert.ok(handover.held.byPerson !== null && handover.held.byPartner !== null && handover.appointment !== null);
      assert.ok(handover.appointment.on <= today);
      assert.ok(handover.appointment.on <= handover.held.byPerson && handover.held.byPerson <= today);
    });
    assert.ok(held > 0, "nothing is proved");
  });

  it("bears its dates in order, none of them ahead", () =>
    always((_before, { handover, today }) => {
      for (const { on, remindedOn, calledOn, answeredOn } of handover.sendings) {
        assert.ok(DECIDED <= on && on <= today);
        for (const day of [remindedOn, calledOn, answeredOn]) if (day !== null) assert.ok(on <= day && day <= today);
      }
      for (const [index, { on }] of handover.sendings.entries()) {
        const earlier = handover.sendings[index - 1];
        if (earlier !== undefined)
          assert.ok((earlier.answeredOn ?? "9") <= on, "sent elsewhere before the first answered");
      }
    }));

  it("is what the head of the case says, and no time alone closes it", () =>
    always((before, after) => {
      const clock = clockOf(after.handover);
      assert.equal(clock.heldOn, heldOn(after.handover));
      assert.equal(clock.closedOn === null, after.handover.closed === null);
      if (before.today !== after.today) assert.deepEqual(clockOf(before.handover), clock);
      if (clock.sentOn !== null) assert.ok(after.handover.sendings.some(({ on }) => on === clock.sentOn));
    }));

  it("leaves the case to its référent until the first appointment was held", () => {
    const decided = {
      review: "2026-001",
      outcome: "reorient" as const,
      to: { lead: "missionLocale" as const, service: null },
      on: DECIDED,
      by: REFERENT_ID,
    };
    always((_before, { handover }) => {
      if (handover.what !== "reorient") return;
      const { status } = caseAfterHandover(aCase({ status: "decided", decided }), handover);
      assert.equal(status === "reoriented", heldOn(handover) !== null);
    });
  });

  it("does nothing while a second study is asked, nor once it is closed", () =>
    fc.assert(
      fc.property(fc.constantFrom(...HANDOVER_STEPS), (step) => {
        const around: Around = { today: "2027-03-01", by: REFERENT_ID, referred: false, fallbackDays: 45 };
        const one = opened("reorient");
        assert.deepEqual(stepped({ ...one, pausedOn: DECIDED }, step, DECIDED, around), {
          ok: false,
          problem: "paused",
        });
        const closed = { on: DECIDED, because: "undone" as const };
        assert.deepEqual(stepped({ ...one, closed }, step, DECIDED, around), { ok: false, problem: "notNow" });
      }),
    ));
});
