import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { actionSheet } from "../../src/documents/action-sheet.ts";
import { attendanceSheet } from "../../src/documents/attendance-sheet.ts";
import type { HtmlDocument } from "../../src/documents/html.ts";
import { accidentCard, hostSheet, personActionSheet, referentSheet } from "../../src/wording/action-sheets.ts";
import { realFramework } from "../support/a-lead.ts";
import { anAction, aPmsmp, aSession, toPrintAction } from "../support/an-action.ts";
import { anIdentity } from "../support/builders.ts";
import { launchBrowser } from "../support/browser.ts";

const PICTURES = "test/pictures";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
const long = "Relire ensemble ce que l'on fait dans ce métier et choisir trois questions à poser. "
  .repeat(12)
  .slice(0, 980);
const filled = toPrintAction({
  action: anAction({
    pmsmp: aPmsmp({ objective: "recruit" }),
    preparation: {
      ...{ referent: long, learn: long, show: long },
      observe: realFramework().activation.criteria.map(({ id }) => id),
    },
  }),
});
const group = Array.from({ length: 12 }, (_, index) =>
  anIdentity({ code: `P-2026-00${index + 10}`, givenName: "Marie-Antoinette", familyName: `Personne ${index}` }),
);
const attendance = attendanceSheet({
  ...{ session: aSession(), kind: "Atelier", plie: "PLIE de Dijon Métropole", people: group },
  days: ["2026-12-08", "2026-12-09"],
});

const SHEETS: Readonly<Record<string, { readonly sheet: HtmlDocument; readonly pages: number }>> = {
  "preparation-referent": { sheet: actionSheet(referentSheet(toPrintAction())), pages: 1 },
  "preparation-personne": { sheet: actionSheet(personActionSheet(toPrintAction())), pages: 1 },
  "preparation-structure": { sheet: actionSheet(hostSheet(toPrintAction())), pages: 1 },
  "preparation-structure-longest": { sheet: actionSheet(hostSheet(filled)), pages: 2 },
  "preparation-referent-longest": { sheet: actionSheet(referentSheet(filled)), pages: 2 },
  "preparation-personne-longest": { sheet: actionSheet(personActionSheet(filled)), pages: 2 },
  "carte-accident": { sheet: actionSheet(accidentCard(toPrintAction())), pages: 1 },
  emargement: { sheet: attendance, pages: 2 },
};

describe("The sheets of an action, printed", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    await mkdir(PICTURES, { recursive: true });
  });
  after(() => browser.close());

  for (const [name, { sheet, pages }] of Object.entries(SHEETS))
    it(`hold on ${pages === 1 ? "one A4" : "two A4"}, are read by everyone, and on a phone: ${name}`, async () => {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 1160 } });
      const page = await context.newPage();
      await page.setContent(sheet.html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
        [],
      );
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
      assert.equal(pagesOf(pdf), pages, "pages");
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 320, height: 900 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await context.close();
    });
});
