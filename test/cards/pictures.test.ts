import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { openCardPage, type CardPage } from "../support/card-pages.ts";
import { cardNames, sampleCard } from "./samples.ts";

/** The structure is the same in all three: it is checked once, and in the others what colour or width can break. */
const looks = [
  { look: "light", theme: "light", width: 640, rules: [] },
  { look: "dark", theme: "dark", width: 640, rules: ["color-contrast"] },
  { look: "narrow", theme: "light", width: 320, rules: ["scrollable-region-focusable"] },
] as const;
const folder = new URL("../pictures/", import.meta.url);

describe("Each card, drawn as Teams draws it", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    mkdirSync(folder, { recursive: true });
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const { look, theme, width, rules } of looks)
    describe(look, () => {
      let screen: CardPage;
      before(async () => {
        screen = await openCardPage(browser, theme, width);
      });
      after(() => screen.close());

      for (const name of cardNames)
        it(`${name} can be read by everyone`, async () => {
          await screen.show(sampleCard(name).card);
          const path = new URL(`card-${name}-${look}.png`, folder).pathname;
          await screen.page.screenshot({ path, fullPage: true });
          const axe = new AxeBuilder({ page: screen.page }).setLegacyMode();
          const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
            [],
          );
          const tooWide = await screen.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(tooWide <= 0, `the card is ${tooWide} px too wide`);
        });
    });
});
