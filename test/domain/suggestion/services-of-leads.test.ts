import assert from "node:assert/strict";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Candidate, Lead } from "../../../src/domain/suggestion/lead.ts";
import type { LeadKind } from "../../../src/domain/suggestion/lead-kinds.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import {
  aLeadFinding,
  anOffer,
  aPriority,
  demoDirectory,
  realFramework,
  someFacts,
  someInputs,
} from "../../support/a-lead.ts";

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

describe("What a lead works on is what its services that are open to this person work on", () => {
  const trust = { themes: ["remobilisation--bien-etre-confiance-en-soi"] };
  const priority = someInputs({ confiance: aPriority(2, 2) }, notNow);
  const met = (lead: Lead): unknown => [
    lead.needs.map(({ domain, by }) => [domain, by]),
    lead.relays.map(({ id }) => id),
  ];

  it("a lead whose services are all closed, or still to be verified, takes no relay away", () => {
    const relayed = [[["confiance", "relay"]], ["local--relay"]];
    const relay = anOffer("relay", trust);
    assert.deepEqual(met(find(priority, [relay])), relayed, "no service of that lead at all");
    assert.deepEqual(met(find(priority, [relay, social("closed", { zone: ["71"] })])), relayed);
    const conditions = [{ on: "stated", label: "sur entretien" }] as const;
    assert.deepEqual(met(find(priority, [relay, social("to-verify", { conditions })])), relayed);
    assert.deepEqual(met(find(priority, [relay, social("open")])), [[["confiance", "lead"]], []]);
  });

  it("two services of one lead that work on different needs both count, whatever their ids", () => {
    const inputs = someInputs({ famille: aPriority(2, 2), mobilite: aPriority(2, 2) }, notNow);
    const on = (domain: "famille" | "mobilite") => ({ works: [{ domain, situations: [], upTo: 4 }] });
    const expected = [
      ["mobilite", "lead"],
      ["famille", "lead"],
    ];
    for (const [one, other] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      const offers = [social(one, on("famille")), social(other, on("mobilite"))];
      assert.deepEqual(
        find(inputs, offers).needs.map(({ domain, by }) => [domain, by]),
        expected,
      );
    }
  });

  it("what only a full one of them works on is counted as saturated", () => {
    const inputs = someInputs({ famille: aPriority(2, 2), mobilite: aPriority(2, 2) }, notNow);
    const on = (domain: "famille" | "mobilite") => ({ works: [{ domain, situations: [], upTo: 4 }] });
    const offers = [social("full", { ...on("famille"), places: 0 }), social("room", on("mobilite"))];
    assert.deepEqual(
      find(inputs, offers).needs.map(({ domain, saturated }) => [domain, saturated]),
      [
        ["mobilite", false],
        ["famille", true],
      ],
    );
  });
});

describe("What the services of a lead say of it", () => {
  const youth = (id: string, more: Partial<Offer>): Offer =>
    anOffer(id, { role: "lead", lead: "missionLocale", ...more });

  it("a light service stands for its lead where nothing calls for more, whatever the ids", () => {
    const inputs = someInputs({ confiance: aLeadFinding(2, 2) }, { birthDate: "2003-05-04" });
    for (const [one, other] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      const offers = [youth(one, { intensity: "reinforced" }), youth(other, { intensity: "light" })];
      assert.equal(find(inputs, offers).first, "missionLocale", "light, before the PLIE");
    }
    assert.equal(find(inputs, [youth("a", { intensity: "reinforced" })]).first, "plie");
  });

  it("a local record of France Travail wins over the framework; closed to this person, it does not", () => {
    const inputs = someInputs({ recherche: aLeadFinding(2, 2) });
    const narrow: Partial<Offer> = {
      role: "lead",
      lead: "franceTravail",
      works: [{ domain: "projet", situations: [], upTo: 2 }],
    };
    assert.equal(find(inputs, []).first, "franceTravail");
    assert.equal(find(inputs, [anOffer("narrow", narrow)]).first, "plie");
    assert.equal(find(inputs, [anOffer("narrow", { ...narrow, zone: ["71"] })]).first, "franceTravail");
    const conditions = [{ on: "stated", label: "sur entretien" }] as const;
    assert.equal(find(inputs, [anOffer("narrow", { ...narrow, conditions })]).first, "franceTravail");
  });

  it("the PLIE has no upper bound, whatever its record says", () => {
    const inputs = someInputs({ recherche: aLeadFinding(4, 3) });
    const narrow = anOffer("narrow", {
      role: "lead",
      lead: "plie",
      works: [
        { domain: "recherche", situations: [], upTo: 1 },
        { domain: "mobilite", situations: [], upTo: 2 },
      ],
    });
    const lead = find(inputs, [narrow]);
    assert.equal(lead.first, "plie");
    assert.deepEqual([candidate(lead, "plie").covered, candidate(lead, "plie").of], [12, 12]);
    const further = find(someInputs({ recherche: aLeadFinding(4, 3), mobilite: aLeadFinding(2, 1) }), [narrow]);
    assert.equal(further.needs.find(({ domain }) => domain === "mobilite")?.by, "lead", "and what it says more counts");
  });
});
