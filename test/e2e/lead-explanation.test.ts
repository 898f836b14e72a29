import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { leadExplanation, type LeadExplanationModel } from "../../src/documents/lead-explanation.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { launchBrowser } from "../support/browser.ts";
import { aLeadFinding, aPriority, someFacts, type SomeFindings } from "../support/a-lead.ts";
import { aLeadPage } from "../support/a-lead-page.ts";

const PICTURES = "test/pictures";
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Everything that a diagnostic can hold: fourteen needs, each heavy. */
const HEAVIEST: SomeFindings = Object.fromEntries(
  DOMAIN_IDS.map((id, index) => [id, index < 3 ? aPriority(3, 3) : aLeadFinding(index % 2 === 0 ? 4 : 3, 3)]),
);
const CARER: SomeFindings = {
  famille: aPriority(3, 3, ["contraintes-horaires"]),
  mobilite: aPriority(3, 3, ["permis-non-valide"]),
  finances: aLeadFinding(2, 2),
  recherche: aLeadFinding(2, 2),
};
const LATER: SomeFindings = Object.fromEntries(
  DOMAIN_IDS.slice(0, 6).map((id) => [id, { ...aLeadFinding(0), state: "declined", severity: null } as const]),
);
/** As many of the seven leads as can be apart: closed, asked for and not yet granted, to be verified. */
const facts = someFacts({ seeksWork: "yes", accompaniedBy: "accompagnementGlobal", rqth: "requested" });
/** Each need within what the one who accompanies now works on: a way out, that the referring body decides. */
const ELSEWHERE: SomeFindings = Object.fromEntries(
  DOMAIN_IDS.map((id, index) => [id, index < 3 ? aPriority(3, 3) : aLeadFinding(3, 3)]),
);
const prescriber = { lead: "missionLocale", on: "2026-11-02" } as const;

const PAGES: Readonly<Record<string, LeadExplanationModel>> = {
  carer: aLeadPage(CARER, { facts }),
  heaviest: aLeadPage(HEAVIEST, { facts, prescriber }),
  elsewhere: aLeadPage(ELSEWHERE, { facts: { ...facts, franceTravail: "yes", rsa: "yes" }, prescriber }),
  incomplete: aLeadPage({ ...LATER, recherche: aLeadFinding(2, 2) }, { facts, prescriber }),
};

describe("Pourquoi cette piste, printed", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    await mkdir(PICTURES, { recursive: true });
  });
  after(() => browser.close());

  for (const [name, model] of Object.entries(PAGES))
    it(`is one A4 that can be given to the person: ${name}`, async () => {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 1160 } });
      const page = await context.newPage();
      await page.setContent(leadExplanation(model).html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `${PICTURES}/pourquoi-piste-${name}.png`, fullPage: true });
      assert.equal(pagesOf(pdf), 1, "pages");
      await context.close();
    });

  it("has no accessibility violation, and reads without scrolling sideways on a phone", async () => {
    const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 900 } });
    const page = await context.newPage();
    await page.setContent(leadExplanation(PAGES["carer"]!).html);
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
