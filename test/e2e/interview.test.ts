import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startPlayground } from "../../bot/playground.ts";
import { launchBrowser } from "../support/browser.ts";
import { PlaygroundPage } from "../support/playground-page.ts";
import { PlaygroundPerson } from "../support/playground-person.ts";
import { buildProduct, freePort, RunningProduct } from "../support/running-product.ts";

const root = join(import.meta.dirname, "../..");
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
const CODE = `P-${today.slice(0, 4)}-0001`;

const TO_EXPLORE = [
  "Mobilité",
  "Organisation familiale et disponibilité",
  "Budget et ressources",
  "Confiance et initiative",
  "Projet professionnel",
  "Démarches de recherche d'emploi",
] as const;
const NOTHING_TO_REPORT = [
  "Logement",
  "Droits et démarches",
  "Français, lecture, écriture, calcul",
  "Numérique",
  "Entourage et soutien",
  "Expérience, compétences, qualification",
] as const;
const HELPS = [
  "Vélo en bon état, connaît les lignes de bus.",
  "Sa sœur garde les enfants le mercredi.",
  "Tient ses comptes chaque mois.",
  "Va seule aux rendez-vous.",
  "Sait ce qu'elle ne veut plus faire.",
  "Un CV à jour, sur son téléphone.",
] as const;

