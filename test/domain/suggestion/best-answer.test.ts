import assert from "node:assert/strict";
import { bestAnswer } from "../../../src/domain/suggestion/best-answer.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { aLeadFinding, anOffer, realFramework, someFacts, someInputs } from "../../support/a-lead.ts";

const framework = realFramework();
const LICENCE = "mobilite--preparer-un-permis";
const inputs = someInputs({ mobilite: aLeadFinding(3, 3, { situations: ["permis-non-valide"] }) });
const best = (...offers: Offer[]): string | undefined => bestAnswer(framework, inputs, offers, "mobilite");
const driving = (id: string, more: Partial<Offer> = {}): Offer => anOffer(id, { themes: [LICENCE], ...more });
const far = { at: { lat: 47_400_000, lon: 5_500_000 } };

describe("The service that answers a need best", () => {
  it("is the nearest that has room, then the soonest; one that is full comes after any that has room", () => {
    assert.equal(best(driving("a", far), driving("b")), "local--b");
    assert.equal(best(driving("a", { waitingDays: 30 }), driving("b", { waitingDays: 10 })), "local--b");
    assert.equal(best(driving("a", { places: 0 }), driving("b", far)), "local--b");
    assert.equal(best(driving("a", { places: 0 })), "local--a");
    assert.equal(best(driving("b"), driving("a")), "local--a", "the order of the directory decides");
  });

  it("is one to be verified only where no other answers, and never one that excludes the person, closed or out of reach", () => {
    const verified = driving("a", { conditions: [{ on: "fact", fact: "rsa", is: ["yes"], label: "Au RSA" }] });
    assert.equal(best(verified, driving("b", far)), "local--b");
    assert.equal(best(verified), "local--a");
    const said = someInputs(inputs.findings, { facts: someFacts({ rsa: "no" }) });
    assert.equal(bestAnswer(framework, said, [verified], "mobilite"), undefined);
    assert.equal(best(driving("a", { open: false }), driving("b", { reachable: false })), undefined);
  });

  it("exists where the lead says that a need is answered by a service, and nowhere else", () => {
    for (const offers of [
      [],
      [anOffer("a", { themes: ["numerique--acquerir-un-equipement"] })],
      [driving("a", { places: 0 })],
    ]) {
      const need = findLead(framework)(inputs, offers).needs.find(({ domain }) => domain === "mobilite");
      assert.equal(best(...offers) === undefined, need?.by === "unmet");
    }
  });

  it("is a service of a lead where a lead works on it", () => {
    const seeks = someInputs({ recherche: aLeadFinding(3, 2) });
    const lead = anOffer("ft", { role: "lead", lead: "franceTravail" });
    assert.equal(bestAnswer(framework, seeks, [lead], "recherche"), "local--ft");
    assert.equal(bestAnswer(framework, inputs, [lead], "mobilite"), undefined);
  });
});
