/**
 * Everything that leaves the product, by the product's own lists: each address of the API (by its rows in who-may.rows.ts), each kind of document,
 * each page of the tab, each message prepared for the mail, the backup. What a person reads shows the ESF+ block, whole and legible; data show none.
 * A new kind, a new address or a new type of file fails here by itself until it is known.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { mountTab } from "../../src/api/tab-pages.ts";
import { DOCUMENT_KINDS, EDITABLE_DOCUMENTS } from "../../src/contracts/documents.ts";
import { TAB_ADDRESSES } from "../../src/contracts/tab-routes.ts";
import { ESF_MENTION, esfBlock, esfBlockStyle } from "../../src/documents/esf-block.ts";
import { mailText } from "../../src/documents/mail-text.ts";
import { backupPlie } from "../../src/use-cases/backup-plie.ts";
import { CALLERS, ROWS, type Row } from "../api/who-may.rows.ts";
import { launchBrowser } from "../support/browser.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE } from "../support/chat.ts";
import { startServer } from "../support/http-server.ts";
import { readXlsx } from "../support/read-xlsx.ts";
import { tabServices } from "../support/tab-services.ts";
import { GASPARD, IDS, WhoMayScene } from "../support/who-may-scene.ts";
import { blockAsSeen } from "./support/block-as-seen.ts";

const MEMBERS = [BASILE, ALIX, DORIAN, EUGENIE, FANTINE, GASPARD];
const CENTIMETRE = 360_000;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

const carriesNone = (said: string, what: string): void => {
  assert.ok(!said.includes(ESF_MENTION), `${what} is data: it carries no mention`);
  assert.doesNotMatch(said, /esf-emblem|rgb\(0,51,153\)/, `${what} is data: it carries no emblem`);
};

const page = (bytes: Uint8Array, what: string): void => {
  const html = text(bytes);
  const whole = html.split(esfBlock()).length - 1;
  assert.ok(whole > 0, `${what} does not show the ESF+ block`);
  assert.equal(html.split(/esf-emblem"/).length - 1, whole, `${what} shows an ESF+ block that was altered`);
  assert.ok(html.includes(`<style>${esfBlockStyle}</style>`), `${what} shows the block without its style`);
};

/** Sizes in EMU of every picture of an Office file: each is the emblem, at least a centimetre high and in its proportions. */
const emblemsIn = (xml: string, tag: string): readonly (readonly [number, number])[] =>
  [...xml.matchAll(new RegExp(`<${tag} cx="(\\d+)" cy="(\\d+)"`, "g"))].map(([, cx, cy]) => [Number(cx), Number(cy)]);

const emblemIsWhole = (sizes: readonly (readonly [number, number])[], what: string): void => {
  assert.equal(sizes.length, 1, `${what} has its emblem, and no other picture`);
  const [[width, height] = [0, 0]] = sizes;
  assert.ok(Math.abs(width / height - 1.5) < 0.02, `${what}: the emblem is altered`);
  assert.ok(height >= CENTIMETRE, `${what}: the emblem is under a centimetre`);
};

const workbook = (bytes: Uint8Array, what: string): void => {
  const { sheets, files } = readXlsx(bytes);
  assert.ok(sheets.length > 0, `${what} has no sheet`);
  for (const [at, { name, cells }] of sheets.entries()) {
    assert.ok([...cells.values()].includes(ESF_MENTION), `${what}, ${name}: no mention`);
    const drawing = text(files.get(`xl/drawings/drawing${at + 1}.xml`) ?? new Uint8Array());
    emblemIsWhole(emblemsIn(drawing, "xdr:ext"), `${what}, ${name}`);
  }
};

const wordFile = (bytes: Uint8Array, what: string): void => {
  const files = unzipSync(bytes);
  const document = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  const runs = [...document.matchAll(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g)].map(([run]) => run);
  const mention = runs.filter((run) => run.includes(ESF_MENTION.replace("'", "&apos;")) || run.includes(ESF_MENTION));
  assert.equal(mention.length, 1, `${what} has no mention`);
  assert.match(mention[0]!, /w:ascii="Arial"/, `${what}: the mention is not in an allowed font`);
  assert.doesNotMatch(mention[0]!, /<w:i\/>|<w:u |<w:shadow|<w:outline/, `${what}: the mention has an effect`);
  emblemIsWhole(emblemsIn(document, "wp:extent"), what);
};

/** A type of answer that is not here is not known to leave the product: say whether a person reads it. */
const BY_TYPE: Readonly<Record<string, (bytes: Uint8Array, what: string) => void>> = {
  "text/html": page,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": workbook,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": wordFile,
  "application/json": (bytes, what) => carriesNone(text(bytes), what),
  "application/problem+json": (bytes, what) => carriesNone(text(bytes), what),
  "application/x-ndjson": (bytes, what) => carriesNone(text(bytes), what),
  "text/csv": (bytes, what) => carriesNone(text(bytes), what),
};

const bodyOf = ({ body }: ReturnType<Row["ask"]>): string | Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body ?? {});

