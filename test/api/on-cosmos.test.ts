/** The tab reads the same of a PLIE whose documents are in Cosmos DB: its lists, its numbers, a person, the cells. */
import assert from "node:assert/strict";
import { createProjector } from "../../bot/projector.ts";
import { participantsPage } from "../../src/contracts/participants.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import { rowOf } from "../../src/domain/records/catalogue.ts";
import type { Store } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { emptyDisk, createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { movableClock, peopleOf, TEAM } from "../conversation/steps.ts";
import { BASILE, Chat, DEMO_SERVICES, EUGENIE } from "../support/chat.ts";
import { startCosmosDouble, type CosmosDouble } from "../support/cosmos-double.ts";

const READ = [
  ...["name", "since", "due"].map((sort) => `/api/participants?referent=everyone&limit=5&sort=${sort}`),
  "/api/participants?status=entered",
  "/api/participants?referent=everyone&milestone=t0&late=1",
  "/api/participants?referent=everyone&behind=oriented%2Fmet&from=2026-01&to=2026-12",
  "/api/dashboard",
  "/api/dashboard?from=2026-10-01&to=2026-11-30",
  ...["", "/history"].map((what) => `/api/participants/P-2026-0001${what}`),
  ...["/api/cells", "/api/cells/entree", "/api/cells/sortie", "/api/cells/gta", "/api/reviews", "/api/settings"],
];

/** A store whose documents are remembered, as they are at the end. */
const remembering = (store: Store, kept: Map<string, StoredDocument>): Store => ({
  ...store,
  commit: async (writes) => {
    const result = await store.commit(writes);
    if (!result.ok) return result;
    for (const write of writes)
      if (write.op === "put") kept.set(`${write.doc.kind}:${rowOf(write.doc).id}`, write.doc);
      else kept.delete(`${write.kind}:${write.id}`);
    return result;
  },
});

describe("The tab on Cosmos DB (in-process double)", function () {
  this.timeout(180_000);
  const clock = movableClock();
  const directory = emptyDisk();
  const kept = new Map<string, StoredDocument>();
  let double: CosmosDouble;
  let onMemory: Chat;
  let onCosmos: Chat;

  const start = (openStore: (plieId: string) => Promise<Store>): Promise<Chat> =>
    Chat.start({
      ...{ clock, directory, people: peopleOf(TEAM), servicesFile: DEMO_SERVICES, settings: { demo: "on" } },
      openStore,
    });

  before(async () => {
    double = await startCosmosDouble();
    const now = () => clock.now();
    onMemory = await start(() => Promise.resolve(remembering(createMemoryStore({ now }), kept)));
    await createProjector(onMemory.product.services).run();
    const documents = [...kept.values()];
    const place = { endpoint: double.endpoint, key: Buffer.from("any key").toString("base64"), database: "repere" };
    onCosmos = await start(async (plieId) => {
      const store = await createCosmosStore({ ...place, plieId, now, regions: false });
      for (let at = 0; at < documents.length; at += 80)
        await store.commit(documents.slice(at, at + 80).map((doc) => ({ op: "put", doc })));
      return store;
    });
    await createProjector(onCosmos.product.services).run();
  });
  after(async () => {
    await Promise.all([onMemory.stop(), onCosmos.stop()]);
    await double.close();
  });

  const ask = async (chat: Chat, path: string, member = EUGENIE, body?: unknown) => {
    const headers = { "x-local-member": member, "content-type": "application/json" };
    const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${chat.port}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  /** The way to the next page is the store's own word, and the clock goes on between two readings. */
  const read = async (chat: Chat, path: string, member: string) => {
    const { status, text } = await ask(chat, path, member);
    return { status, body: JSON.parse(text.replace(/"(next|previous|at)":"[^"]*"/g, '"$1":"…"')) as unknown };
  };

  for (const path of READ)
    it(`reads the same: ${path}`, async () => {
      const lead = await read(onMemory, path, EUGENIE);
      assert.equal(lead.status, 200, "nothing is compared");
      assert.deepEqual(await read(onCosmos, path, EUGENIE), lead);
      assert.deepEqual(await read(onCosmos, path, BASILE), await read(onMemory, path, BASILE));
    });

  it("goes on to the next page, and back, and finds a person by their name", async () => {
    const found = [];
    for (const chat of [onMemory, onCosmos]) {
      const pageOf = async (path: string, body?: unknown) =>
        participantsPage.parse(JSON.parse((await ask(chat, path, EUGENIE, body)).text));
      const page = (query: string) => pageOf(`/api/participants?referent=everyone&limit=4${query}`);
      const first = await page("");
      const second = await page(`&cursor=${encodeURIComponent(first.next ?? "")}`);
      const back = await page(`&cursor=${encodeURIComponent(second.previous ?? "")}`);
      assert.deepEqual(back.items, first.items);
      const search = { query: first.items[0]?.familyName, filters: { referent: "everyone" }, cursor: null };
      const named = await pageOf("/api/participants/search", search);
      assert.ok(
        named.items.some(({ code }) => code === first.items[0]?.code),
        "nobody is found",
      );
      found.push([first.items, second.items, named.items]);
    }
    assert.deepEqual(found[1], found[0]);
  });
});
