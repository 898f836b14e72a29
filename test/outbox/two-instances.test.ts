/** Two instances over one file: each thing once, in order, as fast as Teams takes it, through a restart, a death, and faults. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import { faster, TEAMS_LIMITS, type Limits } from "../../src/outbox/limits.ts";
import { createOutbox, type Outbox } from "../../src/outbox/outbox.ts";
import type { Messenger } from "../../src/ports/messenger.ts";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createClock } from "../../src/system/clock.ts";
import { createIds } from "../../src/system/ids.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { anEntry } from "../stores/a-storage.ts";
import { failingAt } from "../support/failing-store.ts";
import { StrictTeams } from "../support/strict-teams.ts";
import { tabServices } from "../support/tab-services.ts";

/** Time runs twenty times faster: thirty messages in 50 ms in all, eight in 100 ms in one conversation. */
const FAST = faster(TEAMS_LIMITS, 20);

describe("Two instances that send from one store", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "repere-sending-"));
  let file = 0;
  let ahead = 0;
  let opened: Store[] = [];
  const now = (): Date => new Date(Date.now() + ahead);
  const clock = { ...createClock("Europe/Paris"), now };

  const openStore = async (): Promise<Store> => {
    const store = await createSqliteStore({ file: join(folder, `repere-${file}.db`), plieId: "dijon", now });
    opened.push(store);
    return store;
  };
  const instance = async (
    messenger: Messenger,
    limits: Limits = FAST,
    through: (store: Store) => Store = (store) => store,
  ): Promise<Outbox> => {
    const services: Services = {
      ...tabServices([]).services,
      store: through(await openStore()),
      clock,
      ids: createIds(),
    };
    return createOutbox(services, messenger, { limits, sendDeadlineMs: 10_000 });
  };
  const leave = async (entries: readonly OutboxEntry[]): Promise<void> => {
    const store = await openStore();
    for (let at = 0; at < entries.length; at += 60)
      await store.commit(entries.slice(at, at + 60).map((doc) => ({ op: "put", doc, expected: "new" })));
  };
  const byState = async (state: string): Promise<readonly OutboxEntry[]> => {
    const store = opened[0] ?? (await openStore());
    const page = await store.list({ kind: "outbox", key: state, limit: 2_000 });
    return page.items.map(({ doc }) => doc);
  };
  const allSent = async (): Promise<void> => {
    const until = Date.now() + 30_000;
    while ((await byState("open")).length > 0) {
      assert.ok(Date.now() < until, `${(await byState("open")).length} still wait`);
      await wait(20);
    }
  };
  const said = (conversation: string, index: number, over: Partial<OutboxEntry> = {}): OutboxEntry => {
    const at = new Date(now().getTime() - 5_000 + index).toISOString();
    return anEntry({
      ...{ id: `${conversation}.${String(index).padStart(4, "0")}`, conversationId: conversation },
      ...{ createdAt: at, notBefore: at, ...over },
    });
  };
  const several = (conversation: string, count: number): OutboxEntry[] =>
    Array.from({ length: count }, (_, index) => said(conversation, index));
  const inOrder = (teams: StrictTeams, conversation: string, count: number): void => {
    const came = teams.in(conversation);
    assert.deepEqual(
      came.map(({ entry }) => entry.id),
      several(conversation, count).map(({ id }) => id),
      "each once, in the order it was said",
    );
    for (const [index, { began }] of came.entries())
      assert.ok(index === 0 || began >= (came[index - 1]?.ended ?? Infinity), "one at a time");
  };

  beforeEach(() => {
    file += 1;
    ahead = 0;
    opened = [];
  });
  afterEach(() => Promise.all(opened.map((store) => store.close())));
  after(() => rmSync(folder, { recursive: true }));

  it("send each thing once, in order, and Teams never has to refuse", async () => {
    const teams = new StrictTeams(FAST);
    const chats = Array.from({ length: 24 }, (_, index) => `a:${index}`);
    await leave(chats.flatMap((chat) => several(chat, 8)));
    const both = [await instance(teams.messenger("one")), await instance(teams.messenger("two"))];
    await Promise.all(both.map((outbox) => outbox.drain()));
    await allSent();
    for (const chat of chats) inOrder(teams, chat, 8);
    assert.equal(teams.refused.length, 0, "nothing came too fast");
    await Promise.all(both.map((outbox) => outbox.stop()));
  });

  it("leave nobody behind one long conversation", async () => {
    const teams = new StrictTeams(FAST);
    await leave(several("a:long", 130));
    await leave(Array.from({ length: 40 }, (_, index) => said(`a:short-${index}`, 1_000)));
    const both = [await instance(teams.messenger("one")), await instance(teams.messenger("two"))];
    await Promise.all(both.map((outbox) => outbox.drain()));
    await allSent();
    inOrder(teams, "a:long", 130);
    const lastShort = Math.max(
      ...teams.taken.flatMap(({ entry, ended }) => (entry.conversationId === "a:long" ? [] : [ended])),
    );
    assert.ok(lastShort < (teams.in("a:long").at(-1)?.began ?? 0), "they did not wait for its end");
    await Promise.all(both.map((outbox) => outbox.stop()));
  });

  it("go on after a restart in the middle, with what was already counted", async () => {
    const teams = new StrictTeams(FAST);
    const chats = ["a:1", "a:2", "a:3"];
    await leave(chats.flatMap((chat) => several(chat, 60)));
    const [first, other] = [await instance(teams.messenger("first")), await instance(teams.messenger("other"))];
    void first.drain();
    void other.drain();
    while (teams.taken.length < 50) await wait(5);
    await first.stop();
    const before = teams.taken.filter(({ by }) => by === "first").length;
    const again = await instance(teams.messenger("again"));
    await again.drain();
    await allSent();
    for (const chat of chats) inOrder(teams, chat, 60);
    assert.equal(teams.refused.length, 0, "nothing came too fast");
    assert.equal(teams.taken.filter(({ by }) => by === "first").length, before, "what was stopped began nothing more");
    await Promise.all([other.stop(), again.stop()]);
  });

  it("what one was sending when it died is never sent again; all the rest is, by the other", async () => {
    const teams = new StrictTeams(FAST);
    const chats = ["a:1", "a:2", "a:3", "a:4"];
    await leave(chats.flatMap((chat) => several(chat, 10)));
    const gone = new Promise<void>(() => undefined);
    const begun: OutboxEntry[] = [];
    const dying = await instance(
      teams.messenger("dying", (entry) => {
        begun.push(entry);
        return gone;
      }),
      FAST,
      (store) => failingAt(store, 5),
    );
    void dying.drain();
    while (begun.length === 0) await wait(5);
    await wait(100);
    const living = await instance(teams.messenger("living"));
    await living.drain();
    assert.ok(begun.every(({ id }) => !teams.taken.some(({ entry }) => entry.id === id)));
    ahead = 21_000;
    await living.drain();
    await allSent();
    const lost = await byState("aside");
    assert.deepEqual(lost.map(({ id, reason }) => [id, reason]).sort(), begun.map(({ id }) => [id, "unknown"]).sort());
    assert.equal(teams.taken.length + lost.length, 40);
    for (const chat of chats) {
      const ids = teams.in(chat).map(({ entry }) => entry.id);
      assert.deepEqual(ids, [...ids].sort());
    }
    await living.stop();
  });

  it("a conversation that Teams asks to leave alone is left alone by both, and then goes on in order", async () => {
    const teams = new StrictTeams(FAST);
    let asked = 0;
    const slow = (by: string): Messenger => {
      const through = teams.messenger(by);
      return {
        deliver: (entry, mayLeave) => {
          if (entry.id !== "a:1.0002" || asked > 0) return through.deliver(entry, mayLeave);
          asked = performance.now();
          return Promise.resolve({ kind: "later", retryAfterMs: 3_000 });
        },
      };
    };
    await leave([...several("a:1", 6), ...several("a:2", 6)]);
    const both = [await instance(slow("one")), await instance(slow("two"))];
    await Promise.all(both.map((outbox) => outbox.drain()));
    await allSent();
    inOrder(teams, "a:1", 6);
    inOrder(teams, "a:2", 6);
    assert.ok((teams.in("a:1")[2]?.began ?? 0) >= asked + 3_000, "before the instant that Teams said");
    assert.ok((teams.in("a:2").at(-1)?.ended ?? Infinity) < asked + 3_000, "the other one did not wait");
    await Promise.all(both.map((outbox) => outbox.stop()));
  });

  describe("the card of a review", () => {
    const edit = (index: number, review = "2026-001"): OutboxEntry =>
      said("19:cell@thread.tacv2", index, { id: `edit-${review}-${index}`, what: "edit", review });

    it("is replaced once for all that was asked before, and at most once in each second", async () => {
      const teams = new StrictTeams(FAST);
      await leave([...Array.from({ length: 30 }, (_, index) => edit(index)), edit(50, "2026-002")]);
      const both = [await instance(teams.messenger("one")), await instance(teams.messenger("two"))];
      await Promise.all(both.map((outbox) => outbox.drain()));
      await leave([edit(100), edit(101)]);
      await Promise.all(both.map((outbox) => outbox.drain("19:cell@thread.tacv2")));
      await allSent();
      const came = teams.taken.filter(({ entry }) => entry.review === "2026-001");
      assert.equal(came.length, 2, "one for the thirty, one for the two that came later");
      assert.ok((came[1]?.began ?? 0) - (came[0]?.ended ?? 0) >= FAST.betweenEditsMs - 1);
      assert.equal(teams.taken.length, 3);
      assert.equal((await byState("aside")).filter(({ reason }) => reason === "replaced").length, 30);
      await Promise.all(both.map((outbox) => outbox.stop()));
    });

    it("is posted before it is replaced, and waits for no other message", async () => {
      const teams = new StrictTeams(FAST);
      const later = new Date(now().getTime() + 400).toISOString();
      const post = said("19:cell@thread.tacv2", 0, { id: "post", what: "post", review: "2026-001", notBefore: later });
      await leave([post, edit(1), edit(2, "2026-002")]);
      const one = await instance(teams.messenger("one"));
      await one.drain();
      assert.deepEqual(
        teams.taken.map(({ entry }) => entry.id),
        ["edit-2026-002-2"],
      );
      await allSent();
      assert.deepEqual(
        teams.taken.map(({ entry }) => entry.id),
        ["edit-2026-002-2", "post", "edit-2026-001-1"],
      );
      await one.stop();
    });
  });

  it("the threads of a channel are one conversation", async () => {
    const teams = new StrictTeams(FAST);
    await leave(
      Array.from({ length: 24 }, (_, index) =>
        said("19:cell@thread.tacv2", index, { conversationId: `19:cell@thread.tacv2;messageid=${index % 3}` }),
      ),
    );
    const both = [await instance(teams.messenger("one")), await instance(teams.messenger("two"))];
    await Promise.all(both.map((outbox) => outbox.drain()));
    await allSent();
    assert.equal(teams.refused.length, 0);
    assert.deepEqual(
      teams.taken.map(({ entry }) => entry.id),
      several("19:cell@thread.tacv2", 24).map(({ id }) => id),
    );
    await Promise.all(both.map((outbox) => outbox.stop()));
  });
});
