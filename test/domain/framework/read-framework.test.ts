import assert from "node:assert/strict";
import file from "../../../config/framework.json" with { type: "json" };
import { readFramework } from "../../../src/domain/framework/read-framework.ts";

/** The published file with one fault in it. */
const problemsOf = (damage: (copy: typeof file) => void): string[] => {
  const copy = structuredClone(file);
  damage(copy);
  const reading = readFramework(copy);
  assert.ok(!reading.ok, "un fichier abîmé a été accepté");
  return reading.problems;
};

describe("un référentiel abîmé est refusé, avec l'endroit et la raison en français", () => {
  const expectRefusal = (name: string, damage: (copy: typeof file) => void, expected: string) =>
    it(name, () => assert.deepEqual(problemsOf(damage), [expected]));

  expectRefusal(
    "deux situations du même identifiant",
    (copy) => (copy.domains[0]!.situations[1]!.id = copy.domains[0]!.situations[0]!.id),
    "domains[0].situations : deux situations portent le même identifiant",
  );
  expectRefusal(
    "deux points urgents du même identifiant",
    (copy) => (copy.urgentPoints[1]!.id = copy.urgentPoints[0]!.id),
    "urgentPoints : deux points urgents portent le même identifiant",
  );
  expectRefusal(
    "un niveau manquant",
    (copy) => copy.domains[3]!.anchors.splice(2, 1),
    "domains[3].anchors : Trop petit : tableau doit avoir >=5 éléments",
  );
  expectRefusal(
    "un niveau vide",
    (copy) => (copy.domains[3]!.anchors[2] = "  "),
    "domains[3].anchors[2] : Trop petit : chaîne de caractères doit avoir >=1 caractères",
  );
  expectRefusal(
    "un même texte pour deux niveaux",
    (copy) => (copy.domains[6]!.anchors[2] = copy.domains[6]!.anchors[1]!),
    "domains[6].anchors : deux niveaux portent le même texte",
  );
  expectRefusal(
    "une thématique inconnue",
    (copy) => (copy.domains[0]!.situations[0]!.themes[0] = "mobilite--tapis-volant"),
    "domains[0].situations[0].themes[0] : « mobilite--tapis-volant » n'est pas une thématique data·inclusion v1",
  );
  expectRefusal(
    "une thématique inconnue pour tout un domaine",
    (copy) => (copy.domains[2]!.themes[0] = "sante"),
    "domains[2].themes[0] : « sante » n'est pas une thématique data·inclusion v1",
  );
  expectRefusal(
    "un niveau hors de l'échelle",
    (copy) => (copy.domains[6]!.situationRequiredFrom = 7),
    "domains[6].situationRequiredFrom : une valeur parmi 0, 1, 2, 3, 4 attendue",
  );
  expectRefusal(
    "une clé que personne ne connaît",
    (copy) => Object.assign(copy.thresholds, { magie: 1 }),
    'thresholds : Clé non reconnue : "magie"',
  );
  expectRefusal(
    "un fichier sans version",
    (copy) => Reflect.deleteProperty(copy, "version"),
    "version : Entrée invalide : chaîne de caractères attendu, indéfini reçu",
  );

  it("des domaines dans un autre ordre", () => {
    assert.deepEqual(problemsOf((copy) => copy.domains.reverse()).slice(0, 2), [
      "domains[0].id : le domaine attendu ici est « mobilite »",
      "domains[1].id : le domaine attendu ici est « logement »",
    ]);
  });

  it("tous les problèmes d'un coup, pas seulement le premier", () => {
    const problems = problemsOf((copy) => {
      copy.publishedOn = "hier";
      copy.domains[4]!.sources = [];
    });
    assert.deepEqual(problems, [
      "publishedOn : date ISO invalide",
      "domains[4].sources : Trop petit : tableau doit avoir >=1 éléments",
    ]);
  });

  it("ce qui n'est pas un référentiel du tout", () => {
    for (const [json, received] of [
      [null, "null"],
      ["bonjour", "chaîne de caractères"],
      [[], "tableau"],
    ] as const)
      assert.deepEqual(readFramework(json), {
        ok: false,
        problems: [`fichier : Entrée invalide : objet attendu, ${received} reçu`],
      });
  });
});
