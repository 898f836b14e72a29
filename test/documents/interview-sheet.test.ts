import assert from "node:assert/strict";
import type { HtmlDocument } from "../../src/documents/html.ts";
import { interviewSheet, interviewSheetModel } from "../../src/documents/interview-sheet.ts";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { aFramework } from "../support/a-framework.ts";

const sheetOf = (framework = aFramework()): HtmlDocument => interviewSheet(interviewSheetModel(framework));
const body = (html: string) => html.slice(html.indexOf("<body>"));
const textOf = (html: string) =>
  body(html)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
const rows = (html: string) => [...html.matchAll(/<tr>\n<th scope="row">[\s\S]*?<\/tr>/g)].map(([row]) => row);

describe("The Feuille d'entretien", () => {
  it("has the fourteen domains in the order and with the numbers of the cards, in their three families", () => {
    const labels = rows(sheetOf().html).map((row) =>
      textOf(`<body>${/<th[\s\S]*?(?=<p|<\/th>)/.exec(row)?.[0] ?? ""}`).trim(),
    );
    assert.deepEqual(
      labels,
      aFramework().domains.map(({ label }, index) => `${index + 1} ${label}`),
    );
    const families = [...sheetOf().html.matchAll(/scope="rowgroup" colspan="3">([^<]+)</g)].map(([, label]) => label);
    assert.deepEqual(families, ["Vie quotidienne", "Savoirs, confiance, entourage", "Vers l&#39;emploi"]);
  });

  it("asks what helps first, then the five states, the levels, the weight, the person's own level, the priority, the source, the facts", () => {
    const [mobility = ""] = rows(sheetOf().html);
    const order = [
      "Ce qui aide déjà",
      "Rien à signaler",
      "À creuser",
      "Pas abordé",
      "Ne souhaite pas en parler",
      "Sans objet",
      "Niveau 0 1 2 3 4",
      "Poids 1 2 3",
      "Selon la personne 0 1 2 3 4",
      "Priorité",
      "Source dit observé attesté",
      "Faits utiles",
    ];
    const text = textOf(`<body>${mobility}`);
    const places = order.map((words) => text.indexOf(words));
    assert.ok(!places.includes(-1), `missing: ${order.filter((words) => !text.includes(words)).join(", ")}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      `out of order in: ${text}`,
    );
  });

  it("offers only the sources that a domain accepts: Repères au travail is never merely said", () => {
    const work = textOf(`<body>${rows(sheetOf().html).at(-1) ?? ""}`);
    assert.match(work, /Source observé attesté/);
    assert.doesNotMatch(work, /\bdit\b/);
    assert.doesNotMatch(work, /Rien à signaler/, "a choice that the card would refuse afterwards");
    assert.match(work, /À creuser Pas abordé/);
  });

  it("asks the agreement of the person before anything is noted on health, and there only", () => {
    const asking = rows(sheetOf().html).filter((row) => row.includes("accord pour noter"));
    assert.equal(asking.length, 1);
    assert.match(asking[0] ?? "", /Santé en lien avec le travail/);
  });

  it("reminds of what must be named from a level on, where the framework says so", () => {
    assert.match(textOf(sheetOf().html), /Dès le niveau 2, préciser : À l'oral, lire, écrire ou compter \?/);
  });

  it("explains the levels and the weights in plain words, and says that the person may read it", () => {
    const text = textOf(sheetOf().html);
    assert.match(text, /0 Aucune · 1 Gêne légère · 2 Difficulté réelle · 3 Difficulté forte · 4 Bloquant aujourd'hui/);
    assert.match(text, /1 Pèse peu · 2 Pèse · 3 Pèse beaucoup/);
    assert.match(text, /La personne peut lire cette feuille\./);
    assert.match(text, /Ni diagnostic, ni infraction, ni nom d'un tiers/);
  });

  it("never labels the person, and never shows an urgent point or a number to call", () => {
    const framework = aFramework();
    const { html } = sheetOf(framework);
    assert.doesNotMatch(html, /frein|score|ampleur|problème|handicap/i);
    assert.doesNotMatch(textOf(html), /urgent|violence/i);
    for (const { label, calls } of framework.urgentPoints) {
      assert.ok(!html.includes(label), `urgent point on the sheet: ${label}`);
      for (const { number } of calls) assert.doesNotMatch(textOf(html), new RegExp(`\\b${String(number)}\\b`));
    }
  });

  it("has a blank for the code and none for a name", () => {
    const blanks = [...sheetOf().html.matchAll(/<span class="blank">([^<]+)</g)].map(([, label]) => label);
    assert.deepEqual(blanks, ["Code :", "Date :"]);
  });

  it("carries the ESF+ block", () => assert.ok(sheetOf().html.includes(esfBlock())));

  it("shows the words of the framework literally: nothing in it becomes markup", () => {
    const framework = aFramework();
    const domains = framework.domains.map((domain) => ({
      ...domain,
      label: `<img src=x onerror=alert(1)> & "${domain.id}"`,
    }));
    const { html } = sheetOf({ ...framework, domains });
    assert.ok(html.includes("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;mobilite&quot;"));
    assert.ok(!html.includes("<img"));
  });

  it("needs no script, no inline style, nothing from elsewhere; nothing is printed under 8.5 pt", () => {
    const { html, styles } = sheetOf();
    assert.doesNotMatch(html, /<script| style=|https?:|url\(| on\w+="/);
    assert.equal([...html.matchAll(/<style>/g)].length, styles.length);
    const sizes = styles.flatMap((style) => [...style.matchAll(/(\d+(?:\.\d+)?)pt/g)].map(([, size]) => Number(size)));
    assert.ok(Math.min(...sizes) >= 8.5, `smallest text: ${Math.min(...sizes)} pt`);
  });

  it("is the same bytes for the same framework", () => assert.equal(sheetOf().html, sheetOf().html));
});
