/** What a page shows stays true: a change is seen without a reload, a server in trouble is said, and the page mends by itself. */
import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { readTeamFile } from "../../src/config/files.ts";
import type { Member } from "../../src/domain/people/member.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { AMINA, register } from "../conversation/steps.ts";
import { ALIX } from "../support/chat.ts";
import { startFaultProxy, type Fault, type FaultProxy } from "../support/fault-proxy.ts";
import { TabBench } from "./support/tab-bench.ts";

const LIST = "/api/participants";
const PEOPLE = tabAddress("participants");
const isList = ({ url }: { readonly url: string }) => url.startsWith(LIST);

describe("A page that is read live", function () {
  this.timeout(60_000);
  let bench: TabBench;
  let proxy: FaultProxy;
  before(async () => {
    bench = await TabBench.start();
    proxy = await startFaultProxy(bench.chat.port);
  });
  after(async () => {
    await bench.stop();
    await proxy.close();
  });
  afterEach(async () => {
    proxy.heal();
    await bench.closePages();
  });

  const open = async () => {
    const opened = await bench.open(PEOPLE, { member: ALIX, server: proxy.endpoint });
    await opened.frame.getByRole("table").waitFor();
    return opened;
  };
  const warning = (frame: Frame) => frame.getByText(tabWords.stale).and(frame.locator(":visible")).first();
  const announced = (frame: Frame) => frame.getByRole("status").filter({ hasText: tabWords.stale }).first();
  /** Marks the table, to know it again: a page that was built anew would have lost what was typed in it. */
  const mark = (frame: Frame) => frame.getByRole("table").evaluate((table) => void (table.dataset["mark"] = "same"));
  const isSame = (frame: Frame) => frame.locator("table[data-mark=same]").isVisible();

  const faults: readonly (readonly [string, Fault])[] = [
    ["does not answer any more", { reset: "before" }],
    ["takes the request and never answers", { hang: "before" }],
    ["answers something else", { status: 200, when: "before" }],
    ["answers half", { half: true }],
    ["is being replaced", { status: 503, when: "before" }],
  ];
  for (const [what, fault] of faults)
    it(`says it within ten seconds when the server ${what}, keeps what was read, and mends by itself`, async () => {
      const { frame } = await open();
      await mark(frame);
      proxy.spoil(fault, { times: 1000, only: isList });
      await warning(frame).waitFor({ timeout: 10_000 });
      await announced(frame).waitFor({ state: "attached" });
      assert.ok(await isSame(frame), "what was read is gone");
      proxy.heal();
      await warning(frame).waitFor({ state: "hidden", timeout: 25_000 });
      assert.ok(await isSame(frame), "the page was built anew");
    });

  it("waits for a slow answer: nothing is said under five seconds", async () => {
    const { frame, page } = await open();
    proxy.spoil({ latency: 3000 }, { times: 2, only: isList });
    const before = proxy.came.filter(isList).length;
    while (proxy.came.filter(isList).length < before + 3) await page.waitForTimeout(100);
    assert.equal(await warning(frame).count(), 0);
  });

  it("is sent again only when it changed, and shows the change within five seconds, without a reload", async () => {
    const { frame, page } = await open();
    await mark(frame);
    const answers: number[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname === LIST) answers.push(response.status());
    });
    await asked(page, answers, 2);
    assert.deepEqual(new Set(answers), new Set([304]), "nothing changed, and the list was sent again");
    await register(bench.chat.person(ALIX), { ...AMINA, Prénom: "Zoubida", Nom: "Kervadec" });
    await frame.getByRole("table").getByText("Zoubida Kervadec").waitFor({ timeout: 5000 });
    assert.equal(answers.filter((status) => status === 200).length, 1);
    assert.ok(await isSame(frame));
  });

  it("asks nothing while nobody looks, and asks at once when somebody does", async () => {
    const { frame, page } = await open();
    const hide = (hidden: boolean) =>
      frame.evaluate((value) => {
        Object.defineProperty(document, "hidden", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await hide(true);
    await page.waitForTimeout(1000);
    const before = proxy.came.filter(isList).length;
    await page.waitForTimeout(4000);
    assert.ok(proxy.came.filter(isList).length <= before + 1, "asked while hidden");
    const asleep = proxy.came.filter(isList).length;
    await hide(false);
    await page.waitForTimeout(1000);
    assert.ok(proxy.came.filter(isList).length > asleep, "not asked when looked at again");
  });

  it("does not ask again for what is refused for good: one refusal in the trail, and one more when somebody comes back", async () => {
    const nobody = tabAddress("participants", "P-2026-9999");
    const refusals = async () => {
      const { items } = await bench.services.store.list({ kind: "audit", key: `chain:member.${ALIX}`, limit: 500 });
      return items.filter(({ doc }) => doc.act.startsWith("refused:")).length;
    };
    const before = await refusals();
    const { frame, page } = await bench.open(nobody, { member: ALIX, server: proxy.endpoint });
    await frame.getByRole("alert").getByText(tabWords.problems.notFound.title).waitFor();
    await page.waitForTimeout(9000);
    assert.equal((await refusals()) - before, 1, "asked again and again for what is not there");
    await frame.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.waitForResponse((response) => response.status() === 404);
    assert.equal((await refusals()) - before, 2);
  });

  const asked = async (page: Page, answers: readonly number[], times: number): Promise<void> => {
    for (let tries = 0; answers.length < times && tries < 100; tries += 1) await page.waitForTimeout(100);
    assert.ok(answers.length >= times, `asked ${answers.length} times in ten seconds`);
  };
});

describe("A member who is taken out of the team while their tab is open", function () {
  this.timeout(60_000);
  it("reads nothing more within ten seconds; put back, they find the page again", async () => {
    const team = readTeamFile("config/team.json");
    assert.ok(team.ok);
    let members: readonly Member[] = team.value.members;
    const byObjectId = (id: string) => members.find(({ aadObjectId }) => aadObjectId === id);
    const bench = await TabBench.start({ people: { members: () => members, byObjectId } });
    const { frame } = await bench.open(PEOPLE, { member: ALIX });
    await frame.getByRole("table").waitFor();
    members = members.filter(({ aadObjectId }) => aadObjectId !== ALIX);
    await frame.getByRole("alert").getByText(tabWords.problems.notAMember.title).waitFor({ timeout: 10_000 });
    assert.equal(await frame.getByRole("table").count(), 0, "people are still on the screen");
    members = team.value.members;
    await frame.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await frame.getByRole("table").waitFor({ timeout: 5000 });
    await bench.stop();
  });
});
