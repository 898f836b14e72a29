/** *Qui a fait quoi* leaves no step of the trade untold. */
import assert from "node:assert/strict";
import { PAST_ACTS } from "../../src/contracts/person-codes.ts";
import { HANDOVER_STEPS } from "../../src/domain/handover/codes.ts";
import { pastActWords } from "../../src/wording/past-acts.ts";

describe("The acts that the past of a person tells", () => {
  it("have each a sentence of their own, and every step of a hand-over is among them", () => {
    assert.deepEqual(Object.keys(pastActWords).sort(), [...PAST_ACTS].sort());
    const known = new Set<string>(PAST_ACTS);
    assert.deepEqual(
      HANDOVER_STEPS.filter((step) => !known.has(`handover.${step}`)),
      [],
    );
  });
});
