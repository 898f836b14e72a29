import assert from "node:assert/strict";
import { communeFrom } from "../../../src/domain/participant/communes.ts";

const COMMUNES = [
  "Ahuy",
  "Bressey-sur-Tille",
  "Bretenière",
  "Chenôve",
  "Chevigny-Saint-Sauveur",
  "Corcelles-les-Monts",
  "Daix",
  "Dijon",
  "Fénay",
  "Fontaine-lès-Dijon",
  "Longvic",
  "Marsannay-la-Côte",
  "Saint-Apollinaire",
  "Sennecey-lès-Dijon",
  "Talant",
].map((name, index) => ({ insee: `21${String(100 + index)}`, name }));
const said = (typed: string): unknown => {
  const read = communeFrom(typed, COMMUNES);
  return read.kind === "found"
    ? read.commune.name
    : read.kind === "suggestions"
      ? read.communes.map((commune) => commune.name)
      : read.kind;
};

describe("the commune as people write it", () => {
  it("is found whatever the case, accents, hyphens, spaces and the short form of Saint", () => {
    assert.equal(said("CHENOVE"), "Chenôve");
    assert.equal(said("fontaine les dijon"), "Fontaine-lès-Dijon");
    assert.equal(said("St Apollinaire"), "Saint-Apollinaire");
    assert.equal(said("chevigny st-sauveur"), "Chevigny-Saint-Sauveur");
    assert.equal(said("marsannay la cote"), "Marsannay-la-Côte");
    assert.equal(said("  saintapollinaire "), "Saint-Apollinaire");
    assert.equal(said("21300 Chenôve"), "Chenôve");
    assert.equal(said("21103"), "Chenôve");
  });

  it("is found with one typing error, when only one commune is that near", () => {
    assert.equal(said("cheneove"), "Chenôve");
    assert.equal(said("chnove"), "Chenôve");
    assert.equal(said("longvci"), "Longvic");
    assert.equal(said("Saint Appollinaire"), "Saint-Apollinaire");
  });

  it("is only suggested when it is near but short, unfinished, or one of several", () => {
    assert.deepEqual(said("ahun"), ["Ahuy"]);
    assert.deepEqual(said("st apo"), ["Saint-Apollinaire"]);
    assert.deepEqual(said("dijn"), ["Dijon", "Fontaine-lès-Dijon", "Sennecey-lès-Dijon"]);
    assert.deepEqual(said("sant apolinaire"), ["Saint-Apollinaire"]);
    assert.deepEqual(said("Bre"), ["Bressey-sur-Tille", "Bretenière"]);
  });

  it("is unknown when nothing is near, and empty when nothing was typed", () => {
    for (const typed of ["Marseille", "Lyon", "x", "21300", "🏠", "a".repeat(10_000)])
      assert.equal(said(typed), "unknown", typed.slice(0, 20));
    assert.equal(said(" \u0000"), "empty");
  });

  it("does not choose between two communes of the same name", () => {
    const twins = [
      { insee: "21001", name: "Saint-Jean" },
      { insee: "39001", name: "St Jean" },
    ];
    assert.equal(communeFrom("saint jean", twins).kind, "suggestions");
    assert.deepEqual(communeFrom("39001", twins), { kind: "found", commune: twins[1] });
  });

  it("finds each commune by its own name", () => {
    for (const { name } of COMMUNES) assert.equal(said(name), name);
  });
});
