/** What was typed of actions, suspensions and endings may say what health changes: it goes when the agreement on health is withdrawn. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Json, type Person } from "../support/chat.ts";
import { anAction, aPmsmp } from "../support/a-bilan.ts";
import { enter, register, said, startChat, stored, TODAY } from "./steps.ts";

const CODE = "P-2026-0001";
const CANARY = "CanariDeSante";

describe("What was typed of actions, suspensions and endings, once the agreement on health is withdrawn", () => {
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  const go = async (verb: string, data: Json): Promise<void> => {
    const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
    const about = { type: "invoke", name: "adaptiveCard/action", replyToId: basile.messageId, value };
    basile.card = await basile.invoke(basile.activity(about));
  };
  const left = (): string[] =>
    [...disk.documents.values()].filter(({ json }) => json.includes(CANARY)).map(({ kind, id }) => `${kind} ${id}`);
  const kindsLeft = (): string[] => [...new Set(left().map((one) => one.split(" ", 1)[0] ?? ""))].sort();
  const withdraw = async (): Promise<void> => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.match(said(basile), /est effacé/);
  };
  const choose = async (choice: string): Promise<void> => {
    await go("path.open", { code: CODE });
    await basile.press("Ouvrir", { choice });
  };

  /** Put off for health, an action prepared and renewed, a point of the path, a suspension, and what waits in each form. */
  const typed = async (): Promise<void> => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Planifier une action");
    await basile.press("Changer de type", { type: "differee" });
    await basile.press("Enregistrer", { reason: "health", words: CANARY, againOn: "15/12/2026" });
    assert.match(said(basile), /différée/);
    const before = { code: CODE, from: "2026-11-16", until: "2026-11-20" };
    const prepared = { referent: `${CANARY} 1`, learn: `${CANARY} 2`, show: `${CANARY} 3`, observe: ["horaires"] };
    const renews = { action: "act-1", why: `${CANARY} pas allé au bout` };
    const common = { schemaVersion: 1, code: CODE, parcours: 1, on: TODAY, by: BASILE } as const;
    const { ok } = await chat.product.services.store.commit([
      { op: "put", doc: anAction({ ...before, id: "act-1", pmsmp: aPmsmp() }), expected: "new" },
      {
        op: "put",
        doc: { ...anAction({ ...before, id: "act-2", pmsmp: { ...aPmsmp(), renews } }), preparation: prepared },
        expected: "new",
      },
      {
        op: "put",
        doc: {
          kind: "checkpoint",
          ...common,
          edition: 9,
          agreed: CANARY,
          nextOn: "2027-02-24",
          at: `${TODAY}T09:00:00.000Z`,
        },
        expected: "new",
      },
    ]);
    assert.ok(ok);
    await go("preparation.open", { code: CODE, action: "act-1" });
    await basile.press("Retour à l'action", { referent: CANARY });
    await choose("pause");
    await basile.press("Suspendre", { reason: "illness", from: TODAY, returnOn: "2026-12-07" });
    await choose("end");
    await basile.press("Annuler", { how: "request", why: CANARY });
  };

  it("is gone, said or still waiting in a form; the dates stay", async () => {
    await typed();
    assert.deepEqual(kindsLeft(), ["action", "actionDeferral", "checkpoint", "draft"], "nothing is proved");
    await withdraw();
    assert.deepEqual(left(), []);
    const [deferral] = stored(disk, "actionDeferral");
    assert.equal(deferral?.["againOn"], "2026-12-15", "the day on which it is looked at again is lost");
    assert.notEqual(deferral["reason"], "health", "it still says that it was put off for health");
    const [head] = stored(disk, "case");
    assert.deepEqual(head?.["pauses"], [{ from: TODAY, returnOn: "2026-12-07", resumedOn: null, reason: null }]);
    const action = stored(disk, "action").find(({ id }) => id === "act-2");
    assert.deepEqual(
      (action?.["preparation"] as Json)["observe"],
      ["horaires"],
      "what is observed of the work is lost",
    );
    const trail = stored(disk, "event", "audit").filter(
      ({ act, what, details }) => (act ?? what) === "action.deferred" && JSON.stringify(details).includes("health"),
    );
    assert.deepEqual(trail, [], "a trail that stays says that it was for health");
  });

  it("is gone from how a parcours was ended, whose reason and door stay", async () => {
    await choose("end");
    await basile.press("Mettre fin au parcours", { how: "request", why: CANARY, door: "comeBack", words: CANARY });
    assert.deepEqual(kindsLeft(), ["endingWords"], "nothing is proved");
    await withdraw();
    assert.deepEqual(left(), []);
    const [head] = stored(disk, "case");
    assert.equal((head?.["ended"] as Json)["door"], "comeBack");
  });
});
