/** Two records of one person become one: nothing that was tried, planned or handed over is lost with the record that closes. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Json, type Person } from "../support/chat.ts";
import { anAction } from "../support/a-bilan.ts";
import { AMINA, enter, register, said, startChat, stored } from "./steps.ts";

const [KEPT, CLOSED] = ["P-2026-0001", "P-2026-0002"];
const OTHER = { ...AMINA, Nom: "Sarr", "Date de naissance": "01/02/1990" };

describe("Two records that become one, once things are in motion", () => {
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  const merge = async (): Promise<void> => {
    await basile.say(`fiche ${CLOSED}`);
    await basile.press("Gérer la fiche");
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: KEPT });
    await basile.press(`Fusionner : garder ${KEPT}`);
    assert.match(said(basile), /n'en font plus qu'une/);
  };
  const head = (code = KEPT): Json => stored(disk, "case").find((doc) => doc["code"] === code) ?? {};
  const due = (code = KEPT): string[] =>
    ((stored(disk, "summary").find((doc) => doc["code"] === code)?.["due"] ?? []) as { milestone: string }[]).map(
      ({ milestone }) => milestone,
    );

  it("keeps what was tried to meet the person, and the appointment that was given", async () => {
    await register(basile);
    await register(basile, OTHER);
    await basile.say(`contacts ${CLOSED}`);
    await basile.press("Noter", { result: "appointment", appointmentOn: "2026-12-01" });
    assert.ok(due().includes("firstContact"), "nothing is proved");
    await merge();
    await basile.say(`contacts ${KEPT}`);
    assert.match(said(basile), /Rendez-vous pris/, "the attempt is lost");
    assert.equal(head()["firstContactOn"], "2026-11-24");
    assert.deepEqual(head()["appointment"], { on: "2026-12-01", missedOn: null });
    assert.ok(!due().includes("firstContact"), "somebody who was reached is still to be reached");
    assert.deepEqual(due(CLOSED), []);
  });

  it("keeps an action that is planned, put off or attended with others", async () => {
    await register(basile);
    await enter(basile);
    await register(basile, OTHER);
    await enter(basile);
    await basile.say(`fiche ${CLOSED}`);
    await basile.press("Planifier une action");
    await basile.press("Changer de type", { type: "differee" });
    await basile.press("Enregistrer", { reason: "family", againOn: "15/12/2026" });
    const of = { kind: "session", schemaVersion: 1, id: "s-1", edition: 1, what: "atelier", title: "CV" } as const;
    const when = { from: "2026-11-20", until: "2026-11-20", minutes: 180, place: "Dijon", places: 10 } as const;
    const who = { leader: "Basile Tilleul", leaderId: BASILE, codes: [CLOSED], came: [CLOSED], by: BASILE };
    const there = { id: "act-9", code: CLOSED, what: "atelier", pmsmp: null, session: "s-1", from: when.from };
    const { ok } = await chat.product.services.store.commit([
      { op: "put", doc: { ...of, ...when, ...who, state: "open", at: "2026-11-20T09:00:00.000Z" }, expected: "new" },
      { op: "put", doc: anAction({ ...there, until: when.until }), expected: "new" },
    ]);
    assert.ok(ok);
    await merge();
    await basile.say(`actions ${KEPT}`);
    assert.match(said(basile), /différée le 24 novembre 2026/);
    assert.match(said(basile), /Atelier/i, "the action is lost");
    assert.equal((head()["activation"] as Json)["deferredOn"], "2026-11-24");
    const [session] = stored(disk, "session");
    assert.deepEqual([session?.["codes"], session?.["came"]], [[KEPT], [KEPT]]);
  });
});
