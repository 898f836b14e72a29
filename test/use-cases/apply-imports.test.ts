/** An import that a human began: whatever stops it, and however many go on with it, each line is done once. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportRun, LineChoice } from "../../src/domain/exchange/import-records.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { caseChain } from "../../src/use-cases/frame/audit-trail.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { failingAt, unreadableAt } from "../support/failing-store.ts";
import { aFileOf, aLineOf, beginImport, FANTINE, importServicesOn, prepared } from "../support/a-people-file.ts";

const now = (): Date => new Date("2026-11-24T13:32:00.000Z");

/** What an import leaves behind: who is registered, how each line ended, and the run that counts them. */
const everyOne = async (store: Store) => {
  const names: string[] = [];
  for await (const { doc } of everyDocument(store, { kind: "identity", key: "all" })) names.push(doc.familyName);
  const ends: (string | null)[] = [];
  for await (const run of everyDocument(store, { kind: "importRun", key: "all" }))
    for await (const { doc } of everyDocument(store, { kind: "importLine", key: `run:${run.doc.id}` }))
      ends.push(doc.end);
  return { names: names.sort(), ends };
};
const runOf = async (store: Store, id: string): Promise<ImportRun> => {
  const found = await store.get("importRun", id);
  assert.ok(found !== undefined);
  return found.doc;
};
const people = (count: number) => Array.from({ length: count }, (_, index) => aLineOf(index));
const namesOf = (count: number) => Array.from({ length: count }, (_, index) => `NOM${index}`).sort();

const assertEachOnce = async (services: Services, run: string, count: number): Promise<void> => {
  const { names, ends } = await everyOne(services.store);
  assert.deepEqual(names, namesOf(count), "a line was lost, or done twice");
  assert.deepEqual(
    ends,
    Array.from({ length: count }, () => "created"),
  );
  const { state, ends: counted } = await runOf(services.store, run);
  assert.deepEqual([state, counted], ["done", { created: count }]);
  assert.deepEqual((await verifyAudit(services)).faults, []);
};

