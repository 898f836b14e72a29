/** What is erased from the embedded store is not on the disk any more: neither in the free pages of the file nor in its log. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft } from "../../src/domain/records/bookkeeping.ts";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { anIdentity } from "../support/builders.ts";

const CANARY = "CanariDeSante";

const draftOf = (index: number, words: string): Draft => ({
  kind: "draft",
  schemaVersion: 1,
  id: `draft-${index}`,
  form: "conflict",
  code: "P-2026-0001",
  aboutHealth: true,
  inputs: { facts: words },
  by: "someone",
  at: "2026-11-24T13:32:00.000Z",
});

describe("What is erased from the SQLite store", () => {
  let folder: string;
  let store: Store;
  const file = (): string => join(folder, "repere.db");
  const open = (): Promise<Store> => createSqliteStore({ file: file(), plieId: "plie", now: () => new Date() });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "repere-erased-"));
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const filesWith = (words: string): string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
  const write = async (index: number, words: string): Promise<void> => {
    assert.ok((await store.commit([{ op: "put", doc: draftOf(index, words) }])).ok);
  };

  it("is on the disk no more after the next upkeep, whether it was removed or written over", async () => {
    const indexes = Array.from({ length: 60 }, (_, index) => index);
    // Some fit in a page of the file, some spread over several.
    for (const index of indexes) await write(index, `${CANARY} `.repeat(1 + (index % 6) * 200));
    await store.close();
    assert.deepEqual(filesWith(CANARY), ["repere.db"], "the words never reached the file: nothing is proved");
    store = await open();
    for (const index of indexes.filter((each) => each % 2 === 0)) await write(index, "effacé");
    for (const index of indexes.filter((each) => each % 2 === 1))
      assert.ok((await store.commit([{ op: "delete", kind: "draft", id: `draft-${index}` }])).ok);
    await store.purge();
    assert.deepEqual(filesWith(CANARY), [], "words that were erased can still be read in the files of the store");
  });

  it("is in no page that was divided while the file grew, once somebody is erased", async () => {
    // A name is also what lists and searches are kept by: short keys, that move from page to page.
    let drawn = 7919;
    const random = (): number => (drawn = (drawn * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
    const name = (): string =>
      String.fromCharCode(97 + Math.floor(random() * 26)) + Math.floor(random() * 1e6).toString(36);
    const gone: string[] = [];
    for (let count = 1; count <= 200; count += 1) {
      const code = `P-2026-${String(count).padStart(4, "0")}`;
      const isGone = random() < 0.1;
      if (isGone) gone.push(code);
      const familyName = `${isGone ? "canarinom" : ""}${name()}`;
      await store.commit([{ op: "put", doc: anIdentity({ code, givenName: name(), familyName }) }]);
    }
    for (const id of gone) await store.commit([{ op: "delete", kind: "identity", id }]);
    await store.purge();
    assert.deepEqual(filesWith("canarinom"), ["repere.db"], "no page was divided with a name: nothing is proved");
    await store.purge({ whole: true });
    assert.deepEqual(filesWith("canarinom"), [], "a name that was erased can still be read in the file");
    assert.equal((await store.scan({ kind: "identity", limit: 300 })).items.length, 200 - gone.length);
  });

  it("and a file that others could read is closed to them when it is opened", async () => {
    await store.close();
    chmodSync(file(), 0o644);
    store = await open();
    assert.equal(statSync(file()).mode & 0o077, 0);
  });
});
