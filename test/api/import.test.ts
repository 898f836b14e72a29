/** A file of the PLIE's own software, brought in: what it would do is said first, then each line is done once, whatever happens meanwhile. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  IMPORT_LISTS,
  importPage,
  importState,
  type ImportList,
  type ImportState,
} from "../../src/contracts/import.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { LINE_LISTS } from "../../src/use-cases/see-import.ts";
import { movableClock, type MovableClock } from "../conversation/steps.ts";
import { BASILE, Chat, FANTINE } from "../support/chat.ts";

const TITLES = "N° dossier;Prénom;Nom;Date de naissance;Commune;Téléphone;Date d'orientation;Référent";
const fileOf = (...lines: readonly string[]): string => [TITLES, ...lines].join("\r\n");
const ANNE = "A1;Anne;Martin-Exemple;12/03/1984;Chenôve;06 12 34 56 78;2 novembre 2026;Basile Tilleul";
const PAUL = "A2;Paul;Essai;1990-01-31;21000 Dijon;612345679;02-11-2026;TILLEUL Basile";

describe("A file of the PLIE's own software", () => {
  let chat: Chat;
  let clock: MovableClock;
  beforeEach(async () => {
    clock = movableClock();
    chat = await Chat.start({ clock });
  });
  afterEach(() => chat.stop());

  const send = async (path: string, body?: unknown, member = FANTINE): Promise<{ status: number; body: unknown }> => {
    const headers = { "x-local-member": member, "content-type": "application/json" };
    const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${chat.port}${path}`, init);
    return { status: response.status, body: await response.json() };
  };
  const upload = (file: string | Buffer, member = FANTINE) =>
    send("/api/import", { file: Buffer.from(file).toString("base64") }, member);
  const read = async (file: string | Buffer): Promise<ImportState> => {
    const answer = await upload(file);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return importState.parse(answer.body);
  };
  const start = (run: string, choices: readonly unknown[] = [], onlyRight = false) =>
    send(`/api/import/${run}/apply`, { onlyRight, choices });
  const page = async (run: string, show: ImportList) => {
    const answer = await send(`/api/import/${run}?show=${show}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return importPage.parse(answer.body);
  };
  const apply = async (run: string, choices: readonly unknown[] = [], onlyRight = false): Promise<ImportState> => {
    const started = await start(run, choices, onlyRight);
    assert.equal(started.status, 200, JSON.stringify(started.body));
    await applyImports(chat.product.services);
    return (await page(run, "plan.refused")).import;
  };

  it("says what it would do, does it once the human says so, and the same file again changes nothing", async () => {
    const first = await read(fileOf(ANNE, PAUL));
    assert.deepEqual([first.lines, first.plans.create, first.state], [2, 2, "read"]);
    assert.equal((await chat.product.services.store.list({ kind: "case", key: "all", limit: 5 })).items.length, 0);
    const done = await apply(first.run);
    assert.deepEqual([done.state, done.ends.created], ["done", 2]);
    const created = (await page(first.run, "end.created")).lines;
    const anne = await chat.product.services.store.get("identity", created[0]?.code ?? "");
    assert.equal(anne?.doc.familyName, "Martin-Exemple");
    assert.deepEqual([anne.doc.referentId, anne.doc.birthDate, anne.doc.commune], [BASILE, "1984-03-12", "21166"]);
    const head = await chat.product.services.store.get("case", anne.doc.code);
    assert.deepEqual([head?.doc.status, head?.doc.entry, head?.doc.orientedOn], ["oriented", null, "2026-11-02"]);
    const again = await read(fileOf(ANNE, PAUL));
    assert.deepEqual([again.plans.same, again.plans.create, again.toDo], [2, 0, 0]);
  });

  it("is not there any more once its lines are gone: what was done of it is", async () => {
    const [waits, done] = [await read(fileOf(ANNE)), await read(fileOf(PAUL))];
    await apply(done.run);
    clock.move(8);
    for (const answer of [await send(`/api/import/${waits.run}`), await start(waits.run)])
      assert.deepEqual([answer.status, (answer.body as { code?: string }).code], [404, "notFound"]);
    assert.equal((await page(done.run, "end.created")).import.ends.created, 1);
  });

  it("brings up to date what the file corrects, and keeps what was corrected in Repère since", async () => {
    const first = await read(fileOf(ANNE));
    await apply(first.run);
    const code = (await page(first.run, "end.created")).lines[0]?.code ?? "";
    const corrected = await read(fileOf(ANNE.replace("06 12 34 56 78", "06 99 99 99 99")));
    assert.equal(corrected.plans.update, 1);
    assert.deepEqual((await page(corrected.run, "plan.update")).lines[0]?.changes, [
      { field: "Téléphone", from: "06 12 34 56 78", to: "06 99 99 99 99" },
    ]);
    const identity = await chat.product.services.store.get("identity", code);
    assert.ok(identity !== undefined);
    // Somebody corrects it in Repère before the import is begun.
    const moved = { ...identity.doc, phone: "07 00 00 00 00" };
    await chat.product.services.store.commit([{ op: "put", doc: moved, expected: identity.version }]);
    assert.equal((await apply(corrected.run)).ends.conflict, 1);
    assert.equal((await chat.product.services.store.get("identity", code))?.doc.phone, "07 00 00 00 00");
  });

  it("says each error with its line and its column, and takes nothing of the file until the human says what is left", async () => {
    const wrong = ANNE.replace("12/03/1984", "12/03/84")
      .replace("06 12", "six")
      .replace("Basile Tilleul", "Personne Inconnue");
    const run = await read(fileOf(wrong, PAUL));
    assert.equal(run.plans.refused, 1);
    const said = (await page(run.run, "plan.refused")).lines[0]?.problems ?? [];
    assert.equal(said.length, 3);
    assert.match(said[0] ?? "", /^Ligne 2, « Date de naissance » \(« 12\/03\/84 »\) : écrivez l'année en entier/);
    assert.equal((await start(run.run)).status, 400);
    assert.equal((await apply(run.run, [], true)).ends.created, 1);
  });

  it("shows who may be the same person, and does what the human chose", async () => {
    const first = await read(fileOf(ANNE));
    await apply(first.run);
    const code = (await page(first.run, "end.created")).lines[0]?.code ?? "";
    const other = await read(fileOf(ANNE.replace("A1;", "B7;")));
    assert.equal(other.plans.duplicate, 1);
    assert.equal((await page(other.run, "plan.duplicate")).lines[0]?.mayBe[0]?.code, code);
    assert.equal((await start(other.run)).status, 400, "nobody chose");
    assert.equal((await apply(other.run, [{ line: 2, choice: code }])).ends.same, 1);
    assert.equal((await read(fileOf(ANNE.replace("A1;", "B7;")))).plans.same, 1);
    const cases = await chat.product.services.store.list({ kind: "case", key: "all", limit: 5 });
    assert.equal(cases.items.length, 1);
  });

  it("registers each line once when two instances go on with the same import", async () => {
    const many = Array.from(
      { length: 12 },
      (_, index) => `Z${index};Prénom${index};Nom${index};${10 + index}/03/1984;;;;BT`,
    );
    const run = await read(fileOf(...many));
    assert.equal((await start(run.run)).status, 200);
    await Promise.all([
      applyImports(chat.product.services),
      applyImports({ ...chat.product.services, store: chat.product.services.store }),
    ]);
    assert.equal((await page(run.run, "end.created")).import.ends.created, 12);
    assert.equal((await chat.product.services.store.list({ kind: "case", key: "all", limit: 50 })).items.length, 12);
  });

  it("refuses what is no CSV, what lacks a column, and who may not", async () => {
    const titles = async (file: string | Buffer) => JSON.stringify((await upload(file)).body);
    assert.match(await titles("PK\u0003\u0004…"), /enregistrez en CSV/);
    assert.match(await titles(""), /vide/);
    assert.match(await titles(TITLES), /que ses titres/);
    assert.match(await titles("Prénom;Nom\nA;B"), /Il manque une colonne pour : numéro dans le logiciel/);
    assert.match(await titles("Id;Identifiant;Prénom;Nom;Référent\n1;2;A;B;BT"), /disent la même chose/);
    assert.match(await titles(`${TITLES}\nA1;"Anne`), /Ligne 2 : un guillemet est ouvert/);
    const renamed = await titles("Id;Prénom;Nom;Conseiller\n1;A;B;BT");
    assert.match(renamed, /une colonne pour : référent·e[\s\S]*« Conseiller »[\s\S]*Renommez la colonne/);
    const untitled = await titles(`${ANNE}\n${PAUL}`);
    assert.match(untitled, /Aucun titre de colonne connu/);
    assert.doesNotMatch(untitled, /Martin-Exemple/, "somebody's line is no title");
    assert.equal((await upload(fileOf(ANNE), BASILE)).status, 403);
  });

  it("is read under the heading that its software writes, in the words of people, whoever it names as référent·e", async () => {
    const above = "Participants au 27/11/2026\r\n\r\n";
    const first = await read(above + fileOf(ANNE));
    await apply(first.run);
    const next = "A1;Anne;Martin-Exemple;13/03/1984;Dijon;06 12 34 56 78;;Alix Lavande";
    const corrected = await read(Buffer.from(above + fileOf(next), "latin1"));
    const line = (await page(corrected.run, "plan.update")).lines[0];
    assert.ok(line !== undefined);
    assert.equal(line.line, 4);
    assert.deepEqual(line.changes, [
      { field: "Date de naissance", from: "12 mars 1984", to: "13 mars 1984" },
      { field: "Commune", from: "Chenôve", to: "Dijon" },
    ]);
    assert.equal(line.warnings.length, 1, line.warnings.join());
    assert.match(line.warnings[0] ?? "", /^Ligne 4 : le fichier nomme un·e autre référent·e que Repère/);
  });

  it("reads the example that config/README.md shows", async () => {
    const example = await read(readFileSync(new URL("../fixtures/personnes.csv", import.meta.url)));
    assert.deepEqual([example.lines, example.plans.create, example.ignored], [2, 2, []]);
  });

  it("reads the lists that the contract names", () => {
    assert.deepEqual([...LINE_LISTS].sort(), [...IMPORT_LISTS].sort());
  });
});
