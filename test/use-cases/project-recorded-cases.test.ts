/** From what is recorded of people to the lists and the numbers, by the product's own reading, on each store. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { missingOn, PIECES } from "../../src/domain/completeness/pieces.ts";
import { missingBefore, piecesKey, type CasePieces, type PiecesFilter } from "../../src/domain/completeness/records.ts";
import { missingCounts } from "../../src/domain/dashboard/piece-marks.ts";
import { countsWith, differencesOf } from "../../src/domain/dashboard/count-marks.ts";
import { documentsOf } from "../../src/domain/dashboard/line.ts";
import { listedKeys, milestoneKey, peopleKey } from "../../src/domain/dashboard/lists.ts";
import { PART_PIECES, type Counts, type Marks } from "../../src/domain/dashboard/measures.ts";
import { countsIn, listed, listedId } from "../../src/domain/dashboard/records.ts";
import { marksOf } from "../../src/domain/dashboard/tally.ts";
import { MILESTONES } from "../../src/domain/participant/milestones.ts";
import { rowOf, type StoredDocument } from "../../src/domain/records/catalogue.ts";
import type { Store, Write } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { openPictureReader, type CaseReading } from "../../src/use-cases/parts/read-picture.ts";
import { projectCases, rebuildCases } from "../../src/use-cases/project-cases.ts";
import { codeOf } from "../support/a-territory.ts";
import { anyCase, documentsOfCase, pictureOfCase, type RecordedCase } from "../support/any-case.ts";
import { aDocumentOf } from "../support/a-document-of-each-kind.ts";
import { aCase, anIdentity, NOW } from "../support/builders.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import { numbersBehind } from "../support/numbers-behind.ts";
import { tabServices } from "../support/tab-services.ts";

type Opened = { readonly store: Store; readonly close: () => Promise<void> };
const EVERYONE = { referent: null, place: null };
const ORDERS = ["name", "since", "due"] as const;
const now = () => new Date(NOW);

const onMemory = (): Promise<Opened> =>
  Promise.resolve({ store: createMemoryStore({ now }), close: () => Promise.resolve() });
const onSqlite = async (): Promise<Opened> => {
  const folder = mkdtempSync(join(tmpdir(), "cases-"));
  const store = await createSqliteStore({ file: join(folder, "r.db"), plieId: "dijon", now });
  return { store, close: () => store.close().then(() => rmSync(folder, { recursive: true })) };
};
const onCosmos = async (): Promise<Opened> => {
  const double = await startCosmosDouble();
  const access = {
    endpoint: double.endpoint,
    key: Buffer.from("any key").toString("base64"),
    database: "repere",
    regions: false,
  };
  const store = await createCosmosStore({ ...access, plieId: randomUUID(), now });
  return { store, close: () => store.close().then(() => double.close()) };
};

/** Everything recorded of a person at that moment, in place of what was before, and the marker of the command. */
const record = async (store: Store, recorded: RecordedCase, edition: number, before?: RecordedCase): Promise<void> => {
  const rows = documentsOfCase(recorded).map((doc) => ({ doc, id: `${doc.kind}:${rowOf(doc).id}` }));
  const kept = new Set(rows.map(({ id }) => id));
  const gone = (before === undefined ? [] : documentsOfCase(before)).filter(
    (doc) => !kept.has(`${doc.kind}:${rowOf(doc).id}`),
  );
  const { code } = recorded.head;
  const writes: Write[] = [
    ...rows.map(({ doc }): Write => ({ op: "put", doc })),
    ...gone.map((doc): Write => ({ op: "delete", kind: doc.kind, id: rowOf(doc).id })),
    { op: "put", doc: { kind: "marker", schemaVersion: 1, code, edition, at: NOW } },
  ];
  for (let start = 0; start < writes.length; start += 80) await store.commit(writes.slice(start, start + 80));
};

/** What the picture alone counts for: neither needs, nor pieces. */
const ofThePicture = (marks: Marks): Marks =>
  Object.fromEntries(
    Object.entries(marks)
      .filter(([of]) => of !== PART_PIECES)
      .map(([of, list]) => [of, list.filter(({ measure }) => !/^(unmet|saturated)$/.test(measure[0] ?? ""))] as const)
      .filter(([, list]) => list.length > 0),
  );

