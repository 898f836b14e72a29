import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { MAX_WRITES, StoreUnavailable, UnreadableDocument } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { projectCases, rebuildCases } from "../../src/use-cases/project-cases.ts";
import type { Milestone } from "../../src/domain/participant/milestones.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { aNeed, codeOf, inDijon, permis, Territory, type Needs } from "../support/a-territory.ts";
import { aCase, NOW, REFERENT_ID } from "../support/builders.ts";

const DUE: Milestone[] = [
  { milestone: "t0", on: "2026-12-16" },
  { milestone: "synthesis", on: "2027-02-16" },
];

/** An instance that starts again each time the storage lets it down. */
const untilCounted = async (territory: Territory, services: Services): Promise<void> => {
  for (;;)
    try {
      return await projectCases(services, territory.open);
    } catch (cause) {
      if (!(cause instanceof StoreUnavailable)) throw cause;
    }
};

describe("Counting cases", () => {
  it("a store that has cases and no count yet is counted from its cases", async () => {
    const territory = new Territory();
    territory.needs = () => inDijon(permis);
    for (let index = 1; index <= 90; index += 1)
      await territory.store.commit([{ op: "put", doc: aCase({ code: codeOf(index) }) }]);
    await projectCases(territory.instance(), territory.open);
    assert.deepEqual(await territory.counts(), { unmet: { "mobilite--preparer-un-permis|Dijon": 90 }, saturated: {} });
  });

  it("a person counts once for a theme, and under the domain where it has none", async () => {
    const territory = new Territory();
    territory.needs = () => inDijon(permis, aNeed("sante", permis.themes), aNeed("travail", []));
    await territory.moves(codeOf(1));
    await projectCases(territory.instance(), territory.open);
    const { unmet } = await territory.counts();
    assert.deepEqual(unmet, { "mobilite--preparer-un-permis|Dijon": 1, "travail|Dijon": 1 });
  });

  it("a case that moves counts for what it needs now, and no marker is left", async () => {
    const territory = new Territory();
    territory.needs = (_code, edition) => (edition === 1 ? inDijon(permis) : edition === 2 ? inDijon() : undefined);
    const services = territory.instance();
    for (const expected of [{ "mobilite--preparer-un-permis|Dijon": 1 }, {}, {}]) {
      await territory.moves(codeOf(1));
      await projectCases(services, territory.open);
      assert.deepEqual((await territory.counts()).unmet, expected);
    }
    assert.equal(await territory.store.get("caseNeeds", codeOf(1)), undefined, "a case that left keeps a row");
    assert.deepEqual(await territory.lines(), [], "a case that left keeps a line");
    assert.deepEqual((await territory.store.list({ kind: "marker", key: "all", limit: 1 })).items, []);
  });

  it("a count made again from nothing is the running one, in a new generation, and the old one goes", async () => {
    const territory = new Territory();
    territory.needs = (code, edition) => (Number(code.slice(-1)) % 3 === edition % 3 ? inDijon(permis) : inDijon());
    const services = territory.instance();
    for (let index = 0; index < 120; index += 1) await territory.moves(codeOf(index % 50));
    await projectCases(services, territory.open);
    const running = JSON.stringify(await territory.counters());
    const before = await territory.store.get("projection", "cases");
    await rebuildCases(services, territory.open);
    const after = await territory.store.get("projection", "cases");
    assert.equal(JSON.stringify(await territory.counters()), running);
    assert.ok(before && after && before.doc.generation !== after.doc.generation);
    await projectCases(services, territory.open);
    const old = `generation:${before.doc.generation}`;
    assert.deepEqual((await territory.store.list({ kind: "counter", key: old, limit: 9 })).items, []);
  });

  it("a case that moves while all are read again counts once, for what it is, in the new generation", async () => {
    const territory = new Territory();
    const services = territory.instance();
    for (let index = 1; index <= 60; index += 1) await territory.moves(codeOf(index));
    let moving: Promise<void> | undefined;
    territory.needs = (code, edition, offer) => {
      if (offer === "r2" && code === codeOf(50)) moving ??= territory.moves(codeOf(1));
      return code === codeOf(1) && edition === 2 ? inDijon() : inDijon(permis);
    };
    await projectCases(services, territory.open);
    territory.offer = "r2";
    await projectCases(services, territory.open);
    assert.ok(moving, "the case did not move");
    assert.deepEqual((await territory.counts()).unmet, { "mobilite--preparer-un-permis|Dijon": 59 });
  });

  it("whatever the order, the crashes and the instances, the counters are those of a count from nothing", async () => {
    const themes = ["mobilite--preparer-un-permis", "numerique--acquerir-un-equipement"];
    const row = fc.option(
      fc.record({
        group: fc.constantFrom("Dijon", "Plaine"),
        unmet: fc.uniqueArray(fc.constantFrom(...themes), { maxLength: 2 }),
        saturated: fc.uniqueArray(fc.constantFrom(...themes), { maxLength: 2 }),
        due: fc.subarray(DUE),
      }),
      { nil: undefined },
    );
    const scene = fc.record({
      rows: fc.array(row, { minLength: 5, maxLength: 12 }),
      moves: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }),
      offers: fc.array(fc.constantFrom("r2", "r3"), { maxLength: 2 }),
      rebuilds: fc.boolean(),
      failing: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(scene, fc.scheduler(), async ({ rows, moves, offers, rebuilds, failing }, scheduler) => {
        const territory = new Territory();
        territory.failing = new Set(failing);
        territory.needs = (code, edition, offer) => {
          const read = rows[(Number(code.slice(-1)) * 5 + edition * 3 + Number(offer.slice(-1))) % rows.length];
          const needs = (list: readonly string[]) => list.map((theme) => aNeed("mobilite", [theme]));
          return read && { ...read, unmet: needs(read.unmet), saturated: needs(read.saturated) };
        };
        const turn = () => scheduler.schedule(Promise.resolve());
        const instances = [territory.instance(turn), territory.instance(turn)];
        const commands = moves.map((index) => () => territory.moves(codeOf(index)));
        const imports = offers.map((offer) => () => Promise.resolve(void (territory.offer = offer)));
        const again = rebuilds ? [rebuildCases(instances[0]!, territory.open).catch(() => undefined)] : [];
        const all = [
          ...instances.map((instance) => untilCounted(territory, instance)),
          ...[...commands, ...imports].map((act) => turn().then(act)),
          ...again,
        ];
        await scheduler.waitFor(Promise.all(all));
        territory.failing.clear();
        await projectCases(territory.instance(), territory.open);
        assert.deepEqual(await territory.counters(), await territory.fromScratch());
        assert.deepEqual(await territory.numbersWithoutTheirList(), []);
        assert.deepEqual(await territory.lines(), await territory.linesFromScratch());
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  it("a case that cannot be read goes on counting for what it was, and keeps nobody else from being counted", async () => {
    const territory = new Territory();
    territory.needs = () => inDijon(permis);
    const services = territory.instance();
    for (const index of [1, 2]) await territory.moves(codeOf(index));
    await projectCases(services, territory.open);
    territory.needs = (code) => {
      if (code === codeOf(1)) throw new UnreadableDocument("assessment");
      return inDijon();
    };
    for (const index of [1, 2]) await territory.moves(codeOf(index));
    await projectCases(services, territory.open);
    assert.deepEqual((await territory.counts()).unmet, { "mobilite--preparer-un-permis|Dijon": 1 });
    assert.deepEqual((await territory.store.list({ kind: "marker", key: "all", limit: 1 })).items, []);
    territory.needs = () => inDijon();
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    assert.deepEqual((await territory.counts()).unmet, {}, "once mended, it counts for what it is");
  });

  it("a case that no batch can take is set aside and logged: it is listed, keeps its numbers, and holds back nobody", async () => {
    const territory = new Territory();
    const logged: unknown[] = [];
    const known = territory.instance();
    const error = (event: string, fields: object = {}): void => void logged.push([event, fields]);
    const services: Services = { ...known, log: { ...known.log, error } };
    territory.needs = () => inDijon(permis);
    let months = 0;
    const open: typeof territory.open = async (opened) => {
      const reader = await territory.open(opened);
      return {
        ...reader,
        read: async (code) => {
          const reading = await reader.read(code);
          if (code !== codeOf(2) || !reading?.line) return reading;
          const entered = { measure: ["entered"], referent: REFERENT_ID, on: null };
          const many = Array.from({ length: months }, (_, at) => `${2000 + Math.floor(at / 12)}-${10 + (at % 3)}`);
          const marks = Object.fromEntries([...new Set(many)].map((month) => [month, [entered]]));
          return { ...reading, line: { ...reading.line, marks: { ...reading.line.marks, ...marks } } };
        },
      };
    };
    const all = { "mobilite--preparer-un-permis|Dijon": 3 };
    for (const index of [1, 2, 3]) await territory.moves(codeOf(index));
    await projectCases(services, open);
    assert.deepEqual(logged, []);
    const asItWas = JSON.stringify(await territory.counters());

    months = 1_200;
    for (const index of [1, 2, 3]) await territory.moves(codeOf(index));
    await projectCases(services, open);
    assert.deepEqual(logged, [["projector.setAside", { caseId: codeOf(2) }]]);
    assert.equal(JSON.stringify(await territory.counters()), asItWas);
    assert.deepEqual((await territory.store.list({ kind: "marker", key: "all", limit: 1 })).items, []);
    assert.deepEqual(await territory.numbersWithoutTheirList(), []);

    territory.offer = "r2";
    await projectCases(services, open);
    assert.equal((await territory.store.get("projection", "cases"))?.doc.readFrom, "r2", "the others wait for it");
    assert.deepEqual((await territory.counts()).unmet, { "mobilite--preparer-un-permis|Dijon": 2 });
    assert.ok(await territory.store.get("listed", `name.${codeOf(2)}`), "it is in the list no more");
    assert.deepEqual(await territory.numbersWithoutTheirList(), []);

    months = 0;
    await territory.moves(codeOf(2));
    await projectCases(services, open);
    assert.deepEqual((await territory.counts()).unmet, all, "once it fits, it counts for what it is");
    assert.deepEqual(await territory.numbersWithoutTheirList(), []);
  });

  it("no batch is larger than a store takes, even when every need of every case is news", async () => {
    const territory = new Territory();
    const largest: number[] = [];
    const services = territory.instance();
    const watched: Services = {
      ...services,
      store: { ...services.store, commit: (writes) => (largest.push(writes.length), services.store.commit(writes)) },
    };
    territory.needs = (_code, _edition, offer) =>
      offer === "r1" ? inDijon(permis, aNeed("sante", []), aNeed("travail", [])) : inDijon();
    for (let index = 1; index <= 45; index += 1)
      for (let again = 0; again < 3; again += 1) await territory.moves(codeOf(index));
    await projectCases(watched, territory.open);
    territory.offer = "r2";
    await projectCases(watched, territory.open);
    assert.ok(Math.max(...largest) <= MAX_WRITES, `a batch of ${Math.max(...largest)}`);
    console.log(`      largest batch: ${Math.max(...largest)} writes of ${MAX_WRITES}`);
    assert.equal(
      (await territory.store.list({ kind: "offerNews", key: `referent:${REFERENT_ID}`, limit: 200 })).items.length,
      135,
    );
  });
});

describe("Counting cases on a disk", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "needs-"))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const openStore = () => createSqliteStore({ file: join(folder, "r.db"), plieId: "dijon", now: () => new Date(NOW) });

  it("a store of the version before is counted at its first start: what that version counted with is in nobody's way", async () => {
    const store = await openStore();
    const before = new Territory(store);
    for (const index of [1, 2, 3]) await before.moves(codeOf(index));
    const { unmet, group } = inDijon(permis)!;
    const needs = { code: codeOf(1), referentId: REFERENT_ID, unmet, saturated: [], group };
    await store.commit([
      {
        op: "put",
        doc: { kind: "caseNeeds", schemaVersion: 1, ...needs, readFrom: "versions", directoryVersion: "r0" },
      },
    ]);
    await store.close();
    const former = [
      {
        kind: "needsCount",
        id: "g1",
        schemaVersion: 1,
        generation: "g1",
        unmet: { "travail|Dijon": 7 },
        saturated: {},
      },
      { kind: "projection", id: "needs", schemaVersion: 1, generation: "g1", offer: "r0", pass: null },
    ];
    const db = new Database(join(folder, "r.db"));
    for (const { kind, id, ...rest } of former)
      db.prepare("INSERT INTO documents (plie, kind, id, version, json, sort) VALUES ('dijon', ?, ?, 1, ?, '')").run(
        kind,
        id,
        JSON.stringify({ kind, ...rest }),
      );
    db.close();

    const now = new Territory(await openStore());
    now.needs = () => inDijon(permis);
    await projectCases(now.instance(), now.open);
    assert.deepEqual((await now.counts()).unmet, { "mobilite--preparer-un-permis|Dijon": 3 });
    assert.deepEqual(await now.numbersWithoutTheirList(), []);
    assert.deepEqual(await now.lines(), await now.linesFromScratch());
    await now.store.close();
  });

  it("a process that dies while all is read again resumes after the last page that was written, and counts the same", async () => {
    const first = new Territory(await openStore());
    first.needs = (code, edition, offer) => (code.endsWith("7") && offer === "r1" ? inDijon() : inDijon(permis));
    for (let index = 1; index <= 130; index += 1) await first.moves(codeOf(index));
    await projectCases(first.instance(), first.open);
    first.offer = "r2";
    let pages = 0;
    const dying: Services = first.instance();
    const dies: Services["store"]["commit"] = (writes) => {
      pages += 1;
      return pages > 3 ? Promise.reject(new StoreUnavailable()) : first.store.commit(writes);
    };
    const dead = { ...dying, store: { ...dying.store, commit: dies } };
    await assert.rejects(projectCases(dead, first.open), StoreUnavailable);
    await first.store.close();

    const again = new Territory(await openStore());
    Object.assign(again, { needs: first.needs, offer: "r2" });
    const resumed = await again.store.get("projection", "cases");
    assert.equal(resumed?.doc.pass?.after, codeOf(14), "the page that was written is read again");
    await again.moves(codeOf(3));
    await projectCases(again.instance(), again.open);
    assert.deepEqual(await again.counters(), await again.fromScratch());
    assert.deepEqual(await again.numbersWithoutTheirList(), []);
    assert.equal((await again.counts()).unmet["mobilite--preparer-un-permis|Dijon"], 130);
    await again.store.close();
  });
});

describe("The news for a référent", () => {
  const closedIn =
    (...offers: string[]) =>
    (_code: string, _edition: number, offer: string): Needs =>
      offers.includes(offer) ? inDijon(permis) : inDijon();

  it("a service that appears answers a need that nobody answered: told once, for good", async () => {
    const territory = new Territory();
    const services = territory.instance();
    territory.needs = closedIn("r1", "r3");
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    assert.deepEqual(await territory.news(), [], "told the first time that a case is read");
    for (const offer of ["r2", "r3", "r4"]) {
      territory.offer = offer;
      await projectCases(services, territory.open);
      assert.deepEqual(await territory.news(), [`${codeOf(1)} mobilite local--mobilite`], `after ${offer}`);
    }
  });

  it("two needs of one domain are one news", async () => {
    const territory = new Territory();
    const services = territory.instance();
    const both = [permis, aNeed("mobilite", ["mobilite--entretenir-reparer-son-vehicule"])];
    territory.needs = (_code, _edition, offer) => (offer === "r1" ? inDijon(...both) : inDijon());
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    territory.offer = "r2";
    await projectCases(services, territory.open);
    assert.deepEqual(await territory.news(), [`${codeOf(1)} mobilite local--mobilite`]);
  });

  it("what the person's own diagnostic changes is no news, even while the directory changes", async () => {
    const territory = new Territory();
    const services = territory.instance();
    territory.needs = (_code, edition) => (edition === 1 ? inDijon(permis) : inDijon());
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    territory.offer = "r2";
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    assert.deepEqual((await territory.counts()).unmet, {});
    assert.deepEqual(await territory.news(), []);
  });

  it("a case read again for a marker, after the directory changed and before the pass came to it, is told too", async () => {
    const territory = new Territory();
    const services = territory.instance();
    territory.needs = closedIn("r1");
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    territory.offer = "r2";
    await territory.store.commit([
      { op: "put", doc: { kind: "marker", schemaVersion: 1, code: codeOf(1), edition: 9, at: NOW }, expected: "new" },
    ]);
    await projectCases(services, territory.open);
    assert.deepEqual(await territory.news(), [`${codeOf(1)} mobilite local--mobilite`]);
  });

  it("a case that moves while its news is worked out brings none from what it was: what is erased meanwhile is not written again", async () => {
    const territory = new Territory();
    const services = territory.instance();
    territory.needs = () => inDijon(aNeed("sante", []));
    await territory.moves(codeOf(1));
    await projectCases(services, territory.open);
    territory.offer = "r2";
    let withdrawn: Promise<void> | undefined;
    territory.needs = () => inDijon();
    const meanwhile: Services = {
      ...services,
      store: {
        ...services.store,
        commit: async (writes) => {
          const news = writes.some((write) => write.op === "put" && write.doc.kind === "offerNews");
          if (news) await (withdrawn ??= territory.moves(codeOf(1)));
          return services.store.commit(writes);
        },
      },
    };
    await projectCases(meanwhile, territory.open);
    assert.ok(withdrawn, "the case did not move: nothing is proved");
    assert.deepEqual(await territory.news(), [], "a news about health outlives its withdrawal");
  });
});
