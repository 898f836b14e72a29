import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Json, type Person } from "../support/chat.ts";
import { enter, fieldsOf, has, lines, register, said, startChat, stored } from "./steps.ts";

const assessment = (disk: MemoryDisk, domain: string): Json | undefined =>
  stored(disk, "assessment").find((one) => one["domain"] === domain);
const finding = (disk: MemoryDisk, domain: string): Json => (assessment(disk, domain)?.["finding"] ?? {}) as Json;

describe("Deux versions de la même chose", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let phone: Person;
  let desk: Person;
  let third: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    phone = chat.person(BASILE);
    desk = chat.person(BASILE);
    third = chat.person(BASILE);
    await register(phone);
    await enter(phone);
  });
  afterEach(() => chat.stop());

  const bothOn = async (domain: string): Promise<void> => {
    await phone.press("Ouvrir", { ...lines("toExplore", "projet"), target: domain });
    desk.take(phone.card, phone.messageId);
    third.take(phone.card, phone.messageId);
  };

  const inConflict = async (): Promise<void> => {
    await bothOn("mobilite");
    await phone.press("Enregistrer et continuer", { severity: "2", impact: "2", facts: "Le bus s'arrête à 19 h" });
    await desk.press("Enregistrer et continuer", {
      severity: "4",
      impact: "3",
      facts: "Permis retiré",
      strength: "Vélo",
    });
  };

  it("shows both versions of a domain saved from two devices, only where they differ", async () => {
    await inConflict();
    assert.match(said(desk), /Deux versions : Mobilité/);
    assert.match(said(desk), /Enregistré par Basile Tilleul/);
    for (const words of [
      "Le bus s'arrête à 19 h",
      "Permis retiré",
      "2 · Difficulté réelle",
      "4 · Bloquant aujourd'hui",
    ])
      assert.ok(said(desk).includes(words), `« ${words} » is not shown`);
    assert.doesNotMatch(said(desk), /Niveau selon la personne/, "a field that both agree on is shown");
    assert.equal(finding(disk, "mobilite")["severity"], 2, "newer work was overwritten before the choice");
  });

  it("Garder: what is recorded stays", async () => {
    await inConflict();
    await desk.press("Garder ce qui est enregistré");
    assert.match(said(desk), /ce qui était enregistré est gardé/);
    assert.match(said(desk), /Mobilité/);
    assert.equal(fieldsOf(desk)["facts"], "Le bus s'arrête à 19 h");
    assert.equal(finding(disk, "mobilite")["severity"], 2);
  });

  it("Remplacer: mine is recorded, and the other stays in the history", async () => {
    await inConflict();
    await desk.press("Remplacer par ma version");
    assert.equal(finding(disk, "mobilite")["facts"], "Permis retiré");
    assert.equal(finding(disk, "mobilite")["strength"], "Vélo");
    assert.match(JSON.stringify(stored(disk, "pastFinding")), /Le bus s'arrête à 19 h/, "the other version is lost");
    assert.equal(stored(disk, "draft").length, 0, "the version that was settled waits for ever");
  });

  it("comes first when the domain is opened again, until the choice is made: nothing set aside is lost sight of", async () => {
    await inConflict();
    await phone.say("diagnostic P-2026-0001");
    await phone.press("Tour d'horizon");
    await phone.press("Ouvrir", { target: "mobilite" });
    assert.match(said(phone), /Deux versions : Mobilité/);
    assert.match(said(phone), /Permis retiré/);
    await phone.press("Garder ce qui est enregistré");
    assert.match(said(phone), /Niveau de difficulté/);
    assert.equal(fieldsOf(phone)["facts"], "Le bus s'arrête à 19 h");
  });

  it("keeps a second version beside the first: each is settled in turn", async () => {
    await inConflict();
    await third.press("Enregistrer et continuer", { severity: "3", impact: "3", facts: "Troisième version" });
    assert.match(said(third), /Permis retiré/, "the older one is settled first");
    await third.press("Garder ce qui est enregistré");
    assert.match(said(third), /Troisième version/, "a version that was set aside is lost");
    await third.press("Remplacer par ma version");
    assert.equal(finding(disk, "mobilite")["facts"], "Troisième version");
    assert.equal(stored(disk, "draft").length, 0);
  });

  it("asks again when a third version arrived before the choice", async () => {
    await inConflict();
    await phone.press("Tour d'horizon");
    await phone.press("Enregistrer et continuer", lines("nothing", "mobilite"));
    await desk.press("Remplacer par ma version");
    assert.match(said(desk), /Deux versions : Mobilité/, "a version that was never shown is overwritten");
    assert.equal(finding(disk, "mobilite")["severity"], 0);
    await desk.press("Remplacer par ma version");
    assert.equal(finding(disk, "mobilite")["severity"], 4);
  });

  it("protects a draft as well: another button of an old card does not overwrite it", async () => {
    await bothOn("mobilite");
    await phone.press("Reprendre plus tard", { facts: "Brouillon du téléphone" });
    await desk.press("Comment en parler ?", { facts: "Brouillon du bureau" });
    assert.match(said(desk), /Deux versions/);
    await desk.press("Remplacer par ma version");
    assert.equal(fieldsOf(desk)["facts"], "Brouillon du bureau");
    assert.equal((assessment(disk, "mobilite")?.["finding"] ?? null) === null, true, "a draft became a record");
  });

  it("shows nothing to settle where an old card says the same, or nothing new", async () => {
    await bothOn("mobilite");
    const typed = { severity: "2", impact: "2" };
    await phone.press("Enregistrer et continuer", typed);
    await desk.press("Enregistrer et continuer", typed);
    assert.doesNotMatch(said(desk), /Deux versions/, "the same thing typed twice is shown as two versions");
    assert.equal(stored(disk, "pastFinding").length, 0, "the same thing is recorded twice");
  });

  it("raises an urgent point at once, also where the rest of the card waits for a choice", async () => {
    await phone.press("Ouvrir", { target: "logement" });
    desk.take(phone.card, phone.messageId);
    await phone.press("Enregistrer et continuer", { severity: "2", impact: "2" });
    const urgent = urgentIn(desk);
    await desk.press("Enregistrer et continuer", { severity: "4", impact: "3", urgent });
    assert.match(said(desk), /Point urgent/, "the urgent point does not speak");
    await desk.press("Plus tard, continuer");
    assert.match(said(desk), /Deux versions : Logement/, "the version that was set aside is not shown after it");
    await desk.press("Remplacer par ma version");
    await desk.say("fiche P-2026-0001");
    assert.match(said(desk), /Un point urgent est ouvert/, "an urgent point was lost in the choice");
  });

  it("shows both versions of the overview, line by line; each choice works", async () => {
    desk.take(phone.card, phone.messageId);
    const old = { card: phone.card, id: phone.messageId };
    await phone.press("Reprendre plus tard", lines("nothing", "mobilite", "logement"));
    await desk.press("Reprendre plus tard", { ...lines("declined", "mobilite"), ...lines("toExplore", "droits") });
    assert.match(said(desk), /Deux versions : Tour d'horizon/);
    assert.match(said(desk), /Rien à signaler[^]*Ne souhaite pas en parler/);
    assert.equal(finding(disk, "mobilite")["state"], "nothing");
    await desk.press("Remplacer par ma version");
    assert.equal(finding(disk, "mobilite")["state"], "declined");
    assert.equal(finding(disk, "droits")["state"], "toExplore", "a line of my version is lost");
    assert.equal(finding(disk, "logement")["state"], "nothing", "a line that I had not touched is changed");
    desk.take(old.card, old.id);
    await desk.press("Enregistrer et continuer", lines("notApplicable", "mobilite"));
    await desk.press("Garder ce qui est enregistré");
    assert.equal(finding(disk, "mobilite")["state"], "declined");
  });

  it("changes only the lines that were touched: an old overview that touches others needs no choice", async () => {
    desk.take(phone.card, phone.messageId);
    await phone.press("Reprendre plus tard", lines("nothing", "mobilite"));
    await desk.press("Reprendre plus tard", lines("toExplore", "droits"));
    assert.doesNotMatch(said(desk), /Deux versions/);
    assert.equal(finding(disk, "mobilite")["state"], "nothing", "a line set by the other device is undone");
  });

  it("protects the person's own words: two views typed the same day are both shown", async () => {
    await phone.say("synthèse P-2026-0001");
    await phone.press("Point de vue de la personne");
    await phone.press("Enregistrer", { agreement: "agrees", words: "Cela me ressemble" });
    await phone.press("Point de vue de la personne");
    desk.take(phone.card, phone.messageId);
    await phone.press("Enregistrer", { agreement: "partly", words: "Pas pour le logement" });
    await desk.press("Enregistrer", { agreement: "disagrees", words: "Je ne suis pas d'accord" });
    assert.match(said(desk), /Deux versions/, "the person's words are overwritten silently");
    await desk.press("Remplacer par ma version");
    assert.match(JSON.stringify(stored(disk, "round")), /Je ne suis pas d'accord/);
    assert.ok(has(desk, "Pourquoi ?"));
  });
});

const urgentIn = (person: Person): string => {
  const input = JSON.stringify(person.card).match(/"id":"urgent"[^]*?"choices":\[\{"title":"[^"]*","value":"([^"]+)"/);
  assert.ok(input?.[1] !== undefined, "this domain offers no urgent point");
  return input[1];
};
