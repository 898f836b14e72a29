/** *Fiche de passage de relais*, printed: one sheet, whatever was written on it. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { handoverSheet, handoverSheetModel } from "../../src/documents/handover-sheet.ts";
import type { Handover } from "../../src/domain/handover/records.ts";
import { anAgreedHandover } from "../support/a-handover.ts";
import { launchBrowser } from "../support/browser.ts";

const PICTURES = "test/pictures";
const PLIE = "PLIE de Dijon Métropole et des communes du territoire";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const pageOf = (changes: Partial<Handover> = {}, name = { givenName: "Amina", familyName: "Benali" }): string =>
  handoverSheet(
    handoverSheetModel({
      identity: name,
      handover: anAgreedHandover(changes),
      plie: PLIE,
      referent: "Basile Tilleul",
      today: "2026-12-11",
    }),
  ).html;

const SENTENCE = "Elle cherche une formation courte près de chez elle, avec des horaires de journée. ";
const long = SENTENCE.repeat(Math.floor(600 / SENTENCE.length));
const PAGES: Readonly<Record<string, string>> = {
  agreed: pageOf(),
  notYet: pageOf({ agreed: null, what: "relay" }),
  longest: pageOf(
    {
      sheet: { asks: long, helps: long, useful: long, practical: long },
      to: {
        ...{ lead: "missionLocale", service: null, contact: "" },
        name: "Mission locale de l'arrondissement et du territoire ".repeat(3),
      },
    },
    { givenName: "Marie-Antoinette ".repeat(5), familyName: "Ratsimandresy-".repeat(5) },
  ),
};

describe("The sheet for a partner, printed", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    await mkdir(PICTURES, { recursive: true });
  });
  after(() => browser.close());

  for (const [name, html] of Object.entries(PAGES))
    it(`is one A4, also on a phone, without an accessibility fault: ${name}`, async () => {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 1160 } });
      const page = await context.newPage();
      await page.setContent(html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pagesOf(pdf), 1, "pages");
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
        [],
      );
      await page.setViewportSize({ width: 320, height: 900 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await page.setViewportSize({ width: 820, height: 1160 });
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `${PICTURES}/fiche-relais-${name}.png`, fullPage: true });
      await context.close();
    });
});
