/** *Planifier une action*: every rule said as it is typed, what is planned, put off, signed, changed, renewed and cancelled. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, type Chat, type Fill, type Person } from "../support/chat.ts";
import {
  acts,
  AMINA,
  enter,
  fieldsOf,
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
const PMSMP: Fill = {
  objective: "discover",
  job: "Vente en boulangerie",
  host: "Boulangerie du Lac",
  commune: "Dijon",
  from: "01/12/2026",
  until: "20/12/2026",
  hoursPerWeek: "28",
  postFree: "yes",
  childcare: "settled",
  meals: "none",
  transport: "toSettle",
};

describe("Planifier une action", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  let clock: MovableClock;
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock, people: peopleOf(TEAM) });
    basile = chat.person(BASILE);
    await register(basile, AMINA);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  const open = async (): Promise<void> => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Planifier une action");
  };
  const plan = async (fill: Fill = {}): Promise<void> => {
    await open();
    await basile.press("Enregistrer", { ...PMSMP, ...fill });
  };
  const activation = (): unknown => stored(disk, "case").find((doc) => doc["code"] === CODE)?.["activation"];

  it("says every problem at once, each with its rule, keeps what is typed and changes nothing", async () => {
    await open();
    assert.match(said(basile), /Refuser une action ou l'arrêter est sans conséquence/);
    assert.match(said(basile), /dans les 24 heures/);
    await basile.press("Vérifier", {
      ...PMSMP,
      until: "20/01/2027",
      hoursPerWeek: "60",
      postFree: "no",
      objective: "recruit",
      childcare: "",
    });
    const text = said(basile);
    for (const rule of [
      /30 jours au plus, premier et dernier jours compris/,
      /48 h par semaine au plus/,
      /ne remplace personne/,
      /dites ce que l'employeur fera ensuite/,
      /demandez-le à la personne/,
    ])
      assert.match(text, rule);
    assert.equal(fieldsOf(basile)["job"], "Vente en boulangerie");
    assert.equal(stored(disk, "action").length, 0);
    await basile.press("Annuler");
    await open();
    assert.equal(fieldsOf(basile)["hoursPerWeek"], "60", "what was typed is lost");
  });

  it("plans an immersion before it is signed, warns above thirty-five hours, and the clock knows it", async () => {
    await open();
    await basile.press("Vérifier", { ...PMSMP, hoursPerWeek: "37" });
    assert.match(said(basile), /Rien n'est à revoir/);
    assert.match(said(basile), /Au-dessus de 35 h par semaine/);
    await basile.press("Enregistrer", { ...PMSMP, hoursPerWeek: "37" });
    assert.match(said(basile), /L'action est planifiée/);
    assert.match(said(basile), /pas encore signée/);
    assert.deepEqual(activation(), {
      chosenOn: "2026-11-24",
      deferredOn: null,
      endsOn: "2026-12-20",
      doneOn: null,
      bilanOn: null,
    });
    assert.equal(stored(disk, "draft").filter(({ form }) => form === "action").length, 0);
    await basile.say(`actions ${CODE}`);
    assert.match(said(basile), /Immersion professionnelle \(PMSMP\) · Boulangerie du Lac/);
    const trace = JSON.stringify(stored(disk, "event", "audit"));
    for (const words of ["Boulangerie", "Vente"]) assert.ok(!trace.includes(words), `${words} is in the trail`);
  });

  it("records once what is pressed twice", async () => {
    await open();
    const fill = { ...PMSMP };
    await Promise.all([basile.press("Enregistrer", fill), basile.press("Enregistrer", fill)]);
    assert.equal(stored(disk, "action").length, 1);
    assert.equal(acts(disk).filter((act) => act === "action.planned").length, 1);
  });

  it("asks whether a structure of a near name is the same, and adds up the days there", async () => {
    await plan({ until: "30/12/2026" });
    await open();
    const again = {
      ...PMSMP,
      host: "Boulengerie du Lac",
      objective: "confirm",
      from: "01/02/2027",
      until: "02/03/2027",
    };
    await basile.press("Enregistrer", again);
    assert.match(said(basile), /Est-ce la même structure \?/);
    const [hosts] = [stored(disk, "host")];
    await basile.press("Enregistrer", { ...again, sameHost: String(hosts[0]?.["id"]) });
    assert.match(said(basile), /L'action est planifiée/);
    assert.equal(stored(disk, "host").length, 1);
    await open();
    const third = { ...PMSMP, host: "SARL BOULENGERIE DU LAC", job: "Caisse", from: "10/04/2027", until: "11/04/2027" };
    await basile.press("Enregistrer", third);
    assert.match(said(basile), /60 jours d'immersion au plus sur 12 mois/);
    assert.equal(stored(disk, "action").length, 2);
  });

  it("does not begin before it is signed by all", async () => {
    await plan();
    await basile.press("Convention signée");
    await basile.press("Noter la signature", { signedOn: "demain" });
    assert.match(said(basile), /cette date n'existe pas/);
    assert.equal(fieldsOf(basile)["signedOn"], "demain");
    await basile.press("Noter la signature", { signedOn: "24/11/2026" });
    assert.match(said(basile), /La signature est notée/);
    assert.match(said(basile), /signée par toutes les parties le 24 novembre 2026/);
    assert.ok(!has(basile, "Convention signée"));
  });

  it("changes what is planned under the same rules, and cancels it without consequence", async () => {
    await plan();
    await basile.press("Modifier");
    await basile.press("Enregistrer", { until: "10/12/2026" });
    assert.match(said(basile), /du 1er décembre 2026 au 10 décembre 2026/);
    assert.equal(stored(disk, "action").length, 1);
    await basile.press("Annuler l'action");
    assert.match(said(basile), /sans conséquence pour la personne/);
    await basile.press("Annuler l'action", { reason: "" });
    assert.match(said(basile), /choisissez pourquoi/);
    await basile.press("Annuler l'action", { reason: "person" });
    assert.match(said(basile), /annulée/);
    assert.equal((activation() as { chosenOn: unknown }).chosenOn, null, "the choice is not open again");
  });

  it("plans a collective action without a session, and puts a first action off with a reason and a date", async () => {
    await open();
    await basile.press("Changer de type", { type: "atelier" });
    assert.ok(!said(basile).includes("Métier essayé"), "an immersion is asked of an atelier");
    await basile.press("Enregistrer", { from: "02/12/2026", until: "03/12/2026" });
    assert.match(said(basile), /L'action est planifiée/);
    await open();
    await basile.press("Enregistrer", { type: "differee" });
    assert.match(said(basile), /Pourquoi différer/);
    await basile.press("Enregistrer", { reason: "other" });
    assert.match(said(basile), /dites-en un peu plus[\s\S]*dites quand vous en reparlez/);
    await basile.press("Enregistrer", { reason: "family", againOn: "15/12/2026" });
    assert.match(said(basile), /différée le 24 novembre 2026[^\n]*À revoir le 15 décembre 2026/);
    assert.equal((activation() as { deferredOn: unknown }).deferredOn, "2026-11-24");
  });

  const ended = async (): Promise<string> => {
    await plan({ from: "25/11/2026", until: "27/11/2026", signedOn: "24/11/2026" });
    const id = String(stored(disk, "action")[0]?.["id"]);
    clock.move(5);
    await basile.say(`actions ${CODE}`);
    await basile.press("Ouvrir", { choice: id });
    return id;
  };

  it("renews an immersion once, for the same objective at the same host, and only where its objective was not met", async () => {
    await ended();
    assert.ok(!has(basile, "Renouveler"), "an immersion is renewed before its bilan");
    await basile.press("Faire le bilan");
    await basile.press("Enregistrer", { outcome: "completed", objectiveMet: "no", agreement: "agrees" });
    await basile.say(`actions ${CODE}`);
    await basile.press("Ouvrir");
    await basile.press("Renouveler");
    assert.equal(fieldsOf(basile)["job"], "Vente en boulangerie");
    assert.equal(fieldsOf(basile)["from"], "", "dates are to be chosen again");
    const again = { ...PMSMP, from: "01/12/2026", until: "10/12/2026" };
    await basile.press("Enregistrer", { ...again, objective: "confirm" });
    assert.match(said(basile), /dites pourquoi l'objectif n'est pas atteint/);
    await basile.press("Enregistrer", { ...again, objective: "confirm", why: "Pas encore vu la caisse" });
    assert.match(said(basile), /garde la même structure d'accueil et le même objectif/);
    await basile.press("Enregistrer", { ...again, why: "Pas encore vu la caisse" });
    assert.match(said(basile), /L'action est planifiée/);
    assert.match(said(basile), /Renouvellement\nPas encore vu la caisse/);
    await basile.say(`actions ${CODE}`);
    await basile.press("Ouvrir", { choice: String(stored(disk, "action")[0]?.["id"]) });
    assert.ok(!has(basile, "Renouveler"), "an immersion is renewed twice");
  });

  it("leaves what was planned in a former parcours to that parcours: its clock waits for nothing of it", async () => {
    await plan();
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "end" });
    const end = { how: "request", why: "Le souhaite", door: "comeBack", words: "Quand vous voulez" };
    await basile.press("Mettre fin au parcours", end);
    await register(basile, AMINA);
    await basile.press("Nouveau parcours", { choice: CODE });
    await enter(basile);
    await plan({ job: "Caisse", until: "10/12/2026" });
    const [before, now] = stored(disk, "action").sort(
      (one, other) => Number(one["parcours"]) - Number(other["parcours"]),
    );
    await basile.press("Annuler l'action");
    await basile.press("Annuler l'action", { reason: "person" });
    assert.match(said(basile), /annulée/);
    assert.deepEqual(
      [now?.["parcours"], (activation() as { endsOn: unknown }).endsOn],
      [2, null],
      "the clock waits for the bilan of an action of the former parcours, that nobody can make any more",
    );
    await basile.say(`actions ${CODE}`);
    await basile.press("Ouvrir", { choice: String(before?.["id"]) });
    for (const button of ["Modifier", "Annuler l'action", "Convention signée"]) assert.ok(!has(basile, button), button);
  });

  it("is the référent's: another one is told that there is no such case", async () => {
    await plan();
    const alix = chat.person(ALIX);
    await alix.say(`actions ${CODE}`);
    assert.match(said(alix), /Fiche introuvable/);
    const dorian = chat.person(DORIAN);
    await dorian.say(`actions ${CODE}`);
    assert.match(said(dorian), /Boulangerie du Lac/);
    assert.ok(!has(dorian, "Planifier une action"), "whoever does not carry the case plans in it");
    await dorian.press("Ouvrir");
    for (const button of ["Modifier", "Convention signée", "Annuler l'action", "Préparer"])
      assert.ok(!has(dorian, button), button);
  });
});
