/** Collective actions, over HTTP: proposed, joined by the people of several référents, the last place, who took part, and one that is not held. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import {
  ALIX,
  BASILE,
  DORIAN,
  EUGENIE,
  FANTINE,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import {
  AMINA,
  acts,
  enter,
  fieldsOf,
  has,
  movableClock,
  register,
  said,
  startChat,
  stored,
  peopleOf,
  TEAM,
} from "./steps.ts";

const WORKSHOP: Fill = {
  what: "atelier",
  title: "Atelier CV et lettre",
  from: "2026-12-08",
  until: "2026-12-10",
  hours: "3 h 30",
  place: "Maison de l'emploi, salle 2",
  leaderId: BASILE,
  places: "2",
};
const [ZOE, OUMAR]: readonly Fill[] = [
  { ...AMINA, Prénom: "Zoé", Nom: "Darcy", "Date de naissance": "02/05/1991", Téléphone: "06 00 00 00 01" },
  { ...AMINA, Prénom: "Oumar", Nom: "Sow", "Date de naissance": "08/09/1979", Téléphone: "06 00 00 00 02" },
];

describe("Collective actions", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let chat: Chat;
  const clock = movableClock();
  const person = (id: string): Person => chat.person(id);
  const sessions = (): Json[] => stored(disk, "session");
  const actionsOf = (code: string): Json[] => stored(disk, "action").filter((action) => action["code"] === code);
  const headOf = (code: string): Json | undefined => stored(disk, "case").find((head) => head["code"] === code);
  const opens = async (id: string): Promise<Person> => {
    const one = person(id);
    await one.say("collectives");
    await one.press("Ouvrir", { choice: String(sessions()[0]?.["id"]) });
    return one;
  };

  before(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, clock, people: peopleOf(TEAM) });
    for (const [referent, fill] of [
      [BASILE, AMINA],
      [ALIX, ZOE ?? {}],
      [ALIX, OUMAR ?? {}],
    ] as const) {
      const one = person(referent);
      await register(one, fill);
      await enter(one);
    }
  });
  after(() => chat.stop());

  it("are proposed with a title, dates, a duration, a place, who leads and how many may come", async () => {
    const basile = person(BASILE);
    await basile.say("actions collectives");
    assert.match(said(basile), /Aucune action collective n'est prévue/);
    await basile.press("Nouvelle action collective");
    await basile.press("Enregistrer", { ...WORKSHOP, hours: "trois", until: "2026-12-01", places: "80" });
    assert.match(said(basile), /écrivez une durée, par exemple 3 h 30/);
    assert.match(said(basile), /cette date est trop tôt/);
    assert.match(said(basile), /un nombre, de 1 à 60/);
    assert.equal(fieldsOf(basile)["title"], "Atelier CV et lettre", "the rest is kept");
    assert.deepEqual(sessions(), [], "nothing is proposed yet");
    await basile.press("Annuler");
    await basile.press("Nouvelle action collective");
    assert.equal(fieldsOf(basile)["title"], "Atelier CV et lettre", "what was typed waits there");
    await basile.press("Enregistrer", WORKSHOP);
    assert.match(said(basile), /L'action collective est proposée/);
    assert.match(said(basile), /Atelier · du 8 décembre 2026 au 10 décembre 2026 · 3 h 30 par jour/);
    assert.match(said(basile), /Personne n'est inscrit·e, 2 places libres sur 2/);
    const [session] = sessions();
    assert.equal(session?.["minutes"], 210);
    assert.equal(session["leader"], "Basile Tilleul");
  });

  it("are not for a partner of a cell to propose, nor for the assistante, who reads them", async () => {
    const fantine = person(FANTINE);
    await fantine.say("collectives");
    assert.equal(has(fantine, "Nouvelle action collective"), false);
    await fantine.press("Ouvrir");
    assert.equal(has(fantine, "Inscrire"), false);
  });

  it("are joined by a référent's own people, and their parcours knows it in the same moment", async () => {
    const basile = await opens(BASILE);
    assert.match(said(basile), /Amina B\. · P-2026-0001/);
    assert.doesNotMatch(said(basile), /Zoé/, "another référent's people are not offered");
    await basile.press("Inscrire", { person: "P-2026-0001" });
    assert.match(said(basile), /1 personne attendue, 1 place libre sur 2/);
    const [action] = actionsOf("P-2026-0001");
    assert.equal(action?.["session"], sessions()[0]?.["id"]);
    const { activation } = headOf("P-2026-0001") as { readonly activation: Json };
    assert.equal(activation["chosenOn"], "2026-11-24", "the first action is chosen");
    assert.equal(activation["endsOn"], "2026-12-10", "its bilan is waited for");
  });

  it("show who is expected to whoever leads or has someone there, and how many to the others", async () => {
    const alix = await opens(ALIX);
    assert.match(said(alix), /1 personne attendue/);
    assert.doesNotMatch(said(alix), /Amina|P-2026-0001/);
    assert.match(said(alix), /Leurs noms se lisent avec la personne qui anime/);
    const eugenie = await opens(EUGENIE);
    assert.match(said(eugenie), /Amina B\./, "whoever coordinates finds everyone");
  });

  it("give the last place to one of two who ask at once, and tell the other so", async () => {
    const basile = await opens(BASILE);
    await basile.press("Désinscrire", { choice: "P-2026-0001" });
    assert.equal(actionsOf("P-2026-0001")[0]?.["state"], "cancelled");
    assert.equal((headOf("P-2026-0001")?.["activation"] as Json)["chosenOn"], null, "the choice is open again");
    const alix = await opens(ALIX);
    await alix.press("Inscrire", { person: "P-2026-0002" });
    await Promise.all([opens(BASILE), opens(ALIX)]).then(async ([one, other]) => {
      const answers = await Promise.all([
        one.press("Inscrire", { person: "P-2026-0001" }).then(() => said(one)),
        other.press("Inscrire", { person: "P-2026-0003" }).then(() => said(other)),
      ]);
      assert.equal(answers.filter((text) => /L'inscription est enregistrée/.test(text)).length, 1);
      assert.equal(answers.filter((text) => /Il n'y a plus de place/.test(text)).length, 1);
    });
    const codes = sessions()[0]?.["codes"] as string[];
    assert.equal(codes.length, 2);
    const planned = stored(disk, "action").filter(({ state }) => state === "planned");
    assert.deepEqual(
      planned.map(({ code }) => code).sort(),
      [...codes].sort(),
      "each one expected has an action, nobody else",
    );
  });

  it("note those who took part, then lead to the bilan of each; nothing is written of the others", async () => {
    clock.move(15);
    const dorian = await opens(DORIAN);
    await dorian.press("Qui a participé ?");
    await dorian.press("Enregistrer", { present: "P-2026-0002" });
    assert.match(said(dorian), /1 personne a participé/);
    const [session] = sessions();
    assert.deepEqual(session?.["came"], ["P-2026-0002"]);
    assert.doesNotMatch(JSON.stringify(session), /absent|missed|noShow/i);
    const alix = await opens(ALIX);
    await alix.press("Faire le bilan", { choice: "P-2026-0002" });
    assert.match(said(alix), /Comment ça s'est passé/);
  });

  it("take nobody more, and give nobody back, once the day is past", async () => {
    clock.move(5);
    const basile = await opens(BASILE);
    assert.equal(has(basile, "Inscrire"), false);
    assert.equal(has(basile, "Désinscrire"), false);
  });

  it("are cancelled by whoever proposed them: each person who was expected may choose another", async () => {
    const basile = person(BASILE);
    await basile.say("collectives");
    await basile.press("Nouvelle action collective");
    await basile.press("Enregistrer", { ...WORKSHOP, title: "Visite d'un entrepôt", from: "2026-12-20", until: "" });
    await basile.press("Inscrire", { person: "P-2026-0001" });
    await basile.press("Annuler l'action");
    assert.match(said(basile), /1 personne est attendue/);
    await basile.press("Annuler l'action");
    assert.match(said(basile), /Cette action est annulée/);
    const cancelled = sessions().find(({ title }) => title === "Visite d'un entrepôt");
    assert.deepEqual(cancelled?.["codes"], [], "nobody is expected any more");
    const last = actionsOf("P-2026-0001").find(({ session }) => session === cancelled["id"]);
    assert.equal(last?.["state"], "cancelled");
    assert.ok(acts(disk, "case.P-2026-0001").filter((act) => act === "action.cancelled").length > 0);
  });
});
