import assert from "node:assert/strict";
import fc from "fast-check";
import { activationAfter } from "../../../src/domain/activation/after-bilan.ts";
import { bilanFromInputs, inputsFromBilan } from "../../../src/domain/activation/bilan-from-inputs.ts";
import { BILAN_OUTCOMES } from "../../../src/domain/activation/records.ts";
import { withdrawHealth } from "../../../src/domain/diagnostic/health.ts";
import { anAction, aBilan, aPmsmp } from "../../support/a-bilan.ts";
import { realFramework } from "../../support/a-lead.ts";

const framework = realFramework();
const context = {
  action: anAction(),
  criteria: framework.activation.criteria,
  lengths: framework.lengths,
  today: "2026-11-30",
};
const codesOf = (inputs: Record<string, string>, today = context.today): readonly string[] => {
  const read = bilanFromInputs(inputs, { ...context, today });
  return read.ok ? [] : read.problems.map(({ field, code }) => `${field}.${code}`);
};
const whole = { outcome: "completed", objectiveMet: "yes", agreement: "agrees" };

describe("The bilan of an action, as it is typed", () => {
  it("says how it went, and waits for the action to be there to be told", () => {
    assert.deepEqual(codesOf(whole), []);
    assert.deepEqual(codesOf({}), ["outcome.missing"]);
    assert.deepEqual(codesOf(whole, "2026-11-22"), ["outcome.notBegun"]);
    assert.deepEqual(codesOf(whole, "2026-11-25"), ["outcome.notEnded"]);
    assert.deepEqual(codesOf({ ...whole, outcome: "partial", lastDay: "25/11/2026" }, "2026-11-25"), []);
  });

  it("tells nothing of an immersion that was not signed by all: it did not begin", () => {
    const unsigned = { ...context, action: anAction({ pmsmp: aPmsmp({ signedOn: null }) }) };
    const codes = (inputs: Record<string, string>): readonly string[] => {
      const read = bilanFromInputs(inputs, unsigned);
      return read.ok ? [] : read.problems.map(({ code }) => code);
    };
    assert.deepEqual(codes(whole), ["unsigned"]);
    assert.deepEqual(codes({ ...whole, outcome: "partial", lastDay: "25/11/2026" }), ["unsigned"]);
    assert.deepEqual(codes({ outcome: "didNotShow", understood: "Le bus ne passe plus." }), []);
  });

  it("asks the last day of what was done in part, within the action", () => {
    const partial = { ...whole, outcome: "partial" };
    assert.deepEqual(codesOf(partial), ["lastDay.missing"]);
    assert.deepEqual(codesOf({ ...partial, lastDay: "bientôt" }), ["lastDay.notADate"]);
    assert.deepEqual(codesOf({ ...partial, lastDay: "28/11/2026" }), ["lastDay.outside"]);
    assert.deepEqual(codesOf({ ...partial, lastDay: "2026-11-26" }, "2026-11-25"), ["lastDay.inTheFuture"]);
    assert.deepEqual(codesOf({ ...partial, lastDay: "2026-11-26", missedHours: "quatre" }), ["missedHours.notAFigure"]);
    assert.deepEqual(codesOf({ ...partial, lastDay: "2026-11-26", missedHours: "7" }), []);
  });

  it("is recorded with the person's words where they do not go along with it, and says whether the objective was met", () => {
    assert.deepEqual(codesOf({ ...whole, agreement: "disagrees" }), ["words.missing"]);
    assert.deepEqual(codesOf({ ...whole, agreement: "partly", words: "Je n'étais pas en retard le mardi." }), []);
    assert.deepEqual(codesOf({ ...whole, objectiveMet: "" }), ["objectiveMet.missing"]);
    assert.deepEqual(codesOf({ ...whole, facts: "a".repeat(601) }), ["facts.tooLong"]);
  });

  it("of a no-show keeps what the person says, and neither hour, fact nor observation", () => {
    const typed = {
      ...whole,
      outcome: "didNotShow",
      understood: "Le bus ne passe plus.",
      see_host_horaires: "4",
      facts: "Absent",
    };
    const read = bilanFromInputs({ ...typed, missedHours: "35" }, context);
    assert.ok(read.ok);
    const { observations, facts, missedHours, lastDay, understood } = read.said;
    assert.deepEqual(
      { observations, facts, missedHours, lastDay },
      { observations: [], facts: "", missedHours: null, lastDay: null },
    );
    assert.equal(understood, "Le bus ne passe plus.");
  });

  it("is found again as it was recorded", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BILAN_OUTCOMES),
        fc.constantFrom("0", "1", "2", "3", "4", ""),
        (outcome, level) => {
          const typed = { ...whole, outcome, lastDay: "2026-11-26", see_person_gestes: level };
          const read = bilanFromInputs(typed, context);
          assert.ok(read.ok);
          const again = bilanFromInputs(inputsFromBilan(aBilan(read.said)), context);
          assert.deepEqual(again, read);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("A person who takes back their agreement that health be noted", () => {
  it("takes the words of a bilan along: what kept someone from coming may be their health; what was seen stays", () => {
    const observations = [{ criterion: "gestes", by: "host", level: 2 } as const];
    const bilan = aBilan({ facts: "Faits", words: "Mots", understood: "Malade", observations });
    const erased = withdrawHealth(bilan, { by: bilan.by, now: bilan.at });
    assert.deepEqual(erased, { act: "rewrite", doc: { ...bilan, facts: "", words: "", understood: "" } });
  });
});

describe("What the clock reads of the actions of a parcours", () => {
  const held = anAction({ id: "held", state: "done", until: "2026-11-20" });
  const missed = anAction({ id: "missed", state: "done", until: "2026-11-10" });
  const coming = anAction({ id: "coming", until: "2026-12-18" });

  it("counts an action that took place, never a no-show, and waits for the bilan of the soonest to come", () => {
    const bilans = [
      aBilan({ id: "missed", outcome: "didNotShow", on: "2026-11-11" }),
      aBilan({ id: "held", on: "2026-11-24" }),
    ];
    assert.deepEqual(activationAfter(null, [held, missed, coming], bilans), {
      chosenOn: null,
      deferredOn: null,
      endsOn: "2026-12-18",
      doneOn: "2026-11-20",
      bilanOn: "2026-11-24",
    });
    const noShow = activationAfter(null, [missed], bilans.slice(0, 1));
    assert.deepEqual([noShow.doneOn, noShow.bilanOn], [null, null], "a no-show counted as an action done");
  });

  it("keeps when the action was chosen", () => {
    const before = { chosenOn: "2026-11-02", deferredOn: null, endsOn: "2026-11-20", doneOn: null, bilanOn: null };
    assert.equal(activationAfter(before, [held], [aBilan({ id: "held" })]).chosenOn, "2026-11-02");
  });
});
