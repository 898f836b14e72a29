import assert from "node:assert/strict";
import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import type { ReadRecord } from "../../src/domain/offer/read-record.ts";
import type { Store } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { importServices } from "../../src/use-cases/import-services.ts";
import { AT_ONCE } from "../../src/use-cases/parts/next-directory.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { aService, anImporter, directoryNow, importing, records } from "../support/an-import.ts";
import { anActor } from "../support/builders.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import { tabServices } from "../support/tab-services.ts";
import { importContract } from "./import-services.contract.ts";

const now = () => new Date("2026-11-24T08:00:00.000Z");

const inFile = (): { readonly file: string; readonly remove: () => void } => {
  const directory = mkdtempSync(join(tmpdir(), "repere-import-"));
  return { file: join(directory, "services.db"), remove: () => rmSync(directory, { recursive: true }) };
};

importContract("a store in memory", () => {
  const store = createMemoryStore({ now });
  return Promise.resolve({ open: () => Promise.resolve(store), close: () => store.close() });
});

importContract("SQLite", async () => {
  const { file, remove } = inFile();
  const store = await createSqliteStore({ file, plieId: "dijon", now });
  return {
    open: () => Promise.resolve(store),
    close: async () => {
      await store.close();
      remove();
    },
  };
});

importContract("Cosmos DB (in-process double)", async () => {
  const double = await startCosmosDouble();
  const key = Buffer.from("any key").toString("base64");
  const place = {
    endpoint: double.endpoint,
    regions: false,
    key,
    database: "repere",
    container: "services",
    plieId: "dijon",
    now,
  };
  const store = await createCosmosStore(place);
  return {
    open: () => Promise.resolve(store),
    close: async () => {
      await store.close();
      await double.close();
    },
  };
});

describe("An import", () => {
  it("of any services, twice, changes nothing the second time and leaves the first as it was", async () => {
    const some = fc.uniqueArray(
      fc.record({
        number: fc.nat(300),
        nom: fc.string({ minLength: 3, maxLength: 150 }),
        extra: fc.jsonValue({ maxDepth: 2 }),
        publics: fc.constantFrom(["jeunes"], ["seniors", "familles"], null),
      }),
      { selector: ({ number }) => number, minLength: 1, maxLength: 90 },
    );
    await fc.assert(
      fc.asyncProperty(some, some, async (first, then) => {
        const { services } = tabServices([]);
        const file = (all: typeof first) => all.map(({ number, ...fields }) => aService(number, fields));
        await importing(services, file(first), { mayCloseMost: true });
        await importing(services, file(then), { mayCloseMost: true });
        const before = await directoryNow(services);
        const { report } = await importing(services, file(then).reverse(), { mayCloseMost: true });
        assert.deepEqual([report.unchanged, report.directory?.moved], [then.length, false]);
        assert.deepEqual(await directoryNow(services), before);
        const ids = new Set([...first, ...then].map(({ number }) => `dora--${number}`));
        assert.deepEqual(new Set(before.keys()), ids, "a service was lost");
        const open = [...before.values()].filter(({ closedOn }) => closedOn === null).length;
        assert.equal(open, then.length);
      }),
      { numRuns: 60 },
    );
  });

  it("belongs to the chargé de projet and the coordinatrice", async () => {
    for (const role of ["referent", "assistante", "membreCellule"] as const) {
      const { services } = tabServices([]);
      const input = {
        kind: "services",
        scope: { sources: ["dora"], zone: [] },
        mayCloseMost: false,
        records: records([aService(1)]),
      } as const;
      const answer = await ask(services, anActor({ roles: [role] }), importServices, input);
      assert.deepEqual(answer, { ok: false, refusal: "roleMayNot" });
    }
    const { services } = tabServices([]);
    const actor = anActor({ roles: ["coordinatrice"] });
    assert.equal((await importing(services, [aService(1)], { actor })).report.added, 1);
  });

  it("lets others be answered between its batches, however little a file weighs and however much is carried over or removed", async () => {
    const made = tabServices([]).services;
    const services = { ...made, clock: { ...made.clock, pause: (ms: number) => wait(ms) } };
    const many = Array.from({ length: 1_200 }, (_, at) => aService(at));
    const answeredWhile = async (values: readonly unknown[]): Promise<number> => {
      let answered = 0;
      let reading = true;
      const answerOthers = (): void => {
        answered += 1;
        if (reading) setImmediate(answerOthers);
      };
      setImmediate(answerOthers);
      await importing(services, values);
      reading = false;
      return answered;
    };
    const first = await answeredWhile([...many, ...many.map(() => ({}))]);
    assert.ok(first >= 40, `nobody was answered but ${first} times while forty batches were read`);
    const second = await answeredWhile([aService("new")]);
    assert.ok(second >= 20, `nobody was answered but ${second} times while twenty batches were carried over`);
    const third = await answeredWhile([aService("newer")]);
    assert.ok(third >= 33, `nobody was answered but ${third} times while a former version was removed as well`);
  });

  it("leaves a trail of codes and counts in the chain of whoever imported", async () => {
    const { services } = tabServices([]);
    const actor = anImporter();
    await importing(services, [aService(1), aService(2, { nom: "" })], { scope: { sources: ["dora"], zone: ["21"] } });
    const trail = await services.store.list({ kind: "audit", key: `chain:member.${actor.memberId}`, limit: 5 });
    const counts = { added: 1, changed: 0, unchanged: 0, closed: 0, reopened: 0, rejected: 1 };
    assert.deepEqual(
      trail.items.map(({ doc: { act, details } }) => [act, details]),
      [["directory.import", { kind: "services", sources: "dora", zone: "21", number: 1, ...counts }]],
    );
    assert.deepEqual((await verifyAudit(services)).faults, []);
  });

  for (const count of [2_000, 20_000])
    it(`of ${count} services holds no more than three batches of them at a time`, async function () {
      this.timeout(240_000);
      const { file, remove } = inFile();
      const store = await createSqliteStore({ file, plieId: "dijon", now });
      const { held, watched } = watching(store);
      const { services: made } = tabServices([]);
      const services = { ...made, directory: watched };
      async function* file20(): AsyncGenerator<ReadRecord> {
        for (let rank = 1; rank <= count; rank++) {
          held.take(1);
          yield { what: "record", rank, value: aService(rank) };
        }
        await Promise.resolve();
      }
      try {
        const outcome = await importing(services, file20());
        assert.equal(outcome.report.added, count);
        assert.ok(held.peak <= 3 * AT_ONCE, `${held.peak} records were held at once`);
      } finally {
        await store.close();
        remove();
      }
    });
});

/** Counts the records that were taken from the file and are not written yet. */
const watching = (store: Store) => {
  const held = {
    now: 0,
    peak: 0,
    take(count: number) {
      this.now += count;
      this.peak = Math.max(this.peak, this.now);
    },
  };
  const watched: Store = {
    ...store,
    commit: async (writes) => {
      const done = await store.commit(writes);
      held.take(-writes.filter((write) => write.op === "put" && write.doc.kind === "service").length);
      return done;
    },
  };
  return { held, watched };
};
