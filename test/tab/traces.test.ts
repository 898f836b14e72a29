/** What is left of a person where they were looked up: in the addresses, in the browser, in what a printer is told. */
import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { ALIX } from "../support/chat.ts";
import { TabBench } from "./support/tab-bench.ts";

const CODE = "P-2026-0008";

/** All that a browser keeps of a page, or says of it elsewhere. */
const keptIn = (frame: Frame): Promise<string> =>
  frame.evaluate(async () =>
    JSON.stringify([
      document.title,
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      await indexedDB.databases(),
      performance.getEntries().map(({ name }) => name),
      window.name,
    ]),
  );

describe("Looking a person up in the tab", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  after(() => bench.stop());
  afterEach(() => bench.closePages());

  it("leaves their name in no address, no storage, no title, no message of the console", async () => {
    const identity = await bench.services.store.get("identity", CODE);
    assert.ok(identity !== undefined);
    const { givenName } = identity.doc;
    // « Bruyère (fictif) »
    const [familyName = ""] = identity.doc.familyName.split(" ");
    const { page, frame } = await bench.open(tabAddress("participants"), { member: ALIX });
    const said: string[] = [];
    page.on("request", (request) => said.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    await frame.getByLabel("Rechercher une personne").fill(familyName);
    const found = frame.getByRole("link", { name: new RegExp(familyName) });
    await found.waitFor();
    said.push(await keptIn(frame));
    await found.click();
    await frame.getByRole("heading", { level: 1, name: new RegExp(familyName) }).waitFor();
    said.push(await keptIn(frame));
    await frame.goto(new URL(tabAddress("document", null, { kind: "fiche-personne", code: CODE }), bench.url).href);
    await frame.locator("iframe.document").waitFor();
    said.push(await keptIn(frame));
    said.push(await frame.evaluate(() => document.querySelector("iframe")?.contentDocument?.title ?? ""));
    const all = said.join("\n");
    assert.ok(all.includes(CODE), "nothing was read: nothing is proved");
    for (const name of [givenName, familyName])
      assert.ok(!all.includes(name), `« ${name} » is left: ${said.find((text) => text.includes(name)) ?? ""}`);
  });
});
