import assert from "node:assert/strict";
import { NOTHING_ASKED } from "../../../src/domain/suggestion/facts.ts";
import { leadInputsOf, type Recorded } from "../../../src/domain/suggestion/inputs.ts";
import { canonicalJson } from "../../../src/domain/canonical-json.ts";
import { metresBetween } from "../../../src/domain/suggestion/distance.ts";
import { aCase, aFinding, aLevel, anIdentity, NOW, REFERENT_ID, someFindings, TODAY } from "../../support/builders.ts";
import { realFramework } from "../../support/a-lead.ts";

const recorded = (more: Partial<Recorded> = {}): Recorded => ({
  framework: realFramework(),
  directoryVersion: "7",
  asOf: TODAY,
  findings: someFindings({ recherche: aLevel(2, 2) }),
  bilanRecorded: false,
  head: aCase(),
  identity: anIdentity(),
  facts: null,
  plie: {
    communes: [
      { insee: "21166", lat: 47.2933, lon: 5.0083 },
      { insee: "21231", lat: 47.322, lon: 5.0415 },
    ],
    prescriberLeads: new Map([["Mission locale", "missionLocale"]]),
    epci: "242100410",
  },
  ...more,
});

describe("From what is recorded to the inputs of a lead", () => {
  it("takes what was spoken of, and says nothing of the rest", () => {
    const findings = someFindings({
      recherche: aLevel(2, 2, {
        situations: ["organiser-ses-demarches", "cv-et-lettre"],
        priority: true,
        facts: "Des faits",
      }),
      sante: aFinding({ state: "declined" }),
      droits: aFinding(),
    });
    assert.deepEqual(leadInputsOf(recorded({ findings })).findings, {
      sante: { state: "declined", severity: null, impact: null, priority: false, situations: [] },
      recherche: {
        state: "assessed",
        severity: 2,
        impact: 2,
        priority: true,
        situations: ["cv-et-lettre", "organiser-ses-demarches"],
      },
    });
  });

  it("knows who oriented the person, where they are one of the seven leads, and since when", () => {
    assert.deepEqual(leadInputsOf(recorded()).prescriber, { lead: "missionLocale", on: "2026-11-02" });
    assert.equal(leadInputsOf(recorded({ identity: anIdentity({ prescriber: "Une voisine" }) })).prescriber, null);
    assert.equal(leadInputsOf(recorded({ identity: anIdentity({ prescriber: null }) })).prescriber, null);
  });

  it("gives the centre of the commune and its EPCI; a commune that is not known gives neither", () => {
    const known = leadInputsOf(recorded());
    assert.deepEqual([known.from, known.epci], [{ lat: 47_293_300, lon: 5_008_300 }, "242100410"]);
    const unknown = leadInputsOf(recorded({ identity: anIdentity({ commune: null }) }));
    assert.deepEqual([unknown.from, unknown.epci, unknown.commune], [null, null, null]);
  });

  it("keeps the urgent points that are not dealt with, in the framework's order", () => {
    const flag = (id: string, done: boolean) => ({
      id,
      raisedAt: NOW,
      raisedBy: REFERENT_ID,
      done: done ? { on: TODAY, by: REFERENT_ID } : null,
    });
    const head = aCase({
      urgent: [flag("rien-a-manger", false), flag("violences", true), flag("sans-abri-ce-soir", false)],
    });
    assert.deepEqual(leadInputsOf(recorded({ head })).urgent, ["sans-abri-ce-soir", "rien-a-manger"]);
  });

  it("nothing asked of the situation is nothing known", () => {
    assert.deepEqual(leadInputsOf(recorded()).facts, NOTHING_ASKED);
  });
});

describe("Distances", () => {
  it("are those of the map to the nearest hundred metres", () => {
    const dijon = { lat: 47_322_000, lon: 5_041_500 };
    const paris = { lat: 48_856_600, lon: 2_352_200 };
    const between = metresBetween(dijon, paris);
    assert.ok(Math.abs(between - 262_900) < 1_500, `Dijon to Paris: ${String(between)}`);
    assert.equal(metresBetween(dijon, { ...dijon, lat: dijon.lat + 10_000 }), 1_100);
    assert.equal(metresBetween(dijon, { ...dijon, lon: dijon.lon + 10_000 }), 800);
    assert.equal(metresBetween(dijon, dijon), 0);
    assert.equal(metresBetween(dijon, paris), metresBetween(paris, dijon), "the same both ways");
  });
});

describe("The canonical text", () => {
  it("is the same whatever the order in which keys were written", () => {
    assert.equal(canonicalJson({ b: [{ d: 1, c: null }], a: "é" }), '{"a":"é","b":[{"c":null,"d":1}]}');
    assert.equal(canonicalJson({ a: 1, b: 2 }), canonicalJson({ b: 2, a: 1 }));
    assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]), "a list keeps its order");
  });
});
