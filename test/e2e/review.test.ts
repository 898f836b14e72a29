import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startPlayground } from "../../bot/playground.ts";
import { launchBrowser } from "../support/browser.ts";
import { BASILE, EUGENIE } from "../support/chat.ts";
import { FakeConnector } from "../support/fake-connector.ts";
import { GASPARD, PersonOverHttp } from "../support/person-over-http.ts";
import { PlaygroundChannel } from "../support/playground-channel.ts";
import { PlaygroundPage } from "../support/playground-page.ts";
import { PlaygroundPerson } from "../support/playground-person.ts";
import { quietReminders } from "../support/quiet-reminders.ts";
import { buildProduct, freePort, RunningProduct } from "../support/running-product.ts";

const root = join(import.meta.dirname, "../..");
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
const CODE = `P-${today.slice(0, 4)}-0001`;
const QUESTION = "Un relais pour la garde d'enfants suffit-il pour qu'elle commence sa formation ?";
const REASONS = "Les relais sont trouvés, la formation peut commencer.";

describe("A case studied by its cell in the Playground: presented, posted, opinions, decision", function () {
  this.timeout(180_000);
  let browser: Browser;
  let dataDir: string;
  let product: RunningProduct;
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let alix: PlaygroundPerson;
  let channel: PlaygroundChannel;
  let teams: FakeConnector;
  let url: string;
  let situation: string;

  before(async function () {
    this.timeout(600_000); // a browser may have to be installed
    await buildProduct();
    dataDir = await mkdtemp(join(tmpdir(), "repere-e2e-"));
    await quietReminders(dataDir);
    const [port, playgroundPort] = [await freePort(), await freePort()];
    const env = { PORT: String(port), DATA_DIR: dataDir, DEMO: "1", PLAYGROUND: "0" };
    [browser, product, teams] = await Promise.all([launchBrowser(), RunningProduct.start(env), FakeConnector.start()]);
    url = `http://127.0.0.1:${port}`;
    playground = await startPlayground({ botUrl: `${url}/api/messages`, port: playgroundPort, configDir: root });
    const page = await PlaygroundPage.open(browser, playground.url, { height: 2400, patience: 45_000 });
    alix = new PlaygroundPerson(page, "e2e-review");
    channel = new PlaygroundChannel(page, "Cellule entrées");
  });

  after(async () => {
    await browser.close();
    await Promise.all([playground.stop(), product.stop(), teams.stop()]);
    await rm(dataDir, { recursive: true, maxRetries: 5 });
  });

  it("links the channel of the cell by a mention", async () => {
    await channel.show();
    await channel.mention("relier entrées");
    assert.match(await channel.reads("Ce canal est relié"), /relié à la cellule entrées/);
    await alix.picture("canal-relie", "page");
  });

  it("presents a case, and shows first what the channel will read", async () => {
    await alix.page.goTo("Personal Chat");
    await alix.say(`synthèse ${CODE}`, "Ce qui aide déjà");
    await alix.press("Ma préconisation");
    await alix.fill({ "Ma préconisation": "Poursuite avec relais", Pourquoi: "Elle veut travailler." });
    await alix.press("Enregistrer");
    await alix.say(`synthèse ${CODE}`, "Ce qui aide déjà");
    await alix.press("Présenter en cellule");
    await alix.picture("presenter");
    await alix.fill({ "Question posée": QUESTION });
    const preview = await alix.press("Envoyer");
    await alix.picture("avant-de-publier");
    assert.match(preview, /Voici exactement ce que le canal/);
    const presented = await alix.press("Publier");
    situation = /Situation \d{4}-\d{3}/.exec(presented)?.[0] ?? "";
    assert.notEqual(situation, "", presented);
    await alix.picture("presentee");
  });

  it("posts one card in the channel, which names nobody", async () => {
    await channel.show();
    const posted = await channel.reads(situation, "0 avis");
    assert.match(posted, new RegExp(QUESTION.replace("?", "\\?")));
    assert.doesNotMatch(posted, /Nadia|P-\d{4}-\d{4}/);
    await alix.picture("canal-carte", "page");
  });

  it("takes the opinion of a member in their own chat, and those of the others meanwhile", async () => {
    await alix.page.goTo("Personal Chat");
    await alix.say("je suis Dorian", "Dorian Bouleau");
    await channel.show();
    const { type, value } = await channel.press(situation, "Donner mon avis");
    assert.equal(type, "application/vnd.microsoft.activity.message", "the card of the others must stay");
    await alix.picture("canal-avis-demande", "page");
    assert.match(String(value), /conversation/);
    await alix.page.goTo("Personal Chat");
    await alix.page.newCard("Mon avis");
    await alix.fill({ "Mon avis": "Poursuite avec relais", Pourquoi: "La garde est trouvée, il reste le trajet." });
    await alix.picture("avis");
    assert.match(await alix.press("Envoyer mon avis"), /Votre avis est enregistré[\s\S]*1 avis donné/);
    await alix.picture("avis-donne");
    for (const objectId of [BASILE, EUGENIE, GASPARD]) {
      const member = new PersonOverHttp(teams, url, objectId);
      await member.say("à étudier");
      await member.press("Ouvrir", { choice: situation.replace("Situation ", "") });
      await member.press("Donner mon avis");
      const given = await member.press("Envoyer mon avis", { outcome: "stayWithRelays", why: "Elle est prête." });
      assert.match(given, /Votre avis est enregistré/);
    }
    await channel.show();
    await channel.reads(situation, "4 avis");
    await alix.picture("canal-quatre-avis", "page");
  });

  it("reveals the opinions once the quorum is there", async () => {
    await channel.press(situation, "Révéler les avis");
    assert.match(await channel.reads(situation, "Avis révélés"), /Poursuite avec relais : 4/);
    await alix.picture("canal-avis-reveles", "page");
  });

  it("records the decision, tells the référent at once, and leaves one line in the channel", async () => {
    await channel.press(situation, "Enregistrer la décision");
    await alix.page.goTo("Personal Chat");
    await alix.page.newCard("Décision ·");
    await alix.fill({
      Décision: "Poursuite avec relais",
      "Raisons (lues par la personne)": REASONS,
      "Pourquoi la décision s'écarte de la piste": "Appréciation différente",
    });
    await alix.picture("decision");
    await alix.press("Confirmer la décision");
    // One person plays everyone: what the référent is told comes under the decision, in the same chat.
    const told = await alix.page.newCard("Décision prise");
    await alix.picture("decision-enregistree", "page");
    assert.match(await alix.page.conversation(), /La décision est enregistrée/);
    assert.match(told, /Poursuite avec relais[\s\S]*Et maintenant/, "the référent is told at once what comes next");
    assert.ok(told.includes(REASONS), told);
    await alix.picture("notification");
    await channel.show();
    const record = await channel.reads(situation, "décidé le");
    assert.doesNotMatch(record, /garde d'enfants/, "the card must shrink to the record");
    await alix.picture("canal-decidee", "page");
  });
});
