/** What is erased from the embedded store is not on the disk any more: neither in the free pages of the file nor in its log. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft } from "../../src/domain/records/bookkeeping.ts";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";

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

  it("and a file that others could read is closed to them when it is opened", async () => {
    await store.close();
    chmodSync(file(), 0o644);
    store = await open();
    assert.equal(statSync(file()).mode & 0o077, 0);
  });
});
