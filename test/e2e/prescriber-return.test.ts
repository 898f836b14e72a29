/** *Retour au prescripteur*, printed: three sentences on one sheet, nothing else. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { prescriberReturn, prescriberReturnModel } from "../../src/documents/prescriber-return.ts";
import { prescriberReturn as returnOf } from "../../src/domain/outreach/told.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { aFramework } from "../support/a-framework.ts";
import { launchBrowser } from "../support/browser.ts";
import { aCase, anIdentity, REFERENT_ID } from "../support/builders.ts";

const PICTURES = "test/pictures";
const PLIE = "PLIE de Dijon Métropole et des communes du territoire";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const pageOf = (head: Partial<CaseFile>, names: Parameters<typeof anIdentity>[0] = {}): string =>
  prescriberReturn(
    prescriberReturnModel({
      identity: anIdentity(names),
      plie: { name: PLIE },
      today: "2026-11-24",
      said: returnOf(aCase(head)),
      framework: aFramework(),
      referent: "Basile Tilleul",
    }),
  ).html;

const ended = { how: "movedAway", door: "partner", on: "2026-11-20", by: REFERENT_ID } as const;
const PAGES: Readonly<Record<string, string>> = {
  received: pageOf({ status: "oriented", entry: null, round: null }),
  longest: pageOf(
    { status: "left", ended },
    {
      givenName: "Marie-Antoinette ".repeat(5),
      familyName: "Ratsimandresy-".repeat(5),
      prescriber: "Maison des solidarités ".repeat(5),
    },
  ),
};

describe("What the prescriber hears, printed", function () {
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
      const weights = await page
        .locator(".sentences p")
        .evaluateAll((said) => said.map((one) => getComputedStyle(one).fontWeight));
      assert.deepEqual(weights, ["400", "400", "400"], "one of the three sentences is said louder");
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
      await page.screenshot({ path: `${PICTURES}/retour-prescripteur-${name}.png`, fullPage: true });
      await context.close();
    });
});
