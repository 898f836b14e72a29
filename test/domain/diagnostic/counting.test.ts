import assert from "node:assert/strict";
import { countingOf } from "../../../src/domain/diagnostic/counting.ts";
import { aRound } from "../../support/a-view.ts";

const nothing = { chosenOn: null, deferredOn: null, endsOn: null, doneOn: null, bilanOn: null };
const planned = { activation: { ...nothing, chosenOn: "2026-11-20" } };
const done = { activation: { ...nothing, doneOn: "2026-11-27", bilanOn: "2026-11-30" } };

describe("What « travail » counts for, before and after the bilan of an action", () => {
  it("waits for the bilan of an action that took place: a plan is not one", () => {
    assert.equal(countingOf({ activation: null }, aRound()).bilanRecorded, false);
    assert.equal(countingOf(planned, aRound()).bilanRecorded, false);
    assert.equal(countingOf(done, aRound()).bilanRecorded, true);
    assert.equal(countingOf(done, undefined).bilanRecorded, true);
  });

  it("leaves a closed evaluation as it was, on either side of the bilan, even on the same day", () => {
    const before = aRound({ closedOn: "2026-11-30", bilanRecorded: false });
    const after = aRound({ closedOn: "2026-11-30", bilanRecorded: true });
    assert.equal(
      countingOf(done, before).bilanRecorded,
      false,
      "a bilan after the closing changed a closed evaluation",
    );
    assert.equal(countingOf({ activation: null }, after).bilanRecorded, true, "the closed evaluation forgot its bilan");
  });
});
