/** What the page of a person says of their ESF+ questionnaires: to who carries the case, and to who sees that the file is complete. */
import assert from "node:assert/strict";
import { person, type Person } from "../../src/contracts/person.ts";
import { itemsOf } from "../../src/domain/esf/questionnaire.ts";
import { ALIX, Chat, DEMO_SERVICES, DORIAN, EUGENIE, FANTINE } from "../support/chat.ts";
import { movableClock } from "../conversation/steps.ts";
import { begunEsfAnswers } from "../support/a-questionnaire.ts";
import { thePapers } from "../support/the-papers.ts";

const CODE = "P-2026-0008";
const TO_RECEIVE = "P-2026-0003";
const questionnaire = thePapers().esf.entry;

describe("ESF+ questionnaires on the page of a person", function () {
  this.timeout(60_000);
  let chat: Chat;
  const read = async (member: string, code = CODE): Promise<Person> => {
    const address = `http://127.0.0.1:${chat.port}/api/participants/${code}`;
    return person.parse(await (await fetch(address, { headers: { "x-local-member": member } })).json());
  };
  const entryFor = async (member: string) => {
    const { esf } = await read(member);
    const entry = esf?.sheets.find(({ stage }) => stage === "entry");
    assert.ok(entry !== undefined);
    return entry;
  };

  beforeEach(async () => {
    chat = await Chat.start({
      clock: movableClock("2026-11-27T09:00:00.000Z"),
      servicesFile: DEMO_SERVICES,
      settings: { demo: "on" },
    });
    await chat.product.services.store.commit([{ op: "put", doc: begunEsfAnswers(CODE) }]);
  });
  afterEach(() => chat.stop());

  it("tell who carries the case what was answered in words, what was declined, and which questions wait", async () => {
    const { state, answers, missing, dueOn, answeredOn } = await entryFor(ALIX);
    assert.deepEqual({ state, dueOn, answeredOn }, { state: "begun", dueOn: "2026-11-20", answeredOn: "2026-11-20" });
    const said = new Map(answers?.map((one) => [one.label, one.said]));
    assert.equal(said.get("Date de naissance"), "14 avril 1972");
    assert.equal(said.get("Allocations perçues"), "RSA");
    assert.equal(said.get("Reconnaissance d'un handicap"), "Ne souhaite pas répondre");
    assert.ok(missing.includes("Sans emploi depuis") && missing.includes("Nationalité"));
    assert.ok(!missing.includes("Sexe"));
  });

  it("tell the others which parts wait, never an answer, nor a question that only an answer makes arise", async () => {
    for (const member of [FANTINE, DORIAN, EUGENIE]) {
      const { esf } = await read(member);
      const { state, answers, missing } = await entryFor(member);
      assert.equal(answers, null);
      assert.equal(state, "begun");
      assert.deepEqual(missing, ["L'emploi", "Les études", "Questions personnelles"]);
      const everything = JSON.stringify(esf);
      for (const { label } of itemsOf(questionnaire)) assert.ok(!everything.includes(`"${label}"`), label);
      assert.ok(!everything.includes("Ne souhaite pas répondre") && !everything.includes("21355"));
    }
  });

  it("say when it is signed, and wait for nothing then", async () => {
    const found = await chat.product.services.store.get("case", CODE);
    assert.ok(found !== undefined);
    const esf = { entryOn: "2026-11-23", exitOn: null, laterOn: null };
    await chat.product.services.store.commit([{ op: "put", doc: { ...found.doc, esf } }]);
    const { state, signedOn, missing } = await entryFor(FANTINE);
    assert.deepEqual({ state, signedOn, missing }, { state: "signed", signedOn: "2026-11-23", missing: [] });
  });

  it("are asked of nobody before the first interview was held", async () => {
    assert.equal((await read(ALIX, TO_RECEIVE)).esf, null);
  });
});
