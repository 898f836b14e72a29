import assert from "node:assert/strict";
import { MEASURES } from "../../src/domain/dashboard/measures.ts";
import { behindNumberWords, periodWords } from "../../src/wording/behind-numbers.ts";

const said = (measure: string, names: readonly (string | null)[] = [], from: string | null = null, to = from): string =>
  behindNumberWords({ measure: measure.split("/"), names: [null, ...names], from, to });

describe("Who stands behind a number, in words", () => {
  for (const [from, to, words] of [
    ["2026-11", "2026-11", "en novembre 2026"],
    ["2026-09", "2026-11", "entre septembre et novembre 2026"],
    ["2025-12", "2026-02", "entre décembre 2025 et février 2026"],
  ] as const)
    it(`${from} to ${to}: ${words}`, () => assert.equal(periodWords(from, to), words));

  const SENTENCES: readonly (readonly [string, string])[] = [
    [said("step/toMeet"), "Personnes dont la situation est : à recevoir"],
    [said("due/t0"), "Personnes qui ont une échéance : première évaluation"],
    [said("waiting"), "Personnes orientées, pas encore reçues"],
    [
      said("barrier/mobilite/3", ["Mobilité", "Difficulté forte"]),
      "Personnes pour qui « Mobilité » est noté « Difficulté forte »",
    ],
    [
      said("moved/mobilite/better", ["Mobilité"]),
      "Personnes pour qui « Mobilité » a été évalué deux fois : moins de difficulté",
    ],
    [
      said("unmet/mobilite--preparer-un-permis/0", [null, "Dijon"]),
      "Personnes dont un besoin n'a pas de réponse : « Préparer un permis », Dijon",
    ],
    [said("saturated/sante/x", ["Santé"]), "Personnes qui attendent une place : « Santé », Secteur non précisé"],
    [said("oriented/notMet", [], "2026-11"), "Personnes orientées en novembre 2026 et jamais reçues"],
    [said("entered", [], "2026-09", "2026-11"), "Personnes entrées entre septembre et novembre 2026"],
    [
      said("exit/during/exitJob", [], "2026-11"),
      "Personnes sorties en novembre 2026, pendant la première phase : sortie emploi",
    ],
    [
      said("decided/reorient/missionLocale", [null, "Mission locale"], "2026-11"),
      "Décisions prises en novembre 2026 : réorientation, Mission locale",
    ],
    [said("concordance/no", [], "2026-11"), "Décisions prises en novembre 2026, autres que la piste de la méthode"],
    [
      said("delay/entry/12", [], "2026-11"),
      "Personnes pour qui il a fallu 12 jours de l'orientation à l'entrée, en novembre 2026",
    ],
    [
      said("fair/rsa/yes/out", [], "2026-11"),
      "Fin de première phase en novembre 2026, réorientation ou sortie (RSA : oui)",
    ],
    [
      said("fair/age/under26/stay", [], "2026-11"),
      "Fin de première phase en novembre 2026, poursuite (moins de 26 ans)",
    ],
  ];
  for (const [words, expected] of SENTENCES) it(expected, () => assert.equal(words, expected));

  it("has a sentence for every measure, even where a code is not known", () => {
    for (const kind of MEASURES) assert.match(said(`${kind}/x/y/z`, [], "2026-11"), /^[A-Z].{10,}$/, kind);
  });
});
