/** A file sent as it is, with the Teams token: as any office software wrote it, cut on its way, or no CSV at all. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { identifyByToken } from "../../src/api/identify.ts";
import { mountApi } from "../../src/api/routes.ts";
import { importPage, importState } from "../../src/contracts/import.ts";
import { xlsxFile } from "../../src/documents/xlsx.ts";
import { TABLE_LIMITS } from "../../src/domain/exchange/table.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { MEGABYTE, sendGigabyte } from "../support/a-gigabyte.ts";
import { FANTINE, importServicesOn } from "../support/a-people-file.ts";
import { APP_ID, startEntraIssuer, TENANT, type EntraIssuer } from "../support/entra-issuer.ts";
import { startServer, type RunningServer } from "../support/http-server.ts";
import { ownTmp } from "../support/own-tmp.ts";

const IMPORT = "/api/import";
const TITLES = ["N° dossier", "Prénom", "Nom", "Date de naissance", "Référent"];
const LINE = ["A1", 'Zoé "la Zouz"', "L'Œuvre; dite, Qxl", "12/03/1984", "Basile Tilleul"];

const written = (separator: string, end: string): string =>
  [TITLES, LINE].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(end);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");
/** « Œ » is nowhere in Latin-1. */
const windows = (text: string): Buffer => Buffer.from(text.replaceAll("Œ", "\u008C"), "latin1");
const AS_SENT: Readonly<Record<string, Buffer>> = {
  "UTF-8, commas, line ends of Unix": Buffer.from(written(",", "\n")),
  "UTF-8 with its mark, semicolons": Buffer.from(`\uFEFF${written(";", "\r\n")}`),
  "Windows-1252, line ends of an old Mac": windows(written(";", "\r")),
  "UTF-16, tabs": utf16(written("\t", "\r\n")),
  "UTF-16 the other way round, bars, line ends of an old Mac": utf16(written("|", "\r")).swap16(),
};

describe("A file sent as it is", () => {
  const { left } = ownTmp();
  const services = importServicesOn(createMemoryStore({ now: () => new Date("2026-11-24T13:32:00.000Z") }));
  let [issuer, server]: [EntraIssuer | undefined, RunningServer | undefined] = [undefined, undefined];
  let headers: Readonly<Record<string, string>> = {};
  before(async () => {
    issuer = await startEntraIssuer();
    const { authority } = issuer;
    const identify = identifyByToken({ tenantIds: [TENANT], audiences: [APP_ID], authority, now: Date.now });
    server = await startServer((restify) => mountApi(restify, { identify, services }));
    const token = await issuer.token(FANTINE, { claims: {} });
    headers = { authorization: `Bearer ${token}`, "content-type": "text/csv" };
  });
  after(async () => {
    await server?.stop();
    await issuer?.stop();
  });

  const send = async (file: Uint8Array, over: Readonly<Record<string, string>> = {}) => {
    const init = { method: "POST", headers: { ...headers, ...over }, body: Buffer.from(file) };
    const answer = await fetch(`${server?.url}${IMPORT}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  const runs = async (): Promise<number> => (await services.store.scan({ kind: "importRun", limit: 100 })).items.length;
  const keepsNothingOf = async (sent: () => Promise<unknown>): Promise<void> => {
    const before = await runs();
    await sent();
    assert.equal(await runs(), before, "an import of it is kept");
    assert.deepEqual(left(), [], "a part of it stays on the disk");
  };

  for (const [how, file] of Object.entries(AS_SENT))
    it(`is read the same: ${how}`, async () => {
      const read = await send(file);
      assert.equal(read.status, 200, read.text);
      const { run, plans } = importState.parse(JSON.parse(read.text));
      assert.deepEqual([plans.create, plans.refused], [1, 0]);
      const seen = await fetch(`${server?.url}${IMPORT}/${run}?show=plan.create`, { headers });
      const { lines } = importPage.parse(await seen.json());
      assert.deepEqual(
        lines.map(({ name }) => name),
        [`${LINE[1]} ${LINE[2]}`],
      );
    });

  it("is refused where it is a workbook, a workbook under the name of a CSV, or compressed", () =>
    keepsNothingOf(async () => {
      const book = await xlsxFile([{ name: "Personnes", title: "T", notes: [], columns: TITLES, rows: [LINE] }]);
      const refused = await send(book);
      assert.equal(refused.status, 422);
      assert.match(refused.text, /enregistrez en CSV/);
      assert.equal((await send(book, { "content-type": "application/vnd.ms-excel" })).status, 415);
      const packed = gzipSync(written(";", "\n"));
      assert.equal((await send(packed)).status, 422, "it is no text");
      assert.equal((await send(packed, { "content-encoding": "gzip" })).status, 415, "it would be unpacked");
    }));

  it("is refused from a lone quote, from its titles alone, and empty: each in its own sentence", () =>
    keepsNothingOf(async () => {
      const said = async (file: string) => (await send(Buffer.from(file))).text;
      assert.match(await said('"'), /guillemet/);
      assert.match(await said(`${TITLES.join(";")}\r\n`), /que ses titres/);
      assert.match(await said(""), /vide/);
      assert.match(await said("\r\r\r"), /vide/);
    }));

  it("is refused at a gigabyte, and one byte past what is taken, before it is read to its end", () =>
    keepsNothingOf(async () => {
      const port = Number(server?.port);
      for (const announced of [true, false]) {
        const { status, sent } = await sendGigabyte({ port, path: IMPORT, headers, announced, begins: "a;b\r\n" });
        assert.equal(status, 413);
        assert.ok(sent < 64 * MEGABYTE, `${sent} bytes were taken`);
      }
      assert.equal((await send(Buffer.alloc(TABLE_LIMITS.bytes + 1, "a;b\n"))).status, 413);
    }));

  it("is not read at all from who says not who they are", () =>
    keepsNothingOf(async () => {
      const of = { port: Number(server?.port), path: IMPORT, announced: false, begins: "a;b\r\n" };
      const { status, sent } = await sendGigabyte({ ...of, headers: { "content-type": "text/csv" } });
      assert.equal(status, 401);
      assert.ok(sent < 64 * MEGABYTE, `${sent} bytes were taken`);
    }));

  it("is nothing where whoever sends it leaves in the middle: not one line of it is shown", () =>
    keepsNothingOf(async () => {
      const file = Buffer.from(written(";", "\r\n"));
      const long = { ...headers, "content-length": String(file.length + 1_000) };
      const asked = request(`${server?.url}${IMPORT}`, { method: "POST", headers: long });
      asked.on("error", () => undefined);
      asked.write(file);
      while (left().length === 0) await new Promise((resolve) => setImmediate(resolve));
      asked.destroy();
      while (left().length > 0) await new Promise((resolve) => setImmediate(resolve));
    }));
});
