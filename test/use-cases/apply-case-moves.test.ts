/** All the cases of a référent pass to another, or to whoever stands in: each once, whatever stops in between, and by two instances as by one. */
import assert from "node:assert/strict";
import type { CaseMove } from "../../src/domain/people/absence.ts";
import { StoreUnavailable } from "../../src/ports/store.ts";
import { copyOf, createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { applyCaseMoves, coverNewcomers } from "../../src/use-cases/apply-case-moves.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import {
  acts,
  CLEA,
  CLEA_HORTENSIA,
  movableClock,
  peopleOf,
  startChat,
  stored,
  TEAM,
  TODAY,
} from "../conversation/steps.ts";
import { aReview } from "../support/a-review.ts";
import { aCase, anIdentity } from "../support/builders.ts";
import { ALIX, BASILE, DORIAN, type Chat } from "../support/chat.ts";
import { failingAt } from "../support/failing-store.ts";

const CASES = 60;
const codeOf = (index: number): string => `P-2026-${String(index).padStart(4, "0")}`;
const people = peopleOf([...TEAM, CLEA_HORTENSIA]);

const aMove = (changes: Partial<CaseMove> = {}): CaseMove => ({
  ...{ kind: "caseMove", schemaVersion: 1, id: "m1", what: "transfer", code: null, fromId: BASILE, toId: ALIX },
  ...{ from: TODAY, until: null, why: "leaves", state: "planned", by: DORIAN, at: `${TODAY}T09:00:00.000Z` },
  settledBy: null,
  ...changes,
});
const anAbsence = (changes: Partial<CaseMove> = {}): CaseMove =>
  aMove({ what: "absence", from: TODAY, until: "2026-12-04", why: "absence", ...changes });

