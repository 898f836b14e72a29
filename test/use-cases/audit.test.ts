import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkAudit } from "../../src/domain/people/audit.ts";
import type { AuditEntry } from "../../src/domain/records/bookkeeping.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import type { LogFields } from "../../src/ports/log.ts";
import type { Store, Write } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createIds } from "../../src/system/ids.ts";
import { auditWrites, caseChain } from "../../src/use-cases/frame/audit-trail.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { anActor } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const [ONE, TWO] = ["P-2026-0001", "P-2026-0002"];
const ids = createIds();
const sha256 = (text: string): string => ids.digest(text);

interface Bench {
  readonly services: Services;
  readonly sealLines: LogFields[];
  readonly at: (instant: string) => void;
  readonly act: (code: string, instant: string) => Promise<void>;
  readonly faults: () => Promise<readonly string[]>;
  readonly write: (...writes: readonly Write[]) => Promise<void>;
}

const aBench = (open: (now: () => Date) => Store | Promise<Store>) => async (): Promise<Bench> => {
  let now = new Date("2026-11-23T08:00:00.000Z");
  const store = await open(() => now);
  const sealLines: LogFields[] = [];
  const services: Services = {
    ...tabServices([]).services,
    store,
    ids,
    clock: {
      now: () => now,
      today: () => new Date(now.getTime() + 3_600_000).toISOString().slice(0, 10),
      startOf: (day) => new Date(`${day}T00:00:00+01:00`),
      pause: () => Promise.resolve(),
    },
    log: {
      info: (event, fields = {}) => {
        if (event === "audit.sealed") sealLines.push(fields);
      },
      warn: () => undefined,
      error: () => undefined,
    },
  };
  const at = (instant: string) => void (now = new Date(instant));
  const act = async (code: string, instant: string) => {
    at(instant);
    const entry = { act: "diagnostic.save", code, details: { domain: "mobilite" } };
    assert.ok((await store.commit(await auditWrites(services, caseChain(code), anActor(), entry))).ok);
  };
  const faults = async () =>
    (await verifyAudit(services)).faults.map((found) =>
      found.of === "chain" ? `${found.chain} ${found.seq} ${found.fault}` : `seal ${found.seq} ${found.fault}`,
    );
  const write = async (...writes: readonly Write[]) => {
    assert.ok((await store.commit(writes)).ok);
  };
  return { services, sealLines, at, act, faults, write };
};

/** Three days of two cases, the first two sealed. */
const threeDays = async (bench: Bench): Promise<Bench> => {
  await bench.act(ONE, "2026-11-22T09:00:00.000Z");
  await bench.act(ONE, "2026-11-22T22:59:59.999Z");
  await bench.act(TWO, "2026-11-22T10:00:00.000Z");
  bench.at("2026-11-23T03:00:00.000Z");
  assert.equal((await sealAudit(bench.services)).kind, "sealed");
  await bench.act(ONE, "2026-11-23T09:00:00.000Z");
  await bench.act(ONE, "2026-11-24T08:00:00.000Z");
  assert.equal((await sealAudit(bench.services)).kind, "sealed");
  return bench;
};

const entry = async ({ services }: Bench, code: string, seq: number): Promise<AuditEntry> => {
  const stored = await services.store.get("audit", `${caseChain(code)}.${String(seq).padStart(8, "0")}`);
  assert.ok(stored);
  return stored.doc;
};
const put = (doc: StoredDocument): Write => ({ op: "put", doc });
const drop = (code: string, seq: number): Write => ({
  op: "delete",
  kind: "audit",
  id: `${caseChain(code)}.${String(seq).padStart(8, "0")}`,
});

const directory = mkdtempSync(join(tmpdir(), "repere-audit-"));
let files = 0;
const onDisk = async (now: () => Date): Promise<Store> =>
  createSqliteStore({ file: join(directory, `${(files += 1)}.db`), plieId: "dijon", now });
after(() => rmSync(directory, { recursive: true }));

