/** The letter to the person: what it says for each decision, and what it never says. */
import assert from "node:assert/strict";
import { decisionLetter } from "../../src/documents/decision-letter.ts";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { REVIEW_OUTCOMES } from "../../src/domain/review/outcomes.ts";
import { aLetter, type LetterParts } from "../support/a-letter.ts";

const textOf = (parts: LetterParts = {}): string =>
  decisionLetter(aLetter(parts))
    .html.replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00A0]+/g, " ");

describe("The letter that tells a decision", () => {
  const text = textOf();

  it("names the person and where they live, the PLIE, the day, the situation and who decided", () => {
    assert.match(text, /PLIE de Dijon Métropole/);
    assert.match(text, /Amina Benali 12 rue des Lilas Chenôve/);
    assert.match(text, /Le 9 décembre 2026/);
    assert.match(text, /Situation 2026-001, P-2026-0001/);
    assert.match(text, /Décision prise par Dorian Bouleau/);
    assert.match(text, /Date et signature/);
  });

  it("says the decision in plain words, its reasons as written, and what comes next", () => {
    assert.match(text, /Votre accompagnement continue au PLIE\./);
    assert.match(textOf({ decision: { outcome: "exitJob" } }), /Vous avez un emploi/);
    assert.match(text, /Vous avancez bien avec un rendez-vous par semaine\./);
    for (const outcome of REVIEW_OUTCOMES.filter((one) => one !== "practice"))
      assert.match(
        textOf({ decision: { outcome, to: null } }),
        /Basile Tilleul, vous explique cette décision/,
        outcome,
      );
  });

  it("says that an algorithmic treatment contributed, how far, how to be told its rules, and where to turn", () => {
    assert.match(text, /Un traitement algorithmique a contribué à préparer cette décision/);
    assert.match(text, /Il ne décide rien/);
    assert.match(text, /article L\. 311-3-1 du code des relations entre le public et l'administration/);
    assert.match(text, /les principales caractéristiques de sa mise en œuvre/);
    assert.match(text, /Commission d'accès aux documents administratifs/);
    assert.match(textOf({ contributed: "departed" }), /La décision ne suit pas cette piste/);
    assert.doesNotMatch(textOf({ contributed: null }), /algorithmique/);
  });

  it("says until when and how a second study may be asked for, by whom it is done, and that it is never held against anyone", () => {
    assert.match(text, /Jusqu'au 7 janvier 2027, vous pouvez demander/);
    assert.match(text, /par d'autres personnes/);
    assert.match(text, /ne vous sera jamais reproché/);
    assert.doesNotMatch(
      textOf({ decision: { secondUntil: null }, second: true }),
      /vous pouvez demander que votre situation/,
    );
    const again = textOf({ decision: { secondUntil: null }, second: true });
    assert.match(again, /Le réexamen que vous avez demandé Votre situation vient d'être étudiée une seconde fois/);
    assert.doesNotMatch(again, /demander un réexamen/, "what is no longer possible is announced");
  });

  it("says who decides for a person on RSA", () => {
    const to = { lead: "franceTravail", service: null } as const;
    const out = { decision: { outcome: "reorient" as const, to } };
    assert.match(textOf(out), /Un autre accompagnement vous est proposé : France Travail\./);
    const sent = textOf({ ...out, facts: { rsa: "yes", referringBody: "CD" } });
    assert.match(sent, /une réorientation est proposée au Département, qui décide/);
    assert.doesNotMatch(sent, /vous est proposé :/);
  });

  it("says that reasons were erased at the person's request, and never leaves a blank", () => {
    const erased = textOf({ decision: { reasons: "" }, contributed: "departed" });
    assert.match(erased, /effacées à votre demande/);
    assert.doesNotMatch(erased, /les raisons ci-dessus/);
    assert.match(textOf({ identity: { address: null, commune: null } }), /Adresse à compléter/);
  });

  it("writes what was typed as it was typed, and nothing of it as code", () => {
    const { html } = decisionLetter(aLetter({ decision: { reasons: "<script>alert(1)</script> & « ça »" } }));
    assert.ok(html.includes("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
  });

  it("carries the ESF+ block, needs nothing from elsewhere, and is printed in letters of 9 pt at least", () => {
    const { html, styles } = decisionLetter(aLetter());
    assert.ok(html.includes(esfBlock()));
    assert.doesNotMatch(html, /<script| style=|https?:|url\(| on\w+="/);
    const sizes = styles.flatMap((style) => [...style.matchAll(/(\d+(?:\.\d+)?)pt/g)].map(([, size]) => Number(size)));
    assert.ok(Math.min(...sizes) >= 9, `smallest text: ${Math.min(...sizes)} pt`);
  });
});
