/** A référent is told of the people whom an import brought to them: once, in their own chat, without a name where everybody looks. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { importState } from "../../src/contracts/import.ts";
import type { CaseMove } from "../../src/domain/people/absence.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { ALIX, BASILE, FANTINE, type Chat } from "../support/chat.ts";
import { movableClock, said, startChat, stored } from "./steps.ts";

const FAMILIES = ["Auger", "Blin", "Carré", "Doré", "Emery", "Faure", "Girod"];
const lineOf = (family: string, index: number): string =>
  `A${index};Zélie;${family};0${index + 1}/03/19${70 + index};02/11/2026;Basile Tilleul`;
const TITLES = "N° dossier;Prénom;Nom;Date de naissance;Date d'orientation;Référent";

describe("The people whom an import brings to a référent", () => {
  let disk: MemoryDisk;
  let chat: Chat;
  const clock = movableClock();
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, clock });
    for (const who of [BASILE, ALIX]) await chat.person(who).say("accueil");
  });
  afterEach(() => chat.stop());

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${chat.port}${path}`, {
      method: "POST",
      headers: { "x-local-member": FANTINE, "content-type": "application/json", "idempotency-key": randomUUID() },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200);
    return answer.json();
  };
  const begin = async (lines: readonly string[]): Promise<string> => {
    const file = Buffer.from([TITLES, ...lines].join("\n")).toString("base64");
    const { run } = importState.parse(await post("/api/import", { file }));
    await post(`/api/import/${run}/apply`, { onlyRight: false, choices: [] });
    return run;
  };
  const told = () =>
    stored(disk, "outbox").flatMap((doc) => {
      const screen = doc["screen"] as { screen: string; run: string; count: number };
      return screen.screen === "imported" ? [{ to: doc["memberId"], run: screen.run, count: screen.count }] : [];
    });

  it("are told once, however many instances go on with it, and nothing is told of who was known already", async () => {
    const run = await begin(FAMILIES.map(lineOf));
    const other = { ...chat.product.services, store: createMemoryStore({ now: () => clock.now(), disk }) };
    await Promise.all([applyImports(chat.product.services), applyImports(other)]);
    await Promise.all([applyImports(chat.product.services), applyImports(other)]);
    assert.deepEqual(told(), [{ to: BASILE, run, count: FAMILIES.length }]);
    const again = await begin([...FAMILIES.map(lineOf), lineOf("Hamel", 7)]);
    await applyImports(chat.product.services);
    assert.deepEqual(
      told()
        .map(({ count }) => count)
        .sort(),
      [1, FAMILIES.length],
      again,
    );
  });

  it("stand on the card by first name and code, a few of them; the notification names nobody", async () => {
    const basile = chat.person(BASILE);
    await begin(FAMILIES.map(lineOf));
    await applyImports(chat.product.services);
    await basile.receive();
    const message = chat.teams.messagesOf(basile.conversationId).at(-1)?.contents.at(-1);
    assert.match(
      said(basile),
      /7 personnes vous sont confiées[\s\S]*Zélie A\. · P-2026-0001[\s\S]*et 2 autres personnes/,
    );
    for (const family of FAMILIES) assert.ok(!JSON.stringify(message).includes(family), `${family} is named whole`);
    assert.equal(message?.["summary"], "Un message de Repère");
    await basile.press("Mes participants");
    assert.match(said(basile), /Zélie A\. · P-2026-0001/);
  });

  it("are covered at once by whoever stands in for the référent, who is told of them as well, with the name of whom they stand in for", async () => {
    const today = clock.now().toISOString().slice(0, 10);
    const absence: CaseMove = {
      ...{ kind: "caseMove", schemaVersion: 1, id: "m1", what: "absence", code: null, fromId: BASILE, toId: ALIX },
      ...{ from: today, until: today, why: "absence", state: "applied", by: BASILE, settledBy: null },
      at: `${today}T08:00:00.000Z`,
    };
    await chat.product.services.store.commit([{ op: "put", doc: absence }]);
    const run = await begin(FAMILIES.slice(0, 2).map(lineOf));
    await applyImports(chat.product.services);
    assert.deepEqual(
      told().toSorted((one, other) => String(one.to).localeCompare(String(other.to))),
      [
        { to: ALIX, run, count: 2 },
        { to: BASILE, run, count: 2 },
      ],
    );
    const alix = chat.person(ALIX);
    await alix.receive();
    assert.match(said(alix), /2 personnes[^\n]*Basile Tilleul[\s\S]*suppl[\s\S]*Zélie A\. · P-2026-0001/);
    await alix.press("Mes participants");
    assert.match(said(alix), /Zélie A\. · P-2026-0001/);
  });
});
