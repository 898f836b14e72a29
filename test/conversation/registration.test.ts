import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, type Chat, type Fill, type Person } from "../support/chat.ts";
import { acts, AMINA, fieldsOf, has, register, said, startChat, stored } from "./steps.ts";

const codes = (disk: MemoryDisk): unknown[] => stored(disk, "case").map((file) => file["code"]);
const identity = (disk: MemoryDisk, code = "P-2026-0001") =>
  stored(disk, "identity").find((one) => one["code"] === code);

describe("Nouvelle personne orientée", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  it("receives everyone: a first name is enough, and what is missing is listed to be completed", async () => {
    await register(basile, { Prénom: "Amina" });
    assert.match(said(basile), /P-2026-0001/, "a person was not received");
    for (const missing of ["Nom", "Date de naissance", "Commune de résidence", "Un moyen de joindre", "Qui a orienté"])
      assert.match(said(basile), new RegExp(missing), `« ${missing} » is not said to be completed`);
    assert.match(said(basile), /Droit de travailler en France : à vérifier/);
  });

  it("asks for one name at least, and creates nobody", async () => {
    await register(basile, { Téléphone: "06 12 34 56 78" });
    assert.match(said(basile), /écrivez au moins un prénom ou un nom/);
    assert.equal(fieldsOf(basile)["phone"], "06 12 34 56 78", "what was typed is gone");
    assert.deepEqual(codes(disk), []);
  });

  it("keeps what was typed when the form is left, and shows it again the next time", async () => {
    await basile.say("nouveau");
    await basile.press("Annuler", { Prénom: "Amina", Courriel: "amina@" });
    assert.match(said(basile), /Vous le retrouverez dans « Nouvelle personne orientée »/);
    await basile.say("nouveau");
    assert.equal(fieldsOf(basile)["givenName"], "Amina");
    assert.equal(fieldsOf(basile)["email"], "amina@");
    assert.match(
      said(basile),
      /Brouillon laissé aujourd'hui à 14 h 32, pas encore enregistré/,
      "nothing says it is a draft",
    );
    assert.deepEqual(codes(disk), []);
  });

  const SPELLED: readonly (readonly [string, Fill])[] = [
    ["the same", {}],
    ["without accents nor capitals", { Prénom: "AMÍNA", Nom: "bénali" }],
    ["first and family names swapped", { Prénom: "Benali", Nom: "Amina" }],
    ["one letter wrong", { Nom: "Benalli" }],
    ["two letters swapped", { Nom: "Bneali" }],
    ["without a birth date", { "Date de naissance": "" }],
  ];
  for (const [how, changes] of SPELLED)
    it(`shows the person already known before anything is created: ${how}`, async () => {
      await register(basile);
      await register(basile, { ...AMINA, ...changes });
      assert.match(said(basile), /Cette personne est peut-être déjà connue/);
      assert.match(said(basile), /Amina B\. · P-2026-0001/);
      assert.doesNotMatch(said(basile), /Amina Benali|Benali Amina|1984|06 12/i, "the card says the full identity");
      assert.deepEqual(codes(disk), ["P-2026-0001"], "someone was created before the question was answered");
    });

  it("does not ask about another person: another birth date, or another name born the same day", async () => {
    await register(basile);
    await register(basile, { ...AMINA, "Date de naissance": "13/03/1984" });
    await register(basile, { ...AMINA, Prénom: "Zoé", Nom: "Martin" });
    assert.deepEqual(codes(disk), ["P-2026-0001", "P-2026-0002", "P-2026-0003"]);
  });

  it("C'est une autre personne: registers this one beside the other", async () => {
    await register(basile);
    await register(basile);
    await basile.press("C'est une autre personne");
    assert.match(said(basile), /P-2026-0002/);
    assert.deepEqual(codes(disk), ["P-2026-0001", "P-2026-0002"]);
    await basile.say("nouveau");
    assert.equal(fieldsOf(basile)["givenName"], "", "the form that became a file comes back");
  });

  it("Rouvrir: opens my own file, and what was typed completes it", async () => {
    await register(basile, { Prénom: "Amina", Nom: "Benali" });
    await register(basile);
    await basile.press("Rouvrir", { choice: "P-2026-0001" });
    assert.match(said(basile), /Cette personne était déjà enregistrée/);
    assert.deepEqual(codes(disk), ["P-2026-0001"]);
    assert.equal(identity(disk)?.["phone"], "06 12 34 56 78", "the phone number typed just now is lost");
    assert.equal(identity(disk)?.["birthDate"], "1984-03-12");
  });

  it("Rouvrir: opens again a file that was cancelled, for whoever receives the person now", async () => {
    await register(basile);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    const alix = chat.person(ALIX);
    await register(alix, { ...AMINA, Courriel: "amina@exemple.fr" });
    await alix.press("Rouvrir", { choice: "P-2026-0001" });
    assert.match(said(alix), /La fiche est rouverte/);
    assert.equal(stored(disk, "case")[0]?.["referentId"], ALIX);
    assert.equal(identity(disk)?.["email"], "amina@exemple.fr");
    assert.ok(acts(disk, "case.P-2026-0001").includes("case.reopened"));
  });

  it("Nouveau parcours: keeps the former one, and begins the next under the same code", async () => {
    await register(basile);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "request" });
    await register(basile, { ...AMINA, Téléphone: "07 00 00 00 01" });
    await basile.press("Nouveau parcours", { choice: "P-2026-0001" });
    assert.match(said(basile), /Un nouveau parcours commence/);
    assert.match(said(basile), /parcours 2/);
    assert.equal(stored(disk, "pastParcours").length, 1, "the former parcours is not kept");
    assert.equal(identity(disk)?.["phone"], "07 00 00 00 01");
  });

  it("Nouveau parcours: opens a parcours that goes on, says so, and never buries its diagnostic", async () => {
    await register(basile);
    await register(basile);
    await basile.press("Nouveau parcours", { choice: "P-2026-0001" });
    assert.match(said(basile), /Un parcours est déjà en cours/);
    assert.equal(stored(disk, "pastParcours").length, 0, "a parcours that goes on was closed");
  });

  it("never takes a case that another référent has open: says whom to talk to", async () => {
    await register(basile);
    for (const button of ["Rouvrir", "Nouveau parcours"]) {
      const alix = chat.person(ALIX);
      await register(alix);
      if (!has(alix, button)) continue;
      await alix.press(button, { choice: "P-2026-0001" });
      assert.match(said(alix), /Sa fiche P-2026-0001 est suivie par Basile Tilleul/);
      assert.equal(stored(disk, "case")[0]?.["referentId"], BASILE, `${button} took another référent's open case`);
    }
  });

  it("opens only a person who was shown: a code slipped into the answer takes nothing", async () => {
    await register(basile, { Prénom: "Zoé", Nom: "Martin", "Date de naissance": "01/01/1990" });
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    await register(basile);
    const alix = chat.person(ALIX);
    await register(alix);
    await alix.press("Rouvrir", { choice: "P-2026-0001" });
    assert.match(said(alix), /Fiche introuvable/, "a file that was not proposed is opened");
    assert.equal(stored(disk, "case").find((file) => file["code"] === "P-2026-0001")?.["status"], "cancelled");
  });

  it("asks to choose first when nobody is chosen among several", async () => {
    await register(basile);
    await register(basile);
    await basile.press("C'est une autre personne");
    await register(basile);
    await basile.press("Rouvrir");
    assert.match(said(basile), /Choisissez d'abord une ligne/);
    await basile.press("Retour au formulaire");
    assert.equal(fieldsOf(basile)["familyName"], "Benali", "what was typed is gone");
  });

  it("makes the chargé de projet who registers the one who completes, and never opens a diagnostic for them", async () => {
    const dorian = chat.person(DORIAN);
    await register(dorian);
    assert.match(said(dorian), /P-2026-0001/);
    assert.ok(!has(dorian, "Entrer dans le parcours"), "who is no référent carries a case");
    await register(basile);
    await basile.press("Rouvrir", { choice: "P-2026-0001" });
    assert.ok(has(basile, "Entrer dans le parcours"), "a person whom no référent carries can never enter");
    assert.deepEqual(codes(disk), ["P-2026-0001"]);
  });
});
