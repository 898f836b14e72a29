import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startPlayground } from "../../bot/playground.ts";
import { launchBrowser } from "../support/browser.ts";
import { PlaygroundPage } from "../support/playground-page.ts";
import { PlaygroundPerson } from "../support/playground-person.ts";
import { quietReminders } from "../support/quiet-reminders.ts";
import { buildProduct, freePort, RunningProduct } from "../support/running-product.ts";

const root = join(import.meta.dirname, "../..");
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
const CODE = `P-${today.slice(0, 4)}-0001`;
const SCOOTER = "Location de scooter ou de voiture à petit prix";
const VIGNETTE = "Changer de métier à 53 ans";

describe("From the synthesis to the method's lead in the Playground, with the demo data", function () {
  this.timeout(60_000);
  let browser: Browser;
  let dataDir: string;
  let product: RunningProduct;
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let alix: PlaygroundPerson;

  before(async function () {
    this.timeout(600_000); // a browser may have to be installed
    await buildProduct();
    dataDir = await mkdtemp(join(tmpdir(), "repere-e2e-"));
    await quietReminders(dataDir);
    const [port, playgroundPort] = [await freePort(), await freePort()];
    const env = { PORT: String(port), DATA_DIR: dataDir, DEMO: "1", PLAYGROUND: "0" };
    [browser, product] = await Promise.all([launchBrowser(), RunningProduct.start(env)]);
    const botUrl = `http://127.0.0.1:${port}/api/messages`;
    playground = await startPlayground({ botUrl, port: playgroundPort, configDir: root });
    const page = await PlaygroundPage.open(browser, playground.url, { height: 2400, patience: 20_000 });
    alix = new PlaygroundPerson(page, "e2e-lead");
  });

  after(async () => {
    await browser.close();
    await Promise.all([playground.stop(), product.stop()]);
    await rm(dataDir, { recursive: true, maxRetries: 5 });
  });

  /** A button that opens a page of the tab in the browser. */
  const opened = async (title: string): Promise<Page> => {
    const button = alix.page.card.locator(".ac-actionSet button").filter({ hasText: title });
    const [page] = await Promise.all([alix.page.page.waitForEvent("popup"), button.click()]);
    return page;
  };

  it("changes one answer of the situation, and goes on to the synthesis", async () => {
    await alix.say("bonjour", "Bonjour Alix");
    await alix.picture("accueil");
    assert.match(await alix.say(CODE, "12 réponses sur 14"), /Nadia É\./);
    await alix.picture("fiche");
    await alix.press("Parcours");
    await alix.fill({ "Que voulez-vous faire ?": "Noter la situation de la personne" });
    await alix.press("Ouvrir");
    await alix.fill({ "Souhaite créer sa propre activité": "Non" });
    await alix.picture("situation");
    assert.match(await alix.press("Enregistrer"), /Situation : 13 réponses sur 14/);
    assert.match(await alix.press("Voir la synthèse"), /Ce qui aide déjà/);
    await alix.picture("synthese");
  });

  it("writes the recommendation first, then reads the lead beside it: two presses, one choice, one sentence", async () => {
    const before = alix.presses;
    assert.doesNotMatch(await alix.page.cardText(), /Piste de la méthode/, "the lead shows before the recommendation");
    await alix.press("Ma préconisation");
    await alix.fill({
      "Ma préconisation": "Poursuite avec relais",
      Pourquoi: "Elle veut travailler ; il manque la garde et le trajet.",
    });
    await alix.picture("ma-preconisation");
    const lead = await alix.press("Enregistrer");
    await alix.picture("piste");
    assert.match(lead, /Votre préconisation\s+Poursuite avec relais\s+Piste de la méthode/);
    assert.match(lead, /il manque la garde et le trajet/);
    assert.match(lead, /Piste (solide|fragile) : /);
    assert.match(lead, new RegExp(`${SCOOTER}[\\s\\S]*Pour : Mobilité`), "nobody for mobility");
    assert.match(lead, /Pour : Organisation familiale et disponibilité/, "nobody for childcare");
    assert.ok(alix.presses - before <= 2, `${alix.presses - before} presses from the synthesis to the lead`);
  });

  it("reads why with the person, and opens the page to give them", async () => {
    assert.match(await alix.press("Pourquoi ?"), /À lire avec la personne[\s\S]*Règle 1[\s\S]*Vos droits/);
    await alix.picture("pourquoi");
    const page = await opened("Page à imprimer");
    assert.match(page.url(), new RegExp(`/tab/document\\?kind=pourquoi-piste&code=${CODE}$`));
    await page.setViewportSize({ width: 900, height: 1400 });
    const sheet = page.frameLocator("iframe").locator("main");
    await sheet.getByRole("heading", { name: "Pourquoi cette piste ?" }).waitFor();
    assert.match(await sheet.innerText(), /Nadia É\.[\s\S]*Vos droits/);
    await page.screenshot({ path: alix.nextPicture("page-a-imprimer"), fullPage: true });
    await page.close();
    assert.match(await alix.press("Piste de la méthode"), /Préconisation et piste/);
  });

  it("sets the lead aside with a reason, and changes their mind", async () => {
    await alix.fill({ "Raison d'écarter la piste": "Choix de la personne" });
    assert.match(await alix.press("Écarter la piste"), /Piste écartée aujourd'hui à [^\n]* : choix de la personne/);
    await alix.picture("piste-ecartee");
    assert.match(await alix.press("Ne plus l'écarter"), /la piste n'est plus écartée/);
  });

  it("lets a référent say that a service is full", async () => {
    await alix.say("je suis Basile", "Basile Tilleul");
    await alix.say("services mobilité", "ce qui existe");
    await alix.fill({ Service: SCOOTER, "Ce que vous avez constaté": "Complet" });
    await alix.picture("services-signaler");
    assert.match(await alix.press("Signaler"), /Signalé complet le [^\n]*, à confirmer/);
    await alix.picture("services-signale");
  });

  it("lets the chargé de projet confirm it, and read the territory and the group", async () => {
    await alix.say("je suis chargé de projet", "Dorian Bouleau");
    assert.match(await alix.say("accueil", "Bonjour Dorian"), /Signalements sur l'offre à confirmer\s+1/);
    await alix.picture("accueil-charge-de-projet");
    assert.match(await alix.press("Offre à confirmer"), new RegExp(`Complet · ${SCOOTER}[^\\n]*signalé par Basile`));
    await alix.fill({ Signalements: `Complet · ${SCOOTER}` });
    await alix.picture("offre-a-confirmer");
    assert.match(await alix.press("Confirmer"), /Rien à confirmer/);
    await alix.picture("offre-confirmee");
    await alix.say("besoins", "Besoins sans réponse sur le territoire");
    await alix.picture("besoins");
    await alix.say("vignettes", VIGNETTE);
    await alix.press("Accord du groupe");
    await alix.picture("accord-du-groupe");
  });

  it("shows the référent what was confirmed, near the person and in the lead", async () => {
    await alix.say("je suis Alix", "Alix Lavande");
    const services = await alix.say(`services mobilité ${CODE}`, "ce qui existe");
    assert.match(services, new RegExp(`${SCOOTER}[^\\n]*\\s+[^\\n]*\\s+Complet[^\\n]*\\(confirmé le`));
    await alix.picture("services-pour-la-personne");
    await alix.say(`synthèse ${CODE}`, "Ce qui aide déjà");
    const lead = await alix.press("Ma préconisation et la piste");
    await alix.picture("piste-apres-complet");
    assert.match(lead, /Pour : Mobilité/, "a full service leaves the need without anybody");
  });

  it("scores a vignette alone, then sees the group", async () => {
    await alix.say("vignettes", VIGNETTE);
    await alix.picture("vignettes");
    await alix.fill({ "Choisir une vignette": `${VIGNETTE} · à faire` });
    assert.doesNotMatch(await alix.press("Ouvrir"), /Attendu/, "what is expected shows before scoring");
    await alix.fill({ Mobilité: "0 · Aucune", "Projet professionnel": "3 · Difficulté forte" });
    await alix.picture("vignette");
    assert.match(await alix.press("Enregistrer"), /Vous : 3 · Difficulté forte[\s\S]*Ce qu'une cellule choisirait/);
    await alix.picture("vignette-groupe");
  });
});
