/** *Tableau de bord* once hundreds of people went through the first phase: the tables that a demo of eight people never fills. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import type { Write } from "../../src/ports/store.ts";
import { codeOf } from "../support/a-territory.ts";
import { anyCase, documentsOfCase } from "../support/any-case.ts";
import { NOW } from "../support/builders.ts";
import { EUGENIE } from "../support/chat.ts";
import { movableClock, peopleOf, TEAM } from "../conversation/steps.ts";
import { TabBench, THEMES, WIDTHS } from "./support/tab-bench.ts";

const PEOPLE = 240;
const A_BATCH = 80;

describe("The dashboard of many people, in the tab", function () {
  this.timeout(120_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start({ people: peopleOf(TEAM), clock: movableClock(), settings: { demo: "off" } });
    const { store } = bench.services;
    for (let at = 0; at < PEOPLE; at += 1) {
      const [recorded] = fc.sample(anyCase(codeOf(at + 1)), { numRuns: 1, seed: at + 1 });
      assert.ok(recorded !== undefined);
      const marker = { kind: "marker", schemaVersion: 1, code: recorded.head.code, edition: 1, at: NOW } as const;
      const writes = [...documentsOfCase(recorded), marker].map((doc): Write => ({ op: "put", doc }));
      for (let from = 0; from < writes.length; from += A_BATCH) await store.commit(writes.slice(from, from + A_BATCH));
    }
    await bench.projected();
  });
  afterEach(() => bench.closePages());
  after(() => bench.stop());

  for (const theme of THEMES)
    it(`${theme}: who stays and who goes out, what moved, who went out, at every width`, async () => {
      const { frame } = await bench.open(tabAddress("tableau-de-bord"), { member: EUGENIE, theme, width: 320 });
      await frame.getByRole("table", { name: "Âge à la décision" }).waitFor();
      await frame.getByText("Sorties positives", { exact: false }).first().waitFor();
      for (const width of WIDTHS) {
        await bench.resize(frame, width);
        await bench.lookAt(frame, "dashboard-full");
      }
    });

  it("a masked number stands in no list, and each of the others is as long as its own", async () => {
    const { frame } = await bench.open(tabAddress("tableau-de-bord"), { member: EUGENIE });
    const table = frame.getByRole("table", { name: "RQTH" });
    await table.waitFor();
    const number = table.getByRole("link").first();
    const count = Number(await number.innerText());
    assert.ok(count >= 5, "a small number of people is shown");
    await number.press("Enter");
    await frame.getByText("Fin de première phase", { exact: false }).first().waitFor();
    assert.equal(await frame.locator("tbody tr").count(), Math.min(count, 25));
  });
});
