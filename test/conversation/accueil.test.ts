import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { playPart } from "../../src/use-cases/play-part.ts";
import {
  ALIX,
  BASILE,
  buttonsOf,
  DORIAN,
  EUGENIE,
  FANTINE,
  STRANGER,
  type Chat,
  type Person,
} from "../support/chat.ts";
import { acts, enter, has, lines, openDomain, register, said, startChat, stored } from "./steps.ts";

const CELL_MEMBER = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";

describe("Accueil", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  it("says who a référent is to the bot, what waits for them, and gives five buttons", async () => {
    await register(basile);
    await basile.say("bonjour");
    assert.match(said(basile), /Bonjour Basile/);
    assert.match(said(basile), /Référent/i);
    assert.match(said(basile), /Personnes à recevoir\n1/, "the person to receive is not counted");
    assert.deepEqual(buttonsOf(basile.card), [
      "Nouvelle personne orientée",
      "Mes participants",
      "Mes échéances",
      "Ouvrir l'onglet",
      "Aide",
    ]);
    for (const words of [/« services mobilité P-2026-0001 »/, /« vignettes »/])
      assert.match(said(basile), words, "a newcomer is not told what can be written");
  });

  it("answers in French on an installation, which carries no language, and once although Teams says it twice", async () => {
    const before = chat.teams.received.length;
    const both = [
      basile.activity({ type: "installationUpdate", action: "add" }),
      basile.activity({ type: "conversationUpdate", membersAdded: [{ id: "28:repere" }] }),
    ];
    for (const activity of both) assert.equal((await chat.deliver(activity)).status, 200);
    await chat.product.outbox.drain();
    const posts = chat.teams.received.slice(before).filter((request) => request.method === "POST");
    assert.equal(posts.length, 1, "an installation is welcomed once");
    assert.match(JSON.stringify(posts[0]?.body), /Bonjour Basile/);
  });

  it("refuses a stranger politely, names whom to ask, shows nothing else, and leaves a trace", async () => {
    await register(basile);
    const stranger = chat.person(STRANGER);
    await stranger.say("participants");
    assert.match(said(stranger), /Je ne vous connais pas encore/);
    assert.match(said(stranger), /Eugénie Cerisier|Dorian Bouleau|Alix Lavande/, "nobody to ask is named");
    assert.deepEqual(buttonsOf(stranger.card), [], "a stranger has nothing to press");
    assert.doesNotMatch(said(stranger), /Amina|P-2026|Basile Tilleul/, "a stranger sees something of the team's work");
    assert.ok(acts(disk, `member.${STRANGER}`).includes("refused:bot.enter"), "the refusal is not audited");
  });

  it("refuses a stranger who sends the button of someone else's card", async () => {
    await register(basile);
    const stranger = chat.person(STRANGER);
    stranger.take(basile.card, basile.messageId);
    await stranger.press("Entrer dans le parcours");
    assert.match(said(stranger), /Je ne vous connais pas encore/);
    assert.doesNotMatch(said(stranger), /Amina/);
  });

  it("gives each role what is theirs and says so to the others", async () => {
    await register(basile);
    for (const who of [DORIAN, EUGENIE, FANTINE]) {
      const member = chat.person(who);
      await member.say("participants");
      assert.match(said(member), /Amina B\./, `${who} answers for the PLIE and does not find the person`);
      await member.say("diagnostic P-2026-0001");
      assert.match(said(member), /Fiche introuvable/, `${who} could work on a diagnostic that is not theirs`);
    }
    const partner = chat.person(CELL_MEMBER);
    await partner.say("participants");
    assert.match(said(partner), /Votre rôle ne permet pas cela/, "a member of a cell lists people");
    for (const who of [EUGENIE, FANTINE, CELL_MEMBER]) {
      const member = chat.person(who);
      await member.say("nouveau");
      assert.match(said(member), /Votre rôle ne permet pas cela/, `${who} registers people`);
    }
  });

  it("never shows a level or a note to the assistante", async () => {
    await register(basile);
    await enter(basile);
    await basile.press("Enregistrer et continuer", lines("toExplore", "mobilite"));
    await basile.press("Enregistrer et continuer", {
      severity: "3",
      impact: "3",
      strength: "CANARI-FORCE",
      facts: "CANARI-FAITS",
    });
    const fantine = chat.person(FANTINE);
    await fantine.say("fiche P-2026-0001");
    assert.match(said(fantine), /Amina B\./);
    assert.doesNotMatch(said(fantine), /CANARI|Difficulté|Pèse|Accord pour la santé/);
    assert.ok(!has(fantine, "Voir la synthèse") && !has(fantine, "Continuer le diagnostic"));
    await fantine.say("synthèse P-2026-0001");
    assert.match(said(fantine), /Fiche introuvable/, "the assistante reads a synthesis");
    const eugenie = chat.person(EUGENIE);
    await eugenie.say("synthèse P-2026-0001");
    assert.match(said(eugenie), /Difficulté forte/, "the coordinatrice does not read the synthesis");
  });

  it("plays the part of whoever is named, in local mode, with a banner on every card and their own cases only", async () => {
    await register(basile);
    const alix = chat.person(ALIX);
    await alix.say("je suis basile");
    for (const words of ["bonjour", "participants", "fiche p 2026 1", "échéances", "aide", "nouveau", "xyzzy", ""]) {
      await alix.say(words);
      assert.match(said(alix), /Mode local : vous jouez le rôle de Basile Tilleul/, `no banner after « ${words} »`);
    }
    await alix.say("fiche p 2026 1");
    await enter(alix);
    await openDomain(alix, "mobilite");
    assert.match(said(alix), /Mode local : vous jouez le rôle de Basile Tilleul/, "no banner on a domain");
    await alix.say("je suis chargé de projet");
    assert.match(said(alix), /fait par Dorian Bouleau/, "who has two roles comes before who has this one first");
    await alix.say("je suis coordinatrice");
    await alix.say("bonjour");
    assert.match(said(alix), /rôle d'Eugénie Cerisier/);
    const played = stored(disk, "audit").filter((entry) => entry["act"] === "entry.entered");
    assert.equal(played[0]?.["playedBy"], ALIX, "the trail does not say who really pressed");
  });

  it("refuses to play a part where people sign in for real", async () => {
    const delivery = { activityKey: "a", click: null, answerTo: null };
    const actor = {
      memberId: BASILE,
      name: "Basile",
      roles: ["referent"],
      playedBy: null,
      today: "2026-11-24",
    } as const;
    const result = await perform(
      chat.product.services,
      actor,
      playPart,
      { local: false, plays: DORIAN },
      delivery,
      () => ({}),
    );
    assert.deepEqual(result, { ok: false, refusal: "localOnly" });
    assert.equal(stored(disk, "persona").length, 0, "a part is played all the same");
  });
});
