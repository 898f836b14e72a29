/** Signing in, in a page of Teams' own origin: what stands in the way, each time with what to do, and what opens once one is in. */
import assert from "node:assert/strict";
import { tabWords, type TabProblem } from "../../src/wording/tab.ts";
import { ALIX, BASILE, STRANGER } from "../support/chat.ts";
import { startFaultProxy } from "../support/fault-proxy.ts";
import { TabBench, type OpenTab, type Opening } from "./support/tab-bench.ts";

const SHEET = "/tab/document?kind=feuille-entretien";
const { problems } = tabWords;

const isIn = ({ frame }: OpenTab) => frame.getByRole("button", { name: tabWords.print }).waitFor();
const seesProblem = async ({ frame }: OpenTab, problem: TabProblem): Promise<void> => {
  const alert = frame.getByRole("alert");
  await alert.getByRole("heading", { level: 1, name: problems[problem].title }).waitFor();
  await alert.getByText(problems[problem].whatToDo).waitFor();
};
const button = ({ frame }: OpenTab, name: string) => frame.getByRole("button", { name });

describe("Signing in with Teams", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start({ auth: "entra" });
  });
  after(() => bench.stop());
  afterEach(async () => {
    bench.issuer?.fails(false);
    await bench.closePages();
  });

  const tokenOf = async (member: string, claims: Record<string, unknown> = {}): Promise<string> =>
    (await bench.issuer?.token(member, { claims })) ?? "";
  const openAt = (address: string, token?: Opening["token"]) =>
    bench.open(address, token === undefined ? {} : { token });

  it("opens by itself when Teams gives a token, without asking anything of the person", async () => {
    const tab = await bench.open(SHEET);
    await isIn(tab);
    const asked = await tab.host.received("authentication.getAuthToken");
    assert.ok(asked.length > 0);
    for (const { args } of asked) assert.equal(args[2], true, "Teams was let to show a window");
  });

  it("asks for the person's agreement, and opens once they gave it", async () => {
    const good = { token: await tokenOf(ALIX) };
    const tab = await openAt(SHEET, { silent: { refused: "resourceRequiresConsent" }, asked: good });
    await seesProblem(tab, "consentNeeded");
    await bench.lookAt(tab.frame, "sign-in-consent");
    await button(tab, tabWords.agree).click();
    await isIn(tab);
    const asked = await tab.host.received("authentication.getAuthToken");
    assert.ok(
      asked.some(({ args }) => args[2] === false),
      "« Autoriser Repère » did not let Teams ask",
    );
  });

  it("asks for it where a page is open, once it is needed anew, and the page comes back", async () => {
    const good = { token: await tokenOf(ALIX) };
    const tab = await openAt("/tab/cellules", { silent: good });
    const isOpen = () => tab.frame.getByRole("heading", { name: "Toutes les cellules" }).waitFor();
    await isOpen();
    await tab.host.token({ refused: "interaction_required" }, good);
    await tab.frame.getByRole("alert").getByText(problems.consentNeeded.whatToDo).waitFor();
    assert.equal(await tab.frame.locator("h1").count(), 1, "a page has one title");
    await button(tab, tabWords.agree).click();
    await isOpen();
  });

  for (const words of ["resourceRequiresConsent", "consent_required", "interaction_required", "invalid_grant"])
    it(`reads « ${words} » as an agreement to give`, async () => {
      await seesProblem(await openAt(SHEET, { silent: { refused: words } }), "consentNeeded");
    });

  for (const words of [
    "CancelledByUser",
    "resourceDisabled",
    "App resource defined in manifest and iframe origin do not match",
  ])
    it(`says that Teams did not confirm who one is: « ${words} »`, async () => {
      const tab = await openAt(SHEET, { silent: { refused: words } });
      await seesProblem(tab, "signInRefused");
      await tab.host.token({ token: await tokenOf(ALIX) });
      await button(tab, tabWords.retry).press("Enter");
      await isIn(tab);
    });

  it("outside Teams, says where the page opens", async () => {
    const tab = await bench.open(SHEET, { hosted: false, width: 320 });
    await seesProblem(tab, "outsideTeams");
    await bench.lookAt(tab.frame, "sign-in-outside-teams");
  });

  const faulty: readonly (readonly [string, () => Promise<string>])[] = [
    ["expired", () => tokenOf(ALIX, { exp: 1 })],
    ["made for another application", () => tokenOf(ALIX, { aud: "00000003-0000-0000-c000-000000000000" })],
    ["of another organisation", () => tokenOf(ALIX, { tid: "22222222-2222-4333-8444-555555555555" })],
    ["forged", async () => `${(await tokenOf(ALIX)).split(".").slice(0, 2).join(".")}.c2lnbmVk`],
    ["not a token", () => Promise.resolve("not-a-token")],
  ];
  for (const [what, token] of faulty)
    it(`a token that is ${what} is not accepted, and the next one is`, async () => {
      const tab = await openAt(SHEET, { silent: { token: await token() } });
      await seesProblem(tab, "unauthorized");
      await tab.host.token({ token: await tokenOf(ALIX) });
      await button(tab, tabWords.retry).click();
      await isIn(tab);
    });

  it("someone of the organisation who is not in the team is told whom to ask", async () => {
    const tab = await bench.open(SHEET, { member: STRANGER, theme: "dark", width: 768 });
    await seesProblem(tab, "notAMember");
    await bench.lookAt(tab.frame, "sign-in-not-a-member");
  });

  it("says that the server does not answer, then opens when it does", async () => {
    const proxy = await startFaultProxy(bench.chat.port);
    proxy.spoil({ reset: "before" }, { times: 100, only: ({ url }) => url === "/api/me" });
    const tab = await bench.open(SHEET, { server: proxy.endpoint });
    await seesProblem(tab, "unreachable");
    proxy.heal();
    await button(tab, tabWords.retry).click();
    await isIn(tab);
    await proxy.close();
  });

  for (const [what, fault, problem] of [
    ["words instead of an answer", { status: 200, when: "before" }, "internal"],
    ["an error of its own", { status: 502, when: "before" }, "internal"],
    ["half of an answer", { half: true }, "unreachable"],
  ] as const)
    it(`says what is wrong when what comes is ${what}, and opens when it is mended`, async () => {
      const proxy = await startFaultProxy(bench.chat.port);
      proxy.spoil(fault, { times: 1, only: ({ url }) => url === "/api/me" });
      const tab = await bench.open(SHEET, { server: proxy.endpoint });
      await seesProblem(tab, problem);
      await button(tab, tabWords.retry).click();
      await isIn(tab);
      await proxy.close();
    });

  it("keeps no token: the browser's stores stay empty", async () => {
    const tab = await bench.open(SHEET);
    await isIn(tab);
    const kept = await tab.frame.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual(kept, [0, 0, ""]);
  });
});

