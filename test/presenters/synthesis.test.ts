import assert from "node:assert/strict";
import { renderCard } from "../../cards/index.ts";
import { presentSynthesis, presentWhy } from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import type { SynthesisView } from "../../src/use-cases/see-case.ts";
import { actionsOf } from "../cards/reading.ts";
import { aFinding, aLevel, everywhere, NOW, someFindings, TODAY, REFERENT_ID } from "../support/builders.ts";
import { aReader, aView, NO_STANDING, type ViewParts } from "../support/a-view.ts";
import { checked, wordsIn } from "./checked.ts";

const code = "P-2026-0001";
const synthesisOf = (
  parts: ViewParts = {},
  recommendation: SynthesisView["recommendation"] = null,
  { study = null, presents = false, seen = [] }: Partial<Pick<SynthesisView, "study" | "presents" | "seen">> = {},
) => {
  const view = { ...aView(parts), recommendation, study, presents, seen, standing: NO_STANDING };
  return checked(presentSynthesis({ screen: "synthesis", code, round: null, ...quiet }, view, aReader()), "synthesis");
};
const whyOf = (figure: string, parts: ViewParts = {}) =>
  checked(presentWhy({ screen: "why", code, figure, round: null, ...quiet }, aView(parts), aReader()), "why");

const known = someFindings({
  ...Object.fromEntries(DOMAIN_IDS.slice(0, 13).map((domain) => [domain, aLevel(0)])),
  mobilite: aLevel(3, 3, { strength: "Se déplace à vélo", selfSeverity: 1 }),
  logement: aLevel(1, 1, { priority: true, selfSeverity: 3 }),
  droits: aLevel(4, 3),
});

