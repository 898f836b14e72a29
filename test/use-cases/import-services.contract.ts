/** What an import promises, on any store. */
import assert from "node:assert/strict";
import type { ReadRecord } from "../../src/domain/offer/read-record.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { Store } from "../../src/ports/store.ts";
import { readHead } from "../../src/use-cases/parts/directory.ts";
import { sweepVersions } from "../../src/use-cases/parts/directory-version.ts";
import type { ImportOutcome } from "../../src/use-cases/import-services.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { aService, aStructure, directoryNow, importing, records } from "../support/an-import.ts";
import { failingAt } from "../support/failing-store.ts";
import { tabServices } from "../support/tab-services.ts";

export interface DirectoryPlace {
  readonly open: () => Promise<Store>;
  readonly close: () => Promise<void>;
}

const TEAM: readonly Member[] = [];
const counts = ({ report }: ImportOutcome) => {
  const { added, changed, unchanged, closed, reopened, rejected } = report;
  return { added, changed, unchanged, closed, reopened, rejected };
};
const NOTHING = { added: 0, changed: 0, unchanged: 0, closed: 0, reopened: 0, rejected: 0 };
const some = (count: number): Record<string, unknown>[] => Array.from({ length: count }, (_, at) => aService(at));

/** Everything that the directory's store holds of every version. */
const versionsLeft = async (directory: Store): Promise<readonly string[]> => {
  const { items } = await directory.list({ kind: "directoryVersion", key: "all", limit: 100 });
  return items.map(({ doc }) => doc.version);
};

