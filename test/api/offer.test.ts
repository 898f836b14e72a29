/** What a press of *Offre* does over HTTP: once, whoever sends it again, and what the directory then says. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { noteAnswer, offerOverview, offerPage, settleAnswer, type OfferSearch } from "../../src/contracts/offer.ts";
import { problem } from "../../src/contracts/problem.ts";
import { BASILE, Chat, DEMO_SERVICES, DORIAN, EUGENIE, FANTINE } from "../support/chat.ts";

const SERVICE = "demo-dijon--plie-accompagnement";
const EVERYTHING: OfferSearch = { domain: null, role: null, standing: null, commune: null, words: "", page: 0 };
const FULL = { service: SERVICE, what: "full", weeks: null, code: null };

describe("A press of Offre over HTTP", function () {
  this.timeout(60_000);
  let chat: Chat;
  beforeEach(async () => {
    chat = await Chat.start({ servicesFile: DEMO_SERVICES });
  });
  afterEach(() => chat.stop());

  const post = (path: string, member: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${chat.port}/api/offer${path}`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "x-local-member": member, "content-type": "application/json", ...headers },
    });
  const press = (path: string, member: string, body: unknown, key: string = randomUUID()) =>
    post(path, member, body, { "idempotency-key": key });
  const overview = async (member: string) => {
    const headers = { "x-local-member": member };
    return offerOverview.parse(await (await fetch(`http://127.0.0.1:${chat.port}/api/offer`, { headers })).json());
  };
  const find = async (search: Partial<OfferSearch>, member = BASILE) =>
    offerPage.parse(await (await post("/services", member, { ...EVERYTHING, ...search })).json());
  const notes = async () => (await overview(DORIAN)).notes?.items ?? [];
  const codeOf = async (response: Response) => [response.status, problem.parse(await response.json()).code];

  it("a référent's word waits, everyone reads that it does, and confirmed it says since when and by whom", async () => {
    assert.deepEqual(noteAnswer.parse(await (await press("/notes", BASILE, FULL)).json()), { kind: "sent" });
    const [note] = await notes();
    assert.deepEqual([note?.what, note?.by, note?.service], ["full", "Basile Tilleul", SERVICE]);
    const before = await find({ words: "PLIE", role: "lead" });
    const waiting = before.items.find(({ id }) => id === SERVICE);
    assert.deepEqual([waiting?.standing, waiting?.waiting.length, waiting?.confirmed], ["taking", 1, null]);

    const marked = (await overview(BASILE)).mark;
    const settled = await press("/notes/settle", DORIAN, { note: note?.id, to: "confirmed" });
    assert.deepEqual(settleAnswer.parse(await settled.json()), { kind: "confirmed" });
    assert.notEqual((await overview(BASILE)).mark, marked, "nobody would be told");
    const [after] = (await find({ standing: "full" })).items.filter(({ id }) => id === SERVICE);
    assert.deepEqual(
      [after?.places, after?.waiting, after?.confirmed?.said, after?.confirmed?.by],
      [0, [], "Basile Tilleul", "Dorian Bouleau"],
    );
    assert.deepEqual(await notes(), []);
  });

  it("what a press leaves is sent and counted at once, as after a message; a search leaves nothing", async () => {
    const { outbox } = chat.product;
    let looks = 0;
    const drain = outbox.drain.bind(outbox);
    outbox.drain = (conversationId) => ((looks += 1), drain(conversationId));
    await find({ words: "PLIE" });
    await codeOf(await press("/notes", FANTINE, FULL));
    assert.equal(looks, 0, "what does nothing wakes the rounds");
    await press("/notes", BASILE, FULL);
    assert.equal(looks, 1, "what was done waits for the next round");
  });

  it("the same press again, or twice at once, is done once and answered the same", async () => {
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => press("/notes", BASILE, FULL, key)));
    const later = await press("/notes", BASILE, FULL, key);
    for (const response of [...answers, later])
      assert.deepEqual([response.status, await response.json()], [200, { kind: "sent" }]);
    assert.equal((await notes()).length, 1);
    const again = noteAnswer.parse(await (await press("/notes", BASILE, FULL)).json());
    assert.deepEqual(again, { kind: "alreadySaid" }, "another press says that it waits already");
  });

  it("the same key with another content is another press: nothing is answered with what it did not ask", async () => {
    const key = randomUUID();
    await press("/notes", BASILE, FULL, key);
    await press("/notes", BASILE, { ...FULL, what: "delay", weeks: 3 }, key);
    assert.deepEqual((await notes()).map(({ what, weeks }) => [what, weeks]).sort(), [
      ["delay", 3],
      ["full", null],
    ]);
  });

  it("whoever comes second is told so, and what the first one said stands", async () => {
    await press("/notes", BASILE, FULL);
    const note = (await notes())[0]?.id;
    await press("/notes/settle", EUGENIE, { note, to: "dismissed" });
    const second = await press("/notes/settle", DORIAN, { note, to: "confirmed" });
    assert.deepEqual(await codeOf(second), [409, "conflict"]);
    assert.ok((await find({ standing: "full" })).items.every(({ id }) => id !== SERVICE));
  });

  it("what is not a press is refused: no key, too long, not JSON, another shape, a person in it", async () => {
    for (const response of [
      await post("/notes", BASILE, FULL),
      await post("/notes", BASILE, FULL, { "idempotency-key": "1" }),
      await press("/notes", BASILE, { ...FULL, service: "x".repeat(20_000) }),
      await press("/notes", BASILE, '{"service":'),
      await press("/notes", BASILE, { ...FULL, more: true }),
      await press("/notes", BASILE, { ...FULL, code: "P-2026-0001" }),
      await post("/services", BASILE, { ...EVERYTHING, domain: "meteo" }),
    ])
      assert.deepEqual(await codeOf(response), [400, "invalid"]);
    assert.deepEqual(await codeOf(await press("/notes", BASILE, { ...FULL, service: "nulle--part" })), [
      404,
      "notFound",
    ]);
    assert.deepEqual(await codeOf(await press("/notes", FANTINE, FULL)), [403, "roleMayNot"]);
  });

  it("is searched by domain, role, commune, standing and words, page after page, each service once", async () => {
    const first = await find({});
    const all: string[] = [];
    for (let page = 0; page < first.pages; page += 1) all.push(...(await find({ page })).items.map(({ id }) => id));
    assert.deepEqual([all.length, new Set(all).size], [first.count, first.count]);
    assert.equal((await find({ page: 999 })).page, first.pages - 1, "a page that is not there is the last one");
    const leads = await find({ role: "lead" });
    assert.ok(
      leads.count > 0 && leads.items.every(({ role, accompaniment }) => role === "lead" && accompaniment !== null),
    );
    const commune = first.communes[0] ?? "";
    const there = await find({ commune });
    assert.ok(there.count > 0 && there.items.every((item) => item.commune === commune), commune);
    const typed = await find({ words: "mision LOCALE" });
    assert.ok(typed.count > 0 && typed.count < 10, `${typed.count} for a word with one letter less`);
    assert.ok((await find({ domain: "mobilite" })).count < first.count);
  });
});
