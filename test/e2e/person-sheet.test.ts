import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { personSheet, type PersonSheetModel } from "../../src/documents/person-sheet.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { aPersonSheet } from "../support/a-person-sheet.ts";
import { aLevel } from "../support/builders.ts";
import { launchBrowser } from "../support/browser.ts";

const PICTURES = "test/pictures";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** As much as the fields hold, everywhere. */
const long = (length: number): string =>
  "Vous voulez travailler et vous avancez chaque semaine ; nous regardons la suite. ".repeat(13).slice(0, length);
const everything = Object.fromEntries(
  DOMAIN_IDS.map((domain) => [
    domain,
    aLevel(3, 3, { facts: long(600), strength: long(300), selfSeverity: 1, priority: domain === "mobilite" }),
  ]),
);

const SHEETS: Readonly<Record<string, { readonly model: PersonSheetModel; readonly pages: number }>> = {
  simple: { model: aPersonSheet(), pages: 1 },
  decided: { model: aPersonSheet({ status: "inPath", decided: {}, coming: [] }), pages: 1 },
  longest: {
    model: aPersonSheet({
      findings: everything,
      health: "agreed",
      status: "decided",
      view: { agreement: "partly", words: long(1_000), heard: true, on: "2026-12-01", by: "m" },
      decided: { decision: { outcome: "stayWithRelays", reasons: long(1_000) } },
    }),
    pages: 2,
  },
};

describe("The sheet given to the person, printed", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    await mkdir(PICTURES, { recursive: true });
  });
  after(() => browser.close());

  for (const [name, { model, pages }] of Object.entries(SHEETS))
    it(`holds on ${pages === 1 ? "one A4" : "two A4"}: ${name}`, async () => {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 1160 } });
      const page = await context.newPage();
      await page.setContent(personSheet(model).html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `${PICTURES}/fiche-personne-${name}.png`, fullPage: true });
      assert.equal(pagesOf(pdf), pages, "pages");
      await context.close();
    });

  it("has no accessibility violation, and reads without scrolling sideways on a phone", async () => {
    const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 900 } });
    const page = await context.newPage();
    await page.setContent(personSheet(aPersonSheet({ decided: {} })).html);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
      [],
    );
    await page.setViewportSize({ width: 320, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await context.close();
  });
});