for (const [name, aNewBench] of [
  ["memory", aBench((now) => createMemoryStore({ now }))],
  ["SQLite", aBench(onDisk)],
] as const)
  describe(`the audit, sealed and checked (${name})`, () => {
    let bench: Bench;
    beforeEach(async () => void (bench = await threeDays(await aNewBench())));
    afterEach(() => bench.services.store.close());

    it("is whole when nobody touched it, and says how much was read", async () => {
      assert.deepEqual(await verifyAudit(bench.services), {
        chains: 2,
        entries: 5,
        seals: 2,
        unsealed: 1,
        sealedUntil: "2026-11-23T23:00:00.000Z",
        faults: [],
      });
    });

    it("is sealed once a day, also when a chain already went on today, and each seal is told to the log", async () => {
      assert.deepEqual(await sealAudit(bench.services), { kind: "nothingToSeal" });
      const seals = (await bench.services.store.list({ kind: "seal", key: "all", limit: 9 })).items.map(
        ({ doc }) => doc,
      );
      assert.deepEqual(
        seals.map(({ since, until, chains }) => [since, until, chains]),
        [
          ["1970-01-01T00:00:00.000Z", "2026-11-22T23:00:00.000Z", 2],
          ["2026-11-22T23:00:00.000Z", "2026-11-23T23:00:00.000Z", 1],
        ],
      );
      assert.deepEqual(
        bench.sealLines,
        seals.map(({ seq, chains, hash }) => ({ plieId: "dijon", version: String(seq), count: chains, code: hash })),
      );
    });

    it("is sealed once by two instances at the same moment", async () => {
      bench.at("2026-11-25T03:00:00.000Z");
      const both = await Promise.all([sealAudit(bench.services), sealAudit(bench.services)]);
      assert.deepEqual(both.map(({ kind }) => kind).sort(), ["nothingToSeal", "sealed"]);
      assert.equal((await bench.services.store.list({ kind: "seal", key: "all", limit: 9 })).items.length, 3);
      assert.deepEqual(await bench.faults(), []);
    });

    it("catches up in one seal after days without anyone, and waits a little after midnight", async () => {
      bench.at("2026-11-28T23:04:00.000Z");
      assert.equal(
        (await sealAudit(bench.services)).kind,
        "nothingToSeal",
        "a command begun before midnight may still be written",
      );
      bench.at("2026-11-28T23:05:00.000Z");
      const sealing = await sealAudit(bench.services);
      assert.ok(sealing.kind === "sealed");
      assert.deepEqual([sealing.seal.seq, sealing.seal.until], [3, "2026-11-28T23:00:00.000Z"]);
      assert.deepEqual(await bench.faults(), []);
    });

    it("shows who changed what was done, at the entry itself", async () => {
      await bench.write(put({ ...(await entry(bench, ONE, 2)), by: "someone-else" }));
      assert.deepEqual(await bench.faults(), ["case.P-2026-0001 2 changed"]);
    });

    it("shows a history written again with good hashes, by its seal", async () => {
      let head;
      for (const seq of [1, 2, 3, 4]) {
        const { chain, at, playedBy, act, code, details } = await entry(bench, ONE, seq);
        const linked = linkAudit({ chain, at, by: "someone-else", playedBy, act, code, details }, head, sha256);
        head = linked.chain;
        await bench.write(put(linked.entry), put(linked.chain));
      }
      assert.deepEqual(await bench.faults(), ["seal 1 entriesDiffer", "seal 2 entriesDiffer"]);
    });

    it("shows an entry that was removed", async () => {
      await bench.write(drop(ONE, 2));
      const faults = await bench.faults();
      assert.equal(faults[0], "case.P-2026-0001 2 outOfSequence");
    });

    it("shows two entries that changed places", async () => {
      const [one, two] = [await entry(bench, ONE, 1), await entry(bench, ONE, 2)];
      await bench.write(put({ ...one, seq: 2 }), put({ ...two, seq: 1 }));
      const faults = await bench.faults();
      assert.equal(faults[0], "case.P-2026-0001 1 brokenLink");
    });

    it("shows a tail that was cut, today's included", async () => {
      await bench.write(drop(ONE, 4));
      assert.deepEqual(await bench.faults(), ["case.P-2026-0001 4 cutTail"]);
    });

    it("shows a sealed tail that was cut together with its head", async () => {
      const { seq, hash, at, chain } = await entry(bench, ONE, 2);
      await bench.write(drop(ONE, 3), drop(ONE, 4), put({ kind: "chain", schemaVersion: 1, chain, seq, hash, at }));
      assert.deepEqual(await bench.faults(), ["seal 2 chainMissing"]);
    });

    it("shows a head that was put back", async () => {
      const { seq, hash, at, chain } = await entry(bench, ONE, 3);
      await bench.write(put({ kind: "chain", schemaVersion: 1, chain, seq, hash, at }));
      assert.deepEqual(await bench.faults(), ["case.P-2026-0001 4 beyondHead"]);
    });

    it("shows a case that went missing, and one that was slipped into the past", async () => {
      await bench.write(drop(TWO, 1), { op: "delete", kind: "chain", id: caseChain(TWO) });
      assert.deepEqual(await bench.faults(), ["seal 1 chainMissing"]);
      await bench.act("P-2026-0008", "2026-11-22T10:00:00.000Z");
      await bench.act("P-2026-0009", "2026-11-22T10:00:00.000Z");
      assert.deepEqual(await bench.faults(), ["seal 1 chainAdded"]);
    });

    it("shows a seal that was removed or changed", async () => {
      const seals = (await bench.services.store.list({ kind: "seal", key: "all", limit: 9 })).items.map(
        ({ doc }) => doc,
      );
      await bench.write(put({ ...seals[1]!, chains: 0 }));
      assert.deepEqual(await bench.faults(), ["seal 2 changed"]);
      await bench.write(put(seals[1]!), { op: "delete", kind: "seal", id: "00000001" });
      assert.equal((await bench.faults())[0], "seal 1 outOfSequence");
    });
  });

describe("a long audit", () => {
  it("is sealed and checked page by page", async () => {
    const bench = await aBench((now) => createMemoryStore({ now }))();
    for (let count = 0; count < 450; count += 1) await bench.act(ONE, `2026-11-2${count < 210 ? 2 : 4}T10:00:00.000Z`);
    for (let count = 1; count <= 210; count += 1)
      await bench.act(`P-2026-${String(count + 1000)}`, "2026-11-22T10:00:00.000Z");
    bench.at("2026-11-24T12:00:00.000Z");
    const sealing = await sealAudit(bench.services);
    assert.equal(sealing.kind === "sealed" && sealing.seal.chains, 211);
    const { entries, unsealed, faults } = await verifyAudit(bench.services);
    assert.deepEqual([entries, unsealed, faults], [660, 240, []]);
  });
});
