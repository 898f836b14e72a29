/** Somebody's whole way through the PLIE, then their erasure: not one byte of them on any storage, in the log or in Teams; what counts and what proves still holds. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CosmosClient } from "@azure/cosmos";
import { countsIn } from "../../src/domain/dashboard/records.ts";
import type { DocumentKind } from "../../src/domain/records/catalogue.ts";
import type { Role } from "../../src/domain/people/member.ts";
import { KEEPING } from "../../src/domain/records/keeping.ts";
import type { Store } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { backupPlie } from "../../src/use-cases/backup-plie.ts";
import { eraseAgain } from "../../src/use-cases/erase-again.ts";
import { eraseOnRequest } from "../../src/use-cases/erase-on-request.ts";
import { giveOpinion } from "../../src/use-cases/give-opinion.ts";
import { stopReminders } from "../../src/use-cases/stop-reminders.ts";
import { writeHandoverSheet } from "../../src/use-cases/write-handover-sheet.ts";
import { finishErasures } from "../../src/use-cases/finish-erasures.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { projectCases, rebuildCases } from "../../src/use-cases/project-cases.ts";
import { readErased } from "../../src/use-cases/read-erased.ts";
import { restorePlie } from "../../src/use-cases/restore-plie.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { EVERY_KIND } from "../support/a-document-of-each-kind.ts";
import { anActor } from "../support/builders.ts";
import { CHANNELS } from "../support/channel-place.ts";
import { BASILE, DEMO_SERVICES, DORIAN, EUGENIE, type Chat } from "../support/chat.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import { CODE, people, REVIEW } from "./decision-steps.ts";
import { api, CANARY, MEETING, wholeWay } from "./erased-scene.ts";
import { movableClock, startChat, type MovableClock } from "./steps.ts";

interface Storage {
  readonly open: (plieId: string) => Promise<Store>;
  /** All that it keeps, as bytes. */
  readonly bytes: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

const onMemory = (now: () => Date): Promise<Storage> => {
  const disk = emptyDisk();
  return Promise.resolve({
    open: () => Promise.resolve(createMemoryStore({ now, disk })),
    bytes: () => Promise.resolve(JSON.stringify([...disk.documents.entries()])),
    remove: () => Promise.resolve(),
  });
};

const onDisk = (now: () => Date): Promise<Storage> => {
  const folder = mkdtempSync(join(tmpdir(), "repere-erased-again-"));
  return Promise.resolve({
    open: (plieId) => createSqliteStore({ file: join(folder, "repere.db"), plieId, now }),
    bytes: () =>
      Promise.resolve(
        readdirSync(folder)
          .map((name) => readFileSync(join(folder, name), "latin1"))
          .join("\n"),
      ),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true })),
  });
};

const onCosmos = async (now: () => Date): Promise<Storage> => {
  const double = await startCosmosDouble();
  const place = { endpoint: double.endpoint, key: Buffer.from("any key").toString("base64") };
  const client = new CosmosClient({ ...place, connectionPolicy: { enableEndpointDiscovery: false } });
  return {
    open: (plieId) => createCosmosStore({ ...place, regions: false, database: "repere", plieId, now }),
    bytes: async () => {
      const { resources } = await client.database("repere").container("documents").items.readAll().fetchAll();
      return JSON.stringify(resources);
    },
    remove: async () => {
      client.dispose();
      await double.close();
    },
  };
};

const placeOf = ({ store, directory, ids, plie }: Services) => ({
  ...{ plieId: plie.plieId, ids, stores: { cases: store, services: directory } },
});
const backedUp = async (of: Services): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of backupPlie(placeOf(of))) lines.push(line);
  return lines;
};

