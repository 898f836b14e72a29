/** When a person withdraws their agreement on health, nothing of it is left anywhere they are known: former parcours, records that became one. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Person } from "../support/chat.ts";
import { AMINA, enter, register, said, startChat, TODAY } from "./steps.ts";

const CANARY = "CanariDeSante";
const WITHDRAW = "La personne retire son accord (santé)";

describe("What was noted about health, once the agreement is withdrawn", () => {
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  /** A lead holds no word that was typed, but the level of health. */
  const holds = ({ kind, json }: { readonly kind: string; readonly json: string }): boolean =>
    json.includes(CANARY) || (kind === "lead" && json.includes("sante"));
  const left = (): string[] => [...disk.documents.values()].filter(holds).map(({ kind, id }) => `${kind} ${id}`);

  /** Registered, entered, health noted twice (so that an earlier version is kept), and a draft over it. */
  const noted = async (code: string): Promise<void> => {
    await enter(basile);
    await basile.press("Ouvrir", { target: "sante" });
    await basile.press("Enregistrer et continuer", { severity: "2", impact: "1", facts: `${CANARY} un` });
    for (const [button, words] of [
      ["Enregistrer et continuer", "deux"],
      ["Reprendre plus tard", "brouillon"],
    ] as const) {
      await basile.say(`diagnostic ${code}`);
      await basile.press("Ouvrir", { target: "sante" });
      await basile.press(button, { facts: `${CANARY} ${words}` });
    }
    await basile.say(`synthèse ${code}`);
    await basile.press("Ma préconisation");
    await basile.press("Enregistrer", { choice: "toComplete", why: `${CANARY} raison` });
    await basile.press("Modifier ma préconisation");
    await basile.press("Annuler", { why: `${CANARY} autre raison` });
    for (const kind of ["assessment", "pastFinding", "recommendation", "draft", "lead"])
      assert.ok(
        left().some((document) => document.startsWith(`${kind} `) && document.includes(code)),
        `health was never noted in a ${kind}: nothing is proved`,
      );
  };
  const manage = async (code: string): Promise<void> => {
    await basile.say(`fiche ${code}`);
    await basile.press("Gérer la fiche");
  };
  const mergeInto = async (from: string, into: string): Promise<void> => {
    await manage(from);
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into });
    await basile.press(`Fusionner : garder ${into}`);
    assert.match(said(basile), /n'en font plus qu'une/);
  };
  const withdraw = async (code: string): Promise<void> => {
    await manage(code);
    await basile.press(WITHDRAW);
    await basile.press("Effacer ce qui est noté");
    assert.match(said(basile), /est effacé/);
  };

  it("is gone from the records that were merged into this one, and from those merged into them", async () => {
    await register(basile);
    await enter(basile);
    for (const [code, family] of [
      ["P-2026-0002", "Sarr"],
      ["P-2026-0003", "Diop"],
    ] as const) {
      await register(basile, { ...AMINA, Nom: family, "Date de naissance": "01/02/1990" });
      await noted(code);
    }
    await mergeInto("P-2026-0003", "P-2026-0002");
    await mergeInto("P-2026-0002", "P-2026-0001");
    await withdraw("P-2026-0001");
    assert.deepEqual(left(), [], "a merged record still holds what was noted about the person's health");
  });

  it("can be withdrawn on the record that is kept, although health was noted on the other alone", async () => {
    await register(basile);
    await enter(basile, "notAsked");
    await register(basile, { ...AMINA, Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await noted("P-2026-0002");
    await mergeInto("P-2026-0002", "P-2026-0001");
    await withdraw("P-2026-0001");
    assert.deepEqual(left(), []);
  });

  it("is gone from the parcours before this one", async () => {
    await register(basile);
    await noted("P-2026-0001");
    await manage("P-2026-0001");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "request" });
    await register(basile);
    await basile.press("Nouveau parcours", { choice: "P-2026-0001" });
    await enter(basile);
    await withdraw("P-2026-0001");
    assert.deepEqual(left(), [], "a former parcours still holds what was noted about the person's health");
  });

  it("an urgent point is named in the case alone: nothing that outlives it, trail or events, says that someone spoke of dying", async () => {
    await register(basile);
    await enter(basile);
    await basile.press("Enregistrer et continuer", { urgent: "propos-suicidaires" });
    const card = basile.card;
    await basile.press("Plus tard, continuer");
    basile.take(card, basile.messageId);
    await basile.press("C'est fait", { doneOn: TODAY, doneBy: "Une collègue" });
    const kept = [...disk.documents.values()].filter(({ kind }) => ["audit", "event", "chain"].includes(kind));
    assert.ok(
      kept.some(({ json }) => json.includes("urgent.done")),
      "what was done of it left no trace",
    );
    assert.deepEqual(
      kept.filter(({ json }) => json.includes("suicid")).map(({ kind, id }) => `${kind} ${id}`),
      [],
    );
  });
});
