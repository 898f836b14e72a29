/** A document to print, and a file to keep, while the server is in trouble: nothing else is given for them. */
import assert from "node:assert/strict";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { dashboardWords } from "../../src/wording/tab-dashboard.ts";
import { tabWords, type TabProblem } from "../../src/wording/tab.ts";
import { EUGENIE } from "../support/chat.ts";
import { startFaultProxy, type Fault, type FaultProxy } from "../support/fault-proxy.ts";
import { TabBench } from "./support/tab-bench.ts";

const SHEET = tabAddress("document", null, { kind: "feuille-entretien" });

describe("A document or a file, while the server is in trouble", function () {
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

  const faults: readonly (readonly [string, Fault, TabProblem])[] = [
    ["does not answer", { reset: "before" }, "unreachable"],
    ["answers something else", { status: 200, when: "before" }, "internal"],
    ["answers half", { half: true }, "unreachable"],
  ];
  for (const [what, fault, problem] of faults)
    it(`a document is not shown when the server ${what}: the page says so, and opens it when asked again`, async () => {
      proxy.spoil(fault, { times: 1000, only: ({ url }) => url.startsWith("/api/documents") });
      const { frame } = await bench.open(SHEET, { member: EUGENIE, server: proxy.endpoint });
      await frame.getByRole("heading", { level: 1, name: tabWords.problems[problem].title }).waitFor();
      proxy.heal();
      await frame.getByRole("button", { name: tabWords.retry }).click();
      await frame.getByRole("button", { name: tabWords.print }).waitFor();
    });

  it("the file of the dashboard is not kept when something else comes in its place", async () => {
    proxy.spoil({ status: 200, when: "before" }, { times: 1000, only: ({ url }) => url.includes("format=") });
    const { frame, page } = await bench.open(tabAddress("tableau-de-bord"), {
      ...{ member: EUGENIE, server: proxy.endpoint },
    });
    let kept = 0;
    page.on("download", () => (kept += 1));
    await frame.getByRole("button", { name: dashboardWords.files.xlsx }).click();
    await frame.getByText(dashboardWords.fileFailed).first().waitFor();
    assert.equal(kept, 0);
  });
});