describe("An import under way", function () {
  this.timeout(60_000);

  it("goes on where it stopped, whichever write failed, and does each line once", async () => {
    const COUNT = 3;
    let stops = 0;
    for (let cut = 1; cut <= 30; cut += 1) {
      const disk = emptyDisk();
      const open = () => createMemoryStore({ now, disk });
      const run = await beginImport(importServicesOn(open()), aFileOf(...people(COUNT)));
      const stopped = await applyImports(importServicesOn(failingAt(open(), cut))).then(
        () => false,
        () => true,
      );
      if (stopped) stops += 1;
      const later = importServicesOn(open());
      await applyImports(later);
      await assertEachOnce(later, run, COUNT);
      if (!stopped) break;
    }
    assert.ok(stops > COUNT, `${stops} writes of an import can fail`);
  });

  /** Of the team when they said to go on; without a role, or gone, since. */
  for (const [roles, since] of [
    [[], "has lost their role"],
    [null, "has left the team"],
  ] as const)
    it(`goes on when whoever said so ${since} since: it was confirmed by somebody who might`, async () => {
      const services = importServicesOn(createMemoryStore({ now }));
      const run = await beginImport(services, aFileOf(...people(3)));
      const left = services.people.members().filter(({ roles: [role] }) => role !== "assistante");
      const team = [...left, ...(roles === null ? [] : [{ aadObjectId: FANTINE, name: "Fantine", roles: [...roles] }])];
      const nowadays = { members: () => team, byObjectId: (id: string) => team.find((one) => one.aadObjectId === id) };
      await applyImports({ ...services, people: nowadays });
      await assertEachOnce(services, run, 3);
      const { items } = await services.store.scan({ kind: "audit", limit: 90 });
      assert.deepEqual(
        items.filter(({ doc }) => doc.act.startsWith("refused:")),
        [],
      );
    });

  describe("stopped for longer than its lines are kept", () => {
    const days = (count: number): number => count * 86_400_000;
    for (const did of [0, 2])
      it(`says that it ended before its end, ${did} lines of 5 done, and how many were not`, async () => {
        let at = now().getTime();
        const disk = emptyDisk();
        const open = () => createMemoryStore({ now: () => new Date(at), disk });
        const services = importServicesOn(open());
        const run = await beginImport(services, aFileOf(...people(5)));
        let asked = 0;
        // Asked before the run, then before each line.
        await applyImports(services, () => (asked += 1) <= did + 1);
        at += days(8);
        await open().purge();
        await applyImports(services);
        const { state, ends, plans, doneAt } = await runOf(services.store, run);
        assert.deepEqual([state, ends, plans], ["expired", did === 0 ? {} : { created: did }, { create: 5 }]);
        assert.notEqual(doneAt, null);
        const { items } = await services.store.scan({ kind: "audit", limit: 90 });
        const said = items.filter(({ doc }) => doc.act.startsWith("import.e") || doc.act === "import.done");
        assert.deepEqual(
          said.map(({ doc }) => [doc.act, doc.details["notDone"]]),
          [["import.expired", 5 - did]],
        );
        assert.deepEqual((await verifyAudit(services)).faults, []);
      });
  });

  describe("on a file that two processes share", () => {
    let folder: string;
    const open = () => createSqliteStore({ file: join(folder, "repere.db"), plieId: "dijon", now: () => new Date() });
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "repere-import-test-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("is done once by two instances that go on at the same moment", async () => {
      const COUNT = 25;
      const [one, other] = [importServicesOn(await open()), importServicesOn(await open())];
      const run = await beginImport(one, aFileOf(...people(COUNT)));
      const both = () => Promise.all([applyImports(one), applyImports(other)]);
      for (let round = 0; round < 20 && (await runOf(one.store, run)).state !== "done"; round += 1) await both();
      await assertEachOnce(other, run, COUNT);
      await Promise.all([one.store.close(), other.store.close()]);
    });

    it("is finished by another once the process that did it is killed in the middle", async () => {
      const COUNT = 12;
      const first = importServicesOn(await open());
      const run = await beginImport(first, aFileOf(...people(COUNT)));
      const child = spawn(
        process.execPath,
        ["--import=tsx", fileURLToPath(new URL("../support/import-child.ts", import.meta.url)), folder, "6"],
        { stdio: ["ignore", "inherit", "inherit"] },
      );
      await once(child, "exit");
      assert.equal(child.signalCode, "SIGKILL", "it came to its end");
      const middle = (await runOf(first.store, run)).ends.created ?? 0;
      assert.ok(middle > 0 && middle < COUNT, `killed after ${middle} lines of ${COUNT}`);
      const another = importServicesOn(await open());
      await applyImports(another);
      await assertEachOnce(another, run, COUNT);
      await Promise.all([first.store.close(), another.store.close()]);
    });
  });

  describe("about somebody who is already known", () => {
    let services: Services;
    let code: string;
    const corrected = () => aFileOf(aLineOf(0, { phone: "06 99 99 99 99" }));
    beforeEach(async () => {
      services = importServicesOn(createMemoryStore({ now }));
      await beginImport(services, aFileOf(aLineOf(0)));
      await applyImports(services);
      const found = await services.store.list({ kind: "identity", key: "all", limit: 2 });
      code = found.items[0]?.doc.code ?? "";
    });
    const again = async (file: string, choices: readonly { line: number; choice: LineChoice }[] = []) => {
      const run = await beginImport(services, file, choices);
      await applyImports(services);
      const page = await services.store.list({ kind: "importLine", key: `run:${run}`, limit: 5 });
      return { ...(await runOf(services.store, run)), line: page.items[0]?.doc };
    };
    const phone = async (of = code) => (await services.store.get("identity", of))?.doc.phone;
    const putCase = async (over: object, of = code): Promise<void> => {
      const head = await services.store.get("case", of);
      assert.ok(head !== undefined);
      await services.store.commit([{ op: "put", doc: { ...head.doc, ...over }, expected: head.version }]);
    };

    it("brings up to date what the file corrects and nobody touched, and remembers that it did", async () => {
      const { ends, state, line } = await again(corrected());
      assert.deepEqual([state, ends, line?.said], ["done", { updated: 1 }, null]);
      assert.equal(await phone(), "06 99 99 99 99");
      assert.equal((await again(corrected())).plans.same, 1);
      assert.equal((await services.store.list({ kind: "case", key: "all", limit: 5 })).items.length, 1);
    });

    it("makes of nobody another person: a number that bears another name is refused, a corrected name is not", async () => {
      const sent = async (over: Parameters<typeof aLineOf>[1], birth?: string) => {
        const cells = aLineOf(0, over).map((cell, at) => (at === 3 ? (birth ?? cell) : cell));
        const run = await prepared(services, aFileOf(cells));
        const { items } = await services.store.list({ kind: "importLine", key: `run:${run.id}`, limit: 2 });
        return [items[0]?.doc.plan, ...(items[0]?.doc.problems.map((one) => [one.code, one.cell]) ?? [])];
      };
      const refused = ["refused", ["otherPerson", code]];
      assert.deepEqual(await sent({ givenName: "Xavier", familyName: "AUTRE" }), refused);
      assert.deepEqual(await sent({ givenName: "Xavier" }, "31/12/1999"), refused, "a sibling with this number");
      assert.deepEqual(await sent({ familyName: "MARIÉE" }), ["update"]);
      assert.deepEqual(await sent({ givenName: "Prenom0" }, "31/12/1999"), ["update"], "an accent is no other name");
      assert.deepEqual(
        await sent({ givenName: "NOM0", familyName: "Prénom0" }),
        ["update"],
        "two columns that were swapped",
      );
    });

    it("counts neither accents nor capitals as another name", async () => {
      const run = await prepared(services, aFileOf(aLineOf(0, { givenName: "PRENOM0", familyName: "MARIÉE" })));
      const { items } = await services.store.list({ kind: "importLine", key: `run:${run.id}`, limit: 2 });
      assert.equal(items[0]?.doc.plan, "update");
    });

    it("changes nothing that was not shown of somebody whom another file registered meanwhile", async () => {
      const of = (givenName: string, familyName: string) => aFileOf(aLineOf(7, { givenName, familyName }));
      const first = await beginImport(services, of("Anne", "Martin"));
      const other = await beginImport(services, of("Paul", "Durand"));
      await applyImports(services);
      const { names } = await everyOne(services.store);
      assert.deepEqual(names.toSorted(), ["Martin", "NOM0"], "a person became another one");
      assert.deepEqual((await runOf(services.store, first)).ends, { created: 1 });
      assert.deepEqual((await runOf(services.store, other)).ends, { conflict: 1 });
    });

    it("touches no file that is archived, erased, cancelled or gone", async () => {
      const by = { on: "2026-11-23", by: "00000000-0000-4000-8000-000000000001" };
      const before = await phone();
      const aside = async (over: object, why: string): Promise<void> => {
        await putCase(over);
        const { plans, line } = await again(corrected());
        assert.deepEqual([plans.aside, line?.aside, line?.end], [1, why, null], why);
        assert.equal(await phone(), before, why);
        await putCase({ retired: null, status: "oriented" });
      };
      await aside({ retired: { as: "archived", ground: "litigation", ...by } }, "archived");
      await aside({ status: "cancelled" }, "cancelled");
      await aside({ retired: { as: "erased", ...by } }, "erased");
    });

    it("leaves a line whose file is archived between what was shown and what is done", async () => {
      const run = await beginImport(services, corrected());
      const ground = { ground: "litigation", on: "2026-11-23", by: "00000000-0000-4000-8000-000000000001" };
      await putCase({ retired: { as: "archived", ...ground } });
      await applyImports(services);
      assert.deepEqual((await runOf(services.store, run)).ends, { left: 1 });
      assert.equal(await phone(), "06 12 34 56 00");
    });

    it("brings up to date the file that is kept of two that were merged", async () => {
      const other = await again(aFileOf(aLineOf(1)));
      const kept = other.line?.code ?? "";
      await putCase({ mergedInto: kept, status: "cancelled" });
      const { line } = await again(corrected());
      assert.equal(line?.code, kept);
      assert.notEqual(await phone(), "06 99 99 99 99");
    });

    for (const [damaged, kind] of [
      ["a document of their file", "identity"],
      ["the trail of what was done of it", "chain"],
    ] as const)
      it(`leaves their line alone when ${damaged} cannot be read: said with its line, and every other goes on`, async () => {
        const run = await beginImport(services, aFileOf(aLineOf(0, { phone: "06 99 99 99 99" }), aLineOf(1)));
        const next = await beginImport(services, aFileOf(aLineOf(2)));
        const of = kind === "identity" ? code : caseChain(code);
        await applyImports({ ...services, store: unreadableAt(services.store, kind, of) });
        const ended = await runOf(services.store, run);
        assert.deepEqual([ended.state, ended.ends], ["done", { left: 1, created: 1 }]);
        assert.equal((await runOf(services.store, next)).state, "done", "an import behind it waits");
        const { items } = await services.store.list({ kind: "importLine", key: `end:${run}.left`, limit: 2 });
        assert.deepEqual(
          items.map(({ doc }) => [doc.line, doc.aside]),
          [[2, "unreadable"]],
        );
        const again = await beginImport(services, aFileOf(aLineOf(0, { phone: "06 99 99 99 99" })));
        await applyImports(services);
        assert.deepEqual(
          (await runOf(services.store, again)).ends,
          { updated: 1 },
          "once mended, the same line is done",
        );
      });

    it("says before anything is done that their file cannot be read", async () => {
      const damaged = { ...services, store: unreadableAt(services.store, "identity", code) };
      const { plans } = await prepared(damaged, aFileOf(aLineOf(0, { phone: "06 99 99 99 99" }), aLineOf(1)));
      assert.deepEqual(plans, { aside: 1, create: 1 });
    });

    it("says again nothing of who was erased, and registers nobody in their place", async () => {
      const links = await services.store.list({ kind: "externalId", key: `case:${code}`, limit: 2 });
      const link = links.items[0];
      assert.ok(link !== undefined);
      await services.store.commit([
        { op: "delete", kind: "externalId", id: link.doc.digest, expected: link.version },
        { op: "delete", kind: "identity", id: code },
      ]);
      const { plans, line } = await again(corrected());
      assert.deepEqual([plans.aside, line?.aside, plans.create], [1, "erased", undefined]);
    });

    it("ends each line of a file in one of its ways: created, brought up to date, left, in conflict", async () => {
      await again(aFileOf(aLineOf(1)));
      const file = aFileOf(
        aLineOf(0, { phone: "06 11 11 11 11" }),
        aLineOf(1, { phone: "06 22 22 22 22" }),
        aLineOf(2),
        aLineOf(0, { id: "AUTRE" }),
      );
      const run = await prepared(services, file);
      const other = (await services.store.list({ kind: "identity", key: "all", limit: 5 })).items.find(
        ({ doc }) => doc.familyName === "NOM1",
      );
      assert.ok(other !== undefined);
      await beginImport(services, run, [{ line: 5, choice: { as: "leave" } }]);
      const moved = { ...other.doc, phone: "07 00 00 00 00" };
      await services.store.commit([{ op: "put", doc: moved, expected: other.version }]);
      await applyImports(services);
      const { ends, state } = await runOf(services.store, run.id);
      assert.deepEqual([state, ends], ["done", { created: 1, updated: 1, conflict: 1, left: 1 }]);
      assert.equal(await phone(moved.code), "07 00 00 00 00", "Repère keeps its own");
    });
  });
});
