/** The real mode from end to end: tokens that the channel signed come in, tokens of the bot go out, and only the PLIE's own people are served. */
import assert from "node:assert/strict";
import plie from "../../config/plie.json" with { type: "json" };
import type { Member } from "../../src/domain/people/member.ts";
import { Chat, nodesOf, STRANGER, type Json, type Person } from "../support/chat.ts";
import { BOT_ID, entraAuth } from "../support/door-bench.ts";
import { FakeConnector } from "../support/fake-connector.ts";
import { LocalIssuer } from "../support/local-issuer.ts";

/** A guest of the PLIE's tenant: the object id there, and the one that the same person has at home. */
const GUEST = "33333333-3333-4333-8333-333333333333";
const GUEST_AT_HOME = "44444444-4444-4444-8444-444444444444";
const HOME_TENANT = "55555555-5555-4555-8555-555555555555";
const MEMBERS: readonly Member[] = [{ aadObjectId: GUEST, name: "Hélène Charme", roles: ["referent"] }];

const inTenant = (person: Person, tenantId: string): Json => ({
  conversation: { id: person.conversationId, conversationType: "personal", tenantId },
  channelData: { tenant: { id: tenantId } },
});

describe("The whole conversation with signed tokens", () => {
  let issuer: LocalIssuer;
  let teams: FakeConnector;
  let chat: Chat;
  let token: () => Promise<string>;
  let constantBody: string;

  beforeEach(async () => {
    [issuer, teams] = [await LocalIssuer.start(), await FakeConnector.start()];
    token = () => issuer.token(BOT_ID, teams.serviceUrl);
    chat = await Chat.start({
      teams,
      settings: { auth: entraAuth },
      endpoints: issuer.endpoints(teams.host),
      headers: async () => ({ authorization: `Bearer ${await token()}` }),
      people: { members: () => MEMBERS, byObjectId: (id) => MEMBERS.find(({ aadObjectId }) => aadObjectId === id) },
    });
    const refused = await fetch(`http://127.0.0.1:${chat.port}/api/messages`, { method: "POST", body: "{}" });
    assert.equal(refused.status, 401);
    constantBody = await refused.text();
  });
  afterEach(async () => {
    await chat.stop();
    await Promise.all([issuer.stop(), teams.stop()]);
  });

  /** A click, with the tenant that Teams writes in it. */
  const press = async (person: Person, title: string, fill: Record<string, string> = {}): Promise<void> => {
    person.card = await person.invoke(person.click(title, fill, inTenant(person, plie.tenantId)));
  };
  const people = async () =>
    (await chat.product.services.store.list({ kind: "identity", key: "all", limit: 10 })).items.map(({ doc }) => doc);
  const assertRefused = async (activity: Json, what: string): Promise<void> => {
    const before = teams.received.length;
    const { status, body } = await chat.deliver(activity);
    assert.equal(status, 401, what);
    assert.deepEqual(body, JSON.parse(constantBody), `${what}: the refusal must not say why`);
    assert.equal(teams.received.length, before, `${what}: nothing is sent`);
  };

  it("a guest of the tenant registers a person, from « bonjour » to the record", async () => {
    const guest = chat.person(GUEST);
    await guest.say("bonjour", inTenant(guest, plie.tenantId));
    assert.match(guest.text, /Hélène/);
    const opened = nodesOf(guest.card).find(({ title }) => title === "Ouvrir l'onglet");
    assert.match(String(opened?.["url"]), new RegExp(`^https://teams\\.microsoft\\.com/l/entity/${BOT_ID}/repere\\?`));
    await press(guest, "Nouvelle personne orientée");
    await press(guest, "Enregistrer", { Prénom: "Amina", Nom: "Benali", "Commune de résidence": "chenove" });
    assert.match(guest.text, /P-\d{4}-0001/);
    await press(guest, "Entrer dans le parcours");
    await press(guest, "Enregistrer", { noticeOn: chat.product.services.clock.today() });
    assert.match(guest.text, /Tour d'horizon/);
    const [registered] = await people();
    assert.equal(registered?.referentId, GUEST, "the référent is the guest's object id in the PLIE's tenant");
    assert.equal((await chat.product.services.store.get("facts", "store"))?.doc.auth, "entra");
    const sent = teams.received;
    assert.ok(sent.some(({ method }) => method === "POST") && sent.some(({ method }) => method === "PUT"));
    for (const { authorization } of sent)
      assert.match(authorization ?? "", /^Bearer outbound-\d+$/, "the bot's own token");
  });

  it("another tenant is refused with the constant 401, whatever its activity says besides", async () => {
    const guest = chat.person(GUEST);
    await assertRefused(guest.activity({ text: "bonjour", ...inTenant(guest, HOME_TENANT) }), "the home tenant");
    const both = { ...inTenant(guest, plie.tenantId), channelData: { tenant: { id: HOME_TENANT } } };
    await assertRefused(guest.activity({ text: "bonjour", ...both }), "two tenants");
    await assertRefused(guest.activity({ text: "bonjour" }), "no tenant");
  });

  it("a forged or borrowed token is refused with the same answer", async () => {
    const guest = chat.person(GUEST);
    const hello = guest.activity({ text: "bonjour", ...inTenant(guest, plie.tenantId) });
    const forged = {
      "for another bot": () => issuer.token(HOME_TENANT, teams.serviceUrl),
      "for another service address": () => issuer.token(BOT_ID, "http://127.0.0.1:1/"),
      "without end": () => issuer.token(BOT_ID, teams.serviceUrl, { claims: { exp: undefined } }),
      "by a key that nobody published": async () =>
        issuer.token(BOT_ID, teams.serviceUrl, { key: await issuer.newKey("unpublished") }),
    };
    for (const [what, make] of Object.entries(forged)) {
      token = make;
      await assertRefused(hello, what);
    }
  });

  it("a stranger, and a member under the object id of their home, are told whom to ask and shown nothing", async () => {
    for (const id of [STRANGER, GUEST_AT_HOME]) {
      const stranger = chat.person(id);
      await stranger.say("P-2026-0001", inTenant(stranger, plie.tenantId));
      assert.doesNotMatch(stranger.text, /Hélène|P-2026|Nouvelle personne/);
      assert.doesNotMatch(JSON.stringify(stranger.card), /person\.new|participants\.open/, "no button of the trade");
      const trail = await chat.product.services.store.get("chain", `member.${id}`);
      assert.equal(trail?.doc.seq, 1, "the attempt is in the audit");
    }
    assert.deepEqual(await people(), []);
  });

  it("nobody plays another's part", async () => {
    const guest = chat.person(GUEST);
    await guest.say("je suis coordinatrice", inTenant(guest, plie.tenantId));
    assert.doesNotMatch(guest.text, /fait par/);
    await guest.say("bonjour", inTenant(guest, plie.tenantId));
    assert.match(guest.text, /Hélène/);
    assert.equal(await chat.product.services.store.get("persona", GUEST), undefined);
  });
});
