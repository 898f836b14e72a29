import assert from "node:assert/strict";
import { DOMAIN_IDS, type DomainId } from "../../../src/domain/framework/schema.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Chosen, Lead, LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import {
  aDirectory,
  aLeadFinding,
  aPriority,
  demoDirectory,
  NOT_SPOKEN_OF,
  realFramework,
  someFacts,
  someInputs,
  type SomeFindings,
} from "../../support/a-lead.ts";

const find = findLead(realFramework());
const answered = (services: readonly Chosen[]): readonly DomainId[] => services.flatMap(({ answers }) => answers);
const answeredBy = (lead: Lead, domain: DomainId): string | undefined =>
  lead.needs.find((need) => need.domain === domain)?.by;

const DIRECTORIES = { "a small directory": aDirectory(), "the demo directory": demoDirectory() };

for (const [directory, offers] of Object.entries(DIRECTORIES)) {
  const leadFor = (findings: SomeFindings, more: Partial<LeadInputs> = {}): Lead =>
    find(someInputs(findings, more), offers);

  describe(`The six worked cases of the method, with ${directory}`, () => {
    it("a carer stays in the PLIE, with childcare and mobility", () => {
      const lead = leadFor({
        famille: aPriority(3, 3, ["enfant-de-moins-de-3-ans-sans-garde"]),
        mobilite: aPriority(3, 3, ["permis-non-valide"]),
        finances: aLeadFinding(2, 2, { situations: ["gestion-du-budget"] }),
        recherche: aLeadFinding(2, 2),
      });
      assert.equal(lead.first, "plie");
      assert.equal(lead.reinforced, true, "two needs outside the core call for reinforced accompaniment");
      assert.deepEqual(answered(lead.relays), ["mobilite", "famille"], "mobility and childcare");
      assert.deepEqual(lead.outcome, { kind: "stayWithRelays" });
      assert.equal(answeredBy(lead, "finances"), "later", "what is no priority of today is later, not forgotten");
    });

    it("sleeping on sofas and wanting to work: urgent point, PLIE, insertion as a step", () => {
      const lead = leadFor(
        { logement: aLeadFinding(4, 3, { situations: ["sans-hebergement"] }), recherche: aLeadFinding(2, 2) },
        { urgent: ["sans-abri-ce-soir"], facts: someFacts({ seeksWork: "yes" }) },
      );
      assert.deepEqual(lead.urgent, ["sans-abri-ce-soir"]);
      assert.equal(lead.first, "plie");
      const insertion = offers.filter(({ iae }) => iae).map(({ id }) => id);
      assert.ok(
        lead.steps.some(({ id }) => insertion.includes(id)),
        "insertion as a step",
      );
      assert.ok(lead.steps.length <= 2);
      assert.equal(answeredBy(lead, "recherche"), "step");
    });

    it("23 years old, sent by the mission locale: PLIE, never back to who sent them", () => {
      const lead = leadFor(
        { projet: aLeadFinding(3, 3), recherche: aLeadFinding(3, 3), confiance: aLeadFinding(2, 2) },
        { birthDate: "2003-05-04", prescriber: { lead: "missionLocale", on: "2026-11-02" } },
      );
      assert.equal(lead.first, "plie");
      assert.deepEqual(lead.equivalents, ["missionLocale"]);
      const back = lead.candidates.find(({ kind }) => kind === "missionLocale");
      assert.deepEqual([back?.eligibility, back?.prescribed, back?.equivalent], ["eligible", true, true]);
    });

    it("A1 French: PLIE, French lessons as a step", () => {
      const lead = leadFor({
        savoirs: aLeadFinding(4, 3, { situations: ["a-l-oral"] }),
        recherche: aLeadFinding(3, 2),
      });
      assert.equal(lead.first, "plie");
      assert.ok(answered(lead.steps).includes("savoirs"));
      assert.ok(lead.steps.some(({ id }) => id.includes("fle")));
    });

    it("twelve light difficulties and one domain at 0: PLIE, for what they add up to", () => {
      const light = DOMAIN_IDS.filter((id) => id !== "travail" && id !== "droits");
      assert.equal(light.length, 12);
      const lead = leadFor(Object.fromEntries(light.map((id) => [id, aLeadFinding(1, 1)])));
      assert.equal(lead.first, "plie");
      assert.equal(lead.concludedBy, 4);
      assert.deepEqual(lead.needs, []);
    });

    it("qualified, with the search alone to settle: France Travail, and solid, as it computes", () => {
      const lead = leadFor({ recherche: aLeadFinding(2, 2) });
      assert.equal(lead.first, "franceTravail");
      assert.equal(lead.concludedBy, 6);
      assert.deepEqual(lead.robustness, {
        verdict: "solid",
        flip: { domain: "confiance", from: 0, to: 2, impact: 1, leadsTo: "plie" },
        holdsOverRange: true,
        exhaustive: true,
      });
      assert.deepEqual(lead.outcome, { kind: "reorient", to: "franceTravail" });
    });

    it("the same with health, family, money and housing not spoken of: to be completed, by those four", () => {
      const silent = ["sante", "famille", "finances", "logement"] as const;
      const notSpokenOf = Object.fromEntries(silent.map((id) => [id, NOT_SPOKEN_OF]));
      const lead = leadFor({ ...notSpokenOf, recherche: aLeadFinding(2, 2) });
      assert.equal(lead.first, null);
      assert.equal(lead.concludedBy, 2);
      assert.deepEqual([...lead.toSettle].sort(), ["famille", "finances", "logement", "sante"]);
      assert.equal(lead.robustness, null);
      assert.deepEqual(lead.outcome, { kind: "toComplete" });
    });
  });
}
