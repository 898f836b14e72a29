import assert from "node:assert/strict";
import fc from "fast-check";
import { addDays } from "../../../src/domain/participant/days.ts";
import { FACT_IDS, FACTS, NOTHING_ASKED, situationFacts } from "../../../src/domain/suggestion/facts.ts";
import {
  answeredFacts,
  completedFacts,
  eachFact,
  inputsFromSituation,
  SITUATION_FIELDS,
  situationFromInputs,
} from "../../../src/domain/suggestion/situation-from-inputs.ts";
import { notAskedWords, factWords } from "../../../src/wording/situation-facts.ts";

const TODAY = "2026-11-24";
const facts = fc
  .record({
    ...eachFact((fact) => fc.option(fc.constantFrom<string>(...FACTS[fact]))),
    rightToWorkUntil: fc.option(fc.integer({ min: -3_000, max: 7_000 }).map((days) => addDays(TODAY, days))),
  })
  .map((made) => situationFacts.parse(made));

const read = (inputs: Record<string, string>) => situationFromInputs(inputs, TODAY);
const until = (typed: string) => {
  const found = read({ rightToWorkUntil: typed });
  return found.ok ? found.facts.rightToWorkUntil : found.problems.map(({ code }) => code).join();
};

describe("The facts of a situation", () => {
  it("come back as they were recorded, each of them, whatever the answer", () => {
    fc.assert(
      fc.property(facts, (known) => {
        assert.deepEqual(read(inputsFromSituation(known)), { ok: true, facts: known });
      }),
    );
  });

  it("are not asked as long as nothing is chosen: never a no, never « ne sait pas »", () => {
    assert.deepEqual(read({}), { ok: true, facts: NOTHING_ASKED });
    assert.deepEqual(read(Object.fromEntries(SITUATION_FIELDS.map((field) => [field, ""]))), {
      ok: true,
      facts: NOTHING_ASKED,
    });
    for (const fact of FACT_IDS) {
      const answers = FACTS[fact].map((answer) => read({ [fact]: answer }));
      const told = answers.map((answer) => JSON.stringify(answer));
      assert.equal(new Set(told).size, FACTS[fact].length, `two answers to ${fact} are recorded alike`);
      assert.ok(!told.includes(JSON.stringify(read({}))), `an answer to ${fact} is recorded as not asked`);
    }
  });

  it("refuse what is in no list, rather than forget what was known", () => {
    const odd = read({ rsa: "peut-être", rqth: "cause", ass: "yes" });
    assert.ok(!odd.ok);
    assert.deepEqual(odd.problems, [
      { field: "rsa", code: "notAnAnswer" },
      { field: "rqth", code: "notAnAnswer" },
    ]);
  });

  it("read the end of the right to work as people write a date, past or to come; nothing else of it is refused", () => {
    for (const typed of ["31/08/2027", "31.8.27", "31 août 2027", "le 31 août 2027", "2027-08-31"])
      assert.equal(until(typed), "2027-08-31", typed);
    assert.equal(until("02/01/2026"), "2026-01-02", "a right that has ended is a fact too");
    assert.equal(until("  "), null);
    for (const typed of ["31/02/2027", "bientôt", "2027", "12/2027"]) assert.equal(until(typed), "notADate", typed);
    for (const typed of ["31/08/2207", "31/08/1927"]) assert.equal(until(typed), "farAway", typed);
  });

  it("count what was asked, « ne souhaite pas répondre » included, and not the date", () => {
    assert.deepEqual(answeredFacts(NOTHING_ASKED), { count: 0, of: 14 });
    const some = { ...NOTHING_ASKED, rsa: "declined", ass: "unknown", rightToWorkUntil: "2027-08-31" } as const;
    assert.deepEqual(answeredFacts(some), { count: 2, of: 14 });
  });

  it("of two records of one person, each answer of the kept one stays, and what it lacks is taken from the other", () => {
    fc.assert(
      fc.property(facts, facts, (kept, other) => {
        const both = completedFacts(kept, other);
        for (const field of SITUATION_FIELDS) assert.equal(both[field], kept[field] ?? other[field], field);
      }),
    );
  });

  it("are each said in words of their own: no two answers of a question read alike, none reads « Pas demandé »", () => {
    for (const fact of FACT_IDS) {
      const said = FACTS[fact].map((answer) => factWords(fact, answer));
      assert.equal(new Set([...said, notAskedWords]).size, said.length + 1, `${fact}: ${said.join(" · ")}`);
      for (const answer of FACTS[fact]) assert.notEqual(factWords(fact, answer), answer, "a code is shown for a word");
    }
  });
});
