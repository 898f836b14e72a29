import assert from "node:assert/strict";
import { useFakeTimers, type SinonFakeTimers } from "sinon";
import { createRounds } from "../../bot/rounds.ts";
import type { Erased } from "../../src/domain/rights/retention-records.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { StoreUnavailable, type Store } from "../../src/ports/store.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { aCase, anIdentity, NOW } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const CODE = "P-2026-0001";
const aMark: Erased = {
  ...{ kind: "erased", schemaVersion: 1, code: CODE, on: "2026-11-24", by: "someone", because: "request" },
  ...{ state: "gone", row: null, marks: {}, together: [], esfLeft: false, againOn: "2026-12-24", at: NOW },
};
const stop = () => Promise.resolve();
const quietOutbox: Outbox = { drain: () => Promise.resolve(), stop };

/** The rounds over a store that tells what it is asked, and may fail. */
const someRounds = (outbox: Outbox = quietOutbox) => {
  const { services, lines } = tabServices([]);
  const { store } = services;
  const state = { fails: false, asked: 0, held: Promise.resolve(), full: false, whole: 0 };
  const watched: Store = {
    ...store,
    purge: (how) => {
      if (how?.whole !== true) return store.purge(how);
      state.whole += 1;
      return state.full ? Promise.reject(new StoreUnavailable()) : store.purge(how);
    },
    get: (kind, id) => {
      state.asked += 1;
      return state.fails ? Promise.reject(new StoreUnavailable()) : state.held.then(() => store.get(kind, id));
    },
  };
  const withStore: Services = { ...services, store: watched };
  return { rounds: createRounds(withStore, outbox), store, state, lines };
};
const move = async (store: Store, edition: number): Promise<void> => {
  await store.commit([
    { op: "put", doc: aCase({ code: CODE, edition }) },
    { op: "put", doc: anIdentity({ code: CODE }) },
    { op: "put", doc: { kind: "marker", schemaVersion: 1, code: CODE, edition, at: NOW } },
  ]);
};
const waiting = async (store: Store): Promise<number> =>
  (await store.list({ kind: "marker", key: "all", limit: 9 })).items.length;

describe("Counting needs, round after round", () => {
  let timers: SinonFakeTimers;
  beforeEach(
    () => (timers = useFakeTimers({ now: Date.parse(NOW), toFake: ["setTimeout", "clearTimeout", "setInterval"] })),
  );
  afterEach(() => timers.restore());

  it("what a command left is counted two seconds later, even after a quiet hour", async () => {
    const { rounds, store } = someRounds();
    rounds.start();
    await timers.tickAsync(3_600_000);
    await move(store, 1);
    await rounds.sendNow();
    await timers.tickAsync(2_000);
    assert.equal(await waiting(store), 0, "the marker waits");
    assert.ok(await store.get("caseNeeds", CODE), "the case was not read");
    await rounds.stop();
  });

  it("a chat that hangs does not hold back the counts", async () => {
    const { rounds, store } = someRounds({ drain: () => new Promise(() => undefined), stop });
    rounds.start();
    await move(store, 1);
    await timers.tickAsync(2_000);
    assert.equal(await waiting(store), 0);
  });

  it("a store that fails is logged, holds back no message, and is counted once it answers", async () => {
    let drained = 0;
    const { rounds, store, state, lines } = someRounds({ drain: () => Promise.resolve(void (drained += 1)), stop });
    await move(store, 1);
    state.fails = true;
    rounds.start();
    await timers.tickAsync(20_000);
    assert.ok(drained >= 4, `${drained} looks at what is to be sent`);
    assert.ok(lines.some(({ event }) => event === "projector.failed"));
    state.fails = false;
    await timers.tickAsync(20_000);
    assert.equal(await waiting(store), 0, "nothing was counted afterwards");
    await rounds.stop();
  });

  it("an empty store is looked at every fifteen seconds, no more", async () => {
    const { rounds, state } = someRounds();
    rounds.start();
    await timers.tickAsync(60_000);
    state.asked = 0;
    await timers.tickAsync(600_000);
    const looks = 600_000 / 15_000;
    assert.ok(state.asked <= 4 * (looks + 1), `${state.asked} reads in ten minutes`);
    await rounds.stop();
  });

  it("everything is written again once somebody went; where it fails, not hour after hour", async () => {
    for (const [full, times] of [
      [false, 1],
      [true, 1],
    ] as const) {
      const { rounds, store, state } = someRounds();
      state.full = full;
      await store.commit([{ op: "put", doc: aMark }]);
      rounds.start();
      await timers.tickAsync(4 * 3_600_000);
      assert.equal(state.whole, times, full ? "tried again in the hours when people work" : "written again in vain");
      await rounds.stop();
    }
  });

  it("nothing is written again once the server stops", async () => {
    const { rounds, store, state } = someRounds();
    await store.commit([{ op: "put", doc: aMark }]);
    rounds.start();
    await rounds.stop();
    await timers.tickAsync(60_000);
    assert.equal(state.whole, 0);
  });

  it("stopping waits for the batch under way, and nothing is counted afterwards", async () => {
    const { rounds, store, state } = someRounds();
    await move(store, 1);
    let answer = (): void => undefined;
    state.held = new Promise((resolve) => (answer = resolve));
    rounds.start();
    await timers.tickAsync(600);
    assert.ok(state.asked > 0, "nothing began");
    let stopped = false;
    const stopping = rounds.stop().then(() => (stopped = true));
    await timers.tickAsync(1_000);
    assert.equal(stopped, false, "stopped over a batch");
    answer();
    await stopping;
    const left = await waiting(store);
    await move(store, 2);
    await timers.tickAsync(60_000);
    assert.equal(await waiting(store), left + 1);
  });
});
