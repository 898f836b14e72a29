/** What every store promises: one suite, run on each. What a storage cannot prove is a declared difference, shown by name as pending. */
import { strict as assert } from "node:assert";
import { catalogue } from "../../src/domain/records/catalogue.ts";
import type { Page, Store } from "../../src/ports/store.ts";
import { CommitTooLarge, MAX_WRITES, UnreadableDocument } from "../../src/ports/store.ts";
import type { Catalogue } from "../../src/stores/plan.ts";
import * as a from "./a-storage.ts";
import { storeModel } from "./store.model.ts";

export const DIFFERENCES = {
  noRollback: "a batch that fails halfway leaves nothing behind",
  noExpiry: "the server itself removes what has outlived its time",
  noCharge: "what each request costs in request units",
  noCredentials: "a wrong key is refused",
} as const;
export type Difference = keyof typeof DIFFERENCES;

export interface OpenOptions {
  readonly plieId?: string;
  readonly catalogue?: Catalogue;
}
/** One storage (a disk, a file, a container); every store it opens sees the same documents. */
export interface Storage {
  readonly clock: { at: Date };
  readonly open: (options?: OpenOptions) => Promise<Store>;
  readonly close: () => Promise<void>;
}

export const storeContract = (
  name: string,
  start: () => Promise<Storage>,
  differences: readonly Difference[] = [],
): void => {
  describe(`The ${name} store`, () => {
    let storage: Storage;
    let store: Store;
    beforeEach(async () => {
      storage = await start();
      store = await storage.open();
    });
    afterEach(() => storage.close());
    const has = (difference: Difference): boolean => differences.includes(difference);

    for (const difference of differences) it(`not proved here: ${DIFFERENCES[difference]}`);

    describe("one document", () => {
      it("reads what was written, and nothing where nothing was", async () => {
        const versions = await a.save(store, a.aSequence({ last: 7 }));
        assert.deepEqual(await store.get("sequence", "people.2026"), {
          doc: a.aSequence({ last: 7 }),
          version: versions.get("sequence:people.2026"),
        });
        assert.equal(await store.get("sequence", "people.2027"), undefined);
        assert.equal(await store.get("draft", "people.2026"), undefined, "another kind has ids of its own");
      });

      it("keeps typed text byte for byte, and ids whatever their characters", async () => {
        const inputs = Object.fromEntries([
          ["__proto__", "x"],
          ["constructor", "${1+1}"],
          ["é/\\?#\u0000", "👩🏽‍🦽 \u202Eعربى\u202C 'quote\" -- ; DROP\n\r\t\u2028"],
          ["long", "à".repeat(10_000)],
        ]);
        for (const id of ["plain", "a/b\\c?d#e%2F", "👩🏽‍🦽", "__proto__", "é".repeat(100), " ", "A~b", "a.b|c:d"]) {
          await a.save(store, a.aDraft({ id, inputs }));
          const read = await store.get("draft", id);
          const asGiven = catalogue.draft.row(a.aDraft({ id, inputs })).json;
          assert.ok(JSON.stringify(read?.doc) === asGiven, `the draft ${JSON.stringify(id)} came back changed`);
        }
        const { items } = await store.list({ kind: "draft", key: "member:m1", limit: 20 });
        assert.equal(items.length, 8);
        await a.save(store, a.aPosted());
        assert.deepEqual((await store.get("posted", `${a.aPosted().conversationId}|f:1%2F`))?.doc, a.aPosted());
      });

      it("is replaced at the expected version only; otherwise the conflict is a value that names it", async () => {
        const first = (await a.save(store, a.aSequence())).get("sequence:people.2026");
        const second = a
          .passed(await store.commit([a.put(a.aSequence({ last: 1 }), first)]))
          .get("sequence:people.2026");
        assert.notEqual(second, first);
        const conflict = { ok: false, conflict: { kind: "sequence", id: "people.2026" } };
        assert.deepEqual(await store.commit([a.put(a.aSequence({ last: 9 }), first)]), conflict);
        assert.deepEqual(await store.commit([a.put(a.aSequence({ last: 9 }), "new")]), conflict);
        assert.deepEqual(await store.commit([a.drop("sequence", "people.2026", first)]), conflict);
        assert.equal((await store.get("sequence", "people.2026"))?.doc.last, 1);
        assert.deepEqual(await store.commit([a.put(a.aSequence({ id: "absent" }), first)]), {
          ok: false,
          conflict: { kind: "sequence", id: "absent" },
        });
        a.passed(await store.commit([a.drop("sequence", "people.2026", second)]));
        assert.equal(await store.get("sequence", "people.2026"), undefined);
        assert.equal((await store.commit([a.drop("sequence", "people.2026", second)])).ok, false);
        assert.equal(
          (await store.commit([a.drop("sequence", "people.2026")])).ok,
          true,
          "unguarded: already gone is gone",
        );
      });

      it("never has the same version twice, not even written the same or deleted and created again", async () => {
        const versions = new Set<string | undefined>();
        for (let round = 0; round < 5; round += 1) {
          versions.add((await a.save(store, a.aSequence())).get("sequence:people.2026"));
          versions.add((await a.save(store, a.aSequence())).get("sequence:people.2026"));
          await store.commit([a.drop("sequence", "people.2026")]);
        }
        versions.delete(undefined);
        assert.equal(versions.size, 10);
      });

      it("is still there for a store opened later", async () => {
        await a.save(store, a.aSequence({ last: 3 }));
        await store.close();
        const later = await storage.open();
        assert.equal((await later.get("sequence", "people.2026"))?.doc.last, 3);
        await later.ping();
      });
    });

    describe("many documents", () => {
      it("are read together, the absent left out, in the order asked for", async () => {
        await a.save(store, a.aSequence({ id: "a" }), a.aSequence({ id: "b" }), a.aSequence({ id: "c" }));
        const found = await store.getMany("sequence", ["c", "nobody", "a", "c"]);
        assert.deepEqual(
          found.map((one) => one.doc.id),
          ["c", "a"],
        );
        assert.deepEqual(await store.getMany("sequence", []), []);
      });

      it("are written all or none: a failed guard, wherever it stands, leaves nothing", async function () {
        if (has("noRollback")) this.skip();
        await a.save(store, a.aSequence({ id: "there" }));
        const result = await store.commit([
          a.put(a.aSequence({ id: "unguarded" })),
          a.put(a.aSequence({ id: "fresh" }), "new"),
          a.put(a.aSequence({ id: "there", last: 5 }), "new"),
        ]);
        assert.deepEqual(result, { ok: false, conflict: { kind: "sequence", id: "there" } });
        const left = await store.getMany("sequence", ["unguarded", "fresh", "there"]);
        assert.deepEqual(
          left.map((one) => one.doc),
          [a.aSequence({ id: "there" })],
        );
      });

      it("are written all or none: the guard is looked at before what stands ahead of it", async () => {
        await a.save(store, a.aSequence({ id: "there" }));
        const result = await store.commit([
          a.put(a.aSequence({ id: "unguarded" })),
          a.drop("sequence", "there"),
          a.put(a.aDelivery(), "new"),
        ]);
        assert.equal(result.ok, true);
        const again = await store.commit([a.put(a.aSequence({ id: "other" })), a.put(a.aDelivery(), "new")]);
        assert.deepEqual(again, { ok: false, conflict: { kind: "seen", id: "delivery-1" } });
        assert.equal(await store.get("sequence", "other"), undefined);
      });

      it("nothing to write is nothing", async () => {
        assert.deepEqual(await store.commit([]), { ok: true, versions: new Map() });
      });

      it("more than 90 at once, or more than 1.5 MB, is refused before anything is written", async () => {
        const numbered = (count: number) =>
          Array.from({ length: count }, (_, index) => a.put(a.aSequence({ id: `n${index}` })));
        await assert.rejects(store.commit(numbered(MAX_WRITES + 1)), CommitTooLarge);
        assert.equal(await store.get("sequence", "n0"), undefined);
        assert.equal(a.passed(await store.commit(numbered(MAX_WRITES))).size, MAX_WRITES);
        const heavy = (id: string) => a.put(a.aDraft({ id, inputs: { text: "é".repeat(400_000) } }));
        await assert.rejects(store.commit([heavy("h1"), heavy("h2")]), CommitTooLarge);
        assert.equal(await store.get("draft", "h1"), undefined);
        assert.equal((await store.commit([heavy("h1")])).ok, true);
      });

      it("one document twice in a commit is an accident of ours", async () => {
        await assert.rejects(store.commit([a.put(a.aSequence()), a.drop("sequence", "people.2026")]), /twice/);
      });

      it("of two PLIE never meet", async () => {
        const other = await storage.open({ plieId: "plie-of-another-town" });
        await a.save(store, a.aDraft({ inputs: { name: "here" } }));
        assert.equal(await other.get("draft", "newPerson.m1"), undefined);
        assert.equal((await other.list({ kind: "draft", key: "member:m1", limit: 10 })).items.length, 0);
        a.passed(await other.commit([a.put(a.aDraft({ inputs: { name: "there" } }), "new")]));
        await other.commit([a.drop("draft", "newPerson.m1")]);
        assert.deepEqual((await store.get("draft", "newPerson.m1"))?.doc.inputs, { name: "here" });
        assert.equal((await store.list({ kind: "draft", key: "member:m1", limit: 10 })).items.length, 1);
      });
    });

    describe("a list", () => {
      const drafts = Array.from({ length: 1000 }, (_, index) =>
        a.aDraft({
          id: `d${String((index * 7919) % 1000).padStart(4, "0")}`,
          at: new Date(Date.parse(a.AT) + Math.floor(index / 30) * 1000).toISOString(),
        }),
      );
      const inOrder = [...drafts].sort((one, other) => (one.at + one.id < other.at + other.id ? -1 : 1));
      const walk = async (limit: number, query: { from?: string; to?: string; descending?: boolean }) => {
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const page: Page<a.Doc<"draft">> = await store.list({
            kind: "draft",
            key: "member:m1",
            limit,
            ...query,
            ...(cursor === undefined ? {} : { cursor }),
          });
          assert.ok(page.items.length <= limit);
          ids.push(...page.items.map((item) => item.doc.id));
          cursor = page.cursor;
        } while (cursor !== undefined);
        return ids;
      };

      it("walks 1,000 documents by cursor, both ways and between bounds, ties included, each once", async function () {
        this.timeout(60_000);
        for (let at = 0; at < drafts.length; at += 90) await a.save(store, ...drafts.slice(at, at + 90));
        await a.save(store, a.aDraft({ id: "elsewhere", by: "m2" }), a.anEntry());
        const ids = inOrder.map((doc) => doc.id);
        assert.deepEqual(await walk(97, {}), ids);
        assert.deepEqual(await walk(250, { descending: true }), [...ids].reverse());
        assert.deepEqual(await walk(1000, {}), ids, "a last page that is full has no cursor");
        const from = inOrder[200]?.at ?? "";
        const to = inOrder[700]?.at ?? "";
        const between = inOrder.filter((doc) => doc.at >= from && doc.at < to).map((doc) => doc.id);
        assert.ok(between.length > 400 && between.length < 600);
        assert.deepEqual(await walk(50, { from, to }), between);
        assert.deepEqual(await walk(50, { from, to, descending: true }), [...between].reverse());
        assert.deepEqual(await walk(1, { from, to: from }), []);
      });

      it("goes on where it stopped although documents came and went meanwhile", async () => {
        await a.save(store, ...["a", "c", "e", "g"].map((id) => a.aDraft({ id })));
        const first = await store.list({ kind: "draft", key: "member:m1", limit: 2 });
        await store.commit([a.drop("draft", "c"), a.put(a.aDraft({ id: "b" })), a.put(a.aDraft({ id: "f" }))]);
        assert.ok(first.cursor !== undefined);
        const rest = await store.list({ kind: "draft", key: "member:m1", limit: 9, cursor: first.cursor });
        assert.deepEqual(
          rest.items.map((item) => item.doc.id),
          ["e", "f", "g"],
        );
      });

      it("breaks nothing when a cursor is not one of ours", async () => {
        await a.save(store, a.aDraft());
        for (const cursor of ["", "***", "'; DROP TABLE documents; --"])
          assert.ok((await store.list({ kind: "draft", key: "member:m1", limit: 5, cursor })).items.length <= 1);
        assert.equal((await store.list({ kind: "draft", key: "member:m1", limit: 5 })).items.length, 1);
      });

      it("follows a document whose keys change or which goes", async () => {
        const listed = async (key: string) =>
          (await store.list({ kind: "outbox", key, limit: 9 })).items.map((item) => item.doc.id);
        await a.save(store, a.anEntry({ code: a.code(1) }));
        assert.deepEqual([await listed("open"), await listed("sent")], [["entry-1"], []]);
        await a.save(store, a.anEntry({ state: "sent", code: a.code(1) }));
        assert.deepEqual([await listed("open"), await listed("sent")], [[], ["entry-1"]]);
        assert.deepEqual(await listed(`case:${a.code(1)}`), ["entry-1"]);
        await store.commit([a.drop("outbox", "entry-1")]);
        assert.deepEqual(await listed("sent"), []);
      });
    });

    describe("everything of a kind", () => {
      const all = async (limit: number) => {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page: Page<a.Doc<"draft">> = await store.scan({
            kind: "draft",
            limit,
            ...(cursor === undefined ? {} : { cursor }),
          });
          assert.ok(page.items.length <= limit);
          found.push(...page.items.map(({ doc }) => `${doc.at} ${doc.id}`));
          cursor = page.cursor;
        } while (cursor !== undefined);
        return found;
      };

      it("is read page by page, whatever it is listed by, each once, in one order for all stores", async () => {
        const drafts = ["é", "b", "😀", "\uFFFD", "a/b", "A", "zz", "c\u0000d"].map((id, index) =>
          a.aDraft({
            id,
            by: `m${index}`,
            code: index % 2 === 0 ? a.code(index + 1) : null,
            at: index < 3 ? a.AT : new Date(Date.parse(a.AT) - index * 1000).toISOString(),
          }),
        );
        await a.save(store, ...drafts, a.anEntry(), a.aSequence());
        const expected = drafts
          .map(({ at, id }) => `${at}\u0001${id.replaceAll("\u0000", "\uFFFD")}`)
          .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
          .map((line) => line.replace("\u0001", " "));
        for (const limit of [1, 3, 8, 100])
          assert.deepEqual(
            (await all(limit)).map((line) => line.replaceAll("\u0000", "\uFFFD")),
            expected,
            `pages of ${limit}`,
          );
      });

      it("leaves out what has outlived its time, and another PLIE's", async () => {
        const other = await storage.open({ plieId: "elsewhere" });
        await a.save(other, a.aDelivery({ id: "theirs" }));
        await a.save(store, a.aDelivery({ id: "ours" }));
        const ids = async () => (await store.scan({ kind: "seen", limit: 9 })).items.map(({ doc }) => doc.id);
        assert.deepEqual(await ids(), ["ours"]);
        storage.clock.at = new Date(storage.clock.at.getTime() + 8 * 24 * 3_600_000);
        assert.deepEqual(await ids(), []);
        await other.close();
      });
    });

    describe("several at once", () => {
      it("the same delivery twice: one is kept, the other is told", async () => {
        const second = await storage.open();
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            (index % 2 === 0 ? store : second).commit([
              a.put(a.aDelivery({ screen: { by: index } }), "new"),
              a.put(a.aSequence({ id: `effect-${index}` })),
            ]),
          ),
        );
        const won = outcomes.flatMap((outcome, index) => (outcome.ok ? [index] : []));
        assert.equal(won.length, 1);
        assert.deepEqual((await store.get("seen", "delivery-1"))?.doc.screen, { by: won[0] });
        const effects = await store.getMany(
          "sequence",
          outcomes.map((_, index) => `effect-${index}`),
        );
        assert.deepEqual(
          effects.map((effect) => effect.doc.id),
          [`effect-${won[0]}`],
        );
      });

      it("two workers claim the same 200 entries: each entry goes to one of them", async function () {
        this.timeout(60_000);
        const second = await storage.open();
        const entries = Array.from({ length: 200 }, (_, index) => a.anEntry({ id: `e${index}` }));
        for (let at = 0; at < 200; at += 50) await a.save(store, ...entries.slice(at, at + 50));
        const worker = async (through: Store, who: string): Promise<string[]> => {
          const { items } = await through.list({ kind: "outbox", key: "open", limit: 200 });
          const claims = items.map(async ({ doc, version }) => {
            const claim = a.put({ ...doc, state: "sending", reason: who }, version);
            return (await through.commit([claim])).ok ? [doc.id] : [];
          });
          return (await Promise.all(claims)).flat();
        };
        const [one, two] = await Promise.all([worker(store, "one"), worker(second, "two")]);
        assert.equal(one.length + two.length, 200);
        assert.equal(new Set([...one, ...two]).size, 200);
      });

      it("50 append to one audit chain: no gap, no link doubled, each follows the one before", async function () {
        this.timeout(120_000);
        const second = await storage.open();
        await a.save(store, a.aChain());
        const append = async (index: number): Promise<void> => {
          const through = index % 2 === 0 ? store : second;
          for (;;) {
            const head = await through.get("chain", "member.m1");
            assert.ok(head !== undefined);
            const seq = head.doc.seq + 1;
            const hash = `h${seq}-${index}`;
            const result = await through.commit([
              a.put(a.aChain({ seq, hash }), head.version),
              a.put(a.anAudit({ seq, previous: head.doc.hash, hash, details: { index } }), "new"),
            ]);
            if (result.ok) return;
          }
        };
        await Promise.all(Array.from({ length: 50 }, (_, index) => append(index)));
        const { items } = await store.list({ kind: "audit", key: "chain:member.m1", limit: 100 });
        assert.deepEqual(
          items.map((item) => item.doc.seq),
          Array.from({ length: 50 }, (_, index) => index + 1),
        );
        assert.equal(new Set(items.map((item) => item.doc.details["index"])).size, 50);
        items.reduce((previous, item) => (assert.equal(item.doc.previous, previous), item.doc.hash), "start");
      });
    });

    describe("time", () => {
      it("what has outlived its time is absent everywhere, and can be created again", async () => {
        const week = 7 * 24 * 3600 * 1000;
        storage.clock.at = new Date(a.AT);
        await a.save(store, a.aDelivery(), a.anEntry({ state: "sent" }), a.anEntry({ id: "waiting" }));
        storage.clock.at = new Date(Date.parse(a.AT) + week - 1);
        assert.ok(await store.get("seen", "delivery-1"));
        storage.clock.at = new Date(Date.parse(a.AT) + week);
        assert.equal(await store.get("seen", "delivery-1"), undefined);
        assert.deepEqual(await store.getMany("seen", ["delivery-1"]), []);
        assert.equal((await store.list({ kind: "outbox", key: "sent", limit: 5 })).items.length, 1);
        a.passed(await store.commit([a.put(a.aDelivery({ screen: { name: "again" } }), "new")]));
        assert.deepEqual((await store.get("seen", "delivery-1"))?.doc.screen, { name: "again" });
        storage.clock.at = new Date(Date.parse(a.AT) + 5 * week);
        assert.equal((await store.list({ kind: "outbox", key: "sent", limit: 5 })).items.length, 0);
        assert.equal((await store.list({ kind: "outbox", key: "open", limit: 5 })).items.length, 1);
      });

      it("purging removes them, and only them", async function () {
        if (has("noExpiry")) this.skip();
        storage.clock.at = new Date(a.AT);
        await a.save(store, a.aDelivery(), a.aDelivery({ id: "other" }), a.aSequence());
        assert.equal(await store.purge(), 0);
        storage.clock.at = new Date(Date.parse(a.AT) + 8 * 24 * 3600 * 1000);
        assert.equal(await store.purge(), 2);
        assert.equal(await store.purge(), 0);
        assert.ok(await store.get("sequence", "people.2026"));
      });

      it("a document of an older shape is read in today's; one of no known shape is refused by name, unquoted", async () => {
        const older = JSON.stringify({ kind: "sequence", schemaVersion: 0, id: "people.2026", count: 12 });
        await a.save(await storage.open({ catalogue: a.writingAsIs(older) }), a.aSequence());
        const later = await storage.open({ catalogue: a.readingShapeZero });
        assert.deepEqual((await later.get("sequence", "people.2026"))?.doc, a.aSequence({ last: 12 }));
        await assert.rejects(
          store.get("sequence", "people.2026"),
          (error: unknown) => error instanceof UnreadableDocument && error.message === "sequence:people.2026",
        );
        await assert.rejects(store.getMany("sequence", ["people.2026"]), UnreadableDocument);
      });
    });

    storeModel(() => storage, { oneGuard: has("noRollback"), runs: name.startsWith("Cosmos") ? 20 : 100 });
  });
};
