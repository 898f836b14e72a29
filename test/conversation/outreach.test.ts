/** Nobody is lost before the first appointment: what was tried, outreach, endings with a door open, and what the prescriber hears. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { openLateOutreach } from "../../src/use-cases/open-outreach.ts";
import { BASILE, type Chat, type Person } from "../support/chat.ts";
import {
  AMINA,
  acts,
  enter,
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

const CODE = "P-2026-0001";
const WITH_PRESCRIBER = { ...AMINA, prescriber: "Mission locale Exemple", orientationOn: "2026-11-10" };

const head = (disk: MemoryDisk): Record<string, unknown> => stored(disk, "case")[0] ?? {};

describe("Meeting somebody who was oriented", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ clock, disk, people: peopleOf(TEAM) });
    basile = chat.person(BASILE);
    await register(basile, WITH_PRESCRIBER);
  });
  afterEach(() => chat.stop());

  const note = (fill: Record<string, string>) => basile.press("Noter", fill);

  it("takes two clicks to note an attempt, and the same click twice is one attempt", async () => {
    await basile.press("Contacts");
    assert.match(said(basile), /Rien n'a encore été tenté/);
    await note({ result: "noAnswer" });
    assert.match(said(basile), /Appel · Pas de réponse/);
    assert.match(said(basile), /SMS : pas encore essayé/, "another way is proposed");
    assert.equal(stored(disk, "attempt").length, 1);
    assert.equal(head(disk)["firstContactOn"], null, "nobody answered: the person was not reached");
    await note({ way: "call", result: "spoke" });
    assert.equal(stored(disk, "attempt").length, 2);
    assert.equal(head(disk)["firstContactOn"], "2026-11-24");
    assert.equal(head(disk)["lastContactOn"], "2026-11-24");
  });

  it("is the same attempt when the same button is pressed twice on one card", async () => {
    await basile.press("Contacts");
    const twice = basile.click("Noter", { result: "noAnswer" });
    const again = { ...twice, id: `${String(twice["id"])}-again` };
    await Promise.all([chat.deliver(twice), chat.deliver(again)]);
    assert.equal(stored(disk, "attempt").length, 1);
  });

  it("asks for what is missing with a sentence, keeps what was typed, and notes nothing", async () => {
    await basile.press("Contacts");
    await note({ way: "email" });
    assert.match(said(basile), /choisissez ce que cela a donné/);
    await note({ result: "appointment" });
    assert.match(said(basile), /indiquez la date du rendez-vous pris/);
    await note({ result: "noAnswer", appointmentOn: "2026-12-01" });
    assert.match(said(basile), /va avec « Rendez-vous pris »/);
    assert.equal(stored(disk, "attempt").length, 0);
    await note({ result: "appointment", appointmentOn: "2026-12-01" });
    assert.equal(stored(disk, "attempt")[0]?.["way"], "email", "what was typed first is still there");
  });

  it("leaves no message where the person asked for none", async () => {
    await basile.press("Contacts");
    await note({ noMessage: "true", preferredWay: "call" });
    assert.match(said(basile), /Pas de message sur le répondeur/);
    await note({ result: "noAnswer" });
    await note({ way: "call", result: "noAnswer" });
    assert.doesNotMatch(said(basile), /SMS : pas encore essayé/);
  });

  it("opens outreach when the first appointment is missed, then an appointment and the entry close it", async () => {
    await basile.press("Contacts");
    await note({ result: "appointment", appointmentOn: "2026-11-26" });
    assert.equal(has(basile, "Le rendez-vous n'a pas eu lieu"), false, "it has not taken place yet");
    clock.move(2);
    await basile.say(`contacts ${CODE}`);
    await basile.press("Le rendez-vous n'a pas eu lieu");
    assert.match(said(basile), /ne compte pas contre la personne/);
    assert.match(said(basile), /Aller vers depuis/);
    assert.deepEqual(head(disk)["outreach"], { openedOn: "2026-11-26", why: "missed", reviewedOn: null });
    await note({ way: "visit", result: "appointment", appointmentOn: "2026-12-02" });
    await basile.press("Ouvrir la fiche");
    await enter(basile);
    assert.equal(head(disk)["outreach"], null);
    assert.equal(head(disk)["appointment"], null);
    assert.equal(head(disk)["status"], "entered");
  });

  it("opens outreach by time, once, on behalf of the référent, and closes nobody", async () => {
    const { services } = chat.product;
    await openLateOutreach(services);
    assert.equal(head(disk)["outreach"], null, "the fifteen days are not over");
    clock.move(4);
    await Promise.all([openLateOutreach(services), openLateOutreach(services)]);
    await openLateOutreach(services);
    assert.deepEqual(head(disk)["outreach"], { openedOn: "2026-11-28", why: "late", reviewedOn: null });
    assert.equal(acts(disk).filter((act) => act === "outreach.opened").length, 1);
    clock.move(400);
    await openLateOutreach(services);
    assert.equal(head(disk)["status"], "oriented", "nobody is closed by time");
  });

  it("is looked at again: how to go on, and until when", async () => {
    clock.move(46);
    await openLateOutreach(chat.product.services);
    await basile.say(`contacts ${CODE}`);
    await basile.press("Faire le point sur les démarches");
    await basile.press("Enregistrer", { way: "visit", until: "2026-01-01" });
    assert.match(said(basile), /cette date est passée/);
    await basile.press("Enregistrer", { until: "2027-02-01" });
    assert.match(said(basile), /visite avec un service de la commune, jusqu'au 1er février/);
  });

  it("ends with a reason, words and a door, by a person; the fiche says so and goes on with nothing", async () => {
    await basile.press("Contacts");
    await basile.press("Mettre fin au parcours");
    await basile.press("Mettre fin au parcours", { how: "request" });
    assert.match(said(basile), /choisissez la porte qui reste ouverte/);
    assert.equal(head(disk)["status"], "oriented");
    await basile.press("Mettre fin au parcours", {
      why: "Elle préfère attendre",
      door: "comeBack",
      words: "Revenez quand vous voulez",
    });
    assert.match(said(basile), /Non rencontré·e : à la demande de la personne/);
    assert.equal(head(disk)["status"], "left");
    assert.deepEqual(stored(disk, "summary")[0]?.["due"], []);
    assert.equal(has(basile, "Entrer dans le parcours"), false);
    await basile.say(`contacts ${CODE}`);
    assert.match(said(basile), /Cette fiche est fermée/);
  });

  it("lets the person come back: a second parcours begins with a fresh clock, and the first is kept with its reason", async () => {
    clock.move(30);
    await openLateOutreach(chat.product.services);
    await basile.say(`contacts ${CODE}`);
    await basile.press("Mettre fin au parcours");
    await basile.press("Mettre fin au parcours", { how: "noNews", why: "x", door: "comeBack", words: "y" });
    await register(basile, { ...WITH_PRESCRIBER, orientationOn: "2026-12-20" });
    await basile.press("Nouveau parcours");
    assert.equal(head(disk)["parcours"], 2);
    assert.equal(head(disk)["status"], "oriented");
    for (const field of ["ended", "outreach", "firstContactOn", "lastContactOn", "appointment"])
      assert.equal(head(disk)[field], null, field);
    const past = stored(disk, "pastParcours")[0]?.["head"] as Record<string, unknown>;
    assert.deepEqual((past["ended"] as Record<string, unknown>)["how"], "noNews");
  });

  it("asks nothing more after a death, and nothing is due any more", async () => {
    await basile.press("Contacts");
    await basile.press("Mettre fin au parcours");
    await basile.press("Mettre fin au parcours", { how: "death" });
    assert.match(said(basile), /Plus aucun rappel, courrier ni message/);
    assert.deepEqual(stored(disk, "summary")[0]?.["due"], []);
  });

  it("tells the prescriber three sentences, and keeps the day it was said", async () => {
    await basile.press("Contacts");
    await note({ result: "noAnswer" });
    await basile.press("Retour au prescripteur");
    assert.match(said(basile), /Nous avons reçu votre orientation le 10 novembre 2026/);
    assert.match(said(basile), /La personne n'a pas encore été rencontrée/);
    assert.doesNotMatch(said(basile), /Pas de réponse|Appel ·/, "attempts are never in it");
    await basile.press("Dit aujourd'hui au prescripteur");
    assert.match(said(basile), /Orientation reçue : dit le 24 novembre 2026 par Basile Tilleul/);
    assert.equal(has(basile, "Dit aujourd'hui au prescripteur"), false);
    await basile.press("Ouvrir la fiche");
    await enter(basile);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "told" });
    assert.match(said(basile), /La personne a été rencontrée/);
    assert.equal(has(basile, "Dit aujourd'hui au prescripteur"), true);
  });

  it("keeps attempts out of what is logged, counted or told in events", async () => {
    await basile.press("Contacts");
    await note({ way: "visit", result: "wrongContact" });
    const kept = JSON.stringify(stored(disk, "event", "audit", "marker", "summary", "outbox", "counter", "listed"));
    assert.doesNotMatch(kept, /visit|wrongContact|noAnswer/);
    assert.doesNotMatch(JSON.stringify(chat.log), /visit|wrongContact/);
  });
});
