/** *Offre*, by keyboard only: a colleague's word is confirmed, a change is said, services are imported. */
import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import type { OfferNote } from "../../src/domain/offer/records.ts";
import { aService } from "../support/an-import.ts";
import { BASILE, DORIAN } from "../support/chat.ts";
import { TabBench } from "./support/tab-bench.ts";

const CAR = "demo-dijon--plie-accompagnement";
const ADDRESS = "/tab/offre";

const aNote = (name: string, what: OfferNote["what"] = "full"): OfferNote => ({
  ...{ kind: "offerNote", schemaVersion: 1, id: `${CAR}.${name}`, service: CAR, name: `Service ${name}` },
  ...{ what, weeks: null, state: "toConfirm", by: BASILE, at: "2026-11-20T10:00:00.000Z" },
  ...{ decidedBy: null, decidedAt: null },
});

/** Tab after tab until the focus is there: what a keyboard cannot reach fails. */
const reach = async (page: Page, frame: Frame, name: RegExp, backwards = false): Promise<void> => {
  const reached: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
    const said = await frame.evaluate(() => {
      const here = document.activeElement;
      const labels = here instanceof HTMLInputElement ? [...(here.labels ?? [])].map((label) => label.textContent) : [];
      return [here?.getAttribute("aria-label"), here?.textContent, ...labels].join(" ");
    });
    if (name.test(said)) return;
    reached.push(said.slice(0, 60));
  }
  assert.fail(`the keyboard never reached ${String(name)}: ${reached.join(" | ")}`);
};

