/** What is stored of one person is found whole, whatever its kind: their copy and their erasure read it. */
import assert from "node:assert/strict";
import { rowOf, type StoredDocument } from "../../../src/domain/records/catalogue.ts";
import { KEEPING } from "../../../src/domain/records/keeping.ts";
import type { Store } from "../../../src/ports/store.ts";
import { createMemoryStore, emptyDisk } from "../../../src/stores/memory/memory-store.ts";
import { everythingOf } from "../../../src/use-cases/parts/everything-of.ts";
import { aDocumentOf, EVERY_KIND, type Filling } from "../../support/a-document-of-each-kind.ts";

const NADIA: Filling = { code: "P-2026-0001", words: "mot-1", review: "2026-001" };
/** Their code begins with Nadia's. */
const OTHER: Filling = { code: "P-2026-00010", words: "mot-2", review: "2026-002" };

const keyOf = (doc: StoredDocument): string => `${doc.kind}:${rowOf(doc).id}`;
const isAboutSomebody = (doc: StoredDocument): boolean => !["team", "plie"].includes(KEEPING[doc.kind]);

describe("Everything that is stored of a person", () => {
  let store: Store;
  const written = (filling: Filling): readonly StoredDocument[] =>
    EVERY_KIND.map((kind) => aDocumentOf(kind, filling)).filter(isAboutSomebody);

  beforeEach(async () => {
    store = createMemoryStore({ now: () => new Date("2026-11-24T13:32:00.000Z"), disk: emptyDisk() });
    for (const filling of [NADIA, OTHER])
      for (const doc of written(filling)) assert.ok((await store.commit([{ op: "put", doc }])).ok);
  });

  const found = async (filling: Filling): Promise<readonly StoredDocument[]> => {
    const docs: StoredDocument[] = [];
    for await (const { doc } of everythingOf({ store }, filling.code)) docs.push(doc);
    return docs;
  };

  it("is found, kind by kind, and nothing of anybody else", async () => {
    const bearing = written(NADIA).filter(
      (doc) => JSON.stringify(doc).includes(NADIA.code) || ("review" in doc && doc.review === NADIA.review),
    );
    assert.deepEqual((await found(NADIA)).map(keyOf).sort(), bearing.map(keyOf).sort());
  });

  it("includes every kind that is kept with a person's file", () => {
    const about = written(NADIA).filter(({ kind }) => ["person", "esf", "derived"].includes(KEEPING[kind]));
    const nobody = about.filter((doc) => !JSON.stringify(doc).includes(NADIA.code)).map(({ kind }) => kind);
    assert.deepEqual(nobody, [], "kinds that are said to be about a person name no case");
  });

  it("is found once", async () => {
    const keys = (await found(OTHER)).map(keyOf);
    assert.deepEqual(keys, [...new Set(keys)]);
  });
});
