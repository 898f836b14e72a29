import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalJson } from "../../../src/domain/canonical-json.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { frozenWith, replayLead } from "../../../src/domain/suggestion/replay.ts";
import type { StoredLead } from "../../../src/domain/suggestion/stored-lead.ts";
import { aLeadFinding, anOffer, realFramework, someFacts, someInputs } from "../../support/a-lead.ts";
import { anyLeadInputs } from "../../support/any-lead.ts";
import { anyLeadDirectory, anyLightInputs } from "../../support/any-light-lead.ts";
import { NOW } from "../../support/builders.ts";

const framework = realFramework();
const find = findLead(framework);

const stored = (inputs: LeadInputs, offers: readonly Offer[]): StoredLead => {
  const lead = find(inputs, offers);
  return {
    kind: "lead",
    schemaVersion: 1,
    id: "P-2026-0001.1.0.fresh",
    code: "P-2026-0001",
    parcours: 1,
    round: 0,
    frameworkVersion: framework.version,
    directoryVersion: "1",
    asOf: inputs.asOf,
    inputs: canonicalJson(inputs),
    offers: canonicalJson(frozenWith(framework, inputs, lead, offers)),
    lead: canonicalJson(lead),
    withdrawn: false,
    at: NOW,
  };
};

describe("A stored lead, computed again from what was stored with it", () => {
  it("is the same when its services are in other communes and the one that receives the person is further", () => {
    const social = (id: string, more: Partial<Offer>): Offer =>
      anOffer(id, { role: "lead", lead: "accompagnementSocial", ...more });
    const offers = [
      ...["a", "b", "c"].map((id) => social(id, { zone: ["21231"] })),
      social("departement", { zone: ["21"], at: null }),
    ];
    const inputs = someInputs(
      { confiance: aLeadFinding(2, 2), mobilite: aLeadFinding(3, 3), famille: aLeadFinding(3, 3) },
      { facts: someFacts({ accompaniedBy: "accompagnementSocial" }) },
    );
    assert.equal(find(inputs, offers).first, "accompagnementSocial");
    assert.equal(replayLead(stored(inputs, offers), framework), "same");
  });

  it("is the same when a lead stands on a service that is too far to be named", () => {
    const youth = (id: string, more: Partial<Offer>): Offer =>
      anOffer(id, { role: "lead", lead: "missionLocale", ...more });
    const light: Partial<Offer> = { works: [{ domain: "projet", situations: [], upTo: 1 }] };
    const offers = [
      ...["a", "b", "c"].map((id) => youth(id, light)),
      youth("far", { intensity: "light", at: { lat: 48_000_000, lon: 6_000_000 } }),
    ];
    const inputs = someInputs({ confiance: aLeadFinding(2, 2) }, { birthDate: "2003-05-04" });
    const lead = find(inputs, offers);
    assert.equal(lead.first, "missionLocale");
    assert.ok(!lead.candidates.some(({ services }) => services.includes("local--far")));
    assert.equal(replayLead(stored(inputs, offers), framework), "same");
  });

  it("is always the same, whoever the person and whatever the directory", () => {
    for (const anyInputs of [anyLightInputs(), anyLeadInputs()])
      fc.assert(
        fc.property(anyInputs, anyLeadDirectory(14), (inputs, offers) => {
          assert.equal(replayLead(stored(inputs, offers), framework), "same");
        }),
        { numRuns: 700 },
      );
  });

  it("is withdrawn once health was, and different with another framework or another directory", () => {
    const inputs = someInputs({ recherche: aLeadFinding(2, 2) });
    const fresh = stored(inputs, []);
    assert.equal(replayLead({ ...fresh, withdrawn: true }, framework), "withdrawn");
    assert.equal(replayLead(fresh, { ...framework, version: "2027.1" }), "different");
    const narrow = anOffer("narrow", {
      role: "lead",
      lead: "franceTravail",
      works: [{ domain: "projet", situations: [], upTo: 1 }],
    });
    assert.equal(replayLead({ ...fresh, offers: canonicalJson([narrow]) }, framework), "different");
  });
});