const countersOf = async (store: Store): Promise<Record<string, Counts>> => {
  const projection = await store.get("projection", "cases");
  const key = `generation:${projection?.doc.generation}`;
  const { items } = await store.list({ kind: "counter", key, limit: 90 });
  return Object.fromEntries(items.map(({ doc }) => [doc.part, countsIn(doc)]));
};

const LONG_AFTER = "2029-01-01";
/** What each file lacks, as it is read again, is what is kept; each number is as long as its list, on any day. */
const assertPieces = async (
  { store }: Services,
  readings: readonly (CaseReading | undefined)[],
  counts: Counts,
): Promise<void> => {
  const expected = readings.flatMap((reading) => reading?.pieces ?? []);
  const { items } = await store.scan({ kind: "casePieces", limit: 90 });
  const byCode = (one: CasePieces, other: CasePieces): number => one.code.localeCompare(other.code);
  assert.deepEqual(items.map(({ doc }) => doc).sort(byCode), expected.toSorted(byCode));
  for (const day of [NOW.slice(0, 10), "2026-12-20", LONG_AFTER])
    for (const { referent, people, pieces } of missingCounts(counts, day)) {
      const listOf = async (among: PiecesFilter["among"]): Promise<readonly CasePieces[]> => {
        const key = piecesKey({ referent, among });
        const found = await store.list({ kind: "casePieces", key, limit: 90, to: missingBefore(day) });
        return found.items.map(({ doc }) => doc).filter(({ referentId }) => referentId === referent);
      };
      assert.equal((await listOf(null)).length, people, `files to complete on ${day}`);
      for (const piece of PIECES) {
        const bearing = (await listOf({ piece })).filter((doc) =>
          missingOn(doc.pieces, day).some((one) => one.piece === piece),
        );
        assert.equal(bearing.length, pieces[piece] ?? 0, `${piece} on ${day}`);
      }
    }
};

/** What a count of everyone from nothing gives, and the lists behind it, against what is kept. */
const assertCounted = async (services: Services, codes: readonly string[]): Promise<void> => {
  const { store } = services;
  const reader = await openPictureReader(services);
  const readings: (CaseReading | undefined)[] = [];
  for (const code of codes) readings.push(await reader.read(code));
  const lines = readings.flatMap((reading) => reading?.line ?? []);
  const parts = differencesOf(lines.map(({ marks }) => ({ before: null, after: marks })));
  const scratch = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  const counted = await countersOf(store);
  assert.equal(
    JSON.stringify(counted),
    JSON.stringify(Object.fromEntries(scratch.map(([of, difference]) => [of, countsWith({}, difference)]))),
  );
  await assertPieces(services, readings, counted[PART_PIECES] ?? {});
  const numbers = Object.entries(counted)
    .filter(([of]) => of !== PART_PIECES)
    .flatMap(([of, counts]) => [...numbersBehind(of, counts)]);
  for (const [key, people] of numbers)
    assert.equal((await store.list({ kind: "listed", key, limit: 90 })).items.length, people, key);
  const documents = lines.flatMap(documentsOf);
  const kept = await store.getMany("listed", documents.map(listedId));
  assert.deepEqual(
    kept.map(({ doc }) => doc),
    documents.map((doc) => listed.parse(doc)),
  );
  const keys = [
    ...ORDERS.map((order) => peopleKey(order, EVERYONE)),
    ...MILESTONES.map((one) => milestoneKey(one, null)),
  ];
  for (const key of keys) {
    const { items } = await store.list({ kind: "listed", key, limit: 90 });
    assert.equal(items.length, documents.filter((doc) => listedKeys(doc).includes(key)).length, `left behind: ${key}`);
  }
};

const some = (count: number, seed: number): readonly RecordedCase[] =>
  Array.from(
    { length: count },
    (_, index) => fc.sample(anyCase(codeOf(index + 1)), { numRuns: 1, seed: seed + index })[0]!,
  );

