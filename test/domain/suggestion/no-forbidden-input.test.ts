import assert from "node:assert/strict";
import fc from "fast-check";
import type { Framework } from "../../../src/domain/framework/schema.ts";
import { canonicalJson } from "../../../src/domain/canonical-json.ts";
import { explainOffer, judgeOffer, situationOf } from "../../../src/domain/suggestion/eligibility.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Lead, LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { aDirectory, anOffer, realFramework } from "../../support/a-lead.ts";
import { anyIdentity, anyPerson, inputsOf, retold, twoPeople, words } from "../../support/two-people.ts";

const framework = realFramework();
const find = findLead(framework);

/** Steps all stand at one place, so that the way never chooses between them; some relays answer the same need from two places. */
const PLAIN: readonly Offer[] = [
  ...aDirectory(),
  anOffer("projet", { role: "step", works: [{ domain: "projet", situations: [], upTo: 4 }] }),
  anOffer("confiance", { role: "step", works: [{ domain: "confiance", situations: [], upTo: 4 }] }),
  ...(["mobilite", "famille", "logement", "sante"] as const).flatMap((domain) =>
    [5_020_000, 5_042_000].map((lon) =>
      anOffer(`${domain}-${String(lon)}`, {
        works: [{ domain, situations: [], upTo: 4 }],
        at: { lat: 47_320_000, lon },
      }),
    ),
  ),
];

/** The same, some of which state a condition about age or zone; the mission locale's own is in the framework. */
const OFFERS: readonly Offer[] = [
  ...PLAIN.map((offer) => (offer.lead === "accompagnementGlobal" ? { ...offer, zone: ["21231"] } : offer)),
  anOffer("metropole", { role: "lead", lead: "accompagnementSocial", zone: ["242100410"] }),
  anOffer("relais-metropole", { themes: ["mobilite--preparer-un-permis"], zone: ["242100410"], remote: true }),
  anOffer("jeunes", { themes: ["famille--garde-denfants"], publics: ["jeunes"], remote: true }),
  anOffer("aines", {
    themes: ["mobilite--preparer-un-permis"],
    conditions: [{ on: "age", from: 50, label: "50 ans et plus" }],
  }),
  anOffer("ahuy", { themes: ["logement-hebergement--louer-un-logement"], zone: ["21003"], remote: true }),
];

/** The same rules where no partner states any condition: nothing of who the person is may then move anything. */
const findOpen = findLead({
  ...framework,
  suggestion: {
    ...framework.suggestion,
    leads: framework.suggestion.leads.map((rule) => ({ ...rule, conditions: [] })),
  },
} satisfies Framework);

/** What ranks and what is chosen; relays only where both live in one commune, since the way orders them. */
const rank = (lead: Lead, sameCommune: boolean): unknown => ({
  first: lead.first,
  concludedBy: lead.concludedBy,
  equivalents: lead.equivalents,
  lines: lead.lines,
  toSettle: lead.toSettle,
  robustness: lead.robustness,
  leads: lead.candidates.map(({ kind, eligibility, ranked, covered, of, prescribed }) =>
    [kind, eligibility, ranked, covered, of, prescribed].join(),
  ),
  steps: lead.steps.map(({ id, answers }) => [id, answers]),
  needs: lead.needs.map(({ domain, weight, by }) => [domain, weight, by]),
  relays: sameCommune ? lead.relays : lead.relays.length,
});

/** Services that what partners state treats alike; the others may only stand aside. */
const alikeFor = (one: LeadInputs, two: LeadInputs): readonly Offer[] => {
  const [here, there] = [situationOf(one), situationOf(two)];
  return OFFERS.filter((offer) => {
    const stated = framework.suggestion.leads.find(({ kind }) => kind === offer.lead)?.conditions ?? [];
    return explainOffer(offer, here, stated).eligibility === explainOffer(offer, there, stated).eligibility;
  });
};

