/** The information notice: everything the law wants said, in plain words, with durations read where they are kept; one A4. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { notice, noticeModel } from "../../src/documents/notice.ts";
import { notice as noticeSchema } from "../../src/domain/rights/notice.ts";
import { monthsInWords } from "../../src/wording/notice.ts";
import { launchBrowser } from "../support/browser.ts";
import { thePapers } from "../support/the-papers.ts";

const PLIE = "PLIE de Dijon Métropole";
const htmlOf = (changes: { code?: string; large?: boolean; activeMonths?: number } = {}): string => {
  const { notice: text, retention } = thePapers();
  const { code = null, large = false, activeMonths = retention.activeMonths } = changes;
  const printed = { notice: text, retention: { ...retention, activeMonths }, plie: PLIE, code, large };
  return notice(noticeModel(printed)).html;
};
const textOf = (html: string): string =>
  html
    .replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00A0]+/g, " ");
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe("The information notice", function () {
  this.timeout(60_000);
  const text = textOf(htmlOf());

  it("says who answers for it, why, what, who reads it, how long, health with agreement, ESF+, people who decide, and each right", () => {
    for (const said of [
      ...["CREATIV'", "mission d'intérêt public", "date de naissance", "coordinatrice", "sans votre accord"],
      ...["Union européenne", "intelligence artificielle", "copie", "corriger", "pas d'accord", "opposer"],
      ...["n'utilise plus", "efface", "CNIL", "aucune conséquence", "À qui demander"],
    ])
      assert.ok(text.includes(said), said);
    assert.ok(htmlOf().includes(esfBlock()));
    assert.doesNotMatch(text, /[{}]|RGPD|responsable de traitement|finalité/, "no name left, no jargon");
  });

  it("reads its durations where the clocks read them, and refuses one that is typed", () => {
    assert.match(text, /Deux ans après notre dernier contact/);
    assert.match(text, /Nous répondons en un mois au plus/);
    assert.match(textOf(htmlOf({ activeMonths: 18 })), /18 mois après notre dernier contact/);
    assert.equal(monthsInWords(60), "cinq ans");
    const { notice: file } = thePapers();
    const kept = { ...file.sections.kept, lines: ["Pendant {active}, {archive}, soit 24 mois."] };
    assert.ok(!noticeSchema.safeParse({ ...file, sections: { ...file.sections, kept } }).success);
    const silent = { ...file.sections.kept, lines: ["Longtemps."] };
    assert.ok(!noticeSchema.safeParse({ ...file, sections: { ...file.sections, kept: silent } }).success);
  });

  it("bears the code of the person that it is given to, and no name", () => {
    assert.match(textOf(htmlOf({ code: "P-2026-0001" })), /Dossier P-2026-0001/);
    assert.doesNotMatch(text, /Dossier P-/);
  });

  it("keeps short sentences", () => {
    const sentences = text.split(/[.?!:] /).map((one) => one.split(" ").length);
    assert.ok(Math.max(...sentences) <= 40, String(Math.max(...sentences)));
  });

  describe("printed", () => {
    let browser: Browser;
    before(async () => {
      browser = await launchBrowser();
      await mkdir("test/pictures", { recursive: true });
    });
    after(() => browser.close());

    for (const [name, html, pages] of [
      ["blank", htmlOf(), 1],
      ["coded", htmlOf({ code: "P-2026-0001" }), 1],
      ["large", htmlOf({ large: true }), 4],
    ] as const)
      it(`holds on its pages, also on a phone, without an accessibility fault: ${name}`, async () => {
        const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 820, height: 1160 } });
        const page = await context.newPage();
        await page.setContent(html);
        assert.ok(pagesOf(await page.pdf({ preferCSSPageSize: true })) <= pages, "pages");
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map(({ id }) => id),
          [],
        );
        await page.setViewportSize({ width: 320, height: 900 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await page.setViewportSize({ width: 820, height: 1160 });
        await page.emulateMedia({ media: "print" });
        await page.screenshot({ path: `test/pictures/notice-${name}.png`, fullPage: true });
        await context.close();
      });
  });
});
