import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { decisionLetter, type DecisionLetterModel } from "../../src/documents/decision-letter.ts";
import { launchBrowser } from "../support/browser.ts";
import { aLetter } from "../support/a-letter.ts";

const PICTURES = "test/pictures";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** As much as *Raisons* holds. */
const LONGEST = "Vous voulez travailler et vous avancez chaque semaine ; nous regardons la suite ensemble. "
  .repeat(12)
  .slice(0, 1_000);
const OUT = { outcome: "reorient", to: { lead: "accompagnementGlobal", service: "x" } } as const;

const LETTERS: Readonly<Record<string, DecisionLetterModel>> = {
  stay: aLetter(),
  longest: aLetter({
    decision: { ...OUT, reasons: LONGEST },
    facts: { rsa: "yes", referringBody: "IND" },
    service: "Accompagnement global, emploi et social ensemble · Agence emploi Exemple Nord",
    contributed: "departed",
  }),
};

describe("The letter that tells a decision, printed", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    await mkdir(PICTURES, { recursive: true });
  });
  after(() => browser.close());

  for (const [name, model] of Object.entries(LETTERS))
    it(`is one A4 that can be signed: ${name}`, async () => {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 1160 } });
      const page = await context.newPage();
      await page.setContent(decisionLetter(model).html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `${PICTURES}/courrier-decision-${name}.png`, fullPage: true });
      assert.equal(pagesOf(pdf), 1, "pages");
      await context.close();
    });

  it("has no accessibility violation, and reads without scrolling sideways on a phone", async () => {
    const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 900 } });
    const page = await context.newPage();
    await page.setContent(decisionLetter(aLetter()).html);
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
