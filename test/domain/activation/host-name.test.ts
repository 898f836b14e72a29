/** Hosts are found again however their name is spelled. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { findHost, foldedHost, siretFrom, type KnownHost } from "../../../src/domain/activation/host-name.ts";

const host = (over: Partial<KnownHost> = {}): KnownHost => ({
  id: "h1",
  name: "Boulangerie du Lac",
  siret: null,
  commune: "Dijon",
  aliases: [],
  ...over,
});
const typed = (name: string, siret: string | null = null, commune: string | null = null) => ({ name, siret, commune });
const found = (name: string, known: readonly KnownHost[] = [host()], siret: string | null = null) =>
  findHost(typed(name, siret), known).kind;

describe("A host structure", () => {
  it("is the same whatever the case, accents, punctuation, legal form and order of its words", () => {
    for (const name of [
      "BOULANGERIE DU LAC",
      "boulangerie  du lac (SARL)",
      "S.A.R.L. Boulangerie du Lac",
      "Sas Boulangerie-du-Lac",
      "Lac, boulangerie du",
    ])
      assert.equal(found(name), "same", name);
    assert.equal(foldedHost("Association Les Épis d’Or"), foldedHost("ASSO. EPIS D'OR"));
  });

  it("is asked about where one typing error, a word more or another commune tells them apart", () => {
    assert.equal(found("Boulengerie du Lac"), "near");
    assert.equal(found("Boulangerie du Lac de Kir"), "near");
    assert.equal(findHost(typed("Boulangerie du Lac", null, "Chenôve"), [host()]).kind, "near");
    assert.equal(found("Garage du Port"), "new");
  });

  it("is asked only once: the spelling that was said to be the same is known", () => {
    assert.equal(found("Boulangerie du Lac de Kir", [host({ aliases: ["Boulangerie du Lac de Kir"] })]), "same");
  });

  it("is what its SIRET says, whatever its name", () => {
    const siret = "73282932000074";
    assert.equal(found("Un autre nom", [host({ siret })], siret), "same");
    assert.equal(found("Boulangerie du Lac", [host({ siret })], "55208131766522"), "new");
    assert.deepEqual(["732 829 320 00074", "73282932000075", "7328293200007", "35600000000048"].map(siretFrom), [
      siret,
      undefined,
      undefined,
      "35600000000048",
    ]);
  });

  it("is found under one letter lost, added or changed, and never thrown by what is typed", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom("", "x", "é"), (at, letter) => {
        const name = `Bou${"langerie".slice(0, at % 8)}${letter}${"langerie".slice((at % 8) + 1)} du Lac`;
        assert.notEqual(found(name), "new", name);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => void foldedHost(name)),
      { numRuns: 50 },
    );
  });
});
