import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startPlayground } from "../../bot/playground.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Entry } from "../support/playground-page.ts";
import { PlaygroundPage } from "../support/playground-page.ts";
import { PlaygroundPerson } from "../support/playground-person.ts";
import { quietReminders } from "../support/quiet-reminders.ts";
import { buildProduct, freePort, RunningProduct } from "../support/running-product.ts";

const root = join(import.meta.dirname, "../..");
const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toLocaleDateString("fr-FR", PARIS);
const PARIS = { timeZone: "Europe/Paris" } as const;
const CODE = `P-${inDays(0).slice(-4)}-0001`;

const immersion = (): Readonly<Record<string, Entry>> => ({
  Objectif: "Confirmer un projet professionnel",
  "Métier essayé": "Vente en boulangerie",
  "Structure d'accueil": "Boulangerie du Lac",
  "Commune de la structure": "Dijon",
  Début: inDays(0),
  Fin: inDays(40),
  "Heures par semaine": "50",
  "Vérifié avec la structure : le poste n'est ni vacant, ni saisonnier, ni celui d'une personne absente": "Oui",
  "Garde des enfants": "C'est réglé",
  Repas: "Rien à régler",
  Trajet: "C'est réglé",
});
const SHEET: Readonly<Record<string, Entry>> = {
  Structure: "Garage solidaire Exemple",
  "Qui appeler, et comment": "Accueil, 03 53 01 00 00",
  "Ce que la personne demande": "Louer une voiture le temps de la formation.",
  "Si ce partenaire ne peut pas la recevoir": "Aucune autre : la personne reste au PLIE",
};

describe("A person set in motion in the Playground: planned, prepared, told, observed, then handed over", function () {
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
    const page = await PlaygroundPage.open(browser, playground.url, { height: 2400, patience: 45_000 });
    alix = new PlaygroundPerson(page, "e2e-in-motion");
  });

  after(async () => {
    await browser.close();
    await Promise.all([playground.stop(), product.stop()]);
    await rm(dataDir, { recursive: true, maxRetries: 5 });
  });

  it("plans an immersion: the rules in words first, then planned and signed", async () => {
    await alix.say(CODE, "Échéances");
    await alix.picture("fiche");
    await alix.press("Planifier une action");
    await alix.fill(immersion());
    const refused = await alix.press("Vérifier");
    await alix.picture("regles");
    assert.match(refused, /30 jours au plus, premier et dernier jours compris/);
    assert.match(refused, /48 h par semaine au plus/);
    assert.match(refused, /ne commence pas avant que toutes les parties aient signé/);
    await alix.fill({
      Fin: inDays(0),
      "Heures par semaine": "30",
      "Convention signée par toutes les parties le (facultatif)": inDays(0),
    });
    assert.match(await alix.press("Enregistrer"), /L'action est planifiée/);
    await alix.picture("planifiee");
  });

  it("prepares it with the person, from its objective", async () => {
    assert.match(await alix.press("Préparer"), /Confirmer un projet professionnel/);
    await alix.fill({ "Ce que la personne veut montrer": "Que je sais tenir une caisse." });
    assert.match(await alix.press("Enregistrer"), /Les feuilles sont prêtes à imprimer/);
    await alix.picture("preparee");
    assert.match(await alix.press("Retour à l'action"), /Faire le bilan/);
  });

  it("tells how it went, what the employer saw, and what the person says of it", async () => {
    await alix.press("Faire le bilan");
    await alix.fill({
      "Comment ça s'est passé": "Faite jusqu'au bout",
      "L'objectif est-il atteint ? (Confirmer un projet professionnel)": "Oui",
      "Faits observés": "Tient la vente seule.",
      "D'accord avec ce bilan ?": "D'accord",
      "Ce que la personne en dit": "Je me suis sentie utile.",
    });
    await alix.picture("bilan");
    assert.match(await alix.press("Enregistrer"), /Ce que la structure a vu/);
    await alix.fill({
      "Présence et horaires : la personne était-elle là aux jours et heures convenus ?":
        "Présente à l'heure tous les jours prévus.",
      "Gestes du métier : quels gestes la personne savait-elle faire à la fin ?":
        "Fait la plupart des gestes sans aide.",
    });
    await alix.picture("grille-structure");
    assert.match(await alix.press("Enregistrer et continuer"), /Ce que vous avez vu/);
    assert.match(await alix.press("Enregistrer et continuer"), /Ce que la personne dit avoir fait/);
    assert.match(await alix.press("Enregistrer et continuer"), /Ce qui a été observé/);
    await alix.picture("preuves");
  });

  it("keeps what was seen, beside what was said", async () => {
    assert.match(await alix.press("Tout retenir"), /choisissez avec la personne ce que cela pèse/);
    await alix.picture("preuves-a-revoir");
    await alix.fill({ "Expérience, compétences, qualification : poids sur le projet": "Pèse peu" });
    const settled = await alix.press("Tout retenir");
    await alix.picture("dit-et-observe");
    assert.match(settled, /Dit et observé[\s\S]*Repères au travail : observé le/);
    await alix.press("Fiche");
    await alix.picture("fiche-apres");
  });

  it("hands over to a partner: read by the person, agreed, sent, then refused", async () => {
    await alix.press("Parcours");
    await alix.picture("parcours");
    await alix.fill({ "Que voulez-vous faire ?": "Préparer ou suivre un passage de relais" });
    await alix.press("Ouvrir");
    await alix.press("Ajouter un relais");
    await alix.picture("fiche-partenaire-vide");
    await alix.fill(SHEET);
    await alix.picture("fiche-partenaire");
    assert.match(await alix.press("Enregistrer"), /Relisez la fiche avec la personne/);
    await alix.picture("relais-a-relire");
    await alix.press("La personne est d'accord");
    await alix.picture("relais-accord");
    assert.match(await alix.press("Fiche envoyée"), /Envoyé le/);
    await alix.picture("relais-envoye");
    await alix.press("Réponse du partenaire");
    await alix.fill({ Réponse: "Le partenaire refuse", "Pourquoi (si le partenaire refuse)": "Plus de place" });
    await alix.picture("relais-reponse");
    assert.match(await alix.press("Enregistrer"), /Refusé le/);
    await alix.picture("relais-refuse");
  });
});
