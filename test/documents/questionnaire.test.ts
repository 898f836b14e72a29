/** An ESF+ questionnaire on paper: what is ticked, what is left to a pen, and what is said to the person. */
import assert from "node:assert/strict";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { questionnaireSheet, type QuestionnaireToPrint } from "../../src/documents/questionnaire.ts";
import { ESF_STAGES } from "../../src/domain/esf/codes.ts";
import { itemsOf, valuesOf } from "../../src/domain/esf/questionnaire.ts";
import { aBlankQuestionnaire, aQuestionnaire } from "../support/a-questionnaire.ts";

const textOf = (about: QuestionnaireToPrint): string =>
  questionnaireSheet(about)
    .html.replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00A0]+/g, " ");
/** Labels beside a ticked box. */
const ticked = (about: QuestionnaireToPrint): string[] =>
  [...questionnaireSheet(about).html.matchAll(/class="box ticked"[^>]*><\/span><span>([^<]*)</g)].map(
    ([, label = ""]) => label.replaceAll("&#39;", "'"),
  );
const boxes = (about: QuestionnaireToPrint): number =>
  questionnaireSheet(about).html.split(/class="box[" ]/).length - 1;

describe("An ESF+ questionnaire on paper", () => {
  for (const stage of ESF_STAGES) {
    const { questionnaire } = aQuestionnaire(stage);
    const sensitive = itemsOf(questionnaire).filter((item) => item.sensitive).length;

    it(`asks every question with every answer it may have, and a box of its own not to answer where that is a right: ${stage}`, () => {
      const text = textOf(aBlankQuestionnaire(stage));
      for (const item of itemsOf(questionnaire))
        for (const said of [item.label, ...valuesOf(item).map(({ label }) => label)])
          assert.ok(text.includes(said), said);
      const wanted = itemsOf(questionnaire).flatMap(valuesOf).length + sensitive;
      assert.equal(boxes(aBlankQuestionnaire(stage)), wanted);
      const ownBox = /class="declined"><span class="box"><\/span><span>Ne souhaite pas répondre</g;
      assert.equal(questionnaireSheet(aBlankQuestionnaire(stage)).html.match(ownBox)?.length ?? 0, sensitive);
      assert.deepEqual(ticked(aBlankQuestionnaire(stage)), [], "a blank one has a tick");
    });

    it(`ticks what was answered, and nothing else: ${stage}`, () => {
      const about = aQuestionnaire(stage);
      const expected = itemsOf(questionnaire).flatMap((item) =>
        item.sensitive
          ? ["Ne souhaite pas répondre"]
          : valuesOf(item)
              .slice(0, item.type === "choices" ? 2 : 1)
              .map(({ label }) => label),
      );
      assert.deepEqual(ticked(about), expected);
      assert.equal(boxes(about), boxes(aBlankQuestionnaire(stage)), "a box is missing");
    });

    it(`says who asks and why, their rights and until when it is kept, and leaves two places to sign: ${stage}`, () => {
      const text = textOf(aQuestionnaire(stage));
      for (const said of [
        /CREATIV', l'association qui porte le PLIE \(PLIE de Dijon Métropole\) recueille ces réponses/,
        /Vous pouvez ne pas répondre aux questions personnelles : cela ne change rien pour vous/,
        /jusqu'au 31 décembre 2035 au plus/,
        /Réponses données le 20 novembre 2026\. Signé le 23 novembre 2026\./,
        /La personne Le : .* Signature : Basile Tilleul, référent·e Le : .* Signature :/,
        /Camille Essai P-2026-0001/,
        new RegExp(`questionnaire ${questionnaire.version.replaceAll(".", "\\.")} · imprimé le 27 novembre 2026`),
      ])
        assert.match(text, said);
    });
  }

  it("writes a day and a commune in words, and leaves a line where they are not known", () => {
    assert.match(textOf(aQuestionnaire("entry")), /Date de naissance 14 mars 1987 .*Commune de résidence .* Dijon /);
    const blank = textOf(aBlankQuestionnaire("entry"));
    assert.match(blank, /Prénom et nom : Numéro de dossier :.*Jour \/ mois \/ année :.*Commune :/);
    assert.doesNotMatch(blank, /Signé le|Réponses données/);
  });

  it("keeps a decline apart from a blank: answered in part, what was not asked stays open", () => {
    const about = aQuestionnaire("entry", { given: { answers: { handicap: "declined" }, asked: {}, signedOn: null } });
    assert.deepEqual(ticked(about), ["Ne souhaite pas répondre"]);
  });

  it("carries the ESF+ block, needs nothing from elsewhere, and is printed in letters of 10 pt at least", () => {
    const { html, styles } = questionnaireSheet(aQuestionnaire("entry"));
    assert.ok(html.includes(esfBlock()));
    assert.doesNotMatch(html, /<script| style=|https?:|url\(| on\w+="/);
    const sizes = styles.flatMap((style) => [...style.matchAll(/(\d+(?:\.\d+)?)pt/g)].map(([, size]) => Number(size)));
    assert.ok(Math.min(...sizes) >= 10, `smallest text: ${Math.min(...sizes)} pt`);
  });
});
