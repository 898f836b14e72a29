/** Files that nobody should send, brought in to the import: refused early, in words, and nothing is kept of them. */
import assert from "node:assert/strict";
import { importPage, importState } from "../../src/contracts/import.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { movableClock, startChat } from "../conversation/steps.ts";
import { MEGABYTE, sendGigabyte } from "../support/a-gigabyte.ts";
import { BASILE, DORIAN, FANTINE, type Chat } from "../support/chat.ts";
import { ownTmp } from "../support/own-tmp.ts";

const TITLES = "N° dossier;Prénom;Nom;Date de naissance;Commune;Téléphone;Date d'orientation;Référent";
const ANNE = "A1;Qxlanne;Qxlmartin;12/03/1984;Chenôve;06 12 34 56 78;2 novembre 2026;Basile Tilleul";
const fileOf = (...lines: readonly string[]): string => [TITLES, ...lines].join("\r\n");

describe("A file that should not have been sent", function () {
  this.timeout(60_000);
  const clock = movableClock();
  const { left } = ownTmp();
  let chat: Chat;
  before(async () => {
    chat = await startChat({ clock });
  });
  after(() => chat.stop());

  const send = async (path: string, body: unknown, member = FANTINE): Promise<{ status: number; text: string }> => {
    const headers = { "x-local-member": member, "content-type": "application/json" };
    const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${chat.port}${path}`, init);
    return { status: response.status, text: await response.text() };
  };
  const upload = (file: string | Buffer, member = FANTINE) =>
    send("/api/import", { file: Buffer.from(file).toString("base64") }, member);

  const gigabyte = (announced: boolean, member = FANTINE) =>
    sendGigabyte({
      ...{ port: chat.port, path: "/api/import", announced, begins: '{"file":"' },
      headers: { "x-local-member": member, "content-type": "application/json" },
    });

  it("of one gigabyte is refused before it is read, whether it says its length or not", async () => {
    const said = await gigabyte(true);
    assert.equal(said.status, 413);
    assert.ok(said.sent < 32 * MEGABYTE, `${said.sent} bytes were taken`);
    const silent = await gigabyte(false);
    assert.equal(silent.status, 413);
    assert.ok(silent.sent < 64 * MEGABYTE, `${silent.sent} bytes were taken`);
    assert.deepEqual(left(), [], "a part of it stays on the disk");
  });

  it("is not read at all from who may not import", async () => {
    const refused = await gigabyte(true, BASILE);
    assert.equal(refused.status, 403);
    assert.ok(refused.sent < 32 * MEGABYTE, `${refused.sent} bytes were taken`);
  });

  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(fileOf(ANNE), "utf16le")]);
  const FAULTS: Readonly<Record<string, readonly [string | Buffer, RegExp]>> = {
    "a zip": [Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.from(fileOf(ANNE))]), /CSV/],
    "empty bytes": [Buffer.alloc(4096), /./],
    "half of UTF-16": [utf16.subarray(0, utf16.length - 1), /./],
    "10,000 columns": [fileOf(ANNE + ";x".repeat(10_000)), /./],
    "10,000 titles": [`${TITLES}${";x".repeat(10_000)}\r\n${ANNE}`, /./],
    "a line of 5 MB": [fileOf(`A1;${"é".repeat(5 * MEGABYTE)};Nom`), /./],
    "a title of 5 MB": ["x".repeat(5 * MEGABYTE), /./],
    "quotes never closed": [fileOf(`A1;"Qxlanne`, ...Array.from({ length: 100 }, () => ANNE)), /./],
  };
  for (const [what, [file, said]] of Object.entries(FAULTS))
    it(`of ${what} is refused in a sentence, and keeps no line of anybody`, async () => {
      const answer = await upload(file);
      assert.equal(answer.status, 422, answer.text.slice(0, 300));
      assert.match(answer.text, said);
      assert.ok(!answer.text.includes("Qxl"), "the answer repeats what the file holds");
      const { store } = chat.product.services;
      assert.deepEqual((await store.scan({ kind: "importRun", limit: 10 })).items, []);
      const lines = (await store.scan({ kind: "importLine", limit: 10 })).items.map(({ doc }) => doc);
      assert.equal(lines.length, 0, "lines of a file that was refused are kept");
    });

  it("of empty bytes among its letters is read without them", async () => {
    const state = importState.parse(
      JSON.parse((await upload(fileOf(`${ANNE}\0`.replace("Qxlanne", "Qxl\0anne")))).text),
    );
    const read = importPage.parse(
      JSON.parse((await send(`/api/import/${state.run}?show=plan.create`, undefined)).text),
    );
    assert.equal(read.lines[0]?.name, "Qxlanne Qxlmartin");
  });

  it("begins once, whoever says so twice, at once or later, and says so of one that is too old", async () => {
    const { services } = chat.product;
    const read = async (line: string) => importState.parse(JSON.parse((await upload(fileOf(line))).text)).run;
    const start = (run: string, member = FANTINE) =>
      send(`/api/import/${run}/apply`, { onlyRight: true, choices: [] }, member);
    const run = await read(ANNE.replace("A1", "B1"));
    const both = await Promise.all([start(run), start(run, DORIAN)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    await Promise.all([applyImports(services), applyImports(services)]);
    assert.equal((await start(run)).status, 200);
    await applyImports(services);
    assert.equal((await services.store.list({ kind: "case", key: "all", limit: 5 })).items.length, 1);
    const audit = (await services.store.scan({ kind: "audit", limit: 1000 })).items.map(({ doc }) => doc.act);
    for (const act of ["import.started", "import.done"])
      assert.equal(audit.filter((one) => one === act).length, 1, act);
    const old = await read("C1;Qxlautre;Qxlvieux;01/02/1980;Chenôve;;;Basile Tilleul");
    clock.move(8);
    await services.store.purge();
    const late = await start(old);
    assert.notEqual(late.status, 200, "an import whose lines are gone says that it goes on");
    await applyImports(services);
    assert.equal((await services.store.get("importRun", old))?.doc.state ?? "read", "read");
  });

  it("leaves no word of anybody in the log, in the trail or on the disk", async () => {
    assert.ok(!JSON.stringify(chat.log.lines).includes("Qxl"));
    const { store } = chat.product.services;
    for (const kind of ["audit", "event", "importRun", "seen"] as const)
      assert.ok(!JSON.stringify((await store.scan({ kind, limit: 1000 })).items).includes("Qxl"), kind);
    assert.deepEqual(left(), []);
  });
});
