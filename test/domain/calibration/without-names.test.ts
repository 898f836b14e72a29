import assert from "node:assert/strict";
import { withoutNames } from "../../../src/domain/calibration/without-names.ts";

describe("A note read without knowing of whom it speaks", () => {
  const person = { givenName: "Amina", familyName: "Le Goff-Péron" };

  it("hides each part of the name, whatever its case and accents", () => {
    assert.equal(
      withoutNames("AMINA va à pied. Mme le Goff–Peron, ou amina, n'a pas de permis.", person),
      "… va à pied. Mme … …–…, ou …, n'a pas de permis.",
    );
  });

  it("leaves every other word as it was written", () => {
    const note = "Va sans aide à Chenôve ; pas la nuit.\nAminata l'emmène.";
    assert.equal(withoutNames(note, person), note);
    assert.equal(withoutNames(note, { givenName: "", familyName: "" }), note);
  });
});
