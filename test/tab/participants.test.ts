/** *Participants*, by keyboard only, and live: what happens in the chat is in the list without a reload. */
import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN } from "../support/chat.ts";
import { aCase, anIdentity } from "../support/builders.ts";
import { register } from "../conversation/steps.ts";
import { TabBench } from "./support/tab-bench.ts";

const SOON_MS = 5000;
const PEOPLE = 60;
const SURNAMES = ["Abricot", "Bergamote", "Cerise", "Datte", "Figue", "Groseille"];

/** Of another year: the numbers of this one are given to whoever is registered. */
const codeAt = (at: number): string => `P-2025-${String(at + 1).padStart(4, "0")}`;

/** Two thirds are Basile's; they were oriented one after the other, and one in three was received. */
const filled = async (): Promise<MemoryDisk> => {
  const disk = emptyDisk();
  const store = createMemoryStore({ now: () => new Date(), disk });
  for (let at = 0; at < PEOPLE; at += 1) {
    const referentId = at % 3 === 2 ? ALIX : BASILE;
    const familyName = `${SURNAMES[at % SURNAMES.length] ?? ""}${String.fromCharCode(97 + Math.floor(at / 6))}`;
    const received = at % 5 === 0;
    await store.commit([
      { op: "put", doc: anIdentity({ code: codeAt(at), givenName: "Camille", familyName, referentId }) },
      {
        op: "put",
        doc: aCase({
          ...{ code: codeAt(at), referentId, orientedOn: `2026-09-${String(1 + (at % 28)).padStart(2, "0")}` },
          ...(received
            ? { status: "inPath", round: null, place: null }
            : { status: "oriented", entry: null, round: null, place: null }),
        }),
      },
    ]);
  }
  return disk;
};

/** The accessible name of what has the focus, near enough to find it. */
const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return "";
    const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? (at.labels ?? []) : [];
    return [...labels].map((label) => label.textContent).join(" ") || at.textContent;
  });

const tabTo = async (page: Page, frame: Frame, name: RegExp, key = "Tab"): Promise<void> => {
  for (let presses = 0; presses < 90; presses += 1) {
    if (name.test(await focused(frame))) return;
    await page.keyboard.press(key);
  }
  assert.fail(`nothing named ${name} can be reached by ${key}`);
};

const back = (frame: Frame): Promise<void> => frame.evaluate(() => history.back());

const shownCodes = (frame: Frame): Promise<string[]> =>
  frame
    .locator("tbody th")
    .evaluateAll((cells) => cells.map((cell) => /P-\d{4}-\d{4}/.exec(cell.textContent)?.[0] ?? ""));
const says = (frame: Frame, words: string | RegExp) =>
  frame.locator("p").filter({ hasText: words }).first().waitFor({ timeout: SOON_MS });