describe("Cases that pass to somebody else", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  const clock = movableClock();
  before(async () => {
    chat = await startChat({ people, clock });
  });
  after(() => chat.stop());

  const instance = (): Services => ({
    ...chat.product.services,
    store: createMemoryStore({ now: () => clock.now(), disk }),
  });

  /** Sixty cases of Basile, one of which is under study; one of Cléa, which nobody touches. */
  const seed = async (move: CaseMove, cases = CASES): Promise<void> => {
    disk = emptyDisk();
    const { store } = instance();
    for (let index = 1; index <= cases; index += 1)
      await store.commit([
        { op: "put", doc: aCase({ code: codeOf(index), referentId: BASILE, review: index === 1 ? "2026-001" : null }) },
        { op: "put", doc: anIdentity({ code: codeOf(index), referentId: BASILE }) },
      ]);
    await store.commit([
      { op: "put", doc: aReview({ code: codeOf(1), referentId: BASILE }) },
      { op: "put", doc: aCase({ code: codeOf(900), referentId: CLEA }) },
      { op: "put", doc: anIdentity({ code: codeOf(900), referentId: CLEA }) },
      { op: "put", doc: move },
    ]);
  };

  const untilDone = async (services: () => Services): Promise<number> => {
    for (let stops = 0; ; stops += 1)
      try {
        await applyCaseMoves(services());
        return stops;
      } catch (cause) {
        if (!(cause instanceof StoreUnavailable)) throw cause;
      }
  };

  /** By code: how many times the case says it passed. */
  const passes = (what: string): Map<string, number> => {
    const found = new Map<string, number>();
    for (const event of stored(disk, "event"))
      if (event["what"] === what) found.set(String(event["code"]), (found.get(String(event["code"])) ?? 0) + 1);
    return found;
  };

  const eachOnce = (what: string, cases = CASES): void => {
    const found = passes(what);
    for (let index = 1; index <= cases; index += 1)
      assert.equal(found.get(codeOf(index)), 1, `${codeOf(index)} passed ${String(found.get(codeOf(index)))} times`);
    assert.equal(found.size, cases, "somebody else's case passed");
    const audited = acts(disk).filter((act) => act === what);
    assert.equal(audited.length, cases, "a case passed without its trace");
  };

  const referents = (): string[] =>
    stored(disk, "case")
      .filter((file) => file["code"] !== codeOf(900))
      .map((file) => String(file["referentId"]));

  const messages = (): string[] =>
    stored(disk, "outbox", "sendTrouble")
      .filter((entry) => entry["what"] === "message")
      .map((entry) => String(entry["memberId"]));

  it("pass each once, with the study that a cell makes of them, and are told in one message", async () => {
    await seed(aMove());
    await applyCaseMoves(instance());
    eachOnce("case.transferred");
    assert.ok(
      referents().every((id) => id === ALIX),
      "a case stayed behind",
    );
    assert.ok(
      stored(disk, "identity").every((one) => one["referentId"] !== BASILE),
      "a list keeps somebody who passed",
    );
    assert.equal(stored(disk, "review")[0]?.["referentId"], ALIX, "the cell still takes Basile for the référent");
    assert.equal(stored(disk, "caseMove")[0]?.["state"], "applied");
    assert.deepEqual(
      messages().sort(),
      [ALIX, BASILE],
      "one message for each of the two, whatever the number of cases",
    );
    await applyCaseMoves(instance());
    eachOnce("case.transferred");
    assert.equal(messages().length, 2, "what was told is told again");
  });

  it("go on where a storage that fails at any commit left them: none is lost, none passes twice", async function () {
    this.timeout(60_000);
    await seed(aMove());
    const untouched = copyOf(disk);
    for (let at = 1; at <= CASES + 2; at += 1) {
      disk = { ...copyOf(untouched), lastVersion: disk.lastVersion };
      let first = true;
      const services = (): Services => {
        const whole = instance();
        const cut = first ? failingAt(whole.store, at) : whole.store;
        first = false;
        return { ...whole, store: cut };
      };
      await untilDone(services);
      eachOnce("case.transferred");
      assert.ok(
        referents().every((id) => id === ALIX),
        `cut at commit ${String(at)}: a case stayed behind`,
      );
      assert.equal(messages().length, 2, `cut at commit ${String(at)}: told ${String(messages().length)} times`);
    }
  });

  it("end by passing when every second commit fails", async () => {
    await seed(aMove());
    const stops = await untilDone(() => {
      const whole = instance();
      return { ...whole, store: failingAt(whole.store, 2) };
    });
    assert.ok(stops >= CASES - 1, `it stopped ${String(stops)} times only: nothing was proved`);
    eachOnce("case.transferred");
  });

  it("pass once by two instances at work together", async () => {
    await seed(aMove());
    await Promise.all([applyCaseMoves(instance()), applyCaseMoves(instance()), applyCaseMoves(instance())]);
    await applyCaseMoves(instance());
    eachOnce("case.transferred");
    assert.equal(messages().length, 2, "two instances told it twice");
  });

  it("wait for their first day", async () => {
    await seed(aMove({ from: "2026-12-01" }), 3);
    await applyCaseMoves(instance());
    assert.equal(passes("case.transferred").size, 0, "it passed before its day");
  });

  it("are seen by whoever stands in until the last day, then by their référent alone", async () => {
    await seed(anAbsence({ until: TODAY }), 3);
    await applyCaseMoves(instance());
    eachOnce("case.substituted", 3);
    const [one] = stored(disk, "case");
    assert.deepEqual(one?.["substitute"], { memberId: ALIX, from: TODAY, until: TODAY });
    assert.equal(one["referentId"], BASILE, "a suppléance changes who accompanies the person");
    assert.equal(stored(disk, "review")[0]?.["substituteId"], ALIX, "whoever stands in would vote on the case");
    const { store } = instance();
    const { items } = await store.list({ kind: "identity", key: `referent:${ALIX}`, limit: 10 });
    assert.equal(items.length, 3, "whoever stands in does not list the people");
    const later = { ...chat.product.services, store, clock: { ...clock, today: () => "2026-11-25" } };
    await applyCaseMoves(later);
    eachOnce("case.substituteLeft", 3);
    assert.ok(
      stored(disk, "case").every((file) => file["substitute"] === null),
      "a suppléance outlives its last day",
    );
    assert.equal(stored(disk, "review")[0]?.["substituteId"], null);
    assert.equal(stored(disk, "caseMove")[0]?.["state"], "over");
  });

  it("are covered as they come to somebody who is away", async () => {
    await seed(anAbsence(), 2);
    await applyCaseMoves(instance());
    const { store } = instance();
    await store.commit([
      { op: "put", doc: aCase({ code: codeOf(3), referentId: BASILE }) },
      { op: "put", doc: anIdentity({ code: codeOf(3), referentId: BASILE }) },
    ]);
    await coverNewcomers(instance());
    eachOnce("case.substituted", 3);
  });

  it("that begin another parcours during an absence are taken again by whoever stands in, once, and left after the last day", async () => {
    await seed(anAbsence(), 2);
    await applyCaseMoves(instance());
    const { store } = instance();
    const of = async (kind: "case" | "identity") => {
      const found = await store.get(kind, codeOf(1));
      assert.ok(found !== undefined);
      return found;
    };
    const [head, identity] = [await of("case"), await of("identity")];
    await store.commit([
      {
        ...{ op: "put", expected: head.version },
        doc: aCase({ code: codeOf(1), referentId: BASILE, parcours: 2, edition: 9, status: "oriented", entry: null }),
      },
      {
        ...{ op: "put", expected: identity.version },
        doc: anIdentity({ code: codeOf(1), referentId: BASILE, substituteId: null }),
      },
    ]);
    for (const again of [1, 2]) {
      await coverNewcomers(instance());
      assert.equal(passes("case.substituted").get(codeOf(1)), 2, `after round ${String(again)}`);
    }
    const stands = (): unknown => stored(disk, "case").find((file) => file["code"] === codeOf(1))?.["substitute"];
    assert.deepEqual(stands(), { memberId: ALIX, from: TODAY, until: "2026-12-04" });
    await applyCaseMoves({ ...chat.product.services, store, clock: { ...clock, today: () => "2026-12-05" } });
    assert.equal(stands(), null, "the suppléance of another parcours outlives its last day");
  });

  it("pass for good to somebody else during an absence: the suppléance leaves them", async () => {
    await seed(anAbsence(), 2);
    await applyCaseMoves(instance());
    const { store } = instance();
    await store.commit([{ op: "put", doc: aMove({ id: "m2", code: codeOf(1), toId: CLEA }) }]);
    await applyCaseMoves(instance());
    const passed = stored(disk, "case").find((file) => file["code"] === codeOf(1));
    assert.equal(passed?.["referentId"], CLEA);
    assert.equal(passed["substitute"], null, "somebody stands in for a référent who does not accompany the person");
    const later = { ...chat.product.services, store, clock: { ...clock, today: () => "2026-12-05" } };
    await applyCaseMoves(later);
    assert.equal(passes("case.substituteLeft").get(codeOf(1)), undefined, "it is ended twice");
  });
});
