/** The conversation as a référent holds it, whole, on each storage that keeps it for real. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { BASILE, type Chat, type Person } from "../support/chat.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import { AMINA, enter, fieldsOf, lines, movableClock, openDomain, register, said, startChat } from "./steps.ts";

interface Storage {
  readonly open: (plieId: string) => Promise<Store>;
  readonly remove: () => Promise<void>;
}

const onSqlite = async (now: () => Date): Promise<Storage> => {
  const folder = await mkdtemp(join(tmpdir(), "repere-"));
  return {
    open: (plieId) => createSqliteStore({ file: join(folder, "repere.db"), plieId, now }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

const onCosmos = async (now: () => Date): Promise<Storage> => {
  const double = await startCosmosDouble();
  const key = Buffer.from("any key").toString("base64");
  const place = { endpoint: double.endpoint, key, database: "repere", regions: false };
  return { open: (plieId) => createCosmosStore({ ...place, plieId, now }), remove: () => double.close() };
};

const codesOn = (person: Person): string[] => [...new Set(said(person).match(/P-2026-\d{4}/g))];

const CANARY = "canari-de-sante";
/** Any word that health left behind, wherever it is. */
const heldAnywhere = async (store: Store): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const kind of ["assessment", "pastFinding", "draft", "pastParcours", "event", "outbox"] as const)
    for await (const { doc } of everyDocument(store, { kind, key: "case:P-2026-0001" }))
      if (JSON.stringify(doc).includes(CANARY)) found.push(kind);
  return found;
};

for (const [name, storageAt] of [
  ["SQLite", onSqlite],
  ["Cosmos DB (in-process double)", onCosmos],
] as const)
  describe(`La conversation entière sur ${name}`, function () {
    this.timeout(60_000);
    let storage: Storage;
    let chat: Chat;
    let basile: Person;
    const clock = movableClock();
    const open = async (): Promise<void> => {
      chat = await startChat({ clock, openStore: storage.open });
      basile = chat.person(BASILE);
    };
    const resume = async (): Promise<void> => {
      await basile.say("diagnostic P-2026-0001");
      if (!said(basile).includes("Niveau de difficulté")) assert.match(said(basile), /Tour d'horizon/);
    };
    before(async () => {
      storage = await storageAt(() => clock.now());
      await open();
    });
    after(async () => {
      await chat.stop();
      await storage.remove();
    });

    it("registers, receives and explores; the same click again gets the same card and one effect", async () => {
      await register(basile);
      assert.match(said(basile), /P-2026-0001/);
      await enter(basile);
      const again = basile.click("Enregistrer et continuer", {
        ...lines("toExplore", "mobilite", "projet"),
        ...lines("nothing", "logement", "droits"),
      });
      const first = await basile.invoke(again);
      const second = await basile.invoke({ ...again, id: "the same click, delivered otherwise" });
      assert.deepEqual(second, first, "a second click is answered by something else");
      basile.take(first, basile.messageId);
      assert.match(said(basile), /Niveau de difficulté/);
    });

    it("shows both versions of a domain saved from two devices, and records the one that is chosen", async () => {
      const desk = chat.person(BASILE);
      desk.take(basile.card, basile.messageId);
      await basile.press("Enregistrer et continuer", { severity: "2", impact: "2", facts: "Le bus s'arrête à 19 h" });
      await desk.press("Enregistrer et continuer", { severity: "4", impact: "3", facts: "Permis retiré" });
      assert.match(said(desk), /Deux versions : Mobilité/);
      await desk.press("Remplacer par ma version");
      await desk.say("diagnostic P-2026-0001");
      await desk.press("Tour d'horizon");
      await openDomain(desk, "mobilite");
      assert.equal(fieldsOf(desk)["facts"], "Permis retiré");
      await desk.press("Tour d'horizon");
      await openDomain(desk, "projet");
      basile.take(desk.card, desk.messageId);
    });

    it("resumes exactly there after a restart, with what was typed", async () => {
      await basile.press("Reprendre plus tard", { facts: "Veut être couvreuse", severity: "1" });
      await chat.stop();
      await open();
      await resume();
      assert.match(said(basile), /Projet/);
      assert.equal(fieldsOf(basile)["facts"], "Veut être couvreuse");
      assert.equal(fieldsOf(basile)["severity"], "1");
    });

    it("erases health when the person withdraws their agreement", async () => {
      const { store } = chat.product.services;
      await basile.press("Tour d'horizon");
      await openDomain(basile, "sante");
      await basile.press("Enregistrer et continuer", { severity: "3", impact: "2", facts: `${CANARY} un` });
      await resume();
      await basile.press("Tour d'horizon");
      await openDomain(basile, "sante");
      await basile.press("Enregistrer et continuer", { severity: "1", impact: "1", facts: `${CANARY} deux` });
      assert.deepEqual(await heldAnywhere(store), ["assessment", "pastFinding"], "the canary was not written");
      await basile.say("fiche P-2026-0001");
      await basile.press("Gérer la fiche");
      await basile.press("La personne retire son accord (santé)");
      await basile.press("Effacer ce qui est noté");
      assert.match(said(basile), /est effacé/);
      assert.deepEqual(await heldAnywhere(store), [], "something of the person's health is left");
    });

    it("lists by pages and finds by a name with one typing error", async () => {
      for (let person = 2; person <= 10; person += 1)
        await register(basile, { ...AMINA, Nom: "Zidane", "Date de naissance": `${person}/05/1990` });
      await basile.say("participants");
      const first = said(basile);
      const onFirst = codesOn(basile);
      await basile.press("Suivants");
      assert.deepEqual(
        [...onFirst, ...codesOn(basile)].sort(),
        Array.from({ length: 10 }, (_, index) => `P-2026-${String(index + 1).padStart(4, "0")}`),
        "someone is on no page, or on two",
      );
      await basile.press("Précédents");
      assert.equal(said(basile), first, "going back shows another page");
      await basile.say("participants Benalli");
      assert.match(said(basile), /P-2026-0001/);
      assert.doesNotMatch(said(basile), /P-2026-0002/);
    });

    it("leaves an audit that verifies, and nothing that waits to be sent", async () => {
      const { services } = chat.product;
      await chat.product.outbox.drain();
      const report = await verifyAudit(services);
      assert.deepEqual(report.faults, []);
      const left = await services.store.list({ kind: "outbox", key: "open", limit: 1 });
      assert.equal(left.items.length, 0, "a message waits that nothing sends");
    });
  });
