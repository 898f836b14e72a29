/** Whoever is not accompanied any more is on no sheet: neither the host's, nor the one that goes round the table. */
import assert from "node:assert/strict";
import { leaveOf } from "../../src/domain/dashboard/file-marks.ts";
import { caseFile } from "../../src/domain/participant/case-file.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { undoCancelledSessions } from "../../src/use-cases/cancel-session.ts";
import { BASILE, type Chat, type Fill, type Person } from "../support/chat.ts";
import { AMINA, enter, register, said, startChat, stored } from "./steps.ts";

const CODE = "P-2026-0001";
const WORKSHOP: Fill = {
  ...{ what: "atelier", title: "Atelier CV", from: "2026-12-08", until: "2026-12-08", hours: "3 h", place: "Salle 2" },
  ...{ leaderId: BASILE, places: "5" },
};

describe("The sheets of an action, once somebody is not accompanied any more", () => {
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.say("collectives");
    await basile.press("Nouvelle action collective");
    await basile.press("Enregistrer", WORKSHOP);
    await basile.press("Inscrire", { person: CODE });
  });
  afterEach(() => chat.stop());

  const printed = async (kind: string, id: unknown): Promise<{ status: number; text: string }> => {
    const url = `http://127.0.0.1:${chat.port}/api/documents/${kind}/${String(id)}`;
    const answer = await fetch(url, { headers: { "x-local-member": BASILE } });
    return { status: answer.status, text: await answer.text() };
  };
  const page = async (): Promise<{ text: string }> => {
    const url = `http://127.0.0.1:${chat.port}/api/participants/${CODE}`;
    return { text: await (await fetch(url, { headers: { "x-local-member": BASILE } })).text() };
  };
  const attendance = () => printed("emargement", stored(disk, "session")[0]?.["id"]);

  it("a record that was cancelled, or became another one, is expected nowhere", async () => {
    assert.match((await attendance()).text, /Benali/);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    assert.doesNotMatch((await attendance()).text, /Benali/, "the name of a record made in error goes round the table");
    const sheet = await printed("preparation-structure", stored(disk, "action")[0]?.["id"]);
    assert.equal(sheet.status, 409, "a host is asked to observe somebody whose record is cancelled");
  });

  it("a collective action that is not held frees the seat of a record that was cancelled, and is settled for good", async () => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    await basile.say("collectives");
    await basile.press("Ouvrir");
    await basile.press("Annuler l'action");
    await basile.press("Annuler l'action");
    assert.equal(stored(disk, "session")[0]?.["state"], "cancelled");
    await undoCancelledSessions(chat.product.services);
    const { items } = await chat.product.services.store.list({ kind: "session", key: "toUndo", limit: 5 });
    assert.deepEqual(items, [], "it is looked at again for ever, and keeps others from being told");
  });

  it("whose parcours ended before the first day is not called there", async () => {
    await register(basile, { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "end" });
    await basile.press("Mettre fin au parcours", { how: "death" });
    assert.match(said(basile), /Fin du parcours/);
    assert.doesNotMatch((await attendance()).text, /Benali/, "the name of somebody who died goes round the table");
  });

  it("a death is noted once the parcours has ended: nothing is asked, nobody is waited for, and the first way out is the one that counts", async () => {
    const parcours = async (choice: string): Promise<void> => {
      await basile.say(`fiche ${CODE}`);
      await basile.press("Parcours");
      await basile.press("Ouvrir", { choice });
    };
    await parcours("end");
    const job: Fill = { how: "lastingJob", why: "Un CDI à la cantine.", door: "comeBack", words: "Bonne suite." };
    await basile.press("Mettre fin au parcours", job);
    const due = (stored(disk, "summary")[0]?.["due"] ?? []) as { milestone: string }[];
    assert.deepEqual(
      due.map(({ milestone }) => milestone),
      ["esfExit", "exitFollowUp", "esfLater"],
      "news are asked six months later, and the questionnaires of the exit",
    );
    await parcours("death");
    assert.match(said(basile), /seul un décès se note encore/);
    await basile.press("Mettre fin au parcours", {});
    assert.match(said(basile), /choisissez une raison/);
    await basile.press("Mettre fin au parcours", { how: "death" });
    assert.match(said(basile), /Plus aucun rappel, courrier ni message/);
    assert.match(
      said(basile),
      /Fin du parcours : emploi durable, le 24 novembre 2026 · Décès noté le 24 novembre 2026/,
    );
    assert.deepEqual(stored(disk, "summary")[0]?.["due"], []);
    const { text } = await page();
    assert.doesNotMatch(text, /cantine/, "what was said of a job is read under a death");
    assert.equal(stored(disk, "endingWords")[0]?.["why"], job["why"]);
    const head = caseFile.parse(stored(disk, "case")[0]);
    assert.deepEqual(leaveOf(head, true), { how: "lastingJob", on: "2026-11-24" });
    await parcours("death");
    assert.match(said(basile), /Cette fiche est fermée/, "it is noted twice");
  });
});
