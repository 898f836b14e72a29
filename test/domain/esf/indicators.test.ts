/** What each answer of an ESF+ questionnaire counts for. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { ageOn, indicatorsFed } from "../../../src/domain/esf/indicators.ts";
import { DECLINED, type EsfStage } from "../../../src/domain/esf/codes.ts";
import { itemsOf } from "../../../src/domain/esf/questionnaire.ts";
import type { EsfAnswerSheet } from "../../../src/domain/esf/records.ts";
import { anySheet, ESF } from "../../support/an-esf-sheet.ts";

const ENTRY = "2026-11-24";
const fed = (answers: EsfAnswerSheet, stage: EsfStage = "entry"): readonly string[] =>
  indicatorsFed(ESF[stage], answers, ENTRY).map(({ code }) => code);

describe("ESF+ indicators", () => {
  it("count an age from its birthday on, at 18, 30 and 55", () => {
    const ages = (birthDate: string) => fed({ birthDate });
    assert.deepEqual(ages("2008-11-25"), ["EECO06"], "the day before 18");
    assert.deepEqual(ages("2008-11-24"), ["EECO07"], "18 that day");
    assert.deepEqual(ages("1996-11-25"), ["EECO07"], "the day before 30");
    assert.deepEqual(ages("1996-11-24"), [], "30 that day");
    assert.deepEqual(ages("1971-11-25"), [], "the day before 55");
    assert.deepEqual(ages("1971-11-24"), ["EECO08"], "55 that day");
    assert.equal(ageOn("2004-02-29", "2025-02-28"), 20, "born on 29 February");
    assert.equal(ageOn("2004-02-29", "2025-03-01"), 21);
  });

  it("sort diplomas into the three levels of the national lists", () => {
    const levels = {
      EECO09: ["AFS", "CP4", "CFG", "C3A", "C12"],
      EECO10: ["NV5", "NV4"],
      EECO11: ["NV3", "NV2", "NV1"],
    };
    for (const [code, diplomas] of Object.entries(levels))
      for (const diploma of diplomas) assert.deepEqual(fed({ diploma }), [code], diploma);
  });

  it("count a long unemployment for who is unemployed alone, sooner under 25", () => {
    const labour = { labour: "unemployed", withoutWork: "sixToElevenMonths" };
    assert.deepEqual(fed(labour), ["EECO02"], "without a birth date nobody is young");
    assert.deepEqual(fed({ ...labour, birthDate: "2004-01-01" }), ["EECO02", "EECO03", "EECO07"]);
    assert.deepEqual(fed({ ...labour, withoutWork: "twoYearsAndMore" }), ["EECO02", "EECO03"]);
    assert.deepEqual(fed({ labour: "inactive", withoutWork: "twoYearsAndMore" }), ["EECO04"]);
    assert.deepEqual(fed({ labour: "employed", withoutWork: "twoYearsAndMore" }), ["EECO05"], "not asked, and counted");
  });

  it("count a positive exit as the PLIE does: six months and half-time, an activity, or a qualification", () => {
    const job = { employment: "yes", contract: "fixed", duration: "sixMonths", halfTime: "yes" };
    const positive = (answers: EsfAnswerSheet) => fed(answers, "exit").includes("SORTIE_POSITIVE");
    assert.ok(positive(job));
    for (const short of [{ duration: "shorter" }, { halfTime: "no" }, { contract: "insertion" }, { employment: "no" }])
      assert.ok(!positive({ ...job, ...short }), JSON.stringify(short));
    assert.ok(positive({ employment: "yes", contract: "creation" }));
    assert.ok(positive({ qualification: "yes" }) && positive({ training: "yes", longTraining: "yes" }));
    assert.ok(!positive({ training: "no", longTraining: "yes" }), "a training that is not followed");
  });

  for (const stage of ["entry", "exit", "later"] as const) {
    it(`of any sheet (${stage}) are in the file, in its order, once; a decline and a blank feed nothing`, () => {
      fc.assert(
        fc.property(anySheet(ESF[stage]), (answers) => {
          const codes = fed(answers, stage);
          const known = ESF[stage].indicators.map(({ code }) => code);
          assert.deepEqual(
            codes,
            known.filter((code) => codes.includes(code)),
          );
          const said = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== DECLINED));
          assert.deepEqual(fed(said, stage), codes, "a decline counts for something");
          const shuffled = Object.fromEntries(Object.entries(answers).reverse());
          assert.deepEqual(fed(shuffled, stage), codes, "the order of the answers matters");
        }),
        { numRuns: 150 },
      );
    });

    it(`no longer hold once everything (${stage}) is blank or declined`, () => {
      const declined = Object.fromEntries(
        itemsOf(ESF[stage])
          .filter(({ sensitive }) => sensitive)
          .map(({ id }) => [id, DECLINED]),
      );
      assert.deepEqual([fed({}, stage), fed(declined, stage)], [[], []]);
    });
  }
});
