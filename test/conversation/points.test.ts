/** The quarterly points, in the chat: the list of a référent, what is agreed for each person, what was agreed last time. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { BASILE, DORIAN, EUGENIE, FANTINE, type Chat, type Person } from "../support/chat.ts";
import { acts, enter, fieldsOf, has, peopleOf, register, said, startChat, stored, TEAM } from "./steps.ts";

const CODE = "P-2026-0001";
const AGREED = "Une visite d'atelier en janvier.";

describe("Quarterly points in the chat", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, people: peopleOf(TEAM) });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await projectCases(chat.product.services);
  });
  afterEach(() => chat.stop());

  const opens = async (by: Person): Promise<void> => {
    await by.say("points d'étape");
    if (has(by, "Voir sa liste")) await by.press("Voir sa liste", { whose: BASILE });
    await by.press("Ouvrir", { choice: CODE });
  };
  const kept = () => stored(disk, "stagePoint").map(({ agreed }) => agreed);

  it("what a meeting agrees is recorded once, whatever is pressed again, and shown to the next one", async () => {
    for (const words of ["points", "point d'etape", "mes points d'étapes"]) {
      await basile.say(words);
      assert.match(said(basile), /Points d'étape, 4e trimestre 2026/, words);
    }
    assert.match(said(basile), /1 personne\./);
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord/);
    await basile.press("Ouvrir", { choice: CODE });
    assert.match(said(basile), /Convenu la dernière fois[\s\S]*Rien encore/);
    const click = basile.click("Enregistrer", { agreed: AGREED });
    for (let press = 0; press < 3; press += 1) basile.card = await basile.invoke(click);
    assert.deepEqual(kept(), [AGREED], "recorded another number of times than once");
    assert.match(said(basile), /Le point d'étape est noté/);
    assert.match(said(basile), /1 personne, point noté ce trimestre pour 1\./);
    assert.match(said(basile), /Amina B\. · P-2026-0001 · Point d'étape du 24 novembre 2026/);
    await basile.press("Ouvrir", { choice: CODE });
    assert.match(said(basile), /Point d'étape du 24 novembre 2026[\s\S]*Une visite d'atelier en janvier/);
    assert.equal(fieldsOf(basile)["agreed"], "", "what was recorded is still in the form");
  });

  it("every button keeps what is typed; too much, or nothing, says the rule and changes nothing", async () => {
    await opens(basile);
    const click = basile.click("Garder pour plus tard", { agreed: "À moitié" });
    for (let press = 0; press < 3; press += 1) basile.card = await basile.invoke(click);
    assert.match(said(basile), /Brouillon enregistré/);
    await basile.press("Ouvrir", { choice: CODE });
    assert.equal(fieldsOf(basile)["agreed"], "À moitié");
    const long = "é".repeat(1_001);
    const refused = basile.click("Enregistrer", { agreed: long });
    for (let press = 0; press < 3; press += 1) basile.card = await basile.invoke(refused);
    assert.match(said(basile), /1 000 caractères au plus/);
    assert.equal(fieldsOf(basile)["agreed"], long, "what was typed is lost");
    assert.deepEqual(kept(), []);
    await basile.press("Enregistrer", { agreed: "" });
    assert.match(said(basile), /écrivez ce qui est convenu/);
    assert.deepEqual(kept(), []);
    await basile.press("Enregistrer", { agreed: AGREED });
    assert.deepEqual(kept(), [AGREED]);
    assert.equal(acts(disk).filter((act) => act === "stagePoint.record.recorded").length, 1);
  });

  it("the chargé de projet writes, the coordinatrice reads, the assistante reads the list without a word of it", async () => {
    await opens(basile);
    await basile.press("Enregistrer", { agreed: AGREED });
    const eugenie = chat.person(EUGENIE);
    await opens(eugenie);
    assert.match(said(eugenie), /Une visite d'atelier/);
    assert.ok(!has(eugenie, "Enregistrer"), "the coordinatrice is offered to write");
    await eugenie.press("Revenir à la liste");
    assert.match(said(eugenie), /Points d'étape, 4e trimestre/);
    const fantine = chat.person(FANTINE);
    await fantine.say("points");
    await fantine.press("Voir sa liste", { whose: BASILE });
    assert.match(said(fantine), /Amina B\. · P-2026-0001 · Point d'étape du 24 novembre 2026/);
    assert.doesNotMatch(said(fantine), /atelier/);
    assert.ok(!has(fantine, "Ouvrir"), "the assistante is offered to open what she may not read");
    const dorian = chat.person(DORIAN);
    await opens(dorian);
    await dorian.press("Enregistrer", { agreed: "Relais avec Cap emploi." });
    assert.deepEqual(kept().sort(), ["Relais avec Cap emploi.", AGREED]);
  });
});