const everyOne = async <K extends DocumentKind>(store: Store, kind: K) => {
  const docs = [];
  let cursor: string | undefined;
  do {
    const page = await store.scan<K>({ kind, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    docs.push(...page.items.map(({ doc }) => doc));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return docs;
};

/** Nothing is due of whoever is erased, and no piece of their file is waited for. */
const counters = async ({ store }: Services): Promise<readonly string[]> => {
  const [projection] = await everyOne(store, "projection");
  return (await everyOne(store, "counter"))
    .filter(({ generation, part }) => generation === projection?.generation && part !== "pieces")
    .flatMap((doc) => Object.entries(countsIn(doc)).map(([key, count]) => `${doc.part} ${key} ${count}`))
    .filter((line) => !line.includes(" due/"))
    .sort();
};

describe("A whole file that is erased", function () {
  this.timeout(240_000);
  let folder: string;
  let chat: Chat;
  let clock: MovableClock;
  let counted: readonly string[];
  let kept: readonly string[];

  const services = (): Services => chat.product.services;
  const shown = (): string[] =>
    [CHANNELS.entree, ...people.members().map(({ aadObjectId }) => `a:${aadObjectId}`)].flatMap((conversation) =>
      chat.teams.messagesOf(conversation).map(({ contents }) => JSON.stringify(contents.at(-1))),
    );
  const withCanary = (texts: readonly string[]): readonly string[] => texts.filter((text) => CANARY.test(text));
  const filesWithCanary = (): string[] =>
    readdirSync(folder).filter((name) => CANARY.test(readFileSync(join(folder, name), "latin1")));
  const kindsWithCanary = async (): Promise<readonly string[]> => {
    const kinds: string[] = [];
    for (const kind of EVERY_KIND)
      if (CANARY.test(JSON.stringify(await everyOne(services().store, kind)))) kinds.push(kind);
    return kinds;
  };

  before(async () => {
    clock = movableClock();
    folder = mkdtempSync(join(tmpdir(), "repere-erased-"));
    const openStore = (plieId: string) =>
      createSqliteStore({ file: join(folder, "repere.db"), plieId, now: () => clock.now() });
    chat = await startChat({ clock, people, servicesFile: DEMO_SERVICES, openStore });
    await wholeWay({ chat, clock, disk: emptyDisk() });
    await projectCases(services());
    await sealAudit(services());
    counted = await counters(services());
    kept = await backedUp(services());
  });
  after(async () => {
    await chat.stop();
    rmSync(folder, { recursive: true });
  });

  it("was written everywhere: otherwise nothing is proved", async () => {
    const written = await kindsWithCanary();
    for (const kind of ["identity", "assessment", "pastFinding", "round", "snapshot", "opinion", "reviewDecision"])
      assert.ok(written.includes(kind), `no canary in ${kind}: ${written.join(", ")}`);
    for (const kind of ["handover", "actionBilan", "rightsRequest", "externalId", "draft", "recommendation"])
      assert.ok(written.includes(kind), `no canary in ${kind}: ${written.join(", ")}`);
    for (const kind of ["attempt", "transmission", "esfAnswers", "reminded", "minutes"] as const)
      assert.ok((await everyOne(services().store, kind)).length > 0, `no ${kind} was written`);
    assert.ok(filesWithCanary().length > 0, "the disk holds no canary");
    assert.ok(withCanary(shown()).length > 0, "nothing was shown in Teams");
    assert.ok(counted.length > 0);
  });

  it("leaves no byte of the person in the storage, the backup, the log or Teams", async () => {
    const rev = (await services().store.get("case", CODE))?.doc.edition;
    const erased = await api(chat, EUGENIE, "/api/retention/erase", { code: CODE, rev });
    assert.equal(erased.status, 200, erased.text);
    await projectCases(services());
    await chat.product.outbox.drain();
    clock.move(3);
    await finishErasures(services());
    await services().store.purge({ whole: true });
    assert.deepEqual(await kindsWithCanary(), []);
    assert.deepEqual(filesWithCanary(), [], "words about the person are still on the disk");
    assert.deepEqual(withCanary(shown()), [], "words about the person are still read in Teams");
    assert.doesNotMatch(JSON.stringify(chat.log.lines), CANARY);
    assert.deepEqual(withCanary(await backedUp(services())), [], "the backup holds words about the person");
  });

  it("leaves chains and seals that verify", async () => {
    await sealAudit(services());
    const report = await verifyAudit(services());
    assert.deepEqual(report.faults, []);
    assert.ok(report.seals > 1);
  });

  it("counts for what it counted for: at once, counted again, and counted from other rules", async () => {
    assert.deepEqual(await counters(services()), counted);
    await rebuildCases(services());
    await projectCases(services());
    assert.deepEqual(await counters(services()), counted);
    const { plie } = services();
    const before = (await everyOne(services().store, "projection"))[0]?.readFrom;
    await projectCases({ ...services(), plie: { ...plie, prescribers: [...plie.prescribers, "Un autre"] } });
    assert.notEqual((await everyOne(services().store, "projection"))[0]?.readFrom, before, "nothing was read again");
    assert.deepEqual(await counters(services()), counted);
  });

  it("keeps its ESF+ sheet, without a name, until its own time is over", async () => {
    assert.equal((await everyOne(services().store, "esfAnswers")).length, 1);
    const { retention, ...papers } = services().papers;
    const later = { ...services(), papers: { ...papers, retention: { ...retention, esfKeptUntil: "2020-12-31" } } };
    const erased = await later.store.get("erased", CODE);
    assert.ok(erased?.doc.esfLeft);
    await later.store.commit([{ op: "put", doc: { ...erased.doc, state: "going" }, expected: erased.version }]);
    await finishErasures(later);
    const left = await Promise.all(
      EVERY_KIND.filter((kind) => KEEPING[kind] === "esf").map((kind) => everyOne(later.store, kind)),
    );
    assert.deepEqual(left.flat(), []);
  });

  it("leaves the minutes, the agenda, the cell's page and the dashboards of its sitting to open without a fault", async () => {
    for (const path of [
      `/api/documents/compte-rendu/${MEETING}`,
      ...["/api/cells", "/api/cells/entree", "/api/dashboard", "/api/participants", "/api/retention", "/api/pieces"],
    ]) {
      const { status, text } = await api(chat, DORIAN, path);
      assert.equal(status, 200, `${path}: ${text.slice(0, 300)}`);
      assert.doesNotMatch(text, CANARY, path);
    }
    const dorian = chat.person(DORIAN);
    for (const words of ["à étudier", "ordre du jour", "séances", "situations", "accueil", `fiche ${CODE}`]) {
      await dorian.say(words);
      assert.doesNotMatch(dorian.text, /indisponible|erreur|canari/i, words);
    }
    assert.equal((await api(chat, BASILE, `/api/participants/${CODE}`)).status, 404);
    assert.equal(chat.log.lines.filter(({ level }) => level === "error").length, 0);
  });

  describe("while somebody else writes of it", () => {
    const actorOf = (memberId: string, ...roles: Role[]) => anActor({ memberId, roles, today: clock.today() });
    const once = (key: string) => ({ activityKey: key, click: null, answerTo: null });
    /** What is kept, on a storage of its own where the file is erased between what a verb reads and what it writes. */
    const erasedMeanwhile = async (): Promise<Services> => {
      const store = createMemoryStore({ now: () => clock.now() });
      const there: Services = { ...services(), store, directory: createMemoryStore({ now: () => clock.now() }) };
      const lines = async function* () {
        for (const line of kept) yield await Promise.resolve(line);
      };
      assert.equal((await restorePlie(placeOf(there), lines)).ok, true);
      const input = { code: CODE, rev: (await store.get("case", CODE))?.doc.edition ?? -1 };
      let begun = false;
      const commit: Store["commit"] = async (writes) => {
        if (!begun) {
          begun = true;
          const eugenie = actorOf(EUGENIE, "coordinatrice");
          const done = await perform(there, eugenie, eraseOnRequest, input, once("erase"), ({ kind }) => ({ kind }));
          assert.ok(done.ok, JSON.stringify(done));
          await finishErasures(there);
        }
        return store.commit(writes);
      };
      return { ...there, store: { ...store, commit } };
    };
    const form = { rev: "", inputs: { why: "Canari tardif", words: "Canari tardif" }, intent: "keep" } as const;
    const leavesNothing = async (there: Services): Promise<void> => {
      assert.equal(
        (await there.store.get("case", CODE))?.doc.retired?.as,
        "erased",
        "the file was not erased meanwhile",
      );
      assert.deepEqual(await everyOne(there.store, "reminderStop"), []);
      const drafts = await everyOne(there.store, "draft");
      assert.deepEqual(
        drafts.filter(({ code }) => code === CODE),
        [],
        "what was typed of the person is written again",
      );
    };

    it("keeps nothing that was typed on a sheet for a partner", async () => {
      const there = await erasedMeanwhile();
      const input = { ...form, code: CODE, handover: `${CODE}.1.1` };
      const basile = actorOf(BASILE, "referent");
      await perform(there, basile, writeHandoverSheet, input, once("sheet"), ({ kind }) => ({ kind }));
      await leavesNothing(there);
    });

    it("keeps no reminder set aside", async () => {
      const there = await erasedMeanwhile();
      await perform(there, actorOf(BASILE, "referent"), stopReminders, { code: CODE }, once("stop"), () => ({}));
      await leavesNothing(there);
    });

    it("keeps nothing of an opinion that comes too late", async () => {
      const there = await erasedMeanwhile();
      const input = { ...form, review: REVIEW };
      const who = actorOf(EUGENIE, "coordinatrice");
      await perform(there, who, giveOpinion, input, once("opinion"), ({ kind }) => ({ kind }));
      await leavesNothing(there);
    });
  });

  for (const [where, storageAt] of [
    ["in memory", onMemory],
    ["on Cosmos DB (in-process double)", onCosmos],
  ] as const)
    it(`goes as whole ${where}`, async () => {
      const now = () => clock.now();
      const storage = await storageAt(now);
      try {
        const store = await storage.open(services().plie.plieId);
        const there: Services = { ...services(), store, directory: createMemoryStore({ now }) };
        const lines = async function* () {
          for (const line of kept) yield await Promise.resolve(line);
        };
        assert.equal((await restorePlie(placeOf(there), lines)).ok, true);
        assert.match(await storage.bytes(), CANARY);
        const input = { code: CODE, rev: (await store.get("case", CODE))?.doc.edition ?? -1 };
        const eugenie = anActor({ memberId: EUGENIE, roles: ["coordinatrice"], today: clock.today() });
        const delivery = { activityKey: `erase.${where}`, click: null, answerTo: null };
        const erased = await perform(there, eugenie, eraseOnRequest, input, delivery, ({ kind }) => ({ kind }));
        assert.ok(erased.ok, JSON.stringify(erased));
        await finishErasures(there);
        await projectCases(there);
        assert.doesNotMatch(await storage.bytes(), CANARY);
        assert.deepEqual((await verifyAudit(there)).faults, []);
        assert.deepEqual(await counters(there), counted);
        await store.close();
      } finally {
        await storage.remove();
      }
    });

  describe("that an older backup brings back", () => {
    const asFile = (lines: readonly string[]) =>
      async function* () {
        for (const line of lines) yield await Promise.resolve(line);
      };
    for (const [where, storageAt] of [
      ["on the disk", onDisk],
      ["in memory", onMemory],
    ] as const)
      it(`goes again ${where}, as a newer backup names it`, async () => {
        const storage = await storageAt(() => clock.now());
        try {
          const store = await storage.open(services().plie.plieId);
          const there: Services = { ...services(), store, directory: createMemoryStore({ now: () => clock.now() }) };
          const named = await readErased(placeOf(there), asFile(await backedUp(services())));
          assert.ok(named.ok && named.named.length === 1, JSON.stringify(named));
          assert.equal((await restorePlie(placeOf(there), asFile(kept))).ok, true);
          assert.match(await storage.bytes(), CANARY);
          const done = await eraseAgain(there, named.named, EUGENIE);
          assert.deepEqual(done, { ok: true, again: [CODE], before: [], unknown: [], others: [], underWay: [] });
          assert.doesNotMatch(await storage.bytes(), CANARY, "words about the person are back");
          assert.equal((await store.get("case", CODE))?.doc.retired?.as, "erased");
          assert.deepEqual((await verifyAudit(there)).faults, []);
          assert.deepEqual(await counters(there), counted);
          await store.close();
        } finally {
          await storage.remove();
        }
      });
  });
});