describe("Participants, in the tab", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start({ disk: await filled(), settings: { demo: "off" } });
  });
  after(() => bench.stop());
  afterEach(() => bench.closePages());

  it("searches, narrows, orders, turns the page and opens a person, by keyboard only", async () => {
    const { page, frame } = await bench.open("/tab/participants", { member: BASILE });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await says(frame, "25 personnes sur cette page");
    await tabTo(page, frame, /Rechercher une personne/);
    await page.keyboard.type("figgueb");
    await says(frame, "Les personnes que vous accompagnez. 1 personne.");
    assert.equal(await frame.getByRole("link", { name: "Camille Figueb" }).count(), 1, "one typing error finds nobody");
    await page.keyboard.press("Escape");
    await says(frame, "25 personnes sur cette page");
    assert.equal(await frame.getByLabel("Rechercher une personne").inputValue(), "");

    await tabTo(page, frame, /Où en est la personne/);
    await page.keyboard.press("ArrowDown");
    await says(frame, /Les personnes que vous accompagnez, à recevoir/);
    assert.match(await focused(frame), /Où en est la personne/, "the focus is lost when the list narrows");
    assert.match(frame.url(), /etape=toMeet/);

    await tabTo(page, frame, /Ranger/);
    await page.keyboard.press("ArrowDown");
    await frame.waitForFunction(() => location.search.includes("tri=date"));
    await frame.locator("[aria-busy=false]").waitFor();
    const first = await shownCodes(frame);

    await tabTo(page, frame, /Page suivante/);
    await page.keyboard.press("Enter");
    await says(frame, "7 personnes sur cette page");
    assert.match(await focused(frame), /Page suivante/, "the focus is lost when the page turns");
    const second = await shownCodes(frame);
    assert.equal(new Set([...first, ...second]).size, 32, "somebody is missing, or shown twice");
    await tabTo(page, frame, /Page précédente/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await says(frame, "25 personnes sur cette page");
    assert.deepEqual(await shownCodes(frame), first);

    await tabTo(page, frame, /Camille/, "Shift+Tab");
    const chosen = first.at(-1) ?? "";
    await page.keyboard.press("Enter");
    await frame.waitForFunction((code) => location.pathname.endsWith(code), chosen);
    await frame.getByRole("heading", { level: 1 }).waitFor();
    assert.ok(!asked.some((url) => /figg/i.test(decodeURIComponent(url))), "what is searched is in an address");
    const kept = await frame.evaluate(() => [localStorage.length, sessionStorage.length]);
    assert.deepEqual(kept, [0, 0], "the browser keeps something");
  });

  it("announces how many answer, and what is shown", async () => {
    const { frame } = await bench.open("/tab/participants", { member: DORIAN });
    const status = frame.getByRole("status").filter({ hasText: /personnes/ });
    await status.filter({ hasText: "Toutes les personnes du PLIE : 25 personnes sur cette page" }).waitFor();
    await frame.getByLabel("Rechercher une personne").fill("cerise");
    await status.filter({ hasText: "10 personnes" }).waitFor({ timeout: SOON_MS });
    await frame.getByLabel("Référent·e").selectOption({ label: "Basile Tilleul" });
    await frame.getByText("Aucune réponse pour « cerise »").filter({ visible: true }).first().waitFor();
    await frame.getByRole("link", { name: "Chercher parmi tout le monde" }).click();
    await says(frame, "10 personnes");
    assert.equal(await frame.getByLabel("Rechercher une personne").inputValue(), "cerise", "what was typed is lost");
  });

  it("opens on the people behind a number, says who they are, and leaves them for everyone", async () => {
    const address = tabAddress("participants", null, { derriere: "oriented/waiting", du: "2026-09", au: "2026-11" });
    const { frame } = await bench.open(address, { member: DORIAN });
    await says(frame, "Personnes orientées entre septembre et novembre 2026, pas encore reçues.");
    await frame.getByRole("link", { name: "Voir tout le monde" }).click();
    await says(frame, "Toutes les personnes du PLIE.");
    assert.equal(new URL(frame.url()).search, "?referent=tous");
  });

  it("shows a référent who also answers for the PLIE their own people first, then everyone's", async () => {
    const { frame } = await bench.open("/tab/participants", { member: ALIX });
    await says(frame, "Les personnes que vous accompagnez. 20 personnes.");
    await frame.getByLabel("Référent·e").selectOption({ label: "Tout le monde" });
    await says(frame, "Toutes les personnes du PLIE. 25 personnes sur cette page.");
  });

  it("comes back from a person to what was searched, and a page of the list has its address", async () => {
    const { frame } = await bench.open("/tab/participants", { member: DORIAN });
    await frame.getByRole("button", { name: "Page suivante" }).click();
    await frame.waitForFunction(() => location.search.includes("page="));
    await back(frame);
    await frame.waitForFunction(() => !location.search.includes("page="));
    await frame.getByLabel("Rechercher une personne").fill("datteb");
    await frame.getByRole("link", { name: "Camille Datteb" }).click();
    await frame.waitForFunction(() => location.pathname.includes("P-2025"));
    await back(frame);
    assert.equal(await frame.getByLabel("Rechercher une personne").inputValue(), "datteb");
    await says(frame, "10 personnes.");
  });

  it("shows within five seconds whoever is registered in the chat, and takes neither the focus nor what is typed", async () => {
    const list = await bench.open("/tab/participants", { member: BASILE });
    await list.frame
      .getByLabel("Ranger")
      .selectOption({ label: "Par date d'entrée ou d'orientation, la plus récente d'abord" });
    await says(list.frame, "25 personnes sur cette page");
    await list.frame.getByLabel("Ranger").focus();
    const search = await bench.open("/tab/participants", { member: BASILE });
    await search.frame.getByLabel("Rechercher une personne").pressSequentially("benali");
    await search.frame.getByText("Aucune réponse pour « benali »").filter({ visible: true }).first().waitFor();
    await register(bench.chat.person(BASILE));
    await Promise.all(
      [list, search].map(({ frame }) =>
        frame.getByRole("link", { name: "Amina Benali" }).waitFor({ timeout: SOON_MS }),
      ),
    );
    assert.match(await focused(list.frame), /Ranger/);
    assert.match(await focused(search.frame), /Rechercher une personne/);
    assert.equal(await search.frame.getByLabel("Rechercher une personne").inputValue(), "benali");
  });
});