describe("Signing in while Microsoft's keys cannot be had", function () {
  this.timeout(60_000);
  it("says to wait, and opens when they can", async () => {
    const bench = await TabBench.start({ auth: "entra" });
    bench.issuer?.fails(true);
    const tab = await bench.open(SHEET);
    await seesProblem(tab, "keysUnavailable");
    await bench.lookAt(tab.frame, "sign-in-keys");
    bench.issuer?.fails(false);
    // The server does not ask for the keys again at once: one tries until they are there, as a person would.
    for (let tries = 0; tries < 20 && !(await button(tab, tabWords.print).isVisible()); tries += 1) {
      await button(tab, tabWords.retry).click();
      await tab.frame.getByRole("button").first().waitFor();
      await tab.page.waitForTimeout(500);
    }
    await isIn(tab);
    await bench.stop();
  });
});

describe("In local mode", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  after(() => bench.stop());
  afterEach(() => bench.closePages());

  it("the banner is there on every page, and says what it is", async () => {
    for (const address of [SHEET, "/tab", "/tab/canal", "/tab/configurer", "/tab/nothing"]) {
      const { frame, close } = await bench.open(address);
      const banner = frame.getByRole("complementary", { name: tabWords.localMode });
      await banner.getByText(tabWords.localModeSays).waitFor();
      const box = await banner.boundingBox();
      assert.ok(box !== null && box.y === 0 && box.width === 1280, `${address}: the banner is not across the top`);
      await close();
    }
  });

  it("the one who is chosen stays along a visit: from page to page, and when the page is loaded again", async () => {
    const { frame, page } = await bench.open("/tab/offre", { member: BASILE, hosted: false });
    const chosen = () => frame.getByLabel(tabWords.localMember).inputValue();
    await frame.getByRole("link", { name: tabWords.pages.cellules }).click();
    await frame
      .getByRole("link", { name: tabWords.pages.cellules, exact: true })
      .and(frame.locator("[aria-current=page]"))
      .waitFor();
    await page.reload();
    await frame.getByRole("navigation", { name: tabWords.navigation }).waitFor();
    assert.equal(await chosen(), BASILE);
    await page.goBack();
    await frame.locator("[aria-current=page]").getByText(tabWords.pages.offre).waitFor();
    assert.equal(await chosen(), BASILE);
  });

  it("changing who one is keeps the focus in the banner: one can go on choosing by keyboard", async () => {
    const { frame, page } = await bench.open("/tab/cellules");
    const list = frame.getByLabel(tabWords.localMember);
    await list.focus();
    await page.keyboard.press("ArrowDown");
    await frame.getByRole("navigation", { name: tabWords.navigation }).waitFor();
    assert.ok(await list.evaluate((element) => element === document.activeElement));
  });
});

describe("Opened by a link of Teams", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  after(() => bench.stop());
  afterEach(() => bench.closePages());

  const openedAt = async (subPageId: string): Promise<string> => {
    const { frame, close } = await bench.open("/tab", { subPageId });
    await frame.getByRole("navigation", { name: tabWords.navigation }).waitFor();
    await frame.getByRole("heading", { level: 1 }).waitFor();
    const { pathname, search } = new URL(frame.url());
    await close();
    return pathname + search;
  };

  it("shows the page that the link names, then the one that another link names", async () => {
    assert.equal(await openedAt("document?kind=feuille-entretien"), SHEET);
    assert.equal(await openedAt("participants/P-2026-0001"), "/tab/participants/P-2026-0001");
  });

  it("stays in the tab whatever the link holds", async () => {
    for (const subPageId of ["nothing", "../api/me", "//example.org/", "%E0%A4%A", "participants/%2e%2e/%2e%2e"])
      assert.match(await openedAt(subPageId), /^\/tab\//, subPageId);
  });

  it("leaves alone an address that names its page already", async () => {
    const { frame } = await bench.open("/tab/offre", { subPageId: "cellules" });
    await frame.locator("[aria-current=page]").getByText(tabWords.pages.offre).waitFor();
  });
});
