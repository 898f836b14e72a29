/** A claim lasts for the card to be made ready, the call, and what became of it; whoever is late renews it, or sends nothing. */
import assert from "node:assert/strict";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import { createOutbox, type Outbox } from "../../src/outbox/outbox.ts";
import type { Messenger } from "../../src/ports/messenger.ts";
import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { createClock } from "../../src/system/clock.ts";
import { createIds } from "../../src/system/ids.ts";
import { anEntry } from "../stores/a-storage.ts";
import { tabServices } from "../support/tab-services.ts";

const SEND_DEADLINE_MS = 10_000;

describe("What an instance holds while it sends", () => {
  let disk = emptyDisk();
  let ahead = 0;
  let arrived: string[] = [];
  let instances: Outbox[] = [];
  const now = (): Date => new Date(Date.now() + ahead);

  beforeEach(() => {
    [disk, ahead, arrived, instances] = [emptyDisk(), 0, [], []];
  });
  afterEach(() => Promise.all(instances.map((outbox) => outbox.stop())));

  const instance = (messenger: Messenger): Outbox => {
    const services = {
      ...tabServices([]).services,
      store: createMemoryStore({ now, disk }),
      clock: { ...createClock("Europe/Paris"), now },
      ids: createIds(),
    };
    const outbox = createOutbox(services, messenger, { sendDeadlineMs: SEND_DEADLINE_MS });
    instances.push(outbox);
    return outbox;
  };
  const swift = (by: string): Messenger => ({
    deliver: async ({ id }, mayLeave) => {
      await mayLeave();
      arrived.push(`${id} by ${by}`);
      return { kind: "sent", activityId: `activity-${arrived.length}` };
    },
  });
  /** Makes the card ready for so long, then waits for the call for so long, while others look for something to do. */
  const slow = (readyMs: number, callMs: number, meanwhile: () => Promise<void>): Messenger => ({
    deliver: async (entry, mayLeave) => {
      ahead += readyMs;
      await meanwhile();
      await mayLeave();
      arrived.push(`${entry.id} by slow`);
      ahead += callMs;
      await meanwhile();
      return { kind: "sent", activityId: "activity-slow" };
    },
  });
  const leave = async (...what: OutboxEntry["what"][]): Promise<void> => {
    const store = createMemoryStore({ now, disk });
    const at = now().toISOString();
    const docs = what.map((one, index) =>
      anEntry({ id: `${one}-${index}`, what: one, state: "pending", attempts: 0, createdAt: at, notBefore: at }),
    );
    await store.commit(docs.map((doc) => ({ op: "put", doc, expected: "new" })));
  };
  const stateOf = async (id: string) => {
    const found = (await createMemoryStore({ now, disk }).get("outbox", id))?.doc;
    return [found?.state, found?.reason, found?.sentActivityId];
  };

  it("is not taken for lost while a slow card is made ready and a slow call goes on", async () => {
    await leave("message");
    const other = instance(swift("other"));
    await instance(slow(14_000, 9_900, () => other.drain())).drain();
    assert.deepEqual(arrived, ["message-0 by slow"]);
    assert.deepEqual(await stateOf("message-0"), ["sent", null, "activity-slow"]);
  });

  for (const what of ["message", "erase"] as const)
    it(`never leaves once it was taken for lost: ${what}`, async () => {
      await leave(what);
      const other = instance(swift("other"));
      await instance(slow(20_001, 0, () => other.drain())).drain();
      await other.drain();
      assert.ok(!arrived.includes(`${what}-0 by slow`), "what another instance gave up has left after all");
      assert.ok(arrived.length <= 1, arrived.join());
      const [state, reason] = await stateOf(`${what}-0`);
      assert.deepEqual([state, reason], what === "message" ? ["aside", "unknown"] : ["sent", null]);
    });

  it("frees the conversation after twice the deadline of a call where its instance has died", async () => {
    await leave("message", "message");
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const dying = createOutbox(
      { ...tabServices([]).services, store: createMemoryStore({ now, disk }), ids: createIds() },
      { deliver: () => (begun(), new Promise(() => undefined)) },
      { sendDeadlineMs: SEND_DEADLINE_MS },
    );
    void dying.drain();
    await started;
    const living = instance(swift("living"));
    ahead = 19_000;
    await living.drain();
    assert.deepEqual(arrived, []);
    ahead = 21_000;
    await living.drain();
    assert.deepEqual(arrived, ["message-1 by living"]);
    assert.deepEqual((await stateOf("message-0")).slice(0, 2), ["aside", "unknown"]);
  });
});
