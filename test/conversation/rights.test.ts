/** What a person was told and asks of what is noted about them: noted in their words, answered in a month, contested in the open, and who opened their file. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, DORIAN, EUGENIE, FANTINE, type Chat, type Json, type Person } from "../support/chat.ts";
import { acts, enter, has, movableClock, register, said, startChat, stored, TODAY } from "./steps.ts";

const CODE = "P-2026-0001";
const CONTEST = {
  what: "contest",
  contested: "diagnostic",
  receivedOn: TODAY,
  words: "Je sais lire le français, je ne l'ai jamais dit ainsi.",
};

describe("The rights of a person", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;
  const clock = movableClock();

  const requests = (): Json[] => stored(disk, "rightsRequest");
  const dueOf = (): string | undefined => {
    const [summary] = stored(disk, "summary");
    const due = (summary?.["due"] ?? []) as { milestone: string; on: string }[];
    return due.find(({ milestone }) => milestone === "rightsAnswer")?.on;
  };
  const notes = async (by: Person, fill: Record<string, string>): Promise<void> => {
    await by.say(`droits ${CODE}`);
    await by.press("Noter une demande");
    await by.press("Enregistrer", fill);
  };

  before(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile, "agreed", { language: "arabe", interpreter: "true" });
  });
  after(() => chat.stop());

  it("says which notice was given, in which language, and what was agreed to at the entry", async () => {
    await basile.say(`droits ${CODE}`);
    assert.match(said(basile), /Notice remise le 24 novembre 2026 \(version 2026\.1\), en arabe, avec interprète/);
    assert.match(said(basile), /accord pour que sa santé soit notée \(version 2026\.1\)\. Noté par Basile/);
    assert.match(said(basile), /La personne n'a rien demandé/);
    assert.ok(has(basile, "Imprimer la notice"));
    assert.ok(!has(basile, "Notice expliquée aujourd'hui"), "the notice given is the one in force");
  });

  it("keeps what was typed by every button, says what is to be mended, and records nothing until then", async () => {
    await basile.say(`droits ${CODE}`);
    await basile.press("Noter une demande");
    await basile.press("Enregistrer", { ...CONTEST, contested: "", words: "" });
    assert.match(said(basile), /choisissez ce que la personne conteste/);
    assert.match(said(basile), /écrivez ce que la personne dit/);
    await basile.press("Annuler", { ...CONTEST, words: "x".repeat(1_001) });
    assert.match(said(basile), /Brouillon enregistré/);
    await basile.press("Noter une demande");
    assert.match(said(basile), /1 001 caractères saisis/);
    await basile.press("Enregistrer");
    assert.match(said(basile), /1 000 caractères au plus/);
    assert.equal(requests().length, 0);
    assert.equal(dueOf(), undefined);
  });

  it("notes a contestation once, however often it is pressed; the answer is due in one month and joins the clock", async () => {
    await basile.say(`droits ${CODE}`);
    await basile.press("Noter une demande");
    const card = basile.card;
    for (const turn of [1, 2, 3]) {
      basile.card = card;
      await basile.press("Enregistrer", CONTEST);
      assert.match(said(basile), /La demande est notée/, `press ${String(turn)}`);
    }
    assert.equal(requests().length, 1);
    assert.match(said(basile), /Contestation : le diagnostic/);
    assert.match(said(basile), /réponse au plus tard le 24 décembre 2026/);
    assert.match(said(basile), /Je sais lire le français/);
    assert.equal(dueOf(), "2026-12-24");
  });

  it("says at the top of the sheet and of the page that something is contested, to who reads the case", async () => {
    for (const who of [BASILE, EUGENIE]) {
      const reader = chat.person(who);
      await reader.say(`fiche ${CODE}`);
      assert.match(said(reader), /Contestation en cours : le diagnostic/);
    }
    const page = async (who: string) =>
      (
        await fetch(`http://127.0.0.1:${chat.port}/api/participants/${CODE}`, { headers: { "x-local-member": who } })
      ).text();
    assert.match(await page(BASILE), /"contested":\["diagnostic"\]/);
    assert.doesNotMatch(await page(FANTINE), /contested|diagnostic"\]/);
    const fantine = chat.person(FANTINE);
    await fantine.say(`fiche ${CODE}`);
    assert.doesNotMatch(said(fantine), /Contestation/);
  });

  it("is due on the last worked day before, and the soonest request is the one that counts", async () => {
    clock.move(2);
    await notes(chat.person(DORIAN), { what: "copy", receivedOn: "2026-11-26", contested: "", words: "" });
    assert.equal(dueOf(), "2026-12-24");
    assert.equal(requests().length, 2);
  });

  it("answers once, says what was changed or why not, and never hides what was contested", async () => {
    await basile.say(`droits ${CODE}`);
    const contest = requests().find(({ what }) => what === "contest");
    await basile.press("Répondre", { choice: String(contest?.["id"]) });
    assert.match(said(basile), /Je sais lire le français/);
    await basile.press("Enregistrer", { outcome: "", answeredOn: "2026-11-01", answer: "" });
    assert.match(said(basile), /choisissez ce qui a été fait/);
    assert.match(said(basile), /cette date est avant la demande/);
    const card = basile.card;
    for (const turn of [1, 2, 3]) {
      basile.card = card;
      await basile.press("Enregistrer", {
        outcome: "partly",
        answeredOn: "2026-11-26",
        answer: "Le niveau a été relu.",
      });
      assert.match(said(basile), /La réponse est notée/, `press ${String(turn)}`);
    }
    assert.match(said(basile), /Réponse le 26 novembre 2026 par Basile[^:]*: modifié en partie/);
    assert.match(said(basile), /Je sais lire le français[\s\S]*Le niveau a été relu/);
    const reader = chat.person(BASILE);
    await reader.say(`fiche ${CODE}`);
    assert.doesNotMatch(said(reader), /Contestation en cours/, "an answered contestation is still said to wait");
    assert.equal(dueOf(), "2026-12-24", "the copy still waits: 26 December is a Saturday, after two days off");
    basile.card = card;
    await basile.press("Enregistrer", { outcome: "refused", answeredOn: "2026-11-26", answer: "Autre chose." });
    assert.deepEqual(
      requests().flatMap(({ answer }) => (answer === null ? [] : [(answer as Json)["outcome"]])),
      ["partly"],
      "an old card answers nothing twice",
    );
  });

  it("offers the copy where a copy is asked, and where an erasure is confirmed to the coordinatrice alone", async () => {
    await basile.say(`droits ${CODE}`);
    await basile.press("Répondre");
    assert.ok(has(basile, "Copie de ses données"));
    await notes(basile, { what: "erase", receivedOn: "2026-11-26", contested: "", words: "" });
    const erase = requests().find(({ what }) => what === "erase");
    await basile.press("Répondre", { choice: String(erase?.["id"]) });
    assert.ok(!has(basile, "Ouvrir « Conservation »"));
    const eugenie = chat.person(EUGENIE);
    await eugenie.say(`droits ${CODE}`);
    await eugenie.press("Répondre", { choice: String(erase?.["id"]) });
    assert.ok(has(eugenie, "Ouvrir « Conservation »"));
  });

  it("reads who opened the file, what they are in the PLIE, and when; page after page", async () => {
    await basile.say(`droits ${CODE}`);
    await basile.press("Qui a ouvert le dossier");
    assert.match(said(basile), /26 novembre 2026 · Eugénie Cerisier, coordination du PLIE/);
    let read = said(basile);
    while (has(basile, "Plus ancien")) {
      await basile.press("Plus ancien");
      read += said(basile);
    }
    assert.match(read, /24 novembre 2026 · Basile Tilleul, référent·e de parcours\n[\s\S]*entrée dans le parcours/i);
  });

  it("once the agreement for health is withdrawn, keeps what was asked and when, and none of the words", async () => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    await basile.say(`droits ${CODE}`);
    assert.match(said(basile), /accord pour la santé retiré/);
    assert.match(said(basile), /Contestation : le diagnostic/);
    assert.doesNotMatch(said(basile), /lire le français|a été relu/);
    assert.doesNotMatch(JSON.stringify(stored(disk, "rightsRequest", "draft")), /lire le français|a été relu/);
  });

  it("leaves no word of the person in events, the audit or the lists; the assistante is told that there is no such case", async () => {
    assert.doesNotMatch(JSON.stringify(stored(disk, "event", "audit", "listed", "summary", "outbox")), /français|relu/);
    assert.ok(acts(disk).includes("rights.requested") && acts(disk).includes("rights.answered"));
    const fantine = chat.person(FANTINE);
    await fantine.say(`droits ${CODE}`);
    assert.doesNotMatch(said(fantine), /Notice remise|Contestation/);
  });
});
