import assert from "node:assert/strict";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Candidate, Lead } from "../../../src/domain/suggestion/lead.ts";
import type { LeadKind } from "../../../src/domain/suggestion/lead-kinds.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { aLeadFinding, anOffer, demoDirectory, realFramework, someFacts, someInputs } from "../../support/a-lead.ts";

const find = findLead(realFramework());

const candidate = (lead: Lead, kind: LeadKind): Candidate => {
  const found = lead.candidates.find((one) => one.kind === kind);
  assert.ok(found, `${kind} is among the leads`);
  return found;
};

const social = (id: string, more: Partial<Offer> = {}): Offer =>
  anOffer(id, { role: "lead", lead: "accompagnementSocial", ...more });

const notNow = { facts: someFacts({ seeksWork: "notNow" }) };

describe("The services of a lead are those that this person may go to", () => {
  const inDijon = { ...notNow, commune: "21231", from: { lat: 47_322_000, lon: 5_041_500 } };
  const DEPARTEMENT = "demo-dijon--departement-accompagnement-social";

  it("in the demo, a person of Dijon is not sent to the CCAS of Chenôve, nor told its delay", () => {
    const lead = find(someInputs({ confiance: aLeadFinding(2, 2) }, inDijon), demoDirectory());
    const { services, waitingDays, full } = candidate(lead, "accompagnementSocial");
    assert.deepEqual([services, waitingDays, full], [[DEPARTEMENT], 21, false]);
  });

  it("full where this person may go is full, whatever room there is elsewhere", () => {
    const offers = demoDirectory().map((offer) => (offer.id === DEPARTEMENT ? { ...offer, places: 0 } : offer));
    const lead = find(someInputs({ confiance: aLeadFinding(2, 2) }, inDijon), offers);
    assert.equal(candidate(lead, "accompagnementSocial").full, true);
    assert.deepEqual(
      lead.needs.map(({ by, saturated }) => [by, saturated]),
      [["lead", true]],
    );
  });

  it("a service nearer but of another commune is not named before the one that receives them", () => {
    const lead = find(
      someInputs({}, { ...notNow, commune: "21355", from: { lat: 47_293_300, lon: 5_008_300 } }),
      demoDirectory(),
    );
    assert.deepEqual(candidate(lead, "accompagnementSocial").services, [DEPARTEMENT]);
  });

  it("where none is open to them yet, those that may be are named; one that a condition closes never is", () => {
    const offers = [
      social("closed", { zone: ["71"], waitingDays: 1 }),
      social("to-verify", { conditions: [{ on: "stated", label: "sur entretien" }], waitingDays: 9, places: 0 }),
    ];
    const { services, waitingDays, full } = candidate(find(someInputs({}, notNow), offers), "accompagnementSocial");
    assert.deepEqual([services, waitingDays, full], [["local--to-verify"], 9, true]);
    const none = candidate(find(someInputs({}, notNow), offers.slice(0, 1)), "accompagnementSocial");
    assert.deepEqual([none.eligibility, none.services, none.waitingDays, none.full], ["excluded", [], null, false]);
  });
});
