/** A person's file is erased: nothing of them is left in any kind of document, whatever stops in between; nobody else is touched. */
import assert from "node:assert/strict";
import { addDays } from "../../src/domain/participant/days.ts";
import { countsIn } from "../../src/domain/dashboard/records.ts";
import { rowOf, type DocumentKind, type StoredDocument } from "../../src/domain/records/catalogue.ts";
import { KEEPING } from "../../src/domain/records/keeping.ts";
import { StoreUnavailable, type Store } from "../../src/ports/store.ts";
import { copyOf, createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { eraseOnRequest } from "../../src/use-cases/erase-on-request.ts";
import { recordRev } from "../../src/use-cases/close-record.ts";
import { finishErasures } from "../../src/use-cases/finish-erasures.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { mergeRecords } from "../../src/use-cases/merge-records.ts";
import { projectCases, rebuildCases } from "../../src/use-cases/project-cases.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { movableClock, startChat, TEAM, peopleOf } from "../conversation/steps.ts";
import { aDocumentOf, EVERY_KIND, type Filling } from "../support/a-document-of-each-kind.ts";
import { aCase, anActor, anIdentity } from "../support/builders.ts";
import { DORIAN, EUGENIE, type Chat } from "../support/chat.ts";
import { failingAt } from "../support/failing-store.ts";

const CANARY = "CanariNadia";
const NADIA: Filling = { code: "P-2026-0001", words: CANARY, review: "2026-001" };
/** Their code begins with Nadia's. */
const OTHER: Filling = { code: "P-2026-00010", words: "CanariAutre", review: "2026-002" };
/** Written by the product itself around every case: made here, they would lie. */
const CHAINED = new Set(["audit", "chain", "seal", "event", "erased", "counter", "projection", "marker", "sequence"]);

const OF_TEAMS = new Set(["posted", "lane", "sendShare"]);

describe("A person's file that is erased", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  const clock = movableClock();
  before(async () => {
    chat = await startChat({ people: peopleOf(TEAM), clock });
  });
  after(() => chat.stop());

  const on = (from: MemoryDisk): Services => ({
    ...chat.product.services,
    store: createMemoryStore({ now: () => clock.now(), disk: from }),
  });
  const eugenie = () => anActor({ memberId: EUGENIE, roles: ["coordinatrice"], today: clock.today() });

  /** Ids of members, chats and sittings stay; a word about a person may stand anywhere else. */
  const fillingOf = (kind: DocumentKind, filling: Filling): Filling =>
    KEEPING[kind] === "trace" || OF_TEAMS.has(kind) ? { ...filling, words: `id-${filling.review}` } : filling;

  /** Answers are read by the text that they answered. */
  const ofEntry = (): string => chat.product.services.papers.esf.entry.version;

  const written = (filling: Filling): readonly StoredDocument[] => [
    ...EVERY_KIND.filter((kind) => !CHAINED.has(kind) && !["team", "plie"].includes(KEEPING[kind]))
      .map((kind) => aDocumentOf(kind, fillingOf(kind, filling)))
      .filter(({ kind }) => kind !== "case" && kind !== "identity" && kind !== "listed")
      .map((doc) => (doc.kind === "esfAnswers" ? { ...doc, version: ofEntry() } : doc)),
    anIdentity({ code: filling.code, givenName: filling.words, familyName: filling.words, phone: filling.words }),
    aCase({ code: filling.code }),
  ];

  const everything = async ({ store }: Services): Promise<readonly StoredDocument[]> => {
    const docs: StoredDocument[] = [];
    for (const kind of EVERY_KIND) {
      let cursor: string | undefined;
      do {
        const page = await store.scan({ kind, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
        docs.push(...page.items.map(({ doc }) => doc));
        cursor = page.cursor;
      } while (cursor !== undefined);
    }
    return docs;
  };
  const of = (docs: readonly StoredDocument[], code: string): readonly string[] =>
    docs
      .filter((doc) => new RegExp(`${code}(?!\\d)`).test(JSON.stringify(doc)) && doc.kind !== "retentionList")
      .map((doc) => `${doc.kind}:${rowOf(doc).id} ${JSON.stringify(doc)}`)
      .sort();
  /** Nothing is due of whoever is erased, and no piece of their file is waited for. */
  const counters = (docs: readonly StoredDocument[]): readonly string[] => {
    const read = docs.flatMap((doc) => (doc.kind === "projection" ? [doc.generation] : []));
    return docs
      .flatMap((doc) =>
        doc.kind === "counter" && read.includes(doc.generation) && doc.part !== "pieces"
          ? Object.entries(countsIn(doc)).map(([key, count]) => `${doc.part} ${key} ${count}`)
          : [],
      )
      .filter((line) => !line.includes(" due/"))
      .sort();
  };

  beforeEach(async () => {
    disk = emptyDisk();
    const services = on(disk);
    for (const filling of [OTHER, NADIA])
      for (const doc of written(filling)) assert.ok((await services.store.commit([{ op: "put", doc }])).ok);
    for (const { code } of [OTHER, NADIA])
      await services.store.commit([
        { op: "put", doc: { kind: "marker", schemaVersion: 1, code, edition: 0, at: clock.now().toISOString() } },
      ]);
    await projectCases(services);
  });

  const begin = async (services: Services, rev = 1): Promise<boolean> => {
    const delivery = { activityKey: `erase.${services.ids.next()}`, click: null, answerTo: null };
    const input = { code: NADIA.code, rev };
    return (await perform(services, eugenie(), eraseOnRequest, input, delivery, ({ kind }) => ({ kind }))).ok;
  };
  const whole = async (services: Services): Promise<void> => {
    await finishErasures(services);
    await projectCases(services);
  };

  const isGone = async (services: Services): Promise<void> => {
    const docs = await everything(services);
    const left = docs.filter((doc) => JSON.stringify(doc).includes(CANARY));
    assert.deepEqual(
      left.filter(({ kind }) => KEEPING[kind] !== "esf").map((doc) => `${doc.kind}:${rowOf(doc).id}`),
      [],
      "words about the person are left",
    );
    const kinds = docs.filter((doc) => JSON.stringify(doc).includes(`"${NADIA.code}"`)).map(({ kind }) => kind);
    const about = kinds.filter((kind) => !["trace", "esf"].includes(KEEPING[kind]) && kind !== "listed");
    assert.deepEqual(about, [], "documents about the person are left");
  };

  it("leaves nothing of them in any kind of document, and the others as they were", async () => {
    const services = on(disk);
    const before = await everything(services);
    assert.ok(await begin(services));
    await whole(services);
    await isGone(services);
    const after = await everything(services);
    assert.deepEqual(of(after, OTHER.code), of(before, OTHER.code), "somebody else was touched");
  });

  it("takes with them what colleagues typed of them apart: a search, a form left unfinished, a line that was refused", async () => {
    const services = on(disk);
    const at = clock.now().toISOString();
    const typed = (id: string, inputs: Readonly<Record<string, string>>) =>
      ({
        kind: "draft",
        schemaVersion: 1,
        id,
        form: "newPerson",
        code: null,
        aboutHealth: false,
        inputs,
        by: "gone",
        at,
      }) as const;
    const refused = {
      ...aDocumentOf("importLine", NADIA),
      said: null,
      key: null,
      code: null,
      candidates: [],
      twin: null,
      choice: null,
    };
    const [known] = (await services.store.list({ kind: "externalId", key: `case:${NADIA.code}`, limit: 1 })).items;
    assert.ok(known !== undefined && refused.kind === "importLine");
    const docs: readonly StoredDocument[] = [
      typed("search.gone", { words: CANARY }),
      typed("new.gone.1", { givenName: CANARY.toUpperCase(), familyName: CANARY }),
      typed("new.gone.2", { givenName: OTHER.words, familyName: OTHER.words }),
      { ...refused, run: "r", line: 1, externalId: known.doc.externalId },
      {
        ...refused,
        run: "r",
        line: 2,
        externalId: "somebody else's",
        problems: [],
        warnings: [],
        changes: [],
        conflicts: [],
      },
    ];
    for (const doc of docs)
      assert.ok((await services.store.commit([{ op: "put", doc, expected: "new" }])).ok, doc.kind);
    assert.ok(await begin(services));
    await whole(services);
    await isGone(services);
    const left = await everything(services);
    assert.ok(
      left.some((doc) => doc.kind === "draft" && doc.id === "new.gone.2"),
      "somebody else's form went",
    );
    assert.deepEqual(
      left.flatMap((doc) => (doc.kind === "importLine" && doc.run === "r" ? [doc.line] : [])),
      [2],
    );
  });

  it("takes with them the records that became theirs", async () => {
    const services = on(disk);
    const twin = "P-2026-0002";
    for (const doc of [anIdentity({ code: twin, givenName: CANARY }), aCase({ code: twin })])
      await services.store.commit([{ op: "put", doc }]);
    const merged = await perform(
      services,
      anActor({ memberId: DORIAN, roles: ["chargeDeProjet"], today: clock.today() }),
      mergeRecords,
      { code: twin, rev: recordRev(aCase({ code: twin })), into: NADIA.code },
      { activityKey: "merge", click: null, answerTo: null },
      ({ kind }) => ({ kind }),
    );
    assert.ok(merged.ok, JSON.stringify(merged));
    const rev = (await services.store.get("case", NADIA.code))?.doc.edition ?? 0;
    assert.ok(await begin(services, rev));
    await whole(services);
    await isGone(services);
    assert.equal((await services.store.get("case", twin))?.doc.retired?.as, "erased");
    assert.equal((await services.store.get("identity", twin))?.doc, undefined);
    assert.deepEqual((await verifyAudit(services)).faults, []);
  });

  it("counts for what they counted for, also once everything is counted again", async () => {
    const services = on(disk);
    const before = counters(await everything(services));
    assert.ok(before.length > 0);
    await begin(services);
    await whole(services);
    assert.deepEqual(counters(await everything(services)), before);
    await rebuildCases(services);
    await projectCases(services);
    assert.deepEqual(counters(await everything(services)), before);
  });

  it("is erased whole, whichever commit it stops at", async () => {
    for (let at = 1; at < 40; at += 1) {
      const stopped = on(copyOf(disk));
      const failing: Store = failingAt(stopped.store, at);
      const cut = { ...stopped, store: failing };
      try {
        const begun = await begin(cut);
        await finishErasures(cut);
        if (begun) return;
      } catch (cause) {
        if (!(cause instanceof StoreUnavailable)) throw cause;
      }
      if ((await stopped.store.get("erased", NADIA.code)) === undefined) continue;
      await whole(stopped);
      await isGone(stopped);
    }
    assert.fail("never went through");
  });

  it("is erased once by two instances, and the audit holds", async () => {
    const [one, two] = [on(disk), on(disk)];
    await Promise.all([begin(one), begin(two)]);
    await Promise.all([finishErasures(one), finishErasures(two)]);
    await whole(one);
    await isGone(one);
    assert.equal((await one.store.get("erased", NADIA.code))?.doc.state, "gone");
    assert.equal((await everything(one)).filter(({ kind }) => kind === "event").length, 1);
    assert.deepEqual((await verifyAudit(one)).faults, []);
  });

  it("keeps its ESF+ sheets, by their code, until their own time is over", async () => {
    const services = on(disk);
    await begin(services);
    await whole(services);
    const esf = (await everything(services)).filter(({ kind }) => KEEPING[kind] === "esf");
    assert.ok(esf.length > 0);
    const { retention, ...papers } = services.papers;
    const later = { ...services, papers: { ...papers, retention: { ...retention, esfKeptUntil: "2020-12-31" } } };
    const erased = await services.store.get("erased", NADIA.code);
    assert.ok(erased?.doc.esfLeft);
    await services.store.commit([{ op: "put", doc: { ...erased.doc, state: "going" }, expected: erased.version }]);
    await whole(later);
    const left = (await everything(later)).filter((doc) => JSON.stringify(doc).includes(CANARY));
    assert.deepEqual(
      left.map(({ kind }) => kind),
      [],
    );
  });

  it("goes again, on the second day, with what was under way elsewhere while it went", async () => {
    const services = on(disk);
    await begin(services);
    await whole(services);
    // Each was decided on what was read before the erasure, and is written after it.
    for (const doc of written(NADIA).filter(({ kind }) => kind !== "case" && KEEPING[kind] !== "trace"))
      assert.ok((await services.store.commit([{ op: "put", doc }])).ok);
    await finishErasures(services);
    assert.equal((await services.store.get("erased", NADIA.code))?.doc.againOn, addDays(clock.today(), 2));
    clock.move(2);
    await whole(services);
    await isGone(services);
    assert.equal((await services.store.get("erased", NADIA.code))?.doc.againOn, null);
    assert.ok((await everything(services)).some((doc) => JSON.stringify(doc).includes(OTHER.words)));
  });

  it("has nothing in the log but its code", () => {
    assert.ok(!JSON.stringify(chat.log.lines).includes(CANARY));
  });
});
