import assert from "node:assert/strict";
import { PART_NOW } from "../../src/domain/dashboard/measures.ts";
import { StoreUnavailable } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { readCounters } from "../../src/use-cases/parts/read-counters.ts";
import { projectCases, rebuildCases } from "../../src/use-cases/project-cases.ts";
import { codeOf, inDijon, permis, Territory } from "../support/a-territory.ts";
import { NOW } from "../support/builders.ts";
import { countingStore } from "../support/counting-store.ts";
import { LAST_YEAR, writeMany } from "../support/many-people.ts";
import { tabServices } from "../support/tab-services.ts";

describe("Reading the counters", () => {
  for (const people of [10, 1_000, 10_000])
    it(`takes three requests and no more documents than months with ${people.toLocaleString("fr")} people`, async () => {
      const { store, asked, from } = countingStore(createMemoryStore({ now: () => new Date(NOW) }));
      await writeMany(store, people, { lines: false });
      from();
      const { counts, upTo } = await readCounters({ ...tabServices([]).services, store }, [PART_NOW, ...LAST_YEAR]);
      assert.equal(asked.requests, 3);
      assert.ok(asked.documents <= 3 + LAST_YEAR.length, `${asked.documents} documents`);
      assert.equal(upTo, NOW, "the oldest marker is not counted yet");
      assert.ok(Object.keys(counts.get(PART_NOW) ?? {}).length > 0, "nobody is counted");
    }).timeout(60_000);

  it("asks again for two small documents while nothing more is counted, and reads anew what is", async () => {
    const territory = new Territory();
    territory.needs = () => inDijon(permis);
    const { store, asked, from } = countingStore(territory.store);
    const services = { ...territory.instance(), store };
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    const look = async (parts = [PART_NOW, ...LAST_YEAR]) => {
      from();
      return { counts: (await readCounters(services, parts)).counts, requests: asked.requests };
    };
    const first = await look();
    assert.equal(first.requests, 3);
    for (const again of [await look(), await look()]) {
      assert.equal(again.requests, 2, "what did not change was read again");
      assert.deepEqual(again.counts, first.counts);
    }
    assert.equal((await look([PART_NOW])).requests, 3, "another period was not read");
    await territory.moves(codeOf(2));
    await projectCases(services, territory.open);
    const then = await look();
    assert.equal(then.requests, 3);
    assert.deepEqual(then.counts.get(PART_NOW), { "unmet/mobilite--preparer-un-permis/Dijon||": 2 });
  });

  it("keeps a few periods only, and shares what several people ask for at once", async () => {
    const { store, asked, from } = countingStore(createMemoryStore({ now: () => new Date(NOW) }));
    await writeMany(store, 10, { lines: false });
    const services = { ...tabServices([]).services, store };
    from();
    await Promise.all(LAST_YEAR.map(() => readCounters(services, [PART_NOW])));
    assert.equal(asked.requests, 2 * LAST_YEAR.length + 1, "everyone's page read the counters for itself");
    for (const month of LAST_YEAR) await readCounters(services, [month]);
    from();
    await readCounters(services, [LAST_YEAR.at(-1)!]);
    assert.equal(asked.requests, 2, "the latest period was not kept");
    await readCounters(services, [LAST_YEAR[0]!]);
    assert.equal(asked.requests, 5, "every period is kept for ever");
  });

  it("a storage that did not answer is asked again", async () => {
    const kept = createMemoryStore({ now: () => new Date(NOW) });
    await writeMany(kept, 10, { lines: false });
    let fails = true;
    const store: typeof kept = {
      ...kept,
      getMany: (kind, ids) => (fails ? Promise.reject(new StoreUnavailable()) : kept.getMany(kind, ids)),
    };
    const services = { ...tabServices([]).services, store };
    await assert.rejects(readCounters(services, [PART_NOW]), StoreUnavailable);
    fails = false;
    const { counts } = await readCounters(services, [PART_NOW]);
    assert.ok(Object.keys(counts.get(PART_NOW) ?? {}).length > 0, "nobody is counted");
  });

  it("says that nothing was counted yet, then until when; a month where nothing happened has no key", async () => {
    const territory = new Territory();
    territory.needs = () => inDijon(permis);
    const services = territory.instance();
    await territory.moves(codeOf(1));
    const first = await readCounters(services, [PART_NOW]);
    assert.deepEqual([first.upTo, first.readingAgain, first.counts.get(PART_NOW)], [null, true, {}]);
    await projectCases(services, territory.open);
    const counted = await readCounters(services, [PART_NOW, "1999-01"]);
    assert.ok(counted.upTo !== null && !counted.readingAgain);
    assert.deepEqual(
      [...counted.counts],
      [
        [PART_NOW, { "unmet/mobilite--preparer-un-permis/Dijon||": 1 }],
        ["1999-01", {}],
      ],
    );
  });

  it("while every case is read again, the former counters are read, and it is said", async () => {
    const territory = new Territory();
    territory.needs = () => inDijon(permis);
    const services = territory.instance();
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    const before = await readCounters(services, [PART_NOW]);
    let during: typeof before | undefined;
    territory.needs = () => inDijon();
    territory.offer = "r2";
    await projectCases(services, async (opened) => {
      const reader = await territory.open(opened);
      return {
        ...reader,
        read: async (code) => ((during ??= await readCounters(services, [PART_NOW])), reader.read(code)),
      };
    });
    assert.deepEqual([during?.readingAgain, during?.counts], [true, before.counts]);
    await rebuildCases(services, territory.open);
    assert.deepEqual((await readCounters(services, [PART_NOW])).counts.get(PART_NOW), {});
  });
});