export const importContract = (name: string, start: () => Promise<DirectoryPlace>): void => {
  describe(`An import on ${name}`, function () {
    this.timeout(60_000);
    let place: DirectoryPlace;
    let services: Services;
    let now: Date;

    beforeEach(async () => {
      place = await start();
      now = new Date("2026-11-24T08:00:00.000Z");
      const made = tabServices(TEAM).services;
      services = {
        ...made,
        directory: await place.open(),
        clock: { ...made.clock, now: () => now },
        plie: {
          ...made.plie,
          epci: "242100410",
          communes: [{ insee: "21231", name: "Dijon", group: "", lat: 47, lon: 5 }],
        },
      };
    });
    afterEach(() => place.close());

    it("adds what is new and moves the pointer once, whatever the size of the batches", async () => {
      const outcome = await importing(services, some(150));
      assert.deepEqual(counts(outcome), { ...NOTHING, added: 150 });
      const { number, services: open } = (await readHead(services)) ?? {};
      assert.deepEqual({ number, open }, { number: 1, open: 150 });
      const found = await directoryNow(services);
      assert.equal(found.size, 150);
      const { record, openedOn } = found.get("dora--7") ?? {};
      assert.deepEqual({ record, openedOn }, { record: aService(7), openedOn: "2026-11-24" }, "every field is kept");
    });

    it("changes nothing when the same file comes twice, in another order, with empty fields written or not", async () => {
      await importing(services, some(70));
      const before = await readHead(services);
      const again = some(70)
        .reverse()
        .map((record) => ({
          ...record,
          courriel: null,
          thematiques: [...(record["thematiques"] as string[])].reverse(),
        }));
      const outcome = await importing(services, again);
      assert.deepEqual(counts(outcome), { ...NOTHING, unchanged: 70 });
      assert.deepEqual(outcome.report.directory, { moved: false, number: 1 });
      assert.deepEqual(await readHead(services), before);
      assert.deepEqual(await versionsLeft(services.directory), [before?.version], "what was written is removed");
    });

    it("closes most of what its scope holds only when that is asked for: such a file is more often a partial one", async () => {
      await importing(services, some(40));
      const before = await readHead(services);
      const partial = await importing(services, some(19));
      assert.equal(partial.read ? "read" : partial.fault, "closesMost");
      assert.deepEqual(await readHead(services), before, "nothing moved");
      assert.equal((await importing(services, some(21))).read, true, "less than half may go");
      const asked = await importing(services, some(1), { mayCloseMost: true });
      assert.deepEqual(counts(asked), { ...NOTHING, unchanged: 1, closed: 20 });
    });

    it("closes what vanished, reopens what comes back, and never erases", async () => {
      await importing(services, some(3));
      const without = await importing(services, [aService(0), aService(1, { nom: "Autre nom" })]);
      assert.deepEqual(counts(without), { ...NOTHING, changed: 1, unchanged: 1, closed: 1 });
      const { closedOn, record } = (await directoryNow(services)).get("dora--2") ?? {};
      assert.equal(closedOn, "2026-11-24");
      assert.deepEqual(record, aService(2));
      const back = await importing(services, [aService(0), aService(1, { nom: "Autre nom" }), aService(2)]);
      assert.deepEqual(counts(back), { ...NOTHING, unchanged: 2, reopened: 1 });
      assert.equal((await directoryNow(services)).get("dora--2")?.closedOn, null);
    });

    for (const [where, record, zone, closes] of [
      ["a commune of the département", {}, ["21"], true],
      ["a commune of another département", { code_insee: "71076" }, ["21"], false],
      ["the commune itself", {}, ["21231"], true],
      ["a commune of the PLIE's EPCI", {}, ["242100410"], true],
      ["a commune beside the EPCI", { code_insee: "21054" }, ["242100410"], false],
      ["nowhere, open to the département", { code_insee: null, zone_eligibilite: ["21"] }, ["21"], true],
      ["nowhere, open to more than the zone", { code_insee: null, zone_eligibilite: ["21", "71"] }, ["21"], false],
      ["nowhere at all", { code_insee: null }, ["21"], false],
    ] as const)
      it(`${closes ? "closes" : "leaves"} what vanished in ${where}, when the zone is ${zone.join()}`, async () => {
        await importing(services, [aService(1), aService(2, record)]);
        const outcome = await importing(services, [aService(1)], { scope: { sources: ["dora"], zone } });
        assert.equal(outcome.report.closed, closes ? 1 : 0);
      });

    it("leaves what another source brought, and refuses a record of a source that it does not declare", async () => {
      await importing(services, [aService(1)]);
      const other = aService(1, { source: "mes-aides", id: "mes-aides--1" });
      const outcome = await importing(services, [other, aService(9)], { scope: { sources: ["mes-aides"], zone: [] } });
      assert.deepEqual(counts(outcome), { ...NOTHING, added: 1, rejected: 1 });
      assert.deepEqual(outcome.report.first, [
        {
          rank: 2,
          id: "dora--9",
          reasons: ["source : « dora » n'est pas parmi les sources que l'import déclare"],
        },
      ]);
      assert.equal((await directoryNow(services)).get("dora--1")?.closedOn, null);
    });

    it("keeps the former version of a record that is wrong now, and closes nothing for it", async () => {
      await importing(services, some(3));
      const outcome = await importing(services, [aService(0), aService(1, { nom: "x" }), aService(2), aService(2)]);
      assert.deepEqual(counts(outcome), { ...NOTHING, unchanged: 2, rejected: 2 });
      assert.equal((await directoryNow(services)).get("dora--1")?.record["nom"], "Aide au permis 1");
      assert.deepEqual(
        outcome.report.first.map(({ rank, id, reasons }) => [rank, id, ...reasons]),
        [
          [2, "dora--1", "nom : entre 3 et 150 caractères"],
          [4, "dora--2", "cet identifiant est déjà dans le fichier : seule sa première ligne compte"],
        ],
      );
    });

    it("closes nothing when a record comes without an id: it may be any of those that are missing", async () => {
      await importing(services, some(3));
      const outcome = await importing(services, [aService(0), { nom: "sans identifiant" }]);
      assert.deepEqual(counts(outcome), { ...NOTHING, unchanged: 1, rejected: 1 });
      assert.equal(outcome.report.closedNothing, true);
    });

    it("closes nothing when the cells of a row slipped: what stands for its id may be something else", async () => {
      await importing(services, some(3));
      async function* slipped(): AsyncGenerator<ReadRecord> {
        yield* records(some(2));
        yield { what: "unfit", rank: 3, id: "Aide au permis", code: "columns" };
      }
      const outcome = await importing(services, slipped());
      assert.deepEqual(counts(outcome), { ...NOTHING, unchanged: 2, rejected: 1 });
      assert.ok(outcome.report.closedNothing);
      assert.equal(
        (await directoryNow(services)).get("dora--2")?.closedOn,
        null,
        "a service that is in the file is closed",
      );
    });

    it("counts every rejection and details the first hundred", async () => {
      const outcome = await importing(services, [aService(0), ...some(250).map((record) => ({ ...record, nom: "" }))]);
      assert.equal(outcome.report.rejected, 250);
      assert.equal(outcome.report.first.length, 100);
    });

    for (const [what, values, fault] of [
      ["an empty list", [], "empty"],
      ["structures where services are awaited", [aStructure(), aStructure({ id: "dora--2" })], "otherKind"],
      ["nothing valid", [aService(0, { nom: "" })], "nothingValid"],
      ["the old format", [aService(0, { profils: ["jeunes"] })], "nothingValid"],
    ] as const)
      it(`changes nothing for ${what}`, async () => {
        await importing(services, some(2));
        const before = await readHead(services);
        const outcome = await importing(services, values);
        assert.equal(outcome.read ? "" : outcome.fault, fault);
        assert.deepEqual(await readHead(services), before);
        assert.deepEqual(await versionsLeft(services.directory), [before?.version]);
      });

    it("changes nothing when services come where structures are awaited", async () => {
      const outcome = await importing(services, some(2), { kind: "structures" });
      assert.equal(outcome.read ? "" : outcome.fault, "otherKind");
      assert.equal(await readHead(services), undefined);
    });

    it("changes nothing when the file breaks off after hundreds of good records", async () => {
      await importing(services, some(2));
      const before = await readHead(services);
      async function* broken(): AsyncGenerator<ReadRecord> {
        yield* records(some(300));
        yield { what: "broken", code: "truncated" };
      }
      const outcome = await importing(services, broken());
      assert.equal(outcome.read ? "" : outcome.fault, "truncated");
      assert.deepEqual(await readHead(services), before);
      assert.equal((await directoryNow(services)).size, 2);
      assert.deepEqual(await versionsLeft(services.directory), [before?.version]);
    });

    it("brings structures beside the services, and keeps those that are not in the file any more", async () => {
      await importing(services, some(2));
      await importing(services, [aStructure(), aStructure({ id: "dora--autre" })], { kind: "structures" });
      const outcome = await importing(services, [aStructure({ nom: "Maison des métiers" })], { kind: "structures" });
      assert.deepEqual(counts(outcome), { ...NOTHING, changed: 1 });
      const head = await readHead(services);
      assert.deepEqual([head?.services, head?.structures, head?.number], [2, 2, 3]);
    });

    it("changes nothing that is read when the storage fails, at any of its writes; the next import goes through", async () => {
      await importing(services, some(130));
      const before = await readHead(services);
      const file = [...some(100), ...some(40).map((_, at) => aService(`new-${at}`))];
      let failed = 0;
      for (let at = 1; ; at++) {
        const failing = { ...services, directory: failingAt(services.directory, at) };
        const passed = await importing(failing, file).then(
          () => true,
          () => false,
        );
        if (passed) break;
        failed += 1;
        const after = await readHead(services);
        if (after?.version !== before?.version) {
          // The pointer had moved: only what is no longer read was still to be removed.
          assert.equal(after?.number, 2);
          break;
        }
        assert.equal((await directoryNow(services)).size, 130, `after a failure at write ${at}`);
      }
      assert.ok(failed >= 3, `only ${failed} writes failed: the import was not hurt enough`);
      await importing(services, file);
      const found = await directoryNow(services);
      assert.equal(found.size, 170);
      assert.equal([...found.values()].filter(({ closedOn }) => closedOn !== null).length, 30);
      now = new Date(now.getTime() + 3_600_000);
      await sweepVersions(services);
      const head = await readHead(services);
      assert.deepEqual(
        (await versionsLeft(services.directory)).toSorted(),
        [head?.version, head?.previous].toSorted(),
        "what crashes left is removed",
      );
    });

    it("loses the race to another one that moved the pointer meanwhile, and says so", async () => {
      async function* slow(): AsyncGenerator<ReadRecord> {
        yield* records(some(2));
        await importing(services, [aService("first")]);
      }
      const outcome = await importing(services, slow());
      assert.equal(outcome.read ? "" : outcome.fault, "busy");
      assert.deepEqual([...(await directoryNow(services)).keys()], ["dora--first"]);
      assert.equal((await versionsLeft(services.directory)).length, 1);
    });

    it("stops when it was taken for dead and its version removed", async () => {
      async function* asleep(): AsyncGenerator<ReadRecord> {
        yield* records(some(100));
        now = new Date(now.getTime() + 3_600_000);
        await sweepVersions(services);
        yield* records(some(200).slice(100));
      }
      const outcome = await importing(services, asleep());
      assert.equal(outcome.read ? "" : outcome.fault, "busy");
      assert.equal(await readHead(services), undefined);
      assert.deepEqual(await versionsLeft(services.directory), []);
    });

    it("keeps two versions, no more: the one that is read and the one before", async () => {
      for (const name of ["un", "deux", "trois", "quatre"])
        await importing(services, [aService(1, { nom: `Nom ${name}` })]);
      const head = await readHead(services);
      assert.deepEqual((await versionsLeft(services.directory)).toSorted(), [head?.previous, head?.version].toSorted());
    });
  });
};