describe("The synthesis as it is shown", () => {
  it("says what helps in the words that were typed", () => {
    assert.deepEqual(synthesisOf({ findings: known }).strengths, [{ label: "Mobilité", text: "Se déplace à vélo" }]);
  });

  it("lists difficulties in words: the person's priorities, then the heaviest", () => {
    assert.deepEqual(synthesisOf({ findings: known }).difficulties, [
      { label: "Logement", text: "Gêne légère, pèse peu" },
      { label: "Droits et démarches", text: "Bloquant aujourd'hui, pèse beaucoup" },
      { label: "Mobilité", text: "Difficulté forte, pèse beaucoup" },
    ]);
  });

  it("says the extent with its range, the whole and three families", () => {
    const { extent } = synthesisOf({ findings: someFindings({ mobilite: aLevel(4, 3), projet: aLevel(0) }) });
    assert.match(extent.sentence, /^50 sur 100, entre 8 et 92 selon ce que dira la suite \(11 domaines sans niveau\)/);
    assert.deepEqual(
      extent.rows.map((row) => [row.label, row.extent]),
      [
        ["Ensemble", "50"],
        ["Vie quotidienne", "100"],
        ["Savoirs, confiance, entourage", "non calculable"],
        ["Vers l'emploi", "0"],
      ],
    );
    assert.deepEqual(
      extent.chart.map(({ x, y }) => [x, y]),
      [
        ["Ensemble", 50],
        ["Vie quotidienne", 100],
        ["Vers l'emploi", 0],
        ["Le plus haut possible (100)", 100],
      ],
      "a family without any level is not drawn as zero, and the bars have their scale",
    );
  });

  it("never says zero where nothing has a level", () => {
    const { extent } = synthesisOf();
    assert.match(extent.sentence, /^Non calculable/);
    assert.ok(extent.rows.every((row) => row.extent === "non calculable"));
    assert.deepEqual(extent.chart, []);
  });

  it("is provisional below twelve domains, and says which are missing", () => {
    const few = synthesisOf({
      findings: someFindings({ mobilite: aLevel(2), droits: aFinding({ state: "toExplore" }) }),
    });
    assert.match(few.provisional?.text ?? "", /il en faut 12.*provisoire/);
    assert.match(few.addressed, /Pas encore : Logement ; .*Droits et démarches/);
    assert.equal(synthesisOf({ findings: known }).provisional, null);
  });

  it("counts what the person does not wish to speak of as addressed, never as a lack", () => {
    const findings = new Map([...known, ["sante", aFinding({ state: "declined" })] as const]);
    const model = synthesisOf({ findings, file: { health: "withdrawn" } });
    assert.match(model.addressed, /^13 domaines abordés sur 13\./);
    assert.match(model.addressed, /Ne souhaite pas en parler : Santé en lien avec le travail\./);
    assert.ok(!model.addressed.includes("Pas encore"));
    assert.match(
      synthesisOf().addressed,
      /Logement ; Santé en lien avec le travail ; .*Français, lecture, écriture, calcul ;/,
    );
  });

  it("keeps the sign of a gap in words", () => {
    const [mobility, housing] = synthesisOf({ findings: known }).gaps.split("\n");
    assert.match(mobility ?? "", /^• Mobilité : vous voyez plus de difficulté que la personne ne le dit/);
    assert.match(housing ?? "", /^• Logement : la personne dit plus de difficulté que vous n'en voyez/);
  });

  it("says what moved since the previous assessment, and nothing at the first one", () => {
    assert.deepEqual(synthesisOf({ findings: known }).movement, "");
    const { movement } = synthesisOf({
      file: { round: 1 },
      previous: someFindings({ mobilite: aLevel(4, 3), droits: aLevel(4, 2), projet: aLevel(0) }),
      findings: someFindings({ mobilite: aLevel(3, 3), droits: aLevel(4, 3), projet: aLevel(0), numerique: aLevel(1) }),
    });
    assert.deepEqual(movement.split("\n"), [
      "• Mobilité : moins de difficulté, de « Bloquant aujourd'hui » à « Difficulté forte ».",
      "• Droits et démarches : plus de difficulté, de « Bloquant aujourd'hui, pèse » à « Bloquant aujourd'hui, pèse beaucoup ».",
      "• Numérique : nouveau, « Gêne légère ».",
      "• Pas de changement : Projet professionnel.",
      "• Ensemble, sur 3 domaines évalués les deux fois : de 56 à 58.",
    ]);
  });

  it("gives the person's view in their words, untouched", () => {
    const words = "[x](javascript:1) ${1+1} je veux travailler";
    const personView = { agreement: "partly", words, heard: false, on: TODAY, by: REFERENT_ID } as const;
    assert.deepEqual(synthesisOf({ round: { personView } }).personView, {
      agreement: "En partie d'accord, le 24 novembre 2026",
      words,
      heard: null,
    });
    const heard = synthesisOf({ round: { personView: { ...personView, heard: true } } }).personView?.heard;
    assert.equal(heard, "Souhaite être entendu·e par la cellule.");
  });

  it("leads to the recommendation, then to it and the lead; to others once it is written", () => {
    const offered = (...of: Parameters<typeof synthesisOf>) => {
      const { canRecommend, lead } = synthesisOf(...of);
      return [canRecommend, lead];
    };
    assert.deepEqual(offered({}, "toWrite"), [true, null]);
    assert.deepEqual(offered({}, "written"), [false, "Ma préconisation et la piste"]);
    assert.deepEqual(offered({ may: { carry: false } }, "written"), [false, "Préconisation et piste"]);
    assert.deepEqual(offered({ may: { carry: false } }, null), [false, null]);
  });

  it("never has more than six buttons, whatever the round, the rights, the recommendation and the urgent points", () => {
    const flag = { id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null };
    for (const urgent of [[flag], []])
      for (const round of [0, 2])
        for (const carry of [true, false])
          for (const [recommendation, presents] of [
            ["toWrite", carry],
            ["written", carry],
            ["toWrite", false],
            ["written", false],
            [null, false],
          ] as const) {
            const model = synthesisOf({ file: { urgent, round }, may: { carry } }, recommendation, { presents });
            const titles = actionsOf(renderCard("synthesis", model).card).map(({ title }) => String(title));
            assert.ok(titles.length <= 6, titles.join(" · "));
            const waysBack = titles.filter((title) => ["Fiche", "Ouvrir le point urgent"].includes(title));
            assert.ok(waysBack.length > 0, `nothing leads to the sheet: ${titles.join(" · ")}`);
          }
  });

  it("fits in a card of Teams when everything is said, and observed", () => {
    const everything = everywhere(() => aLevel(3, 3, { selfSeverity: 0, strength: "é".repeat(300), priority: true }));
    const heard = (kind: "dit" | "observe") =>
      ({ severity: 3, impact: 3, source: { kind, by: REFERENT_ID, on: TODAY } }) as const;
    const seen = DOMAIN_IDS.map((domain) => ({ domain, said: heard("dit"), seen: heard("observe") }));
    const model = synthesisOf(
      { file: { round: 1 }, findings: everything, previous: everywhere(() => aLevel(4, 1)) },
      "toWrite",
      { seen },
    );
    assert.equal(model.movement.split("\n").length, 15);
    assert.equal(model.seen.length, 5);
    assert.match(model.seenElsewhere ?? "", /^Et 9 autres domaines, sur la page de la personne, dans l'onglet\.$/);
  });
});

describe("Pourquoi ? as it is shown", () => {
  it("offers each figure, and the weight of each difficulty", () => {
    const values = whyOf("", { findings: known }).figures.map((figure) => figure.value);
    for (const figure of ["extent", "range", "addressed", "gaps", "weight:mobilite", "weight:droits", "ft"])
      assert.ok(values.includes(figure), `« ${figure} » is not explained`);
  });

  it("explains every figure it offers, with its rule and the version of the framework", () => {
    const parts = { file: { round: 1 }, findings: known, previous: someFindings({ mobilite: aLevel(4, 3) }) };
    for (const { value } of whyOf("", parts).figures) {
      const { explanation } = whyOf(value, parts);
      assert.ok(explanation, `${value} has no explanation`);
      assert.equal(explanation.version, "Référentiel 2026.6");
      assert.ok(explanation.operation.length > 0 && explanation.rule.length > 0, value);
      assert.ok(
        explanation.rows.every((row) => row.cells.length === explanation.columns.length),
        value,
      );
      assert.ok(!wordsIn(explanation).some((words) => /undefined|NaN|null/.test(words)), value);
    }
  });

  it("gives the operation of the extent with its real numbers", () => {
    const { explanation } = whyOf("extent", { findings: known });
    assert.equal(explanation?.result, "14 sur 100.");
    assert.match(explanation.operation, /100 × .*\(22\) ÷ \(12 × 13 domaines, soit 156\) = 14/);
    assert.deepEqual(explanation.rows[13]?.cells, ["Repères au travail", "Après une première action", "–", "–"]);
  });

  it("says who noted a difficulty, when, and from what", () => {
    const { explanation } = whyOf("weight:mobilite", { findings: known });
    assert.equal(explanation?.result, "9 sur 12.");
    assert.equal(explanation.operation, "3 × 3 = 9.");
    assert.equal(
      explanation.rows[0]?.cells.at(-1),
      "Dit pendant l'entretien, le 24 novembre 2026, noté par Camille Martin",
    );
  });

  it("projects on France Travail's three words", () => {
    const rows = whyOf("ft", { findings: known }).explanation?.rows.map((row) => row.cells) ?? [];
    assert.deepEqual(rows[0], ["Mobilité", "9", "Fort"]);
    assert.deepEqual(rows[1], ["Logement", "1", "Faible"]);
    assert.deepEqual(rows[2], ["Santé en lien avec le travail", "0", "Aucun"]);
  });

  it("keeps the sign of a gap", () => {
    const rows = whyOf("gaps", { findings: known }).explanation?.rows.map((row) => row.cells.at(-1));
    assert.deepEqual(rows, ["+2", "−2"]);
  });

  it("explains nothing for a figure it does not know", () => {
    assert.equal(whyOf("weight:inconnu", { findings: known }).explanation, null);
    assert.equal(whyOf("toString", { findings: known }).explanation, null);
  });
});