describe("Offre in the tab, by keyboard", function () {
  this.timeout(90_000);
  let bench: TabBench;
  const put = (...notes: readonly OfferNote[]) =>
    bench.services.store.commit(notes.map((doc) => ({ op: "put", doc }) as const));
  const noteNow = async (name: string) => (await bench.services.store.get("offerNote", `${CAR}.${name}`))?.doc;
  const acts = async (act: string): Promise<number> => {
    const { items } = await bench.services.store.list({ kind: "audit", key: `chain:member.${DORIAN}`, limit: 500 });
    return items.filter(({ doc }) => doc.act === act).length;
  };

  before(async () => {
    bench = await TabBench.start();
  });
  afterEach(() => bench.closePages());
  after(() => bench.stop());

  it("a colleague's word is confirmed once, even when the key is pressed twice, and the page says so", async () => {
    await put(aNote("un"), aNote("deux", "unreachable"));
    const { frame, page } = await bench.open(ADDRESS, { member: DORIAN });
    await frame.getByText("2 signalements à confirmer").waitFor();
    await reach(page, frame, /^Confirmer : complet, Service un/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await frame.getByText("C'est confirmé : Service un, complet.").first().waitFor();
    assert.deepEqual([(await noteNow("un"))?.state, await acts("offer.confirmed")], ["confirmed", 1]);
    const focused = await frame.evaluate(() => document.activeElement?.getAttribute("role"));
    assert.equal(focused, "status", "the focus was lost with the buttons");
  });

  it("says when a colleague was faster, and loses nothing", async () => {
    await put(aNote("trois"));
    const { frame, page } = await bench.open(ADDRESS, { member: DORIAN });
    await frame.getByText("Service trois").first().waitFor();
    await reach(page, frame, /^Ne pas retenir : complet, Service trois/);
    await page.route("**/api/offer/notes/settle", async (route) => {
      await put({ ...aNote("trois"), state: "confirmed", decidedBy: BASILE, decidedAt: "2026-11-21T10:00:00.000Z" });
      await route.continue();
    });
    await page.keyboard.press("Enter");
    await frame.getByText("s'est déjà prononcé·e sur ce signalement").first().waitFor();
    assert.equal((await noteNow("trois"))?.state, "confirmed");
  });

  it("a press that was not answered is the same press when it is given again", async () => {
    await put(aNote("quatre"));
    const before = await acts("offer.dismissed");
    const { frame, page } = await bench.open(ADDRESS, { member: DORIAN });
    await frame.getByText("Service quatre").first().waitFor();
    const keys: (string | undefined)[] = [];
    await page.route("**/api/offer/notes/settle", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await reach(page, frame, /^Ne pas retenir : complet, Service quatre/);
    await page.keyboard.press("Enter");
    await frame.getByText("Ce n'est pas encore enregistré.").first().waitFor();
    await page.keyboard.press("Enter");
    await frame
      .getByText(/n'est pas retenu|a bien reçu sa réponse/)
      .first()
      .waitFor();
    assert.equal(new Set(keys).size, 1, "the second press was another one");
    assert.equal(await acts("offer.dismissed"), before + 1);
  });

  it("a référent says that a service is full: it waits, and shows at once", async () => {
    const { frame, page } = await bench.open(`${ADDRESS}?domaine=mobilite`, { member: BASILE });
    await frame
      .getByRole("button", { name: /^Signaler un changement/ })
      .first()
      .waitFor();
    assert.equal(await frame.getByRole("heading", { name: "À confirmer" }).count(), 0);
    await reach(page, frame, /^Signaler un changement/);
    await page.keyboard.press("Enter");
    await frame.getByLabel("Ce que vous avez constaté").waitFor();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await reach(page, frame, /^\s*Signaler$/);
    await page.keyboard.press("Enter");
    await frame.getByText("écrivez le nombre de semaines").first().waitFor();
    await reach(page, frame, /Délai en semaines/, true);
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await frame.getByText("C'est noté. Un·e chargé·e de projet").first().waitFor();
    await frame
      .getByText(/Signalé délai de 3 semaines le .* par Basile Tilleul, à confirmer/)
      .first()
      .waitFor();
  });

  it("finds a service by a word of its name, with a typing error, and says how many", async () => {
    const { frame, page } = await bench.open(ADDRESS, { member: BASILE, width: 320 });
    await frame
      .getByText(/services trouvés/)
      .first()
      .waitFor();
    await reach(page, frame, /Nom du service, de la structure ou de la commune/);
    await page.keyboard.type("mision locale");
    await frame
      .getByText(/^\d services? trouvés?$/)
      .first()
      .waitFor();
    await frame
      .getByText(/^Mission locale/)
      .first()
      .waitFor();
    const found = await frame.getByRole("heading", { level: 3 }).count();
    assert.ok(found > 0 && found < 10, `${found} services`);
  });

  it("what is searched stays while the server is in trouble, and is found when it is over, by itself", async () => {
    const { frame, page } = await bench.open(ADDRESS, { member: BASILE });
    await frame.getByRole("heading", { level: 3 }).first().waitFor();
    const trouble = frame.getByRole("alert").filter({ hasText: "Repère ne répond pas" });
    await page.route("**/api/offer/services", (route) => route.abort());
    const typed = frame.getByLabel("Nom du service, de la structure ou de la commune");
    await typed.fill("mission locale");
    await trouble.waitFor();
    assert.equal(await typed.inputValue(), "mission locale");
    await page.unroute("**/api/offer/services");
    await trouble.waitFor({ state: "detached" });
    await frame
      .getByText(/^\d services? trouvés?$/)
      .first()
      .waitFor();
  });

  it("a file is chosen by keyboard, under French words whatever the language of the browser", async () => {
    const { frame, page } = await bench.open(`${ADDRESS}?vue=import`, { member: DORIAN });
    // Listened to early: the browser takes a moment to hand its chooser over.
    const opens = page.waitForEvent("filechooser");
    await frame.getByText("Aucun fichier choisi").waitFor();
    const box = await frame.getByLabel("Fichier", { exact: true }).boundingBox();
    assert.ok(box !== null && box.width <= 1, "the browser's own words are on the screen");
    await reach(page, frame, /Choisir un fichier/);
    const outlined = await frame
      .getByText("Choisir un fichier")
      .evaluate((label) => getComputedStyle(label).outlineStyle);
    assert.equal(outlined, "solid", "the focus is not seen");
    await page.keyboard.press("Enter");
    const file = { name: "dora.json", mimeType: "application/json", buffer: Buffer.from("[]") };
    await (await opens).setFiles(file);
    await frame.getByText("dora.json").waitFor();
  });

  it("imports a file with its report: what was refused is named, with why; nothing that was typed is lost", async () => {
    const { frame, page } = await bench.open(`${ADDRESS}?vue=import`, { member: DORIAN });
    await frame.getByLabel("Fichier", { exact: true }).waitFor();
    const records = [aService(1), aService(2), aService(3, { nom: "" })];
    const file = { name: "services.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(records)) };
    await frame.getByLabel("Fichier", { exact: true }).setInputFiles(file);
    await reach(page, frame, /Importer$/);
    await page.keyboard.press("Enter");
    await frame.getByText("écrivez au moins une source").first().waitFor();
    await reach(page, frame, /Sources que le fichier contient/, true);
    await page.keyboard.type("dora");
    await page.route("**/api/services/import*", (route) => route.abort(), { times: 1 });
    await page.keyboard.press("Enter");
    await frame.getByText("Repère ne répond pas").first().waitFor();
    assert.equal(await frame.getByLabel("Sources que le fichier contient en entier").inputValue(), "dora");
    await reach(page, frame, /Importer$/, true);
    await page.keyboard.press("Enter");
    await frame
      .getByText(/Le répertoire n° \d+ est en service\. 1 enregistrement refusé\./)
      .first()
      .waitFor();
    await frame.getByText("nom : entre 3 et 150 caractères").first().waitFor();
    await frame.getByText("dora--3").first().waitFor();
    await bench.lookAt(frame, "offer-imported");
  });

  it("a file that would close most of what is known asks first", async () => {
    const { frame, page } = await bench.open(`${ADDRESS}?vue=import`, { member: DORIAN });
    const send = async (count: number): Promise<void> => {
      const records = Array.from({ length: count }, (_, at) => aService(at + 1));
      const buffer = Buffer.from(JSON.stringify(records));
      await frame
        .getByLabel("Fichier", { exact: true })
        .setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
      await frame.getByLabel("Sources que le fichier contient en entier").fill("dora");
      await page.keyboard.press("Enter");
    };
    await send(40);
    await frame
      .getByText(/est en service/)
      .first()
      .waitFor();
    await send(2);
    await frame.getByText("Cet import fermerait plus de la moitié").first().waitFor();
    await reach(page, frame, /Le fichier est complet : fermer ces services/, true);
    await page.keyboard.press("Space");
    await reach(page, frame, /Importer$/);
    await page.keyboard.press("Enter");
    await frame.getByRole("rowheader", { name: "Fermetures" }).waitFor();
    assert.match(await frame.getByRole("row", { name: /Fermetures/ }).innerText(), /38/);
  });
});
