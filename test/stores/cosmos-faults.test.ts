/** What a network and a busy account do to Cosmos DB: a bounded wait, no double write, and a conflict never mistaken for an outage. */
import { strict as assert } from "node:assert";
import { CosmosClient } from "@azure/cosmos";
import type { Store } from "../../src/ports/store.ts";
import { StoreUnavailable } from "../../src/ports/store.ts";
import { openContainer } from "../../src/stores/cosmos/container.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import type { CosmosDouble } from "../support/cosmos-double.ts";
import { startFaultProxy } from "../support/fault-proxy.ts";
import type { Fault, FaultProxy, Passed } from "../support/fault-proxy.ts";
import * as a from "./a-storage.ts";

const KEY = Buffer.from("any key").toString("base64");
const PATIENCE = { deadlineMs: 5_000, attemptMs: 900 };
const batch = ({ isBatch }: Passed): boolean => isBatch;
const unavailable = (code: RegExp) => (error: unknown) => error instanceof StoreUnavailable && code.test(error.message);

describe("The Cosmos DB store, when things go wrong", function () {
  this.timeout(60_000);
  let double: CosmosDouble;
  let proxy: FaultProxy;
  let store: Store;
  /** Another instance of the product, whose network is well. */
  let other: Store;
  const open = (endpoint: string) =>
    createCosmosStore({
      endpoint,
      key: KEY,
      database: "repere",
      plieId: "dijon",
      now: () => new Date(),
      patience: PATIENCE,
      regions: false,
    });
  beforeEach(async () => {
    double = await startCosmosDouble();
    proxy = await startFaultProxy(double.port);
    store = await open(proxy.endpoint);
    other = await open(double.endpoint);
  });
  afterEach(async () => {
    await Promise.all([store.close(), other.close()]);
    await proxy.close();
    await double.close();
  });
  const batches = (): number => proxy.came.filter(batch).length;

  /** A command: moves the head of a chain and appends one link. */
  const append = async (through: Store, hash: string) => {
    const head = await other.get("chain", "member.m1");
    assert.ok(head !== undefined);
    const seq = head.doc.seq + 1;
    return through.commit([
      a.put(a.aChain({ seq, hash }), head.version),
      a.put(a.anAudit({ seq, previous: head.doc.hash, hash }), "new"),
    ]);
  };
  const links = async (): Promise<string[]> =>
    (await other.list({ kind: "audit", key: "chain:member.m1", limit: 50 })).items.map((item) => item.doc.hash);

  const passing: readonly (readonly [string, Fault])[] = [
    ["429 with a delay", { status: 429, when: "before", headers: { "x-ms-retry-after-ms": "20" } }],
    ["429 without a delay", { status: 429, when: "before" }],
    ["449", { status: 449, when: "before" }],
    ["503", { status: 503, when: "before" }],
    ["408", { status: 408, when: "before" }],
    ["410", { status: 410, when: "before" }],
    ["503 although it was done", { status: 503, when: "after" }],
    ["408 although it was done", { status: 408, when: "after" }],
    ["a reset before", { reset: "before" }],
    ["a reset after it was done", { reset: "after" }],
    ["no answer, not done", { hang: "before" }],
    ["no answer, done", { hang: "after" }],
    ["half an answer", { half: true }],
    ["an answer later than a request may take", { latency: 1_500 }],
    ["a slow answer", { latency: 150 }],
  ];
  for (const [name, fault] of passing)
    it(`writes once, in bounded time, through: ${name}`, async () => {
      await a.save(other, a.aChain());
      proxy.spoil(fault, { only: batch });
      const before = performance.now();
      const versions = a.passed(await append(store, "one"));
      assert.ok(performance.now() - before < PATIENCE.deadlineMs);
      assert.deepEqual(await links(), ["one"]);
      const head = await store.get("chain", "member.m1");
      assert.equal(head?.doc.seq, 1);
      assert.equal(head.version, versions.get("chain:member.m1"), "the version told is the one that is there");
      a.passed(await store.commit([a.put(a.aChain({ seq: 1, hash: "two" }), versions.get("chain:member.m1"))]));
      const sent =
        "when" in fault || "reset" in fault || "hang" in fault ? Object.values(fault).includes("before") : false;
      assert.equal(batches(), sent ? 3 : 2, "a batch that was carried out is not sent again");
    });

  for (const [name, fault] of passing)
    it(`reads in bounded time through: ${name}`, async () => {
      await a.save(other, a.aChain(), a.anAudit());
      proxy.spoil(fault, { times: 2 });
      const before = performance.now();
      assert.equal((await store.get("chain", "member.m1"))?.doc.seq, 0);
      proxy.heal();
      proxy.spoil(fault, { times: 2, only: ({ isQuery }) => isQuery });
      assert.equal((await store.list({ kind: "audit", key: "chain:member.m1", limit: 5 })).items.length, 1);
      assert.ok(performance.now() - before < 2 * PATIENCE.deadlineMs);
    });

  for (const [name, fault, code] of [
    ["nothing answers", { hang: "before" }, /^COSMOS_/],
    ["every connection breaks", { reset: "before" }, /^COSMOS_/],
    ["it is always too busy", { status: 429, when: "before" }, /^COSMOS_429$/],
    ["it is always unavailable", { status: 503, when: "before" }, /^COSMOS_503$/],
  ] as const)
    it(`gives up within its deadline, without hammering, when ${name}`, async () => {
      await a.save(other, a.aChain());
      proxy.spoil(fault, { times: Infinity });
      const before = performance.now();
      const calls = [
        store.get("chain", "member.m1"),
        store.getMany("chain", ["member.m1"]),
        store.list({ kind: "audit", key: "x", limit: 5 }),
        store.commit([a.put(a.aChain({ seq: 9 }), "any")]),
        store.ping(),
      ];
      await Promise.all(calls.map((call) => assert.rejects(call, unavailable(code))));
      assert.ok(performance.now() - before < PATIENCE.deadlineMs + 500, `${performance.now() - before} ms`);
      assert.ok(proxy.came.length < calls.length * 25, `${proxy.came.length} requests`);
      proxy.heal();
      assert.equal((await store.get("chain", "member.m1"))?.doc.seq, 0);
    });

  for (const status of [400, 401, 403, 413, 500])
    it(`does not insist on ${status}`, async () => {
      proxy.spoil({ status, when: "before" }, { only: batch });
      await assert.rejects(store.commit([a.put(a.aChain(), "new")]), unavailable(new RegExp(`^COSMOS_${status}$`)));
      assert.equal(batches(), 1);
    });

  it("a true conflict behind a broken connection is a conflict", async () => {
    await a.save(other, a.aChain());
    proxy.spoil({ reset: "before" }, { only: batch, meanwhile: () => append(other, "theirs") });
    assert.deepEqual(await append(store, "ours"), { ok: false, conflict: { kind: "chain", id: "member.m1" } });
    assert.deepEqual(await links(), ["theirs"]);
  });

  it("work done, its answer lost, and continued by someone else meanwhile, is known as done", async () => {
    await a.save(other, a.aChain());
    proxy.spoil({ reset: "after" }, { only: batch, meanwhile: () => append(other, "theirs") });
    const versions = a.passed(await append(store, "ours"));
    assert.deepEqual(await links(), ["ours", "theirs"]);
    const stale = await store.commit([a.put(a.aChain({ seq: 5 }), versions.get("chain:member.m1"))]);
    assert.deepEqual(stale, { ok: false, conflict: { kind: "chain", id: "member.m1" } });
  });

  it("what can no longer be told is neither a success nor a conflict: unavailable", async () => {
    const version = (await a.save(other, a.aSequence())).get("sequence:people.2026");
    const theirs = () => a.save(other, a.aSequence({ last: 50 }));
    proxy.spoil({ reset: "after" }, { only: batch, meanwhile: theirs });
    const writing = store.commit([a.put(a.aSequence({ last: 1 }), version)]);
    await assert.rejects(writing, unavailable(/^COSMOS_AMBIGUOUS$/));
    assert.equal((await other.get("sequence", "people.2026"))?.doc.last, 50);
  });

  it("a deletion whose answer was lost is known as done", async () => {
    const version = (await a.save(other, a.aSequence())).get("sequence:people.2026");
    proxy.spoil({ reset: "after" }, { only: batch });
    assert.equal((await store.commit([a.drop("sequence", "people.2026")])).ok, true);
    await a.save(other, a.aSequence());
    proxy.spoil({ reset: "after" }, { only: batch });
    await assert.rejects(store.commit([a.drop("sequence", "people.2026", version)]), unavailable(/./));
  });

  it("two at once through a bad network: one delivery, one effect", async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = `delivery-${round}`;
      proxy.spoil(round % 2 === 0 ? { reset: "after" } : { status: 408, when: "after" }, { times: 2, only: batch });
      const outcomes = await Promise.all(
        [1, 2, 3].map((by) => store.commit([a.put(a.aDelivery({ id, screen: { by } }), "new")])),
      );
      assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1);
      assert.deepEqual((await other.get("seen", id))?.doc.screen, { by: outcomes.findIndex(({ ok }) => ok) + 1 });
    }
  });

  describe("at start", () => {
    // A key, because the SDK sends no identity token over plain HTTP: what is asked is the same.
    const client = () =>
      new CosmosClient({ endpoint: proxy.endpoint, key: KEY, connectionPolicy: { enableEndpointDiscovery: false } });
    const asManaged = async (container: string): Promise<void> => {
      const asking = client();
      await openContainer(asking, { database: "repere", container, create: false }, PATIENCE).finally(() =>
        asking.dispose(),
      );
    };

    it("with a managed identity nothing is created, and a container that is not there is named", async () => {
      proxy.came.splice(0);
      await assert.rejects(asManaged("nowhere"), unavailable(/^COSMOS_404|^COSMOS_CONTAINER nowhere/));
      assert.deepEqual(
        proxy.came.filter(({ method }) => method !== "GET"),
        [],
      );
      await asManaged("documents");
    });

    it("each setting of the container that is not as needed is named", async () => {
      const owner = client();
      await owner.database("repere").containers.create({ id: "wrong", partitionKey: { paths: ["/id"] } });
      owner.dispose();
      await assert.rejects(asManaged("wrong"), (error: unknown) => {
        assert.ok(error instanceof StoreUnavailable);
        for (const named of ["wrong", "partition key is /id", "defaultTtl -1", "/kind ascending, /sort ascending"])
          assert.ok(error.message.includes(named), `${named} is not in: ${error.message}`);
        return true;
      });
    });
  });
});
