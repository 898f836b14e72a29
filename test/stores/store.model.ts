/** Random commits, side by side with a plain Map: whatever the order, a store answers and keeps exactly what the Map does. */
import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { Store, Version, Write } from "../../src/ports/store.ts";
import * as a from "./a-storage.ts";
import type { Storage } from "./store.contract.ts";

const IDS = ["a", "b", "c", "d"] as const;
interface Step {
  readonly id: (typeof IDS)[number];
  readonly op: "put" | "delete";
  /** What the writer believes of the document: nothing, that it is new, its present version, or an outdated one. */
  readonly belief: "any" | "new" | "current" | "outdated";
  readonly by: string;
  readonly second: number;
  readonly text: string;
}
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom(...IDS),
  op: fc.constantFrom("put", "put", "delete"),
  belief: fc.constantFrom("any", "new", "current", "current", "outdated"),
  by: fc.constantFrom("m1", "m2"),
  second: fc.integer({ min: 0, max: 3 }),
  text: fc.string({ unit: "grapheme", maxLength: 12 }),
});
const commits = fc.array(fc.uniqueArray(step, { minLength: 1, maxLength: 4, selector: (one) => one.id }), {
  maxLength: 12,
});

interface Kept {
  readonly doc: a.Doc<"draft">;
  readonly version: Version;
}

class Model {
  readonly documents = new Map<string, Kept>();
  readonly #versions: Version[] = ["none"];

  toWrite(one: Step): Write {
    const expected = this.#expected(one);
    if (one.op === "delete") return a.drop("draft", one.id, expected === "new" ? undefined : expected);
    return a.put(
      a.aDraft({ id: one.id, by: one.by, at: `2026-11-24T08:00:0${one.second}.000Z`, inputs: { text: one.text } }),
      expected,
    );
  }
  #expected({ id, belief }: Step): Write["expected"] {
    if (belief === "any" || belief === "new") return belief === "any" ? undefined : "new";
    const current = this.documents.get(id)?.version ?? "none";
    return belief === "current" ? current : this.#versions.findLast((version) => version !== current);
  }
  conflict(writes: readonly Write[]): string | undefined {
    return writes
      .map((write) => ({ id: idOf(write), expected: write.expected }))
      .find(({ id, expected }) => {
        const current = this.documents.get(id)?.version;
        return expected !== undefined && (expected === "new" ? current !== undefined : current !== expected);
      })?.id;
  }
  apply(writes: readonly Write[], versions: ReadonlyMap<string, Version>): void {
    for (const write of writes) {
      const version = versions.get(`draft:${idOf(write)}`);
      if (write.op === "delete" || write.doc.kind !== "draft") {
        assert.equal(version, undefined, "a deletion has no version");
        this.documents.delete(idOf(write));
        continue;
      }
      assert.ok(version !== undefined && !this.#versions.includes(version), "a version is new each time");
      this.#versions.push(version);
      this.documents.set(write.doc.id, { doc: write.doc, version });
    }
  }
  listed(by: string): readonly Kept[] {
    return [...this.documents.values()]
      .filter(({ doc }) => doc.by === by)
      .sort((one, other) => (one.doc.at + one.doc.id < other.doc.at + other.doc.id ? -1 : 1));
  }
}
const idOf = (write: Write): string => (write.op === "put" ? (write.doc as a.Doc<"draft">).id : write.id);

const sameAs = async (store: Store, model: Model): Promise<void> => {
  const kept = IDS.flatMap((id) => model.documents.get(id) ?? []);
  assert.deepEqual(await store.getMany("draft", IDS), kept);
  for (const by of ["m1", "m2"])
    assert.deepEqual((await store.list({ kind: "draft", key: `member:${by}`, limit: 9 })).items, model.listed(by));
};

/** `oneGuard`: for a storage whose batches do not roll back, only the first guard of a commit is kept. */
export const storeModel = (
  storage: () => Storage,
  { oneGuard, runs }: { readonly oneGuard: boolean; readonly runs: number },
): void => {
  it("answers random commits as a plain map would", async function () {
    this.timeout(120_000);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(commits, async (history) => {
        run += 1;
        const store = await storage().open({ plieId: `plie-${run}` });
        const model = new Model();
        for (const steps of history) {
          const first = steps.findIndex((one) => one.belief !== "any");
          const writes = steps.map((one, index) =>
            model.toWrite(oneGuard && index !== first ? { ...one, belief: "any" } : one),
          );
          const conflict = model.conflict(writes);
          const result = await store.commit(writes);
          assert.equal(result.ok ? undefined : result.conflict.id, conflict);
          if (result.ok) model.apply(writes, result.versions);
          await sameAs(store, model);
        }
        await store.close();
      }),
      { numRuns: runs },
    );
  });
};
