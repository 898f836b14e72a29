/** Whoever comes back after their file was archived or erased: nobody but the coordinatrice learns that they were known, and a new file is made. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { importPage, importState } from "../../src/contracts/import.ts";
import { retentionPage } from "../../src/contracts/retention.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { listRetention } from "../../src/use-cases/list-retention.ts";
import { BASILE, EUGENIE, FANTINE, type Chat, type Person } from "../support/chat.ts";
import { movableClock, register, said, startChat } from "./steps.ts";

const CODE = "P-2026-0001";
const FILE = [
  "N° dossier;Prénom;Nom;Date de naissance;Date d'orientation;Référent",
  "A1;Amina;Benali;12/03/1984;2 novembre 2026;Basile Tilleul",
].join("\n");

describe("Whoever comes back after their file was archived or erased", () => {
  let chat: Chat;
  let basile: Person;
  const clock = movableClock();

  const api = async (who: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${chat.port}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "x-local-member": who, "content-type": "application/json", "idempotency-key": randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.equal(answer.status, 200, text);
    return JSON.parse(text);
  };
  const settle = (what: object) =>
    api(EUGENIE, "/api/retention/settle", { month: clock.today().slice(0, 7), code: CODE, what });
  const page = async () => retentionPage.parse(await api(EUGENIE, "/api/retention"));
  before(async () => {
    chat = await startChat({ clock });
    basile = chat.person(BASILE);
    const file = Buffer.from(FILE).toString("base64");
    const { run } = importState.parse(await api(FANTINE, "/api/import", { file }));
    await api(FANTINE, `/api/import/${run}/apply`, { onlyRight: false, choices: [] });
    await applyImports(chat.product.services);
    clock.move(800);
    await listRetention(chat.product.services);
  });
  after(() => chat.stop());

  it("is taken up again by nobody once it is archived, even from a card that was shown before", async () => {
    await register(basile);
    assert.match(said(basile), new RegExp(CODE), "while it is in use, it is shown");
    const shown = basile.card;
    await settle({ how: "archived", ground: "litigation" });
    await basile.press("Rouvrir", { choice: CODE });
    assert.doesNotMatch(said(basile), new RegExp(CODE));
    assert.equal((await chat.product.services.store.get("case", CODE))?.doc.retired?.as, "archived");
    basile.card = shown;
    await basile.press("C'est une autre personne");
    assert.match(said(basile), /P-2029-0001/);
  });

  it("is met by nobody who registers them, and the coordinatrice reads that they may be back", async () => {
    const [archived] = (await page()).archived;
    assert.deepEqual(archived?.again, ["P-2029-0001"]);
  });

  it("is left alone by an import, in the same words whether archived or erased, but for the coordinatrice", async () => {
    const file = Buffer.from(FILE).toString("base64");
    const { run } = importState.parse(await api(FANTINE, "/api/import", { file }));
    const lineFor = async (who: string) =>
      importPage.parse(await api(who, `/api/import/${run}?show=plan.aside`)).lines[0];
    const seen = await lineFor(FANTINE);
    assert.equal(seen?.code, null);
    assert.match(seen.problems[0] ?? "", /l'import n'y touche pas/);
    assert.doesNotMatch(JSON.stringify(seen), /archiv|effac/);
    assert.match((await lineFor(EUGENIE))?.problems[0] ?? "", /archivé/);
    await api(EUGENIE, "/api/retention/erase", { code: CODE, rev: (await page()).archived[0]?.rev });
    const again = importState.parse(await api(FANTINE, "/api/import", { file }));
    const after = importPage.parse(await api(FANTINE, `/api/import/${again.run}?show=plan.aside`)).lines[0];
    assert.deepEqual(after?.problems, seen.problems);
    assert.equal(after.code, null);
  });
});
