import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, type Chat, type Json, type Person } from "../support/chat.ts";
import { acts, AMINA, enter, fieldsOf, has, lines, register, said, startChat, stored } from "./steps.ts";

const caseOf = (disk: MemoryDisk, code: string): Json =>
  stored(disk, "case").find((file) => file["code"] === code) ?? {};
const lastAct = (disk: MemoryDisk, chain: string): Json | undefined =>
  stored(disk, "audit")
    .filter((entry) => entry["chain"] === chain)
    .sort((one, other) => Number(one["seq"]) - Number(other["seq"]))
    .findLast((entry) => entry["act"] !== "case.opened");

describe("Gérer la fiche", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
  });
  afterEach(() => chat.stop());

  const manage = async (code = "P-2026-0001", who = basile): Promise<void> => {
    await who.say(`fiche ${code}`);
    await who.press("Gérer la fiche");
  };

  it("corrects an identity: the trail says which fields, never the words", async () => {
    await manage();
    await basile.press("Corriger l'identité");
    await basile.press("Enregistrer", { Nom: "Bennali", Courriel: "amina" });
    assert.match(said(basile), /cette adresse n'est pas complète/);
    assert.equal(fieldsOf(basile)["familyName"], "Bennali");
    await basile.press("Enregistrer", { Courriel: "amina@exemple.fr" });
    assert.match(said(basile), /L'identité est corrigée/);
    const entry = lastAct(disk, "case.P-2026-0001");
    assert.equal(entry?.["act"], "identity.corrected");
    assert.deepEqual(entry["details"], { fields: "familyName,email" });
    assert.doesNotMatch(JSON.stringify(stored(disk, "audit")), /Bennali|Benali|exemple\.fr/);
    await basile.say("participants bennali");
    assert.match(said(basile), /Amina B\./, "a corrected name is not found");
  });

  it("shows two corrections of one identity, to the chargé de projet as well", async () => {
    const dorian = chat.person(DORIAN);
    await manage();
    await basile.press("Corriger l'identité");
    await manage("P-2026-0001", dorian);
    await dorian.press("Corriger l'identité");
    await basile.press("Enregistrer", { Téléphone: "07 00 00 00 01" });
    await dorian.press("Enregistrer", { Téléphone: "07 00 00 00 02" });
    assert.match(said(dorian), /Deux versions : Identité/);
    await dorian.press("Remplacer par ma version");
    assert.equal(stored(disk, "identity")[0]?.["phone"], "07 00 00 00 02");
  });

  it("cancels a record with a reason, keeps it readable, and opens it again where it stood", async () => {
    await basile.say("fiche P-2026-0001");
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", "mobilite"));
    await manage();
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation");
    assert.match(said(basile), /choisissez une raison/i, "a record is cancelled without a reason");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    assert.equal(caseOf(disk, "P-2026-0001")["status"], "cancelled");
    assert.match(said(basile), /erreur de saisie/i);
    await basile.say("diagnostic P-2026-0001");
    assert.match(said(basile), /Cette fiche est fermée/);
    await manage();
    await basile.press("Rouvrir la fiche");
    assert.equal(caseOf(disk, "P-2026-0001")["status"], "entered");
    await basile.say("diagnostic P-2026-0001");
    assert.match(said(basile), /1 domaine abordé sur 13/, "what was recorded before is gone");
    const trail = acts(disk, "case.P-2026-0001");
    assert.ok(trail.includes("record.cancelled") && trail.includes("record.reopened"));
  });

  it("merges two records of one person, completes the one that is kept, and closes the other", async () => {
    await register(basile, { ...AMINA, Courriel: "amina@exemple.fr", Téléphone: "" });
    await basile.press("C'est une autre personne");
    await manage("P-2026-0002");
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: "" });
    assert.match(said(basile), /écrivez le code de la fiche à garder/i);
    await basile.press("Fusionner", { into: "p 2026 1" });
    await basile.press("Fusionner : garder P-2026-0001");
    assert.match(said(basile), /n'en font plus qu'une/);
    assert.match(said(basile), /P-2026-0001/);
    assert.equal(caseOf(disk, "P-2026-0002")["mergedInto"], "P-2026-0001");
    const kept = stored(disk, "identity").find((one) => one["code"] === "P-2026-0001");
    assert.deepEqual([kept?.["email"], kept?.["phone"]], ["amina@exemple.fr", "06 12 34 56 78"]);
    assert.equal(lastAct(disk, "case.P-2026-0002")?.["act"], "record.merged");
    assert.equal(lastAct(disk, "case.P-2026-0001")?.["act"], "record.received");
    await basile.say("fiche P-2026-0002");
    assert.match(said(basile), /fusionnée avec P-2026-0001/);
    assert.ok(!has(basile, "Gérer la fiche"), "a merged record can be managed, or opened again, beside the other");
  });

  it("refuses to close the record that holds the diagnostic, or to merge a record with itself or with another's", async () => {
    await basile.say("fiche P-2026-0001");
    await enter(basile);
    await register(basile);
    await basile.press("C'est une autre personne");
    await manage("P-2026-0001");
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: "P-2026-0002" });
    assert.match(said(basile), /Gardez plutôt cette fiche/);
    const alix = chat.person(ALIX);
    await register(alix, { Prénom: "Zoé" });
    await alix.say("participants");
    for (const into of ["P-2026-0001", "P-2026-0099"]) {
      await manage("P-2026-0001");
      await basile.press("Fusionner");
      await basile.press("Fusionner", { into });
      assert.doesNotMatch(said(basile), /n'en font plus qu'une/);
    }
    assert.deepEqual(
      stored(disk, "case").map((file) => file["mergedInto"]),
      [null, null, null],
    );
  });

  it("answers the same about another référent's case as about one that does not exist, and leaves a trace", async () => {
    await register(basile, { Prénom: "Zoé" });
    const deniz = await onlyReferent();
    for (const words of ["fiche", "diagnostic", "synthèse"]) {
      await deniz.say(`${words} P-2026-0001`);
      const theirs = said(deniz).replaceAll("P-2026-0001", "CODE");
      await deniz.say(`${words} P-2026-0999`);
      assert.equal(said(deniz).replaceAll("P-2026-0999", "CODE"), theirs, `« ${words} » tells that the case exists`);
      assert.match(theirs, /Fiche introuvable/);
    }
    await basile.say("fiche P-2026-0001");
    deniz.take(basile.card, basile.messageId);
    await deniz.press("Gérer la fiche");
    assert.match(said(deniz), /Fiche introuvable/);
    await basile.press("Entrer dans le parcours");
    deniz.take(basile.card, basile.messageId);
    await deniz.press("Enregistrer", { noticeOn: "2026-11-24" });
    assert.match(said(deniz), /Fiche introuvable/);
    assert.equal(caseOf(disk, "P-2026-0001")["entry"], null, "another référent's case was changed");
    const refusals = stored(disk, "audit").filter((entry) => String(entry["act"]).startsWith("refused:"));
    assert.ok(refusals.length >= 8, "refusals are not all audited");
    assert.ok(refusals.every((entry) => entry["chain"] === `member.${OTHER}` && entry["by"] === OTHER));
  });

  const OTHER = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8aff";
  /** Someone who is a référent and nothing else, beside Basile. */
  const onlyReferent = async (): Promise<Person> => {
    const known = chat.product.services.people;
    const deniz = { aadObjectId: OTHER, name: "Deniz Aulne", roles: ["referent"] as "referent"[] };
    await chat.stop();
    chat = await startChat({
      disk,
      people: {
        members: () => [...known.members(), deniz],
        byObjectId: (id) => (id.toLowerCase() === OTHER ? deniz : known.byObjectId(id)),
      },
    });
    basile = chat.person(BASILE);
    return chat.person(OTHER);
  };
});
