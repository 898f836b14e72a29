/** A whole PLIE to one file and back, whatever the store: the same bytes, or a sentence that says why not and nothing written. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { backupPlie, type PlieStores } from "../../src/use-cases/backup-plie.ts";
import { restorePlie, type Lines } from "../../src/use-cases/restore-plie.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import { failingAt } from "../support/failing-store.ts";
import { liveTheYear, yearPlace, type YearPlace } from "../support/year-place.ts";

/** Of the file: what is answered, asked, told, put away and erased comes back as well. */
const OF_THE_FILE = [
  ...["esfAnswers", "agreement", "rightsRequest", "stagePoint", "transmission", "casePieces"],
  ...["externalId", "extraction", "extractionRow", "retentionList", "erased"],
];
const ids = { digest: (text: string) => createHash("sha256").update(text).digest("hex") };
const YEAR = { seed: 2026, scale: 0.01 } as const;

const plieOn = (cases: Store, services: Store, plieId = "dijon-metropole"): PlieStores => ({
  ...{ plieId, ids },
  stores: { cases, services },
});
const inMemory = (now: () => Date): PlieStores => plieOn(createMemoryStore({ now }), createMemoryStore({ now }));

const linesOf = async (of: PlieStores): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of backupPlie(of)) lines.push(line);
  return lines;
};
const asFile = (lines: readonly string[]): Lines =>
  async function* () {
    for (const line of lines) yield await Promise.resolve(line);
  };

