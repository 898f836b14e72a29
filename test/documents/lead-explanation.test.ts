import assert from "node:assert/strict";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { leadExplanation } from "../../src/documents/lead-explanation.ts";
import { leadDocumentWords } from "../../src/wording/lead-why.ts";
import type { LeadInputs } from "../../src/domain/suggestion/lead.ts";
import { aLeadFinding, aPriority, someFacts, type SomeFindings } from "../support/a-lead.ts";
import { TODAY } from "../support/builders.ts";
import { aLeadPage } from "../support/a-lead-page.ts";

const CANARY = "CanariDeNote";
const pageOf = (given: SomeFindings, more: Partial<LeadInputs> = {}) => leadExplanation(aLeadPage(given, more, CANARY));

const textOf = (html: string): string =>
  html
    .slice(html.indexOf("<body>"))
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");

const CARER: SomeFindings = {
  famille: aPriority(3, 3, ["contraintes-horaires"]),
  mobilite: aPriority(3, 3, ["permis-non-valide"]),
  finances: aLeadFinding(2, 2),
  recherche: aLeadFinding(2, 2),
};

describe("Pourquoi cette piste, on a page for the person", () => {
  const text = textOf(pageOf(CARER, { facts: someFacts({ seeksWork: "yes" }) }).html);

  it("gives the four contents of article L. 311-3-1, in its order, then what would change it and the rights", () => {
    const { contribution, data, parameters, operations, change, rights } = leadDocumentWords;
    const places = [contribution, data, parameters, operations, change, rights].map((title) => text.indexOf(title));
    assert.ok(!places.includes(-1), `missing: ${places.join()}`);
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    );
  });

  it("says who decides before anything is computed", () => {
    assert.match(text, /il ne décide rien/);
    assert.match(text, /La décision est prise par des personnes/);
  });

  it("tells a person on RSA who would be sent elsewhere which body decides, and nobody else", () => {
    const of = (facts: Parameters<typeof someFacts>[0], given: SomeFindings = { recherche: aLeadFinding(2, 2) }) =>
      textOf(pageOf(given, { facts: someFacts({ seeksWork: "yes", ...facts }) }).html);
    const decides = /Vous recevez le RSA : une réorientation est proposée au Département, qui décide\./;
    assert.match(of({ rsa: "yes", referringBody: "CD" }), decides);
    assert.match(of({ rsa: "yes" }), /proposée à l'organisme qui oriente les personnes au RSA, qui décide\./);
    for (const said of [of({ rsa: "no", referringBody: "CD" }), of({ rsa: "yes", referringBody: "CD" }, CARER)])
      assert.doesNotMatch(said, /qui décide\./);
  });

  it("says each level with its weight and where it comes from, and the product that is used", () => {
    assert.match(
      text,
      /Organisation familiale et disponibilité Difficulté forte, pèse beaucoup : 3 × 3 = 9 vous l'avez dit, le/,
    );
  });

  it("walks through the rules with the figures of this person", () => {
    assert.match(text, /Règle 1\. Vous cherchez un emploi maintenant/);
    assert.match(text, /Règle 2\. 13 sujets abordés, il en faut 12/);
    assert.match(text, /Règle 5\. Un accompagnement renforcé est appelé par 3 besoins hors de l'emploi/);
    assert.match(text, /Règle 6\. .*l'accompagnement retenu est : PLIE\. Il travaille sur 4 des 4 points/);
  });

  it("says which partner is not open to this person, and by which condition of its own", () => {
    assert.match(
      text,
      /Pas ouvert à votre situation, selon une condition du partenaire : Mission locale \(de 16 à 25 ans\)/,
    );
    assert.match(text, /Condition d'accès à vérifier avec vous : .*Cap emploi \(avoir une RQTH\)/);
  });

  it("says what was not spoken of and what is not read, and names no note, phone or address", () => {
    assert.ok(!text.includes(CANARY), text);
    assert.match(text, /la méthode ne les lit pas/);
  });

  it("is honest when there is no lead yet: what is missing, and why", () => {
    const missing = Object.fromEntries(
      DOMAIN_IDS.slice(0, 4).map((id) => [id, { ...aLeadFinding(0), state: "notAddressed", severity: null } as const]),
    );
    const page = textOf(pageOf({ ...missing, recherche: aLeadFinding(2, 2) }).html);
    assert.match(page, /ne propose pas encore de piste/);
    assert.match(page, /9 sujets abordés, il en faut 12/);
    assert.match(page, /Parler de ces sujets : .*Mobilité/);
  });

  it("says which rule put the first of several equal leads before the others, and only the one that did", () => {
    const light = textOf(pageOf({ recherche: aLeadFinding(2, 2) }).html);
    assert.match(light, /retenu est : France Travail\..*Il passe d'abord parce qu'il est le plus léger/);
    const two = { mobilite: aLeadFinding(2, 2), logement: aLeadFinding(2, 2) };
    const facts = someFacts({ accompaniedBy: "capEmploi", rqth: "yes" });
    const now = textOf(pageOf(two, { facts }).html);
    assert.match(now, /retenu est : Cap emploi\..*Il passe d'abord parce qu'il vous accompagne déjà/);
    assert.doesNotMatch(now, /Il passe d'abord selon l'ordre/);
    const ordered = textOf(pageOf(two).html);
    assert.match(ordered, /retenu est : PLIE\..*Il passe d'abord selon l'ordre écrit à l'avance/);
  });

  it("says that nobody is sent back to who oriented them only where that rule served", () => {
    const prescriber = { lead: "franceTravail", on: TODAY } as const;
    const spared = textOf(pageOf({ recherche: aLeadFinding(2, 2) }, { prescriber }).html);
    assert.match(
      spared,
      /retenu est : PLIE\..*Votre nom nous a été transmis par France Travail : on ne vous y renvoie pas/,
    );
    const nobodyInDifficulty = textOf(pageOf({}, { prescriber }).html);
    assert.match(nobodyInDifficulty, /La méthode propose : France Travail/);
    assert.doesNotMatch(nobodyInDifficulty, /on ne vous y renvoie pas/);
  });

  it("does not look for a job for who does not wish to", () => {
    const page = textOf(pageOf(CARER, { facts: someFacts({ seeksWork: "notNow" }) }).html);
    assert.match(page, /Accompagnement social .*à discuter avec vous/);
    assert.match(page, /Si vous souhaitez chercher un emploi, la piste sera refaite avec vous/);
  });

  it("carries the ESF+ block, needs nothing from elsewhere, and is printed in letters of 8.5 pt at least", () => {
    const { html, styles } = pageOf(CARER);
    assert.ok(html.includes(esfBlock()));
    assert.doesNotMatch(html, /<script| style=|https?:|url\(| on\w+="/);
    const sizes = styles.flatMap((style) => [...style.matchAll(/(\d+(?:\.\d+)?)pt/g)].map(([, size]) => Number(size)));
    assert.ok(Math.min(...sizes) >= 8.5, `smallest text: ${Math.min(...sizes)} pt`);
  });
});