for (const [name, open, people] of [
  ["memory", onMemory, 20],
  ["SQLite", onSqlite, 8],
  ["Cosmos DB", onCosmos, 4],
] as const)
  describe(`Counting what is recorded of people, on ${name}`, () => {
    let opened: Opened;
    let services: Services;
    beforeEach(async () => {
      opened = await open();
      services = { ...tabServices([]).services, store: opened.store };
    });
    afterEach(() => opened.close());

    it("counts each for what is recorded of them, lists them behind each number, and follows them as they move", async () => {
      const codes = Array.from({ length: people }, (_, index) => codeOf(index + 1));
      const first = some(people, 10);
      for (const recorded of first) await record(services.store, recorded, 1);
      await projectCases(services);
      await assertCounted(services, codes);
      for (const recorded of first) {
        const { doc } = (await services.store.get("listed", `name.${recorded.head.code}`)) ?? {};
        const kept = doc?.sortedBy === "name" ? ofThePicture(doc.marks) : {};
        assert.deepEqual(kept, marksOf(pictureOfCase(recorded)), recorded.head.code);
      }
      for (const [index, recorded] of some(people, 900).entries())
        if (index % 3 > 0) await record(services.store, recorded, 2, first[index]);
      await projectCases(services);
      await assertCounted(services, codes);
      const running = JSON.stringify(await countersOf(services.store));
      await rebuildCases(services);
      assert.equal(JSON.stringify(await countersOf(services.store)), running, "a rebuild counts otherwise");
    }).timeout(60_000);
  });

describe("What every case is read from", () => {
  const generation = async ({ store }: Services): Promise<string | undefined> =>
    (await store.get("projection", "cases"))?.doc.generation;

  it("another framework or other communes count everyone again; nothing else does", async () => {
    const { services } = tabServices([]);
    for (const recorded of some(3, 10)) await record(services.store, recorded, 1);
    await projectCases(services);
    const before = await generation(services);
    await projectCases(services);
    assert.equal(await generation(services), before, "counted again for nothing");
    const current = { ...services.frameworks.current, version: "another" };
    const framework = { ...services, frameworks: { ...services.frameworks, current } };
    await projectCases(framework);
    const withFramework = await generation(services);
    assert.notEqual(withFramework, before, "another framework");
    const dijon = { insee: "21231", name: "Dijon", group: "Dijon", lat: 47, lon: 5 };
    await projectCases({ ...framework, plie: { ...services.plie, communes: [dijon] } });
    assert.notEqual(await generation(services), withFramework, "other communes");
  });
});

describe("A case whose ESF+ questionnaire was asked with a text that is not kept any more", () => {
  it("keeps nobody else from being counted, is said in the log, and is counted once the text is there again", async () => {
    const { services, lines } = tabServices([]);
    const { store } = services;
    const [lost, other] = [codeOf(1), codeOf(2)];
    const { entry } = services.papers.esf;
    const put = async (...docs: readonly StoredDocument[]): Promise<void> => {
      assert.ok((await store.commit(docs.map((doc) => ({ op: "put", doc })))).ok);
    };
    const markers = (edition: number) =>
      [lost, other].map((code) => ({ kind: "marker", schemaVersion: 1, code, edition, at: NOW }) as const);
    const esf = aDocumentOf("esfAnswers", { code: lost, words: "m", review: "2026-001" });
    assert.ok(esf.kind === "esfAnswers");
    await put(...[lost, other].flatMap((code) => [aCase({ code }), anIdentity({ code })]), ...markers(1));
    await put({ ...esf, parcours: 1, stage: "entry", version: "2019.1" });
    await projectCases(services);
    assert.equal((await store.get("listed", `name.${other}`))?.doc.row.code, other);
    assert.equal(await store.get("listed", `name.${lost}`), undefined);
    const failed = lines.filter(({ event }) => event === "projector.failed").map(({ fields }) => fields["caseId"]);
    assert.deepEqual([...new Set(failed)], [lost]);
    const text = JSON.stringify({ ...entry, version: "2019.1" });
    const paper = { kind: "paper", schemaVersion: 1, name: "esf-entree", version: "2019.1" } as const;
    await put({ ...paper, sha256: services.ids.digest(text), text, at: NOW }, ...markers(2));
    await projectCases(services);
    assert.equal((await store.get("listed", `name.${lost}`))?.doc.row.code, lost);
  });
});
