import assert from "node:assert/strict";
import { checkRecord, type RecordKind } from "../../../src/domain/offer/check-record.ts";
import { NETWORKS } from "../../../src/domain/offer/data-inclusion-words.ts";
import { sameRecord } from "../../../src/domain/offer/same-record.ts";
import { aService, aStructure } from "../../support/an-import.ts";

const TODAY = "2026-11-24";
const check = (raw: unknown, kind: RecordKind = "services") => checkRecord(kind, raw, ["dora"], TODAY);
const reasons = (raw: unknown, kind: RecordKind = "services"): string => {
  const checked = check(raw, kind);
  return checked.ok ? "" : checked.reasons.join(" | ");
};

describe("A record of data·inclusion v1", () => {
  it("is kept whole: the fields of the schema, and those that the API adds", () => {
    const full = aService(1, {
      lien_source: "https://exemple.fr/services/1",
      frais: "payant",
      frais_precisions: "10 €",
      publics_precisions: "à partir de 18 ans",
      conditions_acces: "être inscrit",
      commune: "Dijon",
      code_postal: "21000",
      adresse: "1 rue de la Liberté",
      complement_adresse: null,
      courriel: "contact@exemple.fr",
      modes_accueil: ["a-distance", "en-presentiel"],
      zone_eligibilite: ["21231", "2A", "971", "242100410", "99100", "france"],
      contact_nom_prenom: "Accueil",
      lien_mobilisation: "https://exemple.fr/rdv",
      modes_mobilisation: ["telephoner"],
      mobilisable_par: ["professionnels", "usagers"],
      mobilisation_precisions: "appeler le matin",
      volume_horaire_hebdomadaire: 2.5,
      nombre_semaines: 3,
      horaires_accueil: "Mo-Fr 08:30-12:30",
      extra: { any: [1] },
      structure: { nom: "Maison" },
    });
    const checked = check(full);
    assert.ok(checked.ok);
    assert.deepEqual(checked.record, full);
    assert.ok(
      check(aStructure({ siret: "13003013300016", site_web: "https://exemple.fr", doublons: [] }), "structures").ok,
    );
    assert.equal(NETWORKS.length, 108);
  });

  for (const [over, expected] of [
    [{ nom: "ab" }, /^nom : entre 3 et 150/],
    [{ nom: undefined }, /^nom : /],
    [{ description: "abc" }, /^description : entre 5 et 10 000/],
    [{ id: "dora--1\u202e" }, /^id : aucun caractère invisible/],
    [{ id: "dora--\u0000" }, /^id : aucun caractère invisible/],
    [{ id: "dora--\ud800" }, /^id : aucun caractère invisible/],
    [{ id: "autre--1" }, /^id : l'identifiant commence par sa source/],
    [{ date_maj: "2026-02-30" }, /^date_maj : une date qui existe/],
    [{ date_maj: "1999-12-31" }, /^date_maj : une date du 21e siècle/],
    [{ date_maj: "2026-11-25" }, /^date_maj : une date qui n'est pas dans le futur/],
    [{ type: "autre" }, /^type : « autre » n'est pas un type de service/],
    [{ thematiques: ["mobilite--velo"] }, /^thematiques\.0 : « mobilite--velo » n'est pas une thématique/],
    [{ thematiques: ["numerique--acquerir-un-equipement", "numerique--acquerir-un-equipement"] }, /écrite deux fois/],
    [{ publics: [] }, /^publics : au moins une valeur/],
    [{ publics: ["jeunes", "tous-publics"] }, /« tous-publics » va seul/],
    [{ zone_eligibilite: ["Dijon!"] }, /^zone_eligibilite\.0 : un code de commune/],
    [{ code_postal: "2100" }, /^code_postal : .*cinq chiffres/],
    [{ courriel: "sans arobase" }, /^courriel : une adresse de courriel/],
    [{ lien_mobilisation: "javascript:alert(1)" }, /^lien_mobilisation : une adresse web/],
    [{ latitude: 147 }, /^latitude : une latitude/],
    [{ longitude: "5,04" }, /^longitude : /],
    [{ nombre_semaines: 0 }, /^nombre_semaines : une semaine ou plus/],
    [{ volume_horaire_hebdomadaire: -1 }, /^volume_horaire_hebdomadaire : zéro ou plus/],
    [{ mobilisable_par: ["voisins"] }, /« voisins » n'est pas « professionnels » ou « usagers »/],
  ] as const)
    it(`is refused, in French and with its id, for ${JSON.stringify(over)}`, () => {
      const checked = check(aService(1, over));
      assert.ok(!checked.ok);
      assert.match(checked.reasons.join(" | "), expected);
      assert.equal(checked.id, "id" in over ? over.id : "dora--1");
    });

  for (const [kind, raw, name] of [
    ["services", aService(1, { profils: ["jeunes"] }), "profils"],
    ["services", aService(1, { zone_diffusion_type: "departement" }), "zone_diffusion_type"],
    ["services", aService(1, { modes_orientation_beneficiaire: ["telephoner"] }), "modes_orientation_beneficiaire"],
    ["services", aService(1, { frais: ["gratuit"] }), "frais"],
    ["services", aService(1, { frais: "pass-numerique" }), "frais"],
    ["structures", aStructure({ typologie: "PLIE" }), "typologie"],
  ] as const)
    it(`of the old format is recognised by ${name}, in one sentence`, () => {
      assert.match(reasons(raw, kind), new RegExp(`^${name} : c'est l'ancien format \\(data·inclusion v0\\)[^|]*$`));
    });

  it("of the other kind is said to be so", () => {
    assert.equal(reasons(aStructure()), "c'est une structure, pas un service");
    assert.equal(reasons(aService(1), "structures"), "c'est un service, pas une structure");
  });

  it("may carry its last change as exports write it: a midnight, or milliseconds", () => {
    for (const date_maj of ["2026-09-01", "2026-09-01T00:00:00", "2026-09-01T00:00:00Z", Date.UTC(2026, 8, 1)])
      assert.equal(reasons(aService(1, { date_maj })), "");
  });

  it("says the same as another when only order and empty fields differ", () => {
    const one = { a: ["x", "y"], b: null, c: { d: 1, e: [{ f: "g" }] } };
    assert.ok(sameRecord(one, { c: { e: [{ f: "g" }], d: 1 }, a: ["y", "x"] }));
    assert.ok(!sameRecord(one, { ...one, a: ["x"] }));
    assert.ok(!sameRecord(one, { ...one, c: { d: 2, e: [{ f: "g" }] } }));
  });
});
