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

  it("hides the person's own telephone, e-mail and date of birth, and nobody else's", () => {
    const other = { givenName: "Amina", familyName: "Benali" };
    const known = { phone: "+33612345678", email: "amina@exemple.fr", birthDate: "1984-03-12" };
    assert.equal(
      withoutNames(
        "Au 06 12 34 56 78, 06.12.34.56.78 ou +33 6 12 34 56 78 ; Amina@exemple.fr ; née le 12/03/1984 (12.3.84).",
        { ...other, ...known },
      ),
      "Au …, … ou … ; … ; née le … (…).",
    );
    const others = "Sœur : 06 98 76 54 32, soeur@exemple.fr, 112/03/1984, rendez-vous le 12/03/2026.";
    assert.equal(withoutNames(others, { ...other, ...known }), others);
    assert.equal(withoutNames(others, { ...other, phone: null, email: null, birthDate: null }), others);
  });

  it("hides those who wrote it", () => {
    assert.equal(
      withoutNames("Vue avec Basile (M. TILLEUL) le 3.", { givenName: "Amina", familyName: "B" }, ["Basile Tilleul"]),
      "Vue avec … (M. …) le 3.",
    );
  });
});
