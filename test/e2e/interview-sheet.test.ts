import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { identifyLocally } from "../../src/api/identify-locally.ts";
import { mountApi } from "../../src/api/routes.ts";
import { mountTab } from "../../src/api/tab-pages.ts";
import { interviewSheet, interviewSheetModel } from "../../src/documents/interview-sheet.ts";
import { framework } from "../../src/domain/framework/schema.ts";
import type { Member } from "../../src/domain/people/member.ts";
import { buildTab } from "../../tab/build.ts";
import { aFramework } from "../support/a-framework.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/http-server.ts";
import { tabServices } from "../support/tab-services.ts";

const PICTURES = "test/pictures";
const team: readonly Member[] = [
  { aadObjectId: "11111111-0000-4000-8000-000000000000", name: "Nadia Benali", roles: ["referent"] },
  { aadObjectId: "44444444-0000-4000-8000-000000000000", name: "Inès Faure", roles: ["assistante"] },
];
const assistante = "44444444-0000-4000-8000-000000000000";
const PAGE = "/tab/document?kind=feuille-entretien";

const millimetres = (pixels: number) => (pixels * 25.4) / 96;
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
/** A4 is 595 × 842 points. */
const isA4 = (pdf: Buffer) =>
  /\/MediaBox\s*\[0 0 (?:594\.9\d*|595\.\d+|595) (?:841\.\d+|842|842\.\d+)\]/.test(pdf.toString("latin1"));

