import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { questionnaireSheet, type QuestionnaireToPrint } from "../../src/documents/questionnaire.ts";
import { aBlankQuestionnaire, aQuestionnaire } from "../support/a-questionnaire.ts";
import { launchBrowser } from "../support/browser.ts";

const PICTURES = "test/pictures";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const PRINTED: Readonly<Record<string, { readonly about: QuestionnaireToPrint; readonly pages: number }>> = {
  entree: { about: aQuestionnaire("entry"), pages: 2 },
  "entree-vierge": { about: aBlankQuestionnaire("entry"), pages: 2 },
  sortie: { about: aQuestionnaire("exit"), pages: 1 },
  "six-mois": { about: aQuestionnaire("later"), pages: 1 },
};

describe("An ESF+ questionnaire, printed", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    await mkdir(PICTURES, { recursive: true });
  });
  after(() => browser.close());

  for (const [name, { about, pages }] of Object.entries(PRINTED))
    it(`holds on ${pages === 1 ? "one A4" : "two A4"}: ${name}`, async () => {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 690, height: 1040 } });
      const page = await context.newPage();
      await page.setContent(questionnaireSheet(about).html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `${PICTURES}/questionnaire-${name}.png`, fullPage: true });
      assert.ok(pagesOf(pdf) <= pages, `${pagesOf(pdf)} pages`);
      await context.close();
    });

  it("has no accessibility violation, and reads without scrolling sideways on a phone", async () => {
    const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 900 } });
    const page = await context.newPage();
    await page.setContent(questionnaireSheet(aQuestionnaire("entry")).html);
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
