/** *Tableau de bord* as a person uses it: what they choose stays in the address, numbers open lists, paper and files mask small numbers. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { BASILE, EUGENIE, FANTINE } from "../support/chat.ts";
import { readXlsx } from "../support/read-xlsx.ts";
import { TabBench } from "./support/tab-bench.ts";

const ADDRESS = tabAddress("tableau-de-bord");

describe("The dashboard, in the tab", function () {
  this.timeout(120_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  afterEach(() => bench.closePages());
  after(() => bench.stop());

  const whole = "Besoins en attente de place";

  it("a number opens the list of the people whom it counts, by keyboard", async () => {
    const { frame } = await bench.open(ADDRESS, { member: EUGENIE });
    await frame.getByRole("heading", { name: whole }).waitFor();
    const line = frame.getByRole("row", { name: /^Reçues/ });
    const number = line.getByRole("link");
    const count = Number(await number.innerText());
    await number.press("Enter");
    await frame.getByText("Personnes orientées", { exact: false }).first().waitFor();
    assert.equal(await frame.locator("tbody tr").count(), count);
  });

  it("the months and the référent that are chosen stand in the address, and what was chosen keeps the focus", async () => {
    const { frame } = await bench.open(ADDRESS, { member: EUGENIE });
    await frame.getByRole("heading", { name: whole }).waitFor();
    await frame.getByLabel("Référent·e", { exact: true }).selectOption({ label: "Basile Tilleul" });
    await frame.getByText("Basile Tilleul. À jour", { exact: false }).waitFor();
    await frame.getByLabel("Période", { exact: true }).selectOption({ label: "D'autres mois" });
    await frame.getByLabel("Du mois").fill("2026-12");
    await frame.getByLabel("Au mois").fill("2026-10");
    await frame.getByRole("button", { name: "Afficher" }).click();
    await frame.getByText("le premier avant le second", { exact: false }).waitFor();
    await frame.getByLabel("Au mois").fill("2026-12");
    await frame.getByRole("button", { name: "Afficher" }).press("Enter");
    await frame.getByText("Du 1er décembre 2026 au 31 décembre 2026", { exact: false }).first().waitFor();
    const query = await frame.evaluate(() => location.search);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(query)), {
      du: "2026-12",
      au: "2026-12",
      referent: BASILE,
    });
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), "Afficher");
  });

  it("on paper, no number from 1 to 4 is left, nor any bar that would show it", async () => {
    const { page, frame } = await bench.open(ADDRESS, { member: EUGENIE });
    await frame.getByRole("heading", { name: whole }).waitFor();
    await page.emulateMedia({ media: "print" });
    const small = await frame.evaluate(() =>
      [...document.querySelectorAll("main td, main li > span:last-child")]
        .map((cell) => (cell as HTMLElement).innerText.trim())
        .filter((said) => /^[1-4]$/.test(said)),
    );
    assert.deepEqual(small, []);
    const bars = await frame.locator("main li [aria-hidden='true']").all();
    assert.ok(bars.length > 0);
    for (const bar of bars) assert.equal(await bar.isVisible(), false, "a bar shows how many are masked");
    assert.ok((await frame.locator("main").innerText()).includes("moins de 5"));
    assert.equal(await frame.getByRole("button", { name: "Imprimer" }).isVisible(), false);
  });

  it("the file that one keeps holds what one sees: for the assistante, neither decisions nor barriers", async () => {
    const { page, frame } = await bench.open(ADDRESS, { member: FANTINE });
    await frame.getByRole("heading", { name: "Délais" }).waitFor();
    assert.equal(await frame.getByRole("heading", { name: /Décisions|Freins|Équité|Besoins/ }).count(), 0);
    const kept = page.waitForEvent("download");
    await frame.getByRole("button", { name: "Télécharger pour Excel" }).click();
    const { sheets } = readXlsx(await readFile(await (await kept).path()));
    assert.equal(sheets.length, 4);
  });
});
