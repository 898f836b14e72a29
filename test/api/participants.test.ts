/** The list of people over HTTP: what an address may say, what is read again at no cost, and what a search leaves behind. */
import assert from "node:assert/strict";
import { createProjector } from "../../bot/projector.ts";
import { participantsPage } from "../../src/contracts/participants.ts";
import { shownPeopleWords } from "../../src/wording/tab-participants.ts";
import { BASILE, DORIAN, type Chat } from "../support/chat.ts";
import { register, startChat } from "../conversation/steps.ts";

describe("People over HTTP", () => {
  let chat: Chat;
  before(async () => {
    chat = await startChat();
    for (const name of ["Amina", "Bruno", "Carla"])
      await register(chat.person(BASILE), { Prénom: name, Nom: `Tournesol${name}` });
    await createProjector(chat.product.services).run();
  });
  after(() => chat.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${chat.port}${path}`, { headers: { "x-local-member": DORIAN, ...headers } });
  const post = (body: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${chat.port}/api/participants/search`, {
      method: "POST",
      headers: { "x-local-member": DORIAN, "content-type": "application/json" },
      body,
    });
  const pageOf = async (response: Response) => participantsPage.parse(await response.json());

  it("gives a page of the size that is asked, and the way to the others", async () => {
    const first = await pageOf(await get("/api/participants?limit=2"));
    assert.deepEqual(
      first.items.map(({ givenName, familyName, referent, step }) => [givenName, familyName, referent, step]),
      [
        ["Amina", "TournesolAmina", "Basile Tilleul", "toMeet"],
        ["Bruno", "TournesolBruno", "Basile Tilleul", "toMeet"],
      ],
    );
    const second = await pageOf(await get(`/api/participants?limit=2&cursor=${first.next ?? ""}`));
    assert.deepEqual(
      second.items.map(({ givenName }) => givenName),
      ["Carla"],
    );
    assert.equal(second.next, null);
    assert.deepEqual(await pageOf(await get(`/api/participants?limit=2&cursor=${second.previous ?? ""}`)), first);
  });

  it("lists people whose référent left the team, and says that there is no name any more", async () => {
    const gone = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8aff";
    const { referent } = await pageOf(await get(`/api/participants?referent=${gone}`));
    assert.deepEqual(referent, { id: gone, name: null });
    assert.equal(
      shownPeopleWords({ of: { name: null }, step: undefined, status: undefined, milestone: undefined, when: "soon" }),
      "Les personnes dont le ou la référent·e n'est plus dans l'équipe, à venir dans les 14 jours",
    );
  });

  it("gives no body again while nothing changed", async () => {
    const first = await get("/api/participants?status=oriented&sort=since");
    const again = await get("/api/participants?status=oriented&sort=since", {
      "if-none-match": first.headers.get("etag") ?? "",
    });
    assert.deepEqual([first.status, again.status, await again.text()], [200, 304, ""]);
    assert.equal(first.headers.get("cache-control"), "no-store");
  });

  it("refuses what is no narrowing, no page, and no place to start from", async () => {
    for (const query of [
      "status=gone",
      "step=toMeet&status=oriented",
      "step=toMeet&milestone=t0",
      "limit=0",
      "limit=101",
      "limit=all",
      "late=yes",
      "late=1&soon=1",
      "outreach=1&milestone=t0",
      "cursor=Tournesol",
      "cursor=after.list.P-2026-1",
      "behind=secrets",
      "behind=entered",
      "behind=entered&from=2026-13",
      "behind=entered&from=2020-01&to=2026-01",
      "from=2026-01",
      "query=Tournesol",
    ])
      assert.equal((await get(`/api/participants?${query}`)).status, 400, query);
  });

  it("names what a number is of where the method names it", async () => {
    const { behind } = await pageOf(await get("/api/participants?behind=decided/reorient/missionLocale&from=2026-11"));
    assert.deepEqual(behind, {
      measure: ["decided", "reorient", "missionLocale"],
      names: [null, null, "Mission locale"],
      from: "2026-11",
      to: "2026-11",
    });
  });

  it("searches what a body holds, and nothing else of it", async () => {
    const search = { query: "tournesolbrun", filters: {}, cursor: null };
    const found = await pageOf(await post(JSON.stringify(search)));
    assert.deepEqual([found.count, found.items[0]?.givenName], [1, "Bruno"]);
    for (const body of [
      "{",
      "[]",
      JSON.stringify({ ...search, more: true }),
      JSON.stringify({ ...search, filters: { name: "x" } }),
      JSON.stringify({ ...search, query: "x".repeat(101) }),
      JSON.stringify({ ...search, cursor: "Tournesol" }),
      JSON.stringify({ ...search, query: "x".repeat(20_000) }),
    ])
      assert.equal((await post(body)).status, 400, body.slice(0, 80));
  });

  it("leaves no name in the log, whatever was searched or refused", async () => {
    await post(JSON.stringify({ query: "Tournesol", filters: {}, cursor: null }));
    await post(JSON.stringify({ query: "Tournesol", filters: { referent: "?" }, cursor: "Tournesol" }));
    await get("/api/participants?query=Tournesol");
    assert.doesNotMatch(JSON.stringify(chat.log), /tournesol/i);
  });
});
