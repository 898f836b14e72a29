/** Around every page: going about by keyboard, knowing where one is, the theme, paper. */
import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { tabWords } from "../../src/wording/tab.ts";
import { DORIAN, EUGENIE } from "../support/chat.ts";
import { TabBench } from "./support/tab-bench.ts";

const { pages } = tabWords;
const focused = (frame: Frame) => frame.evaluate(() => document.activeElement?.textContent ?? "");
const current = (frame: Frame) => frame.locator("nav [aria-current=page]");
const title = (frame: Frame, name: string) => frame.getByRole("heading", { level: 1, name, exact: true });
const ground = (frame: Frame) => frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe("The shell of the tab", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  after(() => bench.stop());
  afterEach(() => bench.closePages());

  it("takes the focus to the title of the page that one goes to, says where one is, and goes back", async () => {
    const { frame } = await bench.open("/tab/offre", { member: EUGENIE });
    await title(frame, pages.offre).waitFor();
    for (const name of [pages.participants, pages.cellules]) {
      await frame.getByRole("link", { name, exact: true }).press("Enter");
      await title(frame, name).waitFor();
      assert.equal(await focused(frame), name, "the focus did not follow");
      assert.equal(await current(frame).innerText(), name);
      assert.equal(await frame.evaluate(() => document.title), `${name} – ${tabWords.product}`);
    }
    await frame.evaluate(() => history.back());
    await title(frame, pages.participants).waitFor();
    assert.equal(await current(frame).innerText(), pages.participants);
  });

  it("leaves the focus to Teams when it opens, and where one is while the page is read again", async () => {
    const { frame, page } = await bench.open("/tab/cellules");
    await title(frame, pages.cellules).waitFor();
    assert.equal(await frame.evaluate(() => document.activeElement === document.body), true, "the focus was taken");
    const link = frame.getByRole("link", { name: pages.participants, exact: true });
    await link.focus();
    await page.waitForResponse((response) => response.url().endsWith("/api/cells"));
    await page.waitForResponse((response) => response.url().endsWith("/api/cells"));
    assert.equal(await focused(frame), pages.participants);
  });

  it("lets one skip the navigation: the first stop leads to the content, and is seen", async () => {
    const { frame, page } = await bench.open("/tab/cellules", { hosted: false });
    await title(frame, pages.cellules).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await focused(frame), tabWords.skip);
    const box = await frame.getByRole("link", { name: tabWords.skip }).boundingBox();
    assert.ok(box !== null && box.x >= 0 && box.height >= 24, "the way to the content is not seen");
    await page.keyboard.press("Enter");
    assert.equal(await frame.evaluate(() => document.activeElement?.id), "contenu");
    assert.ok(frame.url().endsWith("/tab/cellules"), "the address changed");
  });

  it("follows the theme of Teams at once, without losing the page", async () => {
    const { frame, host } = await bench.open("/tab/cellules", { member: DORIAN });
    await title(frame, pages.cellules).waitFor();
    await title(frame, pages.cellules).evaluate((heading) => void (heading.dataset["mark"] = "same"));
    for (const [theme, colour] of [
      ["dark", "rgb(36, 36, 36)"],
      ["contrast", "rgb(0, 0, 0)"],
      ["default", "rgb(250, 250, 250)"],
      ["glass", "rgb(36, 36, 36)"],
      ["unknown", "rgb(250, 250, 250)"],
    ] as const) {
      await host.theme(theme);
      await frame.locator(`html[data-theme=${theme}]`).waitFor({ state: "attached" });
      assert.equal(await ground(frame), colour, theme);
      const inside = await frame
        .locator("main")
        .evaluate((main) => getComputedStyle(main.parentElement!).backgroundColor);
      assert.equal(inside, colour, `${theme}: the page is not on the ground of its theme`);
    }
    assert.ok(await frame.locator("h1[data-mark=same]").isVisible());
  });

  it("is printed in the light, whatever the theme, without the navigation and with the ESF+ block", async () => {
    const { frame, page } = await bench.open("/tab/cellules", { theme: "dark", member: DORIAN });
    await title(frame, pages.cellules).waitFor();
    await page.emulateMedia({ media: "print" });
    await frame.locator("html[data-theme=default]").waitFor({ state: "attached" });
    assert.equal(await frame.getByRole("navigation").count(), 0);
    assert.equal(await frame.getByRole("complementary").count(), 0);
    assert.ok(await frame.locator(".esf-emblem").isVisible());
    await page.emulateMedia({ media: null });
    await frame.locator("html[data-theme=dark]").waitFor({ state: "attached" });
  });

  it("never covers the ESF+ block, and keeps it whole at every width", async () => {
    for (const width of [320, 768, 1280] as const) {
      const { frame, close } = await bench.open("/tab/offre", { width, theme: "contrast" });
      await title(frame, pages.offre).waitFor();
      const covered = await frame.evaluate(() => {
        const block = document.querySelector(".esf-emblem")!;
        block.scrollIntoView();
        const { left, top, width: wide, height } = block.getBoundingClientRect();
        const seen = document.elementFromPoint(left + wide / 2, top + height / 2);
        return !block.contains(seen) || left < 0 || left + wide > innerWidth;
      });
      assert.equal(covered, false, `${width} px`);
      await close();
    }
  });

  it("has no movement for whoever asks for none", async () => {
    const { frame } = await bench.open("/tab/cellules", { member: DORIAN });
    await title(frame, pages.cellules).waitFor();
    const moving = await frame.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return [transitionDuration, animationDuration].some((value) =>
            value.split(", ").some((one) => Number.parseFloat(one) > 0.01),
          );
        }).length,
    );
    assert.equal(moving, 0);
  });

  it("has letters twice as large at once, everywhere, movement or not", async () => {
    const { frame } = await bench.open("/tab/cellules", { member: DORIAN });
    await title(frame, pages.cellules).waitFor();
    const late = await frame.evaluate(() => {
      const spoken = [...document.querySelectorAll("#tab *")].filter((one) => one.textContent.trim() !== "");
      const before = spoken.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      document.documentElement.style.fontSize = "200%";
      return spoken
        .filter((one, at) => Number.parseFloat(getComputedStyle(one).fontSize) < 1.9 * (before[at] ?? 0))
        .map((one) => one.outerHTML.slice(0, 120));
    });
    assert.deepEqual(late, []);
  });

  it("says so when a part of it cannot come, and tries again", async () => {
    const { frame, page } = await bench.open("/tab/cellules", { member: DORIAN });
    await title(frame, pages.cellules).waitFor();
    await page.context().route("**/part-*.js", (route) => route.abort());
    await frame.getByRole("link", { name: pages.offre, exact: true }).click();
    await title(frame, tabWords.problems.unreachable.title).waitFor();
    await page.context().unroute("**/part-*.js");
    await frame.getByRole("button", { name: tabWords.retry }).click();
    await title(frame, pages.offre).waitFor();
  });
});
