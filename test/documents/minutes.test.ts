import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { esfEmblemPng } from "../../src/documents/esf-emblem-png.ts";
import { minutesDocument, minutesPageOf } from "../../src/documents/minutes.ts";
import { minutesOf } from "../../src/domain/review/minutes.ts";
import { withdrawnWords } from "../../src/wording/lead.ts";
import { realFramework } from "../support/a-lead.ts";
import { aReview } from "../support/a-review.ts";
import { aDecision, aToldCase, toMinute } from "../support/a-sitting.ts";
import { launchBrowser } from "../support/browser.ts";

const cases = [
  aToldCase(),
  aToldCase({
    review: aReview({ ...aToldCase().review, id: "2026-002" }),
    decision: aDecision({ review: "2026-002", outcome: "reorient", to: { lead: "missionLocale", service: null } }),
  }),
  aToldCase({ review: aReview({ id: "2026-004" }), decision: undefined }),
];
const model = minutesOf(
  toMinute({
    cases,
    told: [aToldCase({ review: aReview({ ...aToldCase().review, id: "2026-003", track: "short" }) })],
  }),
);
const texts = new Map(
  ["2026-001.1", "2026-002.1"].map((study, index) => [
    study,
    {
      question: "Un accompagnement renforcé est-il encore utile ?",
      reasons: index === 0 ? "Les démarches sont engagées & tiennent.\nLa personne le dit aussi." : "",
      next: "Un point dans trois mois.",
      withdrawn: index === 1,
    },
  ]),
);
const page = minutesPageOf({ model, texts }, realFramework(), "Europe/Paris");

describe("The minutes, on paper", function () {
  this.timeout(60_000);

  it("carry the block of the co-financing, a column to sign, and what remains to be done", () => {
    const { html } = minutesDocument(page);
    assert.ok(html.includes(esfBlock()));
    for (const said of [
      "Signature",
      "Dire la décision à la personne",
      "18 décembre 2026",
      "démarches sont engagées &amp; tiennent",
    ])
      assert.ok(html.includes(said), `missing: ${said}`);
    assert.doesNotMatch(html, /P-2026|CanariDe/);
  });

  it("say in its place what was withdrawn with health", () => {
    assert.equal(page.cases[1]?.lines.find(({ label }) => label === "Raisons")?.text, withdrawnWords);
  });

  it("the picture of the emblem is blue and gold, 3 by 2", () => {
    const png = esfEmblemPng();
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.equal(width * 2, height * 3);
    const length = png.readUInt32BE(33);
    const lines = inflateSync(png.subarray(41, 41 + length));
    const at = (x: number, y: number) => [...lines.subarray(y * (1 + width * 3) + 1 + x * 3).subarray(0, 3)];
    assert.deepEqual(at(0, 0), [0, 51, 153]);
    assert.deepEqual(at(width / 2, height / 2), [0, 51, 153], "nothing in the middle of the ring");
    assert.deepEqual(at(width / 2, Math.round(height / 6)), [255, 204, 0], "a star at twelve o'clock");
  });

  describe("printed", () => {
    let browser: Browser;
    before(async () => {
      browser = await launchBrowser();
    });
    after(() => browser.close());

    it("fits its A4 without a word cut off", async () => {
      const tab = await browser.newPage({ viewport: { width: 720, height: 1000 } });
      await tab.setContent(minutesDocument(page).html);
      const folder = new URL("../pictures/", import.meta.url);
      mkdirSync(folder, { recursive: true });
      await tab.emulateMedia({ media: "print" });
      await tab.screenshot({ path: new URL("minutes.png", folder).pathname, fullPage: true });
      const tooWide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(tooWide <= 0, `${tooWide} px too wide`);
      const pdf = await tab.pdf({ preferCSSPageSize: true });
      assert.ok(pdf.length > 5_000);
      await tab.close();
    });
  });
});
