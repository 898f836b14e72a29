/** The sheet given to the person: what it says to them, and what it never says. */
import assert from "node:assert/strict";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { personSheet } from "../../src/documents/person-sheet.ts";
import { CASE_STATUSES } from "../../src/domain/participant/case-file.ts";
import { aFinding, aLevel } from "../support/builders.ts";
import { aPersonSheet } from "../support/a-person-sheet.ts";

const textOf = (parts: Parameters<typeof aPersonSheet>[0] = {}): string =>
  personSheet(aPersonSheet(parts))
    .html.replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00A0]+/g, " ");

describe("The sheet given to the person", () => {
  const text = textOf();

  it("says what helps before what is difficult, and both as they were noted", () => {
    assert.ok(text.indexOf("Ce qui vous aide") < text.indexOf("Ce que nous avons noté ensemble"));
    assert.match(text, /Une voisine vous emmène certains jours\./);
    assert.match(text, /Mobilité : difficulté forte\. Le bus ne passe pas à vos heures\./);
    assert.match(text, /Vos priorités Mobilité/);
  });

  it("keeps what the person says beside what was noted, and their own words", () => {
    assert.match(text, /De votre côté, vous dites : difficulté réelle\./);
    assert.match(text, /« C'est bien ma situation\. »/);
  });

  it("tells where things stand, what comes next, and whom to call", () => {
    assert.match(text, /premier entretien a eu lieu le 16 novembre 2026/);
    assert.match(text, /2 février 2027 : nous relisons la synthèse ensemble/);
    assert.match(text, /Basile Tilleul, votre référent·e au PLIE de Dijon Métropole/);
    for (const status of CASE_STATUSES.filter((one) => one !== "cancelled" && one !== "entered"))
      assert.notEqual(textOf({ status }), text, `${status} says nothing of its own`);
  });

  it("tells what was decided and why, as the letter does", () => {
    const decided = textOf({ status: "inPath", decided: {} });
    assert.match(decided, /Ce qui a été décidé, et pourquoi Votre accompagnement continue au PLIE\./);
    assert.match(decided, /Vous avancez bien avec un rendez-vous par semaine\./);
    assert.match(textOf({ decided: { decision: { reasons: "" } } }), /effacées à votre demande/);
    assert.doesNotMatch(text, /Ce qui a été décidé/);
  });

  it("says their rights: see, correct, withdraw, contest, and that nothing serves a sanction", () => {
    for (const right of [/le faire corriger/, /retirer votre accord/, /vous n'êtes pas d'accord/, /une sanction/])
      assert.match(text, right);
  });

  it("never says a figure of the method, a weight, the word that professionals use, nor an urgent point", () => {
    const heavy = textOf({ findings: { logement: aLevel(4, 3), finances: aLevel(2, 3) } });
    for (const said of [text, heavy])
      assert.doesNotMatch(said, /frein|ampleur|sur 100|pèse|poids|urgent|niveau|\bimpact/i);
  });

  it("says of health what the person agreed to, and nothing of it otherwise", () => {
    const findings = { sante: aLevel(3, 2, { facts: "CanariDeSante", strength: "CanariDeSante" }) };
    assert.match(textOf({ findings, health: "agreed" }), /CanariDeSante/);
    for (const health of ["notAsked", "refused", "withdrawn"] as const) {
      const said = textOf({ findings, health });
      assert.doesNotMatch(said, /CanariDeSante|Santé en lien/, health);
    }
  });

  it("never makes a lack of what the person does not wish to speak of", () => {
    const said = textOf({ findings: { finances: aFinding({ state: "declined" }) } });
    assert.doesNotMatch(said, /Budget et ressources/);
  });

  it("writes what was typed as it was typed, and nothing of it as code", () => {
    const facts = "<script>alert(1)</script> & « ça »";
    const { html } = personSheet(aPersonSheet({ findings: { mobilite: aLevel(2, 2, { facts }) } }));
    assert.ok(html.includes("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
  });

  it("carries the ESF+ block, needs nothing from elsewhere, and is printed in letters of 10 pt at least", () => {
    const { html, styles } = personSheet(aPersonSheet());
    assert.ok(html.includes(esfBlock()));
    assert.doesNotMatch(html, /<script| style=|https?:|url\(| on\w+="/);
    const sizes = styles.flatMap((style) => [...style.matchAll(/(\d+(?:\.\d+)?)pt/g)].map(([, size]) => Number(size)));
    assert.ok(Math.min(...sizes) >= 10, `smallest text: ${Math.min(...sizes)} pt`);
  });
});
