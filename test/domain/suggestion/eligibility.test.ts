import assert from "node:assert/strict";
import type { Condition } from "../../../src/domain/suggestion/condition.ts";
import { explainOffer, judgeCondition, judgeOffer, situationOf } from "../../../src/domain/suggestion/eligibility.ts";
import type { SituationFacts } from "../../../src/domain/suggestion/facts.ts";
import type { LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import { anOffer, someFacts, someInputs } from "../../support/a-lead.ts";

const person = (facts: Partial<SituationFacts> = {}, more: Partial<LeadInputs> = {}) =>
  situationOf(someInputs({}, { facts: someFacts(facts), ...more }));
const born = (birthDate: string | null) => person({}, { birthDate });

const under26: Condition = { on: "age", from: 16, under: 26, label: "de 16 à 25 ans" };
const rqth: Condition = { on: "fact", fact: "rqth", is: ["yes"], soon: ["requested"], label: "avoir une RQTH" };

describe("Eligibility stated by a partner", () => {
  it("counts age in whole years on the day of the lead, the lower bound included, the upper one excluded", () => {
    const judged = (birthDate: string | null): string => judgeCondition(under26, born(birthDate));
    assert.equal(judged("2010-11-24"), "eligible", "16 today");
    assert.equal(judged("2010-11-25"), "excluded", "16 tomorrow");
    assert.equal(judged("2000-11-25"), "eligible", "26 tomorrow");
    assert.equal(judged("2000-11-24"), "excluded", "26 today");
    assert.equal(judged(null), "toVerify", "not known");
  });

  it("a fact excludes only when it was answered otherwise; what is on its way is possible as soon as it is there", () => {
    const judged = (answer: SituationFacts["rqth"]): string => judgeCondition(rqth, person({ rqth: answer }));
    assert.deepEqual((["yes", "requested", "no", "unknown", "declined", null] as const).map(judged), [
      "eligible",
      "soon",
      "excluded",
      "toVerify",
      "toVerify",
      "toVerify",
    ]);
  });

  it("a condition that no fact can check is to be verified", () => {
    assert.equal(judgeCondition({ on: "stated", label: "sur entretien" }, person()), "toVerify");
  });

  it("one public that fits is enough; what is not recorded never excludes", () => {
    const judged = (publics: readonly string[], facts: Partial<SituationFacts> = {}, more: Partial<LeadInputs> = {}) =>
      judgeOffer(anOffer("x", { publics }), person(facts, more));
    assert.equal(judged([]), "eligible");
    assert.equal(judged(["seniors", "tous-publics"]), "eligible");
    assert.equal(judged(["femmes"]), "toVerify", "sex is not recorded");
    assert.equal(judged(["personnes-exilees"]), "toVerify");
    assert.equal(judged(["jeunes"], {}, { birthDate: "2003-05-04" }), "eligible");
    assert.equal(judged(["jeunes"], {}, { birthDate: "1998-05-04" }), "toVerify", "28: some go to 30");
    assert.equal(judged(["jeunes"], {}, { birthDate: "1984-03-12" }), "excluded");
    assert.equal(judged(["jeunes", "femmes"]), "toVerify", "too old for the one, not known for the other");
    assert.equal(judged(["jeunes", "demandeurs-emploi"], { franceTravail: "yes" }), "eligible");
    assert.equal(judged(["demandeurs-emploi"], { franceTravail: "no" }), "excluded");
    assert.equal(judged(["demandeurs-emploi"]), "toVerify");
    const minima = "beneficiaires-des-minimas-sociaux";
    assert.equal(judged([minima], { ass: "yes" }), "eligible");
    assert.equal(judged([minima], { rsa: "no", ass: "no", aah: "no" }), "excluded");
    assert.equal(judged([minima], { rsa: "no", ass: "no" }), "toVerify", "one of the three was not asked");
    assert.equal(judged(["personnes-en-situation-de-handicap"], { rqth: "no", aah: "no" }), "toVerify");
    assert.equal(judged(["personnes-en-situation-de-handicap"], { aah: "yes" }), "eligible");
    assert.equal(
      judged(["personnes-en-situation-de-handicap"], { rqth: "requested" }),
      "soon",
      "the RQTH is on its way",
    );
    assert.equal(judged(["seniors", "personnes-en-situation-de-handicap"], { rqth: "requested" }), "soon");
    assert.equal(judged(["residents-qpv-frr"], { qpv: "no" }), "excluded");
    assert.equal(judged(["actifs"], { lastJob: "EN_ACTIVITE" }), "eligible");
    assert.equal(judged(["actifs"], { lastJob: "PLUS_DEUX_ANS" }), "toVerify");
  });

  it("a zone is everywhere, a commune, a département or the EPCI; other codes are to be verified", () => {
    const judged = (zone: readonly string[] | null, more: Partial<LeadInputs> = {}) =>
      judgeOffer(anOffer("x", { zone }), person({}, more));
    assert.equal(judged(null), "eligible");
    assert.equal(judged(["france"], { commune: null }), "eligible");
    assert.equal(judged(["21166"]), "eligible");
    assert.equal(judged(["21231"]), "excluded", "another commune");
    assert.equal(judged(["71", "21"]), "eligible", "one of the two départements");
    assert.equal(judged(["71"]), "excluded");
    assert.equal(judged(["2A"], { commune: "2A004" }), "eligible");
    assert.equal(judged(["974"], { commune: "97411" }), "eligible");
    assert.equal(judged(["242100410"]), "eligible");
    assert.equal(judged(["200070000"]), "excluded", "another EPCI");
    assert.equal(judged(["242100410"], { epci: null }), "toVerify");
    assert.equal(judged(["21231"], { commune: null }), "toVerify");
    assert.equal(judged(["bourgogne"]), "toVerify");
  });

  it("says which conditions exclude, and nothing of those that are met", () => {
    const offer = anOffer("x", { zone: ["71"], publics: ["jeunes"], conditions: [rqth] });
    assert.deepEqual(explainOffer(offer, person({ rqth: "yes" })), {
      eligibility: "excluded",
      conditions: ["zone", "publics:jeunes"],
    });
    const toVerify = anOffer("x", { conditions: [rqth, { on: "stated", label: "sur entretien" }] });
    assert.deepEqual(explainOffer(toVerify, person({ rqth: "requested" })), {
      eligibility: "toVerify",
      conditions: ["avoir une RQTH", "sur entretien"],
    });
    assert.deepEqual(explainOffer(anOffer("x"), person()), { eligibility: "eligible", conditions: [] });
  });
});
