/** From what is chosen and typed in a block to its answers. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { answersFromInputs, typedAnswer, type Reading } from "../../../src/domain/esf/answers-from-inputs.ts";
import { isAsked } from "../../../src/domain/esf/asked.ts";
import { ESF_STAGES } from "../../../src/domain/esf/codes.ts";
import { missingIn } from "../../../src/domain/esf/standing.ts";
import { anySheet, ESF } from "../../support/an-esf-sheet.ts";

const COMMUNES = [
  { insee: "21166", name: "Chenôve" },
  { insee: "21231", name: "Dijon" },
];
const READING: Reading = {
  ...{ today: "2026-11-24", communes: COMMUNES, notBefore: "2026-11-16" },
  birth: "birthDate",
};
const block = (id: string) => {
  const found = ESF.entry.blocks.find((one) => one.id === id);
  assert.ok(found !== undefined);
  return found;
};
const read = (id: string, inputs: Record<string, string>) =>
  answersFromInputs(block(id), { answeredOn: "24/11/2026", ...inputs }, READING);
const problem = (id: string, inputs: Record<string, string>, item: string) => {
  const found = read(id, inputs);
  return found.ok ? undefined : found.problems[item]?.code;
};

describe("ESF+ answers, as they are typed", () => {
  it("are written in a form and read again as they were, whatever they are", () => {
    for (const stage of ESF_STAGES)
      fc.assert(
        fc.property(anySheet(ESF[stage]), (sheet) => {
          for (const one of ESF[stage].blocks) {
            const asked = one.items.filter((item) => isAsked(item, sheet));
            const answers = Object.fromEntries(
              asked.flatMap(({ id }) => (sheet[id] === undefined ? [] : [[id, sheet[id]]])),
            );
            const isAlone = (item: (typeof asked)[number]) => {
              const answer = answers[item.id];
              return Array.isArray(answer) && answer.length > 1 && answer.includes("none");
            };
            const inputs = Object.fromEntries(
              one.items.map((item) => [item.id, typedAnswer(item, answers[item.id], COMMUNES)]),
            );
            const found = answersFromInputs(one, { ...inputs, answeredOn: "2026-11-24" }, READING);
            if (asked.some(isAlone)) assert.ok(!found.ok);
            else assert.deepEqual(found.ok ? found.answers : found, answers);
          }
        }),
        { numRuns: 60 },
      );
  });

  it("tell a blank from a decline, and offer the decline for what is sensitive alone", () => {
    const found = read("situation", { handicap: "declined", nationality: "" });
    assert.ok(found.ok);
    assert.deepEqual(found.answers, { handicap: "declined" });
    const missing = missingIn(block("situation"), found).map(({ id }) => id);
    assert.deepEqual(missing, ["nationality", "foreignBackground", "minority", "housing"]);
    assert.equal(problem("studies", { diploma: "declined" }, "diploma"), "notAnAnswer");
    assert.equal(problem("studies", { diploma: "DOCTORAT" }, "diploma"), "notAnAnswer");
  });

  it("say what does not go together, a commune that is not known, and dates that cannot be", () => {
    assert.equal(problem("work", { minima: "none,rsa" }, "minima"), "alone");
    assert.equal(problem("work", { labour: "employed", withoutWork: "never" }, "withoutWork"), "notAsked");
    assert.equal(problem("person", { commune: "Chenov" }, "commune"), undefined);
    assert.equal(problem("person", { commune: "Nulle Part" }, "commune"), "communeUnknown");
    assert.equal(problem("person", { birthDate: "12/03/84" }, "birthDate"), "yearOnTwoDigits");
    assert.equal(problem("person", { answeredOn: "15/11/2026" }, "answeredOn"), "tooEarly");
    assert.equal(problem("person", { answeredOn: "25/11/2026" }, "answeredOn"), "inTheFuture");
    assert.equal(problem("person", { answeredOn: "" }, "answeredOn"), "empty");
  });
});
