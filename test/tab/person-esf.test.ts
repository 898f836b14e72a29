/** *Questionnaires FSE+* on the page of a person, answered, then signed: in the three themes, on a phone, a tablet and a desk. */
import assert from "node:assert/strict";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { ALIX, FANTINE } from "../support/chat.ts";
import { begunEsfAnswers } from "../support/a-questionnaire.ts";
import { TabBench, THEMES, WIDTHS } from "./support/tab-bench.ts";

const CODE = "P-2026-0008";
const person = tabAddress("participants", CODE);

describe("ESF+ questionnaires in the tab", function () {
  this.timeout(120_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
    await bench.chat.product.services.store.commit([{ op: "put", doc: begunEsfAnswers(CODE) }]);
  });
  after(() => bench.stop());

  it("open on what was answered for who carries the case, and lead to the paper", async () => {
    for (const theme of THEMES) {
      const { frame, close } = await bench.open(person, { member: ALIX, theme, width: 320 });
      await frame.getByText("Ce qui a été répondu").click();
      await frame.getByText("Ne souhaite pas répondre").first().waitFor();
      for (const width of WIDTHS) {
        await bench.resize(frame, width);
        await bench.lookAt(frame, "person-esf-answered");
      }
      if (theme === THEMES[0]) {
        await frame.getByRole("link", { name: "Imprimer, avec les réponses" }).click();
        await frame.frameLocator("iframe").getByText("Qui demande, et pourquoi").waitFor();
      }
      await close();
    }
  });

  it("show the assistante that it is there, and nothing that was answered", async () => {
    const { frame, close } = await bench.open(person, { member: FANTINE });
    await frame.getByRole("heading", { name: "Questionnaires FSE+" }).waitFor();
    assert.equal(await frame.getByText("Ce qui a été répondu").count(), 0);
    assert.equal(await frame.getByText("Ne souhaite pas répondre").count(), 0);
    await close();
  });
});