interface Sent {
  readonly method?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

describe("Every output of the product", function () {
  this.timeout(120_000);
  let scene: WhoMayScene;
  /** By address: what was answered to the first member who may. */
  const given = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>();

  const take = async (path: string, at: number, init: Sent = {}): Promise<void> => {
    const headers = { "x-local-member": MEMBERS[at] ?? "", ...init.headers };
    const answer = await scene.ask(path, { ...init, headers });
    const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
    given.set(path, { type, bytes: new Uint8Array(await answer.arrayBuffer()) });
  };

  const takeRow = async (row: Row): Promise<void> => {
    const asked = row.ask(row.about === null ? "" : IDS[row.about].ours);
    const { type = "application/json", headers = {} } = asked;
    const isPost = row.route.startsWith("POST");
    const post = { method: "POST", body: bodyOf(asked), headers: { ...headers, "content-type": type } };
    await take(asked.path, Math.max(0, row.who.indexOf("+")), isPost ? post : {});
  };

  before(async () => {
    scene = await WhoMayScene.open();
    assert.equal(MEMBERS.length, CALLERS.length);
    // What is read first: what is done there changes the scene.
    const reads = ROWS.filter(({ route }) => route.startsWith("GET"));
    for (const row of [...reads, ...ROWS.filter((one) => !reads.includes(one))]) await takeRow(row);
    for (const [path, { type }] of [...given])
      if (type === "text/html" && EDITABLE_DOCUMENTS.some((kind) => path.includes(`/${kind}`)))
        await take(`${path}?format=docx`, 0);
  });
  after(() => scene.close());

  it("is of a type whose rule is known, shows the ESF+ block where a person reads it, and none where a program does", () => {
    for (const [path, { type, bytes }] of given) {
      const rule = BY_TYPE[type];
      assert.ok(rule !== undefined, `${path} answers « ${type} »: say in BY_TYPE whether a person reads it`);
      rule(bytes, path);
    }
  });

  it("was walked whole: each kind of document, the Word files, the Excel files, the CSV files", () => {
    const typesAt = (part: string): readonly string[] =>
      [...given].filter(([path]) => path.includes(part)).map(([, { type }]) => type);
    for (const kind of DOCUMENT_KINDS)
      assert.ok(typesAt(`/api/documents/${kind}`).includes("text/html"), `no ${kind} was printed: nothing is proved`);
    for (const kind of EDITABLE_DOCUMENTS)
      assert.ok(
        typesAt(`/${kind}`).some((type) => type.endsWith("wordprocessingml.document")),
        `no ${kind} for Word was written: nothing is proved`,
      );
    for (const format of ["xlsx", "csv"])
      assert.ok(typesAt(`export?format=${format}`).length > 0, `no ${format} was written: nothing is proved`);
  });

  it("on paper: the emblem a centimetre high at least, in its proportions and colours, covered by nothing, the largest; the mention plain beside it", async () => {
    const browser = await launchBrowser();
    try {
      for (const [path, { type, bytes }] of given)
        if (type === "text/html") assert.deepEqual(await blockAsSeen(browser, text(bytes)), [], path);
    } finally {
      await browser.close();
    }
  });

  it("a message prepared for the mail ends with the mention, and no other one is prepared elsewhere", () => {
    const ready = [...given.values()].flatMap(({ bytes }) => [...text(bytes).matchAll(/mailto:[^"]+\?[^"]+/g)]).flat();
    assert.ok(ready.length > 0, "no message was prepared: nothing is proved");
    for (const message of [...ready, mailText("a@exemple.invalid", "Objet", ["Bonjour,"])]) {
      const said = new URLSearchParams(message.slice(message.indexOf("?"))).get("body") ?? "";
      assert.ok(said.endsWith(`\n\n${ESF_MENTION}`), said);
    }
    const sources = ["src", "tab", "bot"].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(room, name)),
    );
    const others = sources.filter((name) => /mailto:[^"`]*\?|[?&](?:body|subject)=\$/.test(readFileSync(name, "utf8")));
    assert.deepEqual(others, [join("src", "documents", "mail-text.ts")], "a message is prepared without the mention");
  });

  it("each page of the tab shows the block, whatever its address", async () => {
    const folder = mkdtempSync(join(tmpdir(), "repere-every-"));
    await copyFile("tab/app/page.html", join(folder, "app.html"));
    await writeFile(join(folder, "parts.json"), "{}");
    const { services } = tabServices([]);
    const server = await startServer((restify) => mountTab(restify, { folder, mode: "entra", services }));
    try {
      for (const address of [...TAB_ADDRESSES, "/tab/nulle-part"]) {
        const answer = await fetch(server.url + address.replaceAll(/:\w+/g, "P-2026-0001"));
        page(new Uint8Array(await answer.arrayBuffer()), address);
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it("a backup carries none", async () => {
    const { store, directory, ids } = scene.chat.product.services;
    for await (const line of backupPlie({ plieId: "dijon", stores: { cases: store, services: directory }, ids }))
      carriesNone(line, "a line of the backup");
  });
});
