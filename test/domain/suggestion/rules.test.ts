import assert from "node:assert/strict";
import { suggestionRules, type SuggestionRules } from "../../../src/domain/suggestion/rules.ts";
import { realFramework } from "../../support/a-lead.ts";

const rules = realFramework().suggestion;
const refused = (changes: Partial<SuggestionRules>): string => {
  const read = suggestionRules.safeParse({ ...rules, ...changes });
  return read.success ? "" : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n");
};

describe("The rules of the lead that a PLIE may edit", () => {
  it("are published with the figures of the method", () => {
    const { leads, ...figures } = rules;
    assert.deepEqual(figures, {
      core: ["projet", "competences", "recherche", "travail", "confiance"],
      stepsAlsoFor: ["savoirs"],
      manyLightFrom: 6,
      needsOutsideCoreFrom: 2,
      reinforcedFromExtent: 25,
      equivalentWithin: 10,
      prescriberMonths: 12,
      stepsAtMost: 2,
      relaysAtMost: 3,
      worksUpToUnlessSaid: 4,
      exhaustiveUpTo: 3,
      doubleScoredPercent: 10,
    });
    const stated = leads.map(({ kind, intensity, works }) => [
      kind,
      intensity,
      works.map(({ domain, upTo }) => `${domain} ${upTo}`).join(", "),
    ]);
    const core = (upTo: number, competences = upTo): string =>
      `projet ${upTo}, competences ${competences}, recherche ${upTo}, travail ${upTo}, confiance ${upTo}`;
    assert.deepEqual(stated, [
      ["plie", "reinforced", core(4)],
      ["franceTravail", "light", "projet 2, competences 3, recherche 4"],
      ["accompagnementGlobal", "reinforced", core(3)],
      ["missionLocale", "reinforced", core(4, 3)],
      ["capEmploi", "reinforced", core(4, 3)],
      ["accompagnementSocial", "reinforced", "confiance 4"],
      ["creationActivite", "light", "projet 2"],
    ]);
  });

  it("name each of the seven leads once, the PLIE first", () => {
    const [plie, second, ...others] = rules.leads;
    assert.ok(plie && second);
    assert.match(refused({ leads: [second, plie, ...others] }), /le PLIE vient en premier/);
    assert.match(refused({ leads: [plie, plie, ...others] }), /une même piste est écrite deux fois/);
  });

  it("ask for no more steps and relays than a card can show", () => {
    assert.equal(refused({ stepsAtMost: 3, relaysAtMost: 3 }), "");
    assert.match(refused({ stepsAtMost: 3, relaysAtMost: 4 }), /relaysAtMost: 6 étapes et relais au plus/);
  });
});
