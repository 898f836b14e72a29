import assert from "node:assert/strict";
import { decisionWithoutPerson, snapshotWithoutPerson } from "../../../src/domain/review/without-person.ts";
import type { ReviewDecision } from "../../../src/domain/review/records.ts";
import { aSnapshot, A_MOMENT } from "../../support/a-review.ts";
import { anIdentity } from "../../support/builders.ts";
import { BASILE } from "../../support/chat.ts";

const person = anIdentity({ givenName: "Aminata", familyName: "Benali" });
const WORDS = "Aminata Benali vient à pied.";
const READ = "… vient à pied.";

const aDecision: ReviewDecision = {
  ...{ kind: "reviewDecision", schemaVersion: 1, review: "2026-001", study: 1, code: person.code, outcome: "stay" },
  ...{ to: null, reasons: WORDS, departs: null, proofs: [], next: WORDS, by: BASILE, at: A_MOMENT },
  ...{ on: "2026-11-24", letterDueOn: "2026-12-04", secondUntil: null },
};

describe("What was written of a case, for whoever is not to know of whom it speaks", () => {
  it("names the person in no text, wherever it was typed, and keeps the rest as it is", () => {
    const whole = aSnapshot({ question: WORDS }, WORDS);
    const read = snapshotWithoutPerson(person, whole);
    assert.doesNotMatch(JSON.stringify(read), /Aminata|Benali/);
    assert.deepEqual(read, aSnapshot({ question: READ }, READ));
    assert.deepEqual(snapshotWithoutPerson(person, aSnapshot()), aSnapshot(), "a text that names nobody is changed");
  });

  it("names them neither in the reasons of a decision, nor in what comes next", () => {
    assert.deepEqual(decisionWithoutPerson(person, aDecision), { ...aDecision, reasons: READ, next: READ });
  });
});
