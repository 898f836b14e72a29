import assert from "node:assert/strict";
import fc from "fast-check";
import { DOMAIN_IDS } from "../../../src/domain/framework/schema.ts";
import { canonicalJson } from "../../../src/domain/canonical-json.ts";
import { judgeOffer, situationOf } from "../../../src/domain/suggestion/eligibility.ts";
import { NOTHING_ASKED } from "../../../src/domain/suggestion/facts.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Lead } from "../../../src/domain/suggestion/lead.ts";
import { aDirectory, aLeadFinding, anOffer, realFramework, someInputs } from "../../support/a-lead.ts";
import { anyDirectory, anyLeadInputs, anyOffer } from "../../support/any-lead.ts";

const framework = realFramework();
const find = findLead(framework);

const again = findLead(realFramework());

const unmet = ({ needs }: Lead): number =>
  needs.reduce((total, { by, weight }) => (by === "unmet" ? total + weight : total), 0);

/** Without the PLIE working on everything of the core, so that a need of the core may be unmet too. */
const withoutCoreLead = {
  ...framework,
  suggestion: {
    ...framework.suggestion,
    leads: framework.suggestion.leads.map((rule) => ({ ...rule, works: rule.works.slice(0, 1) })),
  },
};

describe("What holds of any lead", () => {
  it("the same inputs give the same bytes, whatever the order of the directory", () => {
    fc.assert(
      fc.property(anyLeadInputs(), anyDirectory(8), (inputs, offers) => {
        const bytes = canonicalJson(find(inputs, offers));
        assert.equal(canonicalJson(find(inputs, offers)), bytes, "twice");
        assert.equal(canonicalJson(again(inputs, [...offers].reverse())), bytes, "in another order");
        const ordered = JSON.stringify(find(inputs, offers));
        assert.equal(JSON.stringify(find(inputs, [...offers].reverse())), ordered, "without sorting keys either");
      }),
      { numRuns: 400 },
    );
  });

  it("adding a service never increases the weight of the needs that nobody answers", () => {
    let lowered = 0;
    for (const rules of [framework, withoutCoreLead]) {
      const lead = findLead(rules);
      fc.assert(
        fc.property(anyLeadInputs(1), anyDirectory(6), anyOffer(), (inputs, offers, added) => {
          const before = unmet(lead(inputs, offers));
          const after = unmet(lead(inputs, [...offers, { ...added, id: "local--99" }]));
          assert.ok(after <= before, `from ${String(before)} to ${String(after)}`);
          lowered += Number(after < before);
        }),
        { numRuns: 500 },
      );
    }
    assert.ok(lowered > 10, "some services answered something");
  });

  it("raising a severity never leaves uncovered a need that some eligible service works on at its severity", () => {
    const levelled = fc.constantFrom(...DOMAIN_IDS);
    fc.assert(
      fc.property(anyLeadInputs(1), levelled, anyDirectory(6), (inputs, domain, offers) => {
        const known = inputs.findings[domain];
        fc.pre(known?.severity != null && known.severity < 4);
        const severity = known.severity === 0 ? 2 : known.severity === 1 ? 2 : known.severity === 2 ? 3 : 4;
        const raised = aLeadFinding(severity, known.impact ?? 2, { situations: known.situations });
        const more = { ...inputs, findings: { ...inputs.findings, [domain]: raised } };
        const works = anOffer("works", { works: [{ domain, situations: [], upTo: severity }] });
        const need = find(more, [...offers, works]).needs.find((one) => one.domain === domain);
        assert.notEqual(need?.by, undefined, "it is a need");
        assert.notEqual(need?.by, "unmet");
        assert.notEqual(need?.by, "toVerify");
      }),
      { numRuns: 500 },
    );
  });

  it("a service to be verified is said, and never chosen; one that is excluded is named with its condition", () => {
    let [verified, excluded] = [0, 0];
    fc.assert(
      fc.property(anyLeadInputs(1), anyDirectory(8), (inputs, offers) => {
        const lead = find(inputs, offers);
        const situation = situationOf(inputs);
        const judged = (id: string): string => {
          const offer = offers.find((one) => one.id === id);
          return offer === undefined ? "unknown" : judgeOffer(offer, situation);
        };
        for (const { id, alternative } of [...lead.steps, ...lead.relays]) {
          assert.equal(judged(id), "eligible");
          if (alternative !== null) assert.equal(judged(alternative.id), "eligible");
        }
        for (const { service, conditions } of lead.excluded) {
          assert.equal(judged(service.id), "excluded");
          assert.ok(conditions.length > 0);
          excluded += 1;
        }
        for (const { service, conditions } of lead.needs.flatMap(({ toVerify }) => toVerify)) {
          assert.ok(["toVerify", "soon"].includes(judged(service.id)));
          assert.ok(conditions.length > 0);
          verified += 1;
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(verified > 10 && excluded > 10, `verified ${String(verified)}, excluded ${String(excluded)}`);
  });

  it("what is not known of the situation never excludes", () => {
    fc.assert(
      fc.property(anyLeadInputs(1), anyDirectory(8), (inputs, offers) => {
        const unknown = { ...inputs, facts: NOTHING_ASKED, birthDate: null, commune: null, from: null, epci: null };
        const lead = find(unknown, offers);
        assert.deepEqual(lead.excluded, []);
        assert.ok(lead.candidates.every(({ eligibility }) => eligibility !== "excluded"));
      }),
      { numRuns: 300 },
    );
  });

  it("a person without barriers gets France Travail, no step, no relay", () => {
    fc.assert(
      fc.property(anyLeadInputs(0), anyDirectory(8), (inputs, offers) => {
        const findings = Object.fromEntries(DOMAIN_IDS.map((id) => [id, aLeadFinding(0, 1, { priority: true })]));
        const facts = { ...inputs.facts, seeksWork: "yes" } as const;
        const lead = find({ ...inputs, findings, facts, urgent: [] }, offers);
        assert.equal(lead.first, "franceTravail");
        assert.deepEqual([lead.steps, lead.relays, lead.needs, lead.equivalents], [[], [], [], []]);
        assert.deepEqual(lead.outcome, { kind: "reorient", to: "franceTravail" });
      }),
      { numRuns: 200 },
    );
  });

  it("who oriented the person within the year is never first, but for the PLIE", () => {
    fc.assert(
      fc.property(anyLeadInputs(0), (inputs) => {
        const lead = find({ ...inputs, facts: { ...inputs.facts, seeksWork: "yes" } }, aDirectory());
        const prescribed = lead.candidates.find(({ prescribed }) => prescribed)?.kind;
        if (lead.concludedBy === 6) assert.notEqual(lead.first, prescribed ?? null);
        assert.notEqual(prescribed, "plie");
      }),
      { numRuns: 500 },
    );
  });

  it("the first lead stands among those that its tests rank, and the others are its equivalents", () => {
    fc.assert(
      fc.property(anyLeadInputs(1), anyDirectory(6), (inputs, offers) => {
        const lead = find(inputs, [...aDirectory(), ...offers]);
        if (lead.concludedBy !== 6) {
          assert.deepEqual(lead.equivalents, []);
          return;
        }
        const equal = lead.candidates.filter(({ equivalent }) => equivalent).map(({ kind }) => kind);
        assert.deepEqual([...new Set([lead.first, ...lead.equivalents])].sort(), [...equal].sort());
        const best = Math.max(...lead.candidates.filter(({ ranked }) => ranked).map(({ covered }) => covered));
        for (const { kind, covered, of } of lead.candidates.filter(({ ranked }) => ranked))
          assert.equal(equal.includes(kind), 100 * (best - covered) <= 10 * of, kind);
      }),
      { numRuns: 500 },
    );
  });

  it("a place in the PLIE never enters: full or far, it stands where it stood", () => {
    fc.assert(
      fc.property(anyLeadInputs(0), (inputs) => {
        const full = aDirectory().map((offer) =>
          offer.lead === "plie" ? { ...offer, places: 0, waitingDays: 90 } : offer,
        );
        const [one, other] = [find(inputs, aDirectory()), find(inputs, full)];
        assert.equal(other.first, one.first);
        assert.equal(other.candidates.find(({ kind }) => kind === "plie")?.full, false);
      }),
      { numRuns: 100 },
    );
  });

  it("a lead that fits best and is full stands first, and its needs are counted as saturated", () => {
    const offers = aDirectory().map((offer) =>
      offer.lead === "franceTravail" ? { ...offer, places: 0, waitingDays: 21 } : offer,
    );
    const lead = find(someInputs({ recherche: aLeadFinding(2, 2) }), offers);
    assert.equal(lead.first, "franceTravail");
    const candidate = lead.candidates.find(({ kind }) => kind === "franceTravail");
    assert.deepEqual([candidate?.full, candidate?.waitingDays], [true, 21]);
    assert.deepEqual(
      lead.needs.map(({ by, saturated }) => [by, saturated]),
      [["lead", true]],
    );
  });
});
