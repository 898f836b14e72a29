/** Two years without a contact: the list of the month, what the coordinatrice confirms, and nothing of the person left anywhere. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { retentionPage } from "../../src/contracts/retention.ts";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { listRetention } from "../../src/use-cases/list-retention.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { BASILE, cardIn, DORIAN, EUGENIE, textOf, type Chat, type Person } from "../support/chat.ts";
import { AMINA, enter, movableClock, register, startChat, type MovableClock } from "./steps.ts";

const CODE = "P-2026-0001";
const CANARY = /canari/i;

describe("A file that nobody has used for two years", () => {
  let chat: Chat;
  let clock: MovableClock;
  let referent: Person;
  let folder: string;
  /** What somebody else does once an erasure is decided and before it is written. */
  let beforeItGoes: (() => Promise<void>) | null = null;

  const api = async (who: string, path: string, body?: unknown): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`http://127.0.0.1:${chat.port}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "x-local-member": who, "content-type": "application/json", "idempotency-key": randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const page = async () => retentionPage.parse(JSON.parse((await api(EUGENIE, "/api/retention")).text));
  const settle = (what: object, who = EUGENIE) =>
    api(who, "/api/retention/settle", { month: clock.today().slice(0, 7), code: CODE, what });
  const filesWithCanary = (): string[] =>
    readdirSync(folder).filter((name) => CANARY.test(readFileSync(join(folder, name), "latin1")));
  const shown = (): string[] => [
    ...new Map(
      chat.teams.received.flatMap((request): [string, string][] =>
        request.method === "PUT" ? [[request.path.split("/").at(-1) ?? "", textOf(cardIn(request.body))]] : [],
      ),
    ).values(),
  ];

  beforeEach(async () => {
    clock = movableClock();
    folder = mkdtempSync(join(tmpdir(), "repere-erased-file-"));
    chat = await startChat({
      clock,
      openStore: async (plieId) => {
        const file = join(folder, "repere.db");
        const store = await createSqliteStore({ file, plieId, now: () => clock.now() });
        const commit: Store["commit"] = async (writes) => {
          const meanwhile = beforeItGoes;
          if (writes.some((write) => write.op === "put" && write.doc.kind === "erased")) {
            beforeItGoes = null;
            await meanwhile?.();
          }
          return store.commit(writes);
        };
        return { ...store, commit };
      },
    });
    referent = chat.person(BASILE);
    await register(referent, { ...AMINA, Prénom: "Canaria", Nom: "Canarinom", "Adresse (facultatif)": "1 rue Canari" });
    await enter(referent);
    await referent.press("Ouvrir", { target: "logement" });
    await referent.press("Enregistrer et continuer", { severity: "2", impact: "2", facts: "CANARI des notes" });
    await projectCases(chat.product.services);
    clock.move(800);
    await listRetention(chat.product.services);
  });
  afterEach(async () => {
    await chat.stop();
    rmSync(folder, { recursive: true });
  });

  it("says, beside what is proposed, that something the person asked still waits for an answer", async () => {
    assert.equal((await page()).list?.lines[0]?.asked, null, "nothing was asked yet");
    const receivedOn = clock.today();
    await referent.say(`droits ${CODE}`);
    await referent.press("Noter une demande");
    await referent.press("Enregistrer", { what: "copy", contested: "", receivedOn, words: "" });
    clock.move(31);
    await listRetention(chat.product.services);
    const [line] = (await page()).list?.lines ?? [];
    const request = (await chat.product.services.store.list({ kind: "rightsRequest", key: `case:${CODE}`, limit: 1 }))
      .items;
    assert.deepEqual([line?.moved, line?.asked], [false, request[0]?.doc.dueOn], "erased before it is answered");
  });

  it("is in the list of the month, once, and goes whole when the coordinatrice confirms it", async () => {
    await listRetention(chat.product.services);
    const { list } = await page();
    assert.deepEqual(
      list?.lines.map(({ code, proposes }) => [code, proposes]),
      [[CODE, "noContact"]],
    );
    assert.ok(filesWithCanary().length > 0, "the canaries never reached the file: nothing is proved");
    assert.equal((await settle({ how: "erased" }, DORIAN)).status, 404);
    assert.equal((await settle({ how: "erased" })).status, 200);
    const { store } = chat.product.services;
    await projectCases(chat.product.services);
    await chat.product.outbox.drain();
    await store.purge();
    assert.deepEqual(filesWithCanary(), [], "words about the person are still on the disk");
    assert.deepEqual(
      shown().filter((text) => CANARY.test(text)),
      [],
      "words about the person are still read in Teams",
    );
    assert.doesNotMatch(JSON.stringify(chat.log.lines), CANARY);
    assert.deepEqual((await verifyAudit(chat.product.services)).faults, []);
    assert.equal((await api(EUGENIE, `/api/participants/${CODE}`)).status, 404);
    await referent.say(`fiche ${CODE}`);
    assert.doesNotMatch(referent.text, CANARY);
  });

  it("is archived with a ground: opened by the coordinatrice in the tab only, and put back in use with a reason", async () => {
    assert.equal((await settle({ how: "archived", ground: "litigation" })).status, 200);
    await projectCases(chat.product.services);
    assert.equal((await api(DORIAN, `/api/participants/${CODE}`)).status, 404);
    assert.equal((await api(BASILE, `/api/participants/${CODE}`)).status, 404);
    assert.equal((await api(EUGENIE, `/api/participants/${CODE}`)).status, 200);
    assert.doesNotMatch((await api(EUGENIE, "/api/participants")).text, CANARY);
    await referent.say("participants canarinom");
    assert.doesNotMatch(referent.text, /P-2026-0001/);
    const [archived] = (await page()).archived;
    const reopened = await api(EUGENIE, "/api/retention/unarchive", { code: CODE, rev: archived?.rev, why: "error" });
    assert.equal(reopened.status, 200);
    assert.equal((await api(DORIAN, `/api/participants/${CODE}`)).status, 200);
  });

  const everyEvent = async (): Promise<readonly string[]> => {
    const { items } = await chat.product.services.store.list({ kind: "event", key: `case:${CODE}`, limit: 90 });
    return items.map(({ doc }) => doc.what);
  };

  it("is erased once where two confirm it at the same moment: one chain, whole, and whoever came second is told", async () => {
    const answers = await Promise.all([
      settle({ how: "erased" }),
      settle({ how: "erased" }),
      settle({ how: "erased" }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409], JSON.stringify(answers));
    const other = answers.find(({ status }) => status === 409)?.text ?? "";
    assert.match(other, /"title":"[^"]+"/);
    assert.doesNotMatch(other, CANARY);
    const { store } = chat.product.services;
    assert.deepEqual(
      (await everyEvent()).filter((what) => what === "case.erased"),
      ["case.erased"],
    );
    const { items } = await store.list({ kind: "audit", key: `chain:case.${CODE}`, limit: 90 });
    assert.equal(items.filter(({ doc }) => doc.act === "case.erased").length, 1);
    assert.deepEqual((await verifyAudit(chat.product.services)).faults, []);
    assert.equal((await page()).list?.lines[0]?.settled?.how, "erased");
    await projectCases(chat.product.services);
    await chat.product.outbox.drain();
    await store.purge();
    assert.deepEqual(filesWithCanary(), []);
  });

  it("is erased, or archived, where two who decide otherwise confirm at the same moment: never both", async () => {
    const answers = await Promise.all([
      settle({ how: "archived", ground: "litigation" }),
      settle({ how: "erased" }),
      settle({ how: "accompanied", way: "call", on: clock.today() }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409], JSON.stringify(answers));
    const settled = (await page()).list?.lines[0]?.settled?.how;
    const retired = (await chat.product.services.store.get("case", CODE))?.doc.retired?.as;
    assert.equal(settled, retired ?? "accompanied", "what is shown is not what was done");
  });

  it("is left alone where somebody writes of the person between what was confirmed and its erasure", async () => {
    await referent.say(`contacts ${CODE}`);
    beforeItGoes = () => referent.press("Noter", { result: "spoke" }).then(() => undefined);
    const answer = await settle({ how: "erased" });
    assert.equal(beforeItGoes, null, "nothing happened meanwhile: nothing is proved");
    assert.equal(answer.status, 409, answer.text);
    assert.equal((await chat.product.services.store.get("case", CODE))?.doc.retired, null);
    assert.equal(await chat.product.services.store.get("erased", CODE), undefined);
    assert.ok(!(await everyEvent()).includes("case.erased"));
  });

  it("takes what comes at the same moment with it, or is left alone for it", async () => {
    await referent.say(`contacts ${CODE}`);
    const [answer] = await Promise.all([settle({ how: "erased" }), referent.press("Noter", { result: "spoke" })]);
    const { store } = chat.product.services;
    const retired = (await store.get("case", CODE))?.doc.retired?.as ?? null;
    assert.equal(retired, answer.status === 200 ? "erased" : null);
    await projectCases(chat.product.services);
    const attempts = await store.list({ kind: "attempt", key: `case:${CODE}`, limit: 9 });
    assert.equal(attempts.items.length, retired === null ? 1 : 0);
    assert.deepEqual((await verifyAudit(chat.product.services)).faults, []);
  });

  it("is left alone once it moved since the list was made", async () => {
    await referent.say(`contacts ${CODE}`);
    await referent.press("Noter", { result: "spoke" });
    const refusedNow = await settle({ how: "erased" });
    assert.equal(refusedNow.status, 409, refusedNow.text);
    assert.equal((await chat.product.services.store.get("case", CODE))?.doc.retired, null);
    assert.equal((await page()).list?.lines[0]?.moved, true);
  });

  it("stays in use with a contact that had not been noted", async () => {
    await referent.say(`fiche ${CODE}`);
    const kept = await settle({ how: "accompanied", way: "call", on: clock.today() });
    assert.equal(kept.status, 200);
    assert.equal((await settle({ how: "erased" })).status, 409);
    assert.equal((await api(DORIAN, `/api/participants/${CODE}`)).status, 200);
  });
});