describe("A first interview in the Playground, the server killed in the middle of it", function () {
  this.timeout(90_000);
  let browser: Browser;
  let dataDir: string;
  let product: RunningProduct;
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let referent: PlaygroundPerson;
  let start: () => Promise<RunningProduct>;

  before(async function () {
    this.timeout(600_000); // a browser may have to be installed
    await buildProduct();
    dataDir = await mkdtemp(join(tmpdir(), "repere-e2e-"));
    const [port, playgroundPort] = [await freePort(), await freePort()];
    start = () => RunningProduct.start({ PORT: String(port), DATA_DIR: dataDir, DEMO: "0", PLAYGROUND: "0" });
    const botUrl = `http://127.0.0.1:${port}/api/messages`;
    [browser, product] = await Promise.all([launchBrowser(), start()]);
    playground = await startPlayground({ botUrl, port: playgroundPort, configDir: root });
    const page = await PlaygroundPage.open(browser, playground.url, { height: 2200, patience: 20_000 });
    referent = new PlaygroundPerson(page, "e2e");
  });

  after(async () => {
    await browser.close();
    await Promise.all([playground.stop(), product.stop()]);
    await rm(dataDir, { recursive: true, maxRetries: 5 });
  });

  const assess = async (rank: number, level: string) => {
    const shown = await referent.page.cardText();
    assert.match(shown, new RegExp(TO_EXPLORE[rank]!), `the card of « ${TO_EXPLORE[rank]} » must come at its turn`);
    await referent.fill({ "Ce qui aide déjà": HELPS[rank]!, "Niveau de difficulté": `${level} ·` });
    if (level !== "0") await referent.fill({ "Poids sur le projet": "Pèse" });
  };

  it("receives a person who was oriented", async () => {
    await referent.page.say("bonjour");
    await referent.page.newCard("Bonjour Alix");
    await referent.picture("accueil");
    await referent.press("Nouvelle personne orientée");
    await referent.fill({
      Prénom: "Amina",
      Nom: "Benali",
      "Date de naissance": "12/03/1984",
      "Commune de résidence": "chenove",
      Téléphone: "06 12 34 56 78",
      "Droit de travailler en France": "Oui",
      "D'accord pour commencer": "Oui",
    });
    await referent.picture("nouvelle-personne");
    const sheet = await referent.press("Enregistrer");
    await referent.picture("fiche");
    assert.match(sheet, new RegExp(`Amina B\\. · ${CODE}`));
    assert.doesNotMatch(sheet, /Benali|1984|06 12/, "the full identity never comes back in a card");
  });

  it("holds the first interview and goes round the fourteen domains", async () => {
    await referent.press("Entrer dans le parcours");
    await referent.fill({ "Notice remise et expliquée le": today });
    await referent.picture("entree");
    assert.match(await referent.press("Enregistrer"), /Tour d'horizon/);
    await referent.picture("tour-d-horizon-vide");
    await referent.fill(Object.fromEntries(TO_EXPLORE.map((domain) => [domain, "À creuser"])));
    await referent.fill(Object.fromEntries(NOTHING_TO_REPORT.map((domain) => [domain, "Rien à signaler"])));
    await referent.picture("tour-d-horizon");
    await referent.press("Enregistrer et continuer");
    await referent.picture("domaine");
  });

  it("records two domains, and keeps the third half typed for later", async () => {
    await assess(0, "2");
    await referent.picture("domaine-rempli");
    await referent.press("Enregistrer et continuer");
    await assess(1, "3");
    await referent.press("Enregistrer et continuer");
    await referent.fill({ "Ce qui aide déjà": "Tient ses comptes ch" });
    assert.match(await referent.press("Reprendre plus tard"), /vous pourrez reprendre au même endroit/);
    await referent.picture("reprendre-plus-tard", "page");
  });

  it("resumes at the same place, in the same chat, after the server was killed", async () => {
    await product.kill();
    product = await start();
    const withAMistake = `diagnostik ${CODE.toLowerCase().replaceAll("-", " ")}`;
    await referent.page.say(withAMistake);
    const resumed = await referent.page.newCard(TO_EXPLORE[2]);
    await referent.picture("repris");
    assert.match(resumed, /Encore 4 domaines à creuser/);
    assert.equal(await referent.page.value("Ce qui aide déjà"), "Tient ses comptes ch", "what was half typed is there");
  });

  it("keeps what was typed when a button is pressed while the server is down, and the same press works after", async () => {
    await assess(2, "1");
    await product.kill();
    assert.match(await referent.page.pressInVain("Enregistrer et continuer"), /Cannot connect to your app/);
    await referent.picture("serveur-arrete", "page");
    assert.equal(await referent.page.value("Ce qui aide déjà"), HELPS[2], "what was typed stays on the screen");
    product = await start();
    assert.match(await referent.press("Enregistrer et continuer"), new RegExp(TO_EXPLORE[3]));
  });

  it("explores what is left, and reads the synthesis and its figures", async () => {
    for (const [rank, level] of [
      [3, "2"],
      [4, "0"],
      [5, "1"],
    ] as const) {
      await assess(rank, level);
      await referent.press("Enregistrer et continuer");
    }
    await referent.picture("apres-le-dernier-domaine");
    assert.match(await referent.page.cardText(), /mène à la synthèse/);
    const synthesis = await referent.press("Enregistrer et continuer");
    await referent.picture("synthese");
    assert.match(synthesis, /Synthèse/);
    for (const help of HELPS) assert.ok(synthesis.includes(help), `the synthesis must say what helps: ${help}`);
    console.log(`      ${referent.presses} presses for the whole first interview`);
    assert.ok(referent.presses <= 25, `${referent.presses} presses: 25 at most`);
  });

  it("explains a figure, comes back, and keeps the person's own view", async () => {
    const why = await referent.press("Pourquoi ?");
    assert.match(why, /Ampleur des difficultés repérées[\s\S]*L'opération[\s\S]*100 ×[\s\S]*Référentiel/);
    await referent.picture("pourquoi");
    await referent.press("Revenir à la synthèse");
    await referent.press("Point de vue de la personne");
    await referent.fill({
      "La personne est": "En partie d'accord",
      "Ses mots": "C'est bien moi. La mobilité d'abord.",
    });
    await referent.picture("point-de-vue");
    assert.match(await referent.press("Enregistrer"), /La mobilité d'abord/);
    await referent.picture("synthese-avec-point-de-vue");
  });
});