describe("The Feuille d'entretien in a browser", function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  let local: RunningServer;
  const open: Page[] = [];

  const start = () =>
    startServer((server) => {
      const { services } = tabServices(team);
      mountTab(server, { folder, mode: "local", services });
      mountApi(server, { services, identify: identifyLocally });
    });
  /** A page that fails the test on any error of its script or refusal of its policy. */
  const newPage = async (options: BrowserContextOptions = {}) => {
    const page = await (await browser.newContext({ locale: "fr-FR", ...options })).newPage();
    page.on("pageerror", (error) => assert.fail(`error in the page: ${error.message}`));
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text()) && !message.text().includes("res.cdn.office.net"))
        assert.fail(message.text());
    });
    open.push(page);
    return page;
  };
  const sheetIn = (page: Page) =>
    page.frameLocator("iframe.document").getByRole("heading", { name: "Feuille d'entretien" });
  /** The document's frame runs no script, axe's included: the sheet has its own check. */
  const assertAccessible = async (page: Page, what: string) => {
    const { violations } = await new AxeBuilder({ page }).include("html").exclude("iframe.document").analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
      [],
      what,
    );
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "repere-tab-"));
    await Promise.all([buildTab(folder), mkdir(PICTURES, { recursive: true })]);
    [browser, local] = await Promise.all([launchBrowser(), start()]);
  });
  after(async () => {
    await browser.close();
    await Promise.all([local.stop(), rm(folder, { recursive: true })]);
  });
  afterEach(() => Promise.all(open.splice(0).map((page) => page.context().close())));

  it("prints on one A4 page, nothing cut, with the framework of the product and with the one of the tests", async () => {
    const real = framework.parse(JSON.parse(await readFile("config/framework.json", "utf8")));
    for (const [name, used] of Object.entries({ real, test: aFramework() })) {
      const page = await newPage({ viewport: { width: 820, height: 1160 } });
      await page.setContent(interviewSheet(interviewSheetModel(used)).html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pagesOf(pdf), 1, `${name}: pages`);
      assert.ok(isA4(pdf), `${name}: not A4`);
      await page.emulateMedia({ media: "print" });
      const box = await page.evaluate(() => ({
        sheet: document.querySelector(".sheet")!.getBoundingClientRect().toJSON() as DOMRect,
        flag: document.querySelector(".esf-emblem")!.getBoundingClientRect().toJSON() as DOMRect,
        mention: document.querySelector(".esf-mention")!.getBoundingClientRect().toJSON() as DOMRect,
        cut: [...document.querySelectorAll("td, th, .legend, .row")]
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .map((cell) => cell.textContent),
      }));
      const height = millimetres(box.sheet.height);
      assert.ok(height <= 283, `${name}: ${height} mm high, a page holds 283: it would be shrunk or spill over`);
      assert.deepEqual(box.cut, [], `${name}: text that isWhole its cell`);
      assert.ok(millimetres(box.flag.height) >= 9.99, `${name}: the emblem is ${millimetres(box.flag.height)} mm high`);
      assert.ok(box.mention.left > box.flag.right, `${name}: the mention touches the emblem`);
      await page.screenshot({ path: `${PICTURES}/feuille-entretien-${name}.png`, fullPage: true });
    }
  });

  it("has no accessibility violation, and reads without scrolling sideways on a phone", async () => {
    const page = await newPage({ viewport: { width: 820, height: 900 } });
    await page.setContent(interviewSheet(interviewSheetModel(aFramework())).html);
    await assertAccessible(page, "the sheet");
    await page.setViewportSize({ width: 320, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [320, 1280])
      it(`is shown by /tab/document in local mode, ${colorScheme}, ${width} px wide`, async () => {
        const page = await newPage({ colorScheme, viewport: { width, height: 900 } });
        await page.goto(local.url + PAGE);
        await sheetIn(page).waitFor();
        assert.ok(await page.getByText("Mode local", { exact: true }).isVisible(), "the banner says local mode");
        const isWhole = () => {
          const frame = document.querySelector("iframe");
          const sheet = frame?.contentDocument?.documentElement;
          return sheet != null && sheet.scrollHeight <= sheet.clientHeight && frame!.style.length > 0;
        };
        await page.waitForFunction(isWhole);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "scrolls sideways");
        await assertAccessible(page, "/tab/document");
        await page.screenshot({ path: `${PICTURES}/tab-document-${colorScheme}-${width}.png`, fullPage: true });
      });

  it("is printed by the button as one A4, and by the browser's own command too", async () => {
    const page = await newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(local.url + PAGE);
    await sheetIn(page).waitFor();
    await page.evaluate(() => {
      const frame = document.querySelector("iframe")!.contentWindow!;
      frame.print = () => void (document.title = "imprimé");
    });
    await page.getByRole("button", { name: "Imprimer" }).press("Enter");
    assert.equal(await page.title(), "imprimé");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pagesOf(pdf), 1);
    assert.ok(isA4(pdf));
  });

  it("is refused to who may not, and shown again when the member changes, by keyboard", async () => {
    const page = await newPage();
    await page.goto(local.url + PAGE);
    await page.getByLabel("Vous êtes").selectOption(assistante);
    await page.getByRole("alert").getByText("Votre rôle ne donne pas accès à cette page").waitFor();
    await assertAccessible(page, "a refusal");
    await page.getByLabel("Vous êtes").focus();
    await page.keyboard.press("ArrowUp");
    await sheetIn(page).waitFor();
  });

  it("is found from every page, and from the address of a document that does not exist", async () => {
    const page = await newPage();
    await page.goto(`${local.url}/tab/document?kind=dossier`);
    await page.getByRole("heading", { name: "Rien ici" }).waitFor();
    await page.getByRole("link", { name: "Accueil de Repère" }).click();
    await page.getByRole("link", { name: "Feuille d'entretien vierge" }).click();
    await sheetIn(page).waitFor();
    assert.ok(page.url().endsWith(PAGE));
  });

  it("says that Repère does not answer when the network is gone, and tries again", async () => {
    const page = await newPage();
    await page.route("**/api/documents/**", (route) => route.abort());
    await page.goto(local.url + PAGE);
    await page.getByRole("heading", { name: "Repère ne répond pas" }).waitFor();
    await page.unroute("**/api/documents/**");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await sheetIn(page).waitFor();
  });
});