describe("The backup of a PLIE", function () {
  this.timeout(180_000);
  let year: YearPlace;
  let ends: Date;
  let lines: readonly string[];
  before(async () => {
    year = await yearPlace((_plieId, now) =>
      Promise.resolve({ store: createMemoryStore({ now }), directory: createMemoryStore({ now }) }),
    );
    const putStoresAt = (at: Date): void => {
      year.putStoresAt(at);
      ends = at;
    };
    await liveTheYear({ ...year, putStoresAt }, YEAR);
    lines = await linesOf(plieOn(year.services.store, year.services.directory));
  });
  const now = (): Date => ends;

  it("goes to SQLite, to memory, to Cosmos DB: the same bytes each time, and a trail that verifies", async () => {
    assert.ok(lines.length > 1_000, `${lines.length} lines: the year was not lived`);
    for (const kind of OF_THE_FILE)
      assert.ok(
        lines.some((line) => line.includes(`"kind":"${kind}"`)),
        `the year holds no ${kind}`,
      );
    const folder = mkdtempSync(join(tmpdir(), "repere-backup-"));
    const onDisk = (name: string) => createSqliteStore({ file: join(folder, name), plieId: "dijon-metropole", now });
    const sqlite = plieOn(await onDisk("repere.db"), await onDisk("services.db"));
    assert.deepEqual(await restorePlie(sqlite, asFile(lines)), { ok: true, documents: lines.length - 2 });
    const fromDisk = await linesOf(sqlite);
    await Promise.all([sqlite.stores.cases.close(), sqlite.stores.services.close()]);
    rmSync(folder, { recursive: true });
    assert.ok(fromDisk.join("\n") === lines.join("\n"), "SQLite says other bytes");
    const memory = inMemory(now);
    assert.equal((await restorePlie(memory, asFile(fromDisk))).ok, true);
    const double = await startCosmosDouble();
    const key = Buffer.from("any key").toString("base64");
    const place = {
      endpoint: double.endpoint,
      key,
      regions: false,
      database: "backup",
      plieId: "dijon-metropole",
      now,
    };
    const cases = await createCosmosStore(place);
    const services = await createCosmosStore({ ...place, container: "services" });
    const cosmos = plieOn(cases, services);
    try {
      assert.equal((await restorePlie(cosmos, asFile(await linesOf(memory)))).ok, true);
      assert.ok((await linesOf(cosmos)).join("\n") === lines.join("\n"), "Cosmos DB says other bytes");
      const report = await verifyAudit({ ...year.services, store: cases });
      assert.deepEqual(report.faults, []);
      assert.ok(report.entries > 100 && report.seals > 0);
    } finally {
      await Promise.all([cases.close(), services.close()]);
      await double.close();
    }
  });

  const refusals: readonly (readonly [string, (of: readonly string[]) => readonly string[], object])[] = [
    ["an empty file", () => [], { fault: "notABackup", line: 1 }],
    ["another file", () => ["nom;prénom", "a;b"], { fault: "notABackup", line: 1 }],
    ["a file that was cut", (of) => of.slice(0, -1), { fault: "cut" }],
    ["a line that is missing", (of) => [...of.slice(0, 5), ...of.slice(6)], { fault: "changed" }],
    [
      "two lines in the place of each other",
      ([a = "", b = "", c = "", ...of]) => [a, c, b, ...of],
      { fault: "changed" },
    ],
    ["the backup of another PLIE", ([, ...of]) => ['{"plieId":"ailleurs","repere":1}', ...of], { fault: "otherPlie" }],
    ["a later format", ([, ...of]) => ['{"plieId":"dijon-metropole","repere":2}', ...of], { fault: "newer", line: 1 }],
    [
      "a document of a kind that is not known",
      ([head = "", ...of]) => [head, '{"doc":{"kind":"telepathy"},"in":"cases"}', ...of],
      { fault: "newer", line: 2 },
    ],
    [
      "a line that cannot be read, without quoting it",
      ([head = "", ...of]) => [head, '{"doc":{"kind":"identity","givenName":"Nadia"},"in":"cases"}', ...of],
      { fault: "unreadable", line: 2 },
    ],
  ];
  for (const [what, change, fault] of refusals)
    it(`refuses ${what}, and writes nothing`, async () => {
      const memory = inMemory(now);
      assert.deepEqual(await restorePlie(memory, asFile(change(lines))), { ok: false, ...fault });
      assert.equal((await linesOf(memory)).length, 2, "something was written");
    });

  it("is not restored over anything else", async () => {
    const memory = inMemory(now);
    const doc = { kind: "sequence", schemaVersion: 1, id: "somebody", last: 3 } as const;
    await memory.stores.cases.commit([{ op: "put", doc }]);
    const before = await linesOf(memory);
    assert.deepEqual(await restorePlie(memory, asFile(lines)), { ok: false, fault: "notEmpty" });
    assert.deepEqual(await linesOf(memory), before);
  });

  it("goes on where a restoration was cut, wherever that was", async () => {
    for (const cut of [1, 2, 9, 40]) {
      const [cases, services] = [emptyDisk(), emptyDisk()];
      const on = (disk: ReturnType<typeof emptyDisk>) => createMemoryStore({ now, disk });
      const cutStores = plieOn(failingAt(on(cases), cut), on(services));
      await restorePlie(cutStores, asFile(lines)).catch(() => undefined);
      assert.equal((await restorePlie(plieOn(on(cases), on(services)), asFile(lines))).ok, true, `cut at ${cut}`);
      assert.ok((await linesOf(plieOn(on(cases), on(services)))).join("\n") === lines.join("\n"), `cut at ${cut}`);
    }
  });

  it("says when someone writes in the same store meanwhile", async () => {
    const memory = inMemory(now);
    const { cases } = memory.stores;
    let commits = 0;
    const disturbed: Store = {
      ...cases,
      commit: async (writes) => {
        commits += 1;
        const doc = { kind: "sequence", schemaVersion: 1, id: "somebody", last: 3 } as const;
        if (commits === 2) await cases.commit([{ op: "put", doc }]);
        return cases.commit(writes);
      },
    };
    assert.deepEqual(await restorePlie(plieOn(disturbed, memory.stores.services), asFile(lines)), {
      ...{ ok: false, fault: "moved" },
    });
  });

  it("holds no ESF+ block, no date of its own and no secret of running servers", () => {
    const text = lines.join("\n");
    assert.ok(!text.includes("Cofinancé par l'Union européenne"), "a backup is no document that a person reads");
    assert.ok(!/"kind":"(?:lane|sendShare)"/.test(text));
    assert.ok(lines[0] === '{"plieId":"dijon-metropole","repere":1}');
  });
});
