/** What is missing in the files, in the chat: one's own, everyone's, and the weekly card of the assistante. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { ALIX, BASILE, DORIAN, FANTINE, type Chat, type Person } from "../support/chat.ts";
import {
  AMINA,
  has,
  movableClock,
  peopleOf,
  register,
  said,
  startChat,
  stored,
  TEAM,
  type MovableClock,
} from "./steps.ts";

const MONDAY = "2026-11-23T08:00:00.000Z";
const OTHERS = ["Bintou", "Chloé", "Driss", "Emma", "Farid", "Gina", "Hugo", "Inès", "Jules"];

describe("Pieces to complete, in the chat", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;

  const projected = (): Promise<void> => projectCases(chat.product.services);
  const registers = async (...names: readonly string[]): Promise<void> => {
    for (const [rank, name] of names.entries())
      await register(basile, { ...AMINA, Prénom: name, Nom: `Canari${rank}${name}`, "Date de naissance": "" });
    await projected();
  };

  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock(MONDAY);
    chat = await startChat({ disk, clock, people: peopleOf(TEAM) });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  it("a référent·e sees what is missing in their own files, and opens one", async () => {
    await basile.say("pièces");
    assert.match(said(basile), /Aucune pièce à compléter/);
    await basile.say("accueil");
    assert.doesNotMatch(said(basile), /Pièces à compléter/, "a line that says nothing");
    await registers("Amina");
    await basile.say("accueil");
    assert.match(said(basile), /Pièces à compléter[\s\S]*1 personne/);
    await basile.say("mes pieces");
    assert.match(said(basile), /Pièces à compléter : 1 personne\./);
    assert.match(said(basile), /Amina C\. · P-2026-0001 · .*date de naissance.*, depuis le 23 novembre/);
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord/);
    await basile.press("Ouvrir", { choice: "P-2026-0001" });
    assert.match(said(basile), /P-2026-0001/);
    const alix = chat.person(ALIX);
    await alix.say("pièces");
    assert.doesNotMatch(said(alix), /Amina|P-2026/, "a colleague reads their files");
  });

  it("what does not fit on the card is counted, and shown in the tab", async () => {
    await registers("Amina", ...OTHERS);
    await basile.say("pièces");
    assert.match(
      said(basile),
      /Pièces à compléter : 10 personnes\.[\s\S]*Et 2 autres dossiers : l'onglet les montre tous\./,
    );
    assert.ok(has(basile, "Voir tous les dossiers"));
  });

  it("who lists everyone reads numbers by référent·e, and no name of a person", async () => {
    await registers("Amina", "Bintou");
    const dorian = chat.person(DORIAN);
    await dorian.say("pièces");
    assert.match(
      said(dorian),
      /Pièces à compléter : 2 personnes\.[\s\S]*Par pièce\s+Identité : 2 dossiers\s+Par référent·e\s+Basile Tilleul : 2 personnes/,
    );
    assert.doesNotMatch(said(dorian), /Amina|Canari|P-2026/);
    assert.ok(!has(dorian, "Ne plus recevoir cette carte"), "offered to stop what is not sent");
  });

  it("comes to the assistante once a week, without a name, until she stops it; an hour takes it back", async () => {
    await registers("Amina");
    const fantine = chat.person(FANTINE);
    await fantine.say("bonjour");
    assert.match(said(fantine), /Pièces à compléter\s+1 personne/, "her own matter is not on her home card");
    const came = (): number => chat.teams.messagesOf(`a:${FANTINE}`).length;
    const told = async (days = 0): Promise<number> => {
      const before = came();
      clock.move(days);
      await remindMembers(chat.product.services);
      await chat.settled();
      return came() - before;
    };
    assert.equal(await told(), 1, "the card of the week did not come");
    assert.equal(await told(), 0, "told twice");
    await fantine.receive();
    assert.match(said(fantine), /Identité : 1 dossier[\s\S]*Basile Tilleul : 1 personne/);
    const posted = chat.teams.messagesOf(`a:${FANTINE}`).at(-1);
    assert.doesNotMatch(JSON.stringify(posted), /Amina|Canari|P-2026/);
    const click = fantine.click("Ne plus recevoir cette carte");
    for (let press = 0; press < 3; press += 1) fantine.card = await fantine.invoke(click);
    assert.match(said(fantine), /Vous ne recevrez plus la carte des pièces/);
    assert.equal(stored(disk, "reminderChoice").length, 1);
    assert.equal(await told(7), 0, "told although she stopped it");
    await fantine.say("pièces");
    assert.ok(!has(fantine, "Ne plus recevoir cette carte"));
    await fantine.say("rappels");
    await fantine.press("Enregistrer", { minute: "510" });
    assert.equal(await told(7), 1, "not told again although she took it back");
  });
});