/** Leads that a stated condition treats otherwise from one person to the next; each must be named with it. */
const treatedOtherwise = (one: Lead, other: Lead): ReadonlySet<string> => {
  const kinds = new Set<string>();
  for (const { kind, eligibility } of one.candidates) {
    const there = other.candidates.find((candidate) => candidate.kind === kind);
    assert.ok(there, `${kind} is named for both`);
    if (there.eligibility === eligibility) continue;
    kinds.add(kind);
    for (const { eligibility: said, conditions } of [there, ...one.candidates.filter((known) => known.kind === kind)])
      assert.equal(said === "eligible", conditions.length === 0, `${kind}: a condition is named wherever it counts`);
  }
  return kinds;
};

/** A service chosen for one and excluded for the other is named there. */
const named = (lead: Lead, there: Lead, one: LeadInputs, two: LeadInputs): void => {
  for (const { id } of [...lead.steps, ...lead.relays]) {
    const offer = OFFERS.find((known) => known.id === id);
    assert.ok(offer);
    assert.equal(judgeOffer(offer, situationOf(one)), "eligible");
    if (judgeOffer(offer, situationOf(two)) !== "excluded") continue;
    assert.ok(
      there.excluded.some(({ service }) => service.id === id),
      `${id} is named with its condition`,
    );
  }
};

/** The leads that both may have keep their order, whoever else stands among them. */
const sameOrder = (lead: Lead, there: Lead, otherwise: ReadonlySet<string>): void => {
  if (lead.concludedBy !== 6 || there.concludedBy !== 6) return;
  const firsts = [lead.first ?? "", there.first ?? ""];
  if (!firsts.some((kind) => otherwise.has(kind))) assert.equal(there.first, lead.first);
  const others = ({ equivalents }: Lead) =>
    equivalents.filter((kind) => !otherwise.has(kind) && !firsts.includes(kind));
  assert.deepEqual(others(there), others(lead));
};

describe("No forbidden input", () => {
  it("over 10,000 people, name, sex, age, origin, commune, rights and words move nothing but by a stated condition, which is named", function () {
    this.timeout(240_000);
    const met = { people: 0, byTest3: 0, byTest6: 0, otherwise: 0, near: 0, steps: 0, relays: 0 };
    fc.assert(
      fc.property(twoPeople, fc.boolean(), ([person, someoneElse], apart) => {
        const [one, two] = [inputsOf(person), inputsOf(someoneElse)];
        const near = one.commune === two.commune;
        const open = findOpen(one, PLAIN);
        assert.deepEqual(rank(findOpen(two, PLAIN), near), rank(open, near), "where no partner states a condition");
        met.people += 1;
        met.byTest3 += Number(open.concludedBy === 3);
        met.byTest6 += Number(open.concludedBy === 6 && open.first === "franceTravail");
        met.near += Number(near);
        met.steps += Number(open.steps.length > 0);
        met.relays += Number(open.relays.length > 0 && near);

        // As many people are read without what treats them otherwise as with it: each reading is dear.
        const offers = apart ? alikeFor(one, two) : OFFERS;
        const [lead, there] = [find(one, offers), find(two, offers)];
        if (apart) assert.deepEqual(rank(there, near), rank(lead, near), "among those that treat them alike");
        const otherwise = treatedOtherwise(lead, there);
        sameOrder(lead, there, otherwise);
        named(lead, there, one, two);
        met.otherwise += Number(otherwise.size > 0);
      }),
      { numRuns: 10_000, seed: 20_261_124 },
    );
    const said = JSON.stringify(met);
    assert.ok(met.byTest3 >= met.people / 10 && met.byTest6 >= met.people / 10, said);
    assert.ok(met.otherwise >= met.people / 10 && met.near >= met.people / 2, said);
    assert.ok(met.steps >= met.people / 20 && met.relays >= met.people / 20, said);
  });

  it("another address, another name or another way to be reached gives the same bytes", () => {
    fc.assert(
      fc.property(anyPerson, anyIdentity, words, (person, other, text) => {
        const moved = {
          ...person,
          findings: retold(person.findings, text),
          identity: { ...person.identity, ...other },
        };
        assert.equal(canonicalJson(find(inputsOf(moved), OFFERS)), canonicalJson(find(inputsOf(person), OFFERS)));
      }),
      { numRuns: 500 },
    );
  });
});
