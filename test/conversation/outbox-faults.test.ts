/** What Teams does to what the bot sends: each fault ends in one message, or is set aside with its reason, or is told to someone. Never twice. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createClock } from "../../src/system/clock.ts";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, cardIn, Chat, DORIAN, EUGENIE, textOf, type Person } from "../support/chat.ts";
import { FakeConnector, type Fault, type Received } from "../support/fake-connector.ts";

/** Stands still until it is moved. */
class StillClock implements Clock {
  #now = Date.parse("2026-11-24T09:00:00.000Z");
  readonly #real = createClock("Europe/Paris");
  now = (): Date => new Date(this.#now);
  today = () => this.now().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
  startOf = (day: string) => this.#real.startOf(day);
  pause = (milliseconds: number) => this.#real.pause(milliseconds);
  forward(seconds: number): void {
    this.#now += seconds * 1000;
  }
}

const status = (code: number, subcode?: string, retryAfter?: string): Fault => ({
  kind: "status",
  status: code,
  ...(subcode === undefined ? {} : { code: subcode }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const SENT_AGAIN = "sent at the second try";
const UNKNOWN = "aside: unknown";
const told = (reason: string): string => `aside: ${reason}, chargé de projet told`;

/** Fault, what becomes of a message, what becomes of a replaced card. */
const TABLE: readonly (readonly [string, Fault, string, string])[] = [
  ["429", status(429), SENT_AGAIN, SENT_AGAIN],
  ["429, Retry-After 1", status(429, undefined, "1"), SENT_AGAIN, SENT_AGAIN],
  ["429, Retry-After 30", status(429, undefined, "30"), SENT_AGAIN, "aside: tooLate"],
  ["412", status(412), SENT_AGAIN, SENT_AGAIN],
  ["500", status(500), UNKNOWN, SENT_AGAIN],
  ["502", status(502), UNKNOWN, SENT_AGAIN],
  ["503", status(503), UNKNOWN, SENT_AGAIN],
  ["accepted, then cut", { kind: "acceptThenReset" }, UNKNOWN, SENT_AGAIN],
  ["hang", { kind: "hang" }, UNKNOWN, SENT_AGAIN],
  ["unreadable answer", { kind: "unreadable" }, UNKNOWN, SENT_AGAIN],
  ["401", status(401), "aside: credentials", "aside: credentials"],
  ["403 ConversationBlockedByUser", status(403, "ConversationBlockedByUser"), told("blocked"), told("blocked")],
  ["403 MessageWritesBlocked", status(403, "MessageWritesBlocked"), told("blocked"), told("blocked")],
  [
    "403 BotNotInConversationRoster",
    status(403, "BotNotInConversationRoster"),
    told("notInstalled"),
    told("notInstalled"),
  ],
  ["403 BotDisabledByAdmin", status(403, "BotDisabledByAdmin"), told("disabledByAdmin"), told("disabledByAdmin")],
  ["403 NotEnoughPermissions", status(403, "NotEnoughPermissions"), "aside: notAllowed", "aside: notAllowed"],
  ["403 InvalidBotApiHost", status(403, "InvalidBotApiHost"), "aside: wrongHost", "aside: wrongHost"],
  ["403 without a reason", status(403), "aside: notAllowed", "aside: notAllowed"],
  [
    "404 ConversationNotFound",
    status(404, "ConversationNotFound"),
    told("conversationNotFound"),
    told("conversationNotFound"),
  ],
  [
    "404 ActivityNotFoundInConversation",
    status(404, "ActivityNotFoundInConversation"),
    "aside: activityNotFound",
    "aside: activityNotFound",
  ],
  ["404", status(404), "aside: notFound", "aside: notFound"],
  ["413", status(413), "aside: tooBig", "aside: tooBig"],
];

const to = (id: string) => (request: Received) => request.path.includes(`a:${id}`);

describe("What is sent to Teams, when Teams fails", () => {
  let clock: StillClock;
  let chat: Chat;
  let referent: Person;
  let lead: Person;
  const store = (): Store => chat.product.services.store;
  const drain = () => chat.product.outbox.drain();
  const since = (start: number, id: string): Received[] => chat.teams.received.slice(start).filter(to(id));
  const entries = async (): Promise<readonly OutboxEntry[]> => {
    const found = await Promise.all(
      ["open", "sent", "aside"].map((key) => store().list({ kind: "outbox", key, limit: 200 })),
    );
    return found.flatMap(({ items }) => items.map(({ doc }) => doc));
  };
  const entryAfter = async (known: readonly OutboxEntry[]): Promise<OutboxEntry> => {
    const before = new Set(known.map(({ id }) => id));
    const fresh = (await entries()).filter(({ id, memberId }) => !before.has(id) && memberId === BASILE);
    assert.equal(fresh.length, 1, "one thing was to be sent");
    return fresh[0] ?? assert.fail();
  };
  /** Long enough for every retry that is still useful. */
  const timeGoesOn = async (): Promise<void> => {
    for (const seconds of [0, 1.3, 5, 30, 90]) {
      clock.forward(seconds);
      await drain();
    }
  };

  beforeEach(async () => {
    clock = new StillClock();
    chat = await Chat.start({ clock, sendDeadlineMs: 1_500 });
    [referent, lead] = [chat.person(BASILE), chat.person(DORIAN)];
    await lead.say("bonjour");
    await referent.say("bonjour");
  });
  afterEach(() => chat.stop());

  /** What became of what was sent while `fault` was met once, in words. */
  const outcome = async (fault: Fault, send: () => Promise<unknown>): Promise<string> => {
    const known = await entries();
    const start = chat.teams.received.length;
    chat.teams.script(fault);
    await send();
    await timeGoesOn();
    const entry = await entryAfter(known);
    const requests = since(start, BASILE).length;
    assert.equal(requests, entry.attempts, "each attempt is one request");
    const toldCards = since(start, DORIAN).map(({ body }) => textOf(cardIn(body)));
    assert.ok(toldCards.length <= 1);
    const asides = chat.log.of("outbox.setAside").filter((line) => line.entryId === entry.id);
    assert.equal(asides.length, entry.state === "aside" ? 1 : 0, "what is set aside is in the log, once");
    if (entry.state === "sent") {
      assert.equal(toldCards.length, 0);
      return requests === 2 ? SENT_AGAIN : `sent, ${requests} requests`;
    }
    return `${entry.state}: ${entry.reason}${toldCards.some((text) => /Basile Tilleul/.test(text)) ? ", chargé de projet told" : ""}`;
  };

  const seen: string[] = [];
  for (const [name, fault, message, update] of TABLE)
    it(`${name}: a message is ${message}; a replaced card is ${update}`, async () => {
      const asMessage = await outcome(fault, () => chat.deliver(referent.activity({ text: "aide" })));
      clock.forward(86_400);
      const asUpdate = await outcome(fault, () => referent.press("Nouvelle personne orientée"));
      seen.push(`  ${name.padEnd(36)}${asMessage.padEnd(52)}${asUpdate}`);
      assert.deepEqual([asMessage, asUpdate], [message, update]);
      chat.teams.script();
      await referent.say("bonjour");
      assert.match(referent.text, /Basile/, "the conversation works again");
    });
  after(() => console.log(`\n  ${"fault".padEnd(36)}${"message".padEnd(52)}replaced card\n${seen.join("\n")}`));

  describe("a chat that refuses", () => {
    const refuse = async (): Promise<void> => {
      chat.teams.script(status(403, "ConversationBlockedByUser"));
      await chat.deliver(referent.activity({ text: "P-2026-0001" }));
      await drain();
    };

    it("is told once a day, with the name of the member and no word about a participant", async () => {
      await referent.press("Nouvelle personne orientée");
      await referent.press("Enregistrer", { Prénom: "Amina", Nom: "Benali" });
      const start = chat.teams.received.length;
      await refuse();
      await refuse();
      await refuse();
      const cards = since(start, DORIAN).map(({ body }) => JSON.stringify(body));
      assert.equal(cards.length, 1, "once that day");
      assert.match(cards[0] ?? "", /Basile Tilleul/);
      assert.match(cards[0] ?? "", /chercher l'application Repère/, "what to do is said");
      assert.doesNotMatch(cards[0] ?? "", /Amina|Benali|P-2026/);
      clock.forward(86_400);
      await refuse();
      assert.equal(since(start, DORIAN).length, 2, "and again the next day");
    });

    it("works again as soon as the person writes", async () => {
      await refuse();
      assert.equal((await store().get("conversation", BASILE))?.doc.refused, "blocked");
      await referent.say("bonjour");
      assert.match(referent.text, /Basile/);
      assert.equal((await store().get("conversation", BASILE))?.doc.refused, null);
    });

    it("is told to the other lead when it is a lead's", async () => {
      const alix = chat.person(ALIX);
      await alix.say("bonjour");
      const start = chat.teams.received.length;
      chat.teams.script(status(403, "BotNotInConversationRoster"));
      await chat.deliver(alix.activity({ text: "aide" }));
      await drain();
      assert.equal(since(start, DORIAN).length, 1);
      assert.equal(since(start, ALIX).length, 1, "nothing more is sent where it is refused");
    });

    it("is told later the same day when no lead could be reached at first", async () => {
      const alone = await Chat.start({ clock });
      const someone = alone.person(BASILE);
      const refused = async (...chats: readonly Fault[]): Promise<void> => {
        alone.teams.script(status(403, "ConversationBlockedByUser"), ...chats);
        await alone.deliver(someone.activity({ text: "aide" }));
        await alone.product.outbox.drain();
      };
      await someone.say("bonjour");
      const [closed, leads] = [status(403, "BotNotInConversationRoster"), [ALIX, DORIAN, EUGENIE]];
      await refused(...leads.map(() => closed));
      await alone.person(DORIAN).say("bonjour");
      const start = alone.teams.received.length;
      await refused();
      assert.equal(alone.teams.received.slice(start).filter(to(DORIAN)).length, 1);
      await alone.stop();
    });
  });

  it("a chat that hangs holds back nobody else", async () => {
    const slow = await Chat.start({ sendDeadlineMs: 5_000 });
    const [one, other] = [slow.person(BASILE), slow.person(ALIX)];
    await one.say("bonjour");
    const arrived = slow.teams.arrived(slow.teams.received.length + 1);
    slow.teams.script({ kind: "hang" });
    const waiting = slow.deliver(one.activity({ text: "aide" }));
    await arrived;
    const hello = other.activity({ text: "bonjour" });
    await slow.deliver(hello);
    assert.equal(slow.teams.received.filter(to(ALIX)).length, 1, "the other person has an answer at once");
    await waiting;
    slow.product.server.announceStop();
    await slow.product.server.stop();
    await slow.teams.stop();
  });

  it("an older card never comes over a newer one", async () => {
    chat.teams.script(status(429));
    await referent.press("Nouvelle personne orientée");
    clock.forward(0.1);
    await referent.press("Annuler");
    await timeGoesOn();
    const updates = chat.teams.received
      .filter(({ method }) => method === "PUT")
      .map(({ body }) => textOf(cardIn(body)));
    assert.equal(updates.at(-1), referent.text, "the last card in the chat is the one in front of the person");
    assert.equal((await entries()).filter(({ reason }) => reason === "replaced").length, 1);
  });

  it("what waits in a chat is sent in the order it was said", async () => {
    const start = chat.teams.received.length;
    chat.teams.script(status(429));
    await chat.deliver(referent.activity({ text: "aide" }));
    clock.forward(0.1);
    await chat.deliver(referent.activity({ text: "bonjour" }));
    await timeGoesOn();
    const shown = since(start, BASILE).map(({ body }) => textOf(cardIn(body)));
    assert.equal(shown.length, 3);
    assert.equal(shown[0], shown[1], "the first is tried again first");
    assert.match(shown[2] ?? "", /Basile/);
  });

  it("what a killed instance was sending is never sent again blindly, and what it had not begun is sent", async () => {
    const [disk, teams] = [emptyDisk(), await FakeConnector.start()];
    const dead = await Chat.start({ clock, disk, teams });
    const someone = dead.person(BASILE);
    await someone.say("bonjour");
    const at = clock.now().toISOString();
    const entry = (id: string, over: Partial<OutboxEntry>): OutboxEntry => ({
      ...{ kind: "outbox", schemaVersion: 1, id, state: "sending", what: "message", memberId: BASILE },
      ...{
        conversationId: someone.conversationId,
        activityId: null,
        code: null,
        review: null,
        createdAt: at,
        notBefore: at,
      },
      ...{ screen: { screen: "help", notice: null, at: null }, attempts: 1, reason: null, sentActivityId: null },
      ...over,
    });
    const left = [
      entry("message", {}),
      entry("update", { what: "update", activityId: someone.messageId }),
      entry("next", { state: "pending", attempts: 0 }),
    ];
    await dead.product.services.store.commit(left.map((doc) => ({ op: "put", doc, expected: "new" })));
    const before = teams.received.length;
    const again = await Chat.start({ clock, disk, teams });
    clock.forward(21);
    await again.product.outbox.drain();
    assert.deepEqual(
      teams.received.slice(before).map(({ method }) => method),
      ["POST"],
      "only what had not begun",
    );
    const state = async (id: string) => (await again.product.services.store.get("outbox", id))?.doc;
    assert.deepEqual([(await state("message"))?.state, (await state("message"))?.reason], ["aside", "unknown"]);
    assert.deepEqual([(await state("update"))?.state, (await state("update"))?.reason], ["aside", "tooLate"]);
    assert.equal((await state("next"))?.state, "sent");
    await Promise.all([again.stop(), dead.stop()]);
    await teams.stop();
  });

  it("two instances over one SQLite file send each thing once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "repere-outbox-"));
    const teams = await FakeConnector.start();
    const openStore = (plieId: string): Promise<Store> =>
      createSqliteStore({ file: join(folder, "repere.db"), plieId, now: () => new Date() });
    const [one, other] = [await Chat.start({ teams, openStore }), await Chat.start({ teams, openStore })];
    const someone = one.person(BASILE);
    await someone.say("bonjour");
    const start = teams.received.length;
    const at = new Date().toISOString();
    const left = Array.from({ length: 24 }, (_, index): OutboxEntry => ({
      ...{ kind: "outbox", schemaVersion: 1, id: `left-${index}`, state: "pending", what: "message", memberId: BASILE },
      ...{
        conversationId: `a:${BASILE}.${index % 6}`,
        activityId: null,
        code: null,
        review: null,
        createdAt: at,
        notBefore: at,
      },
      ...{ screen: { screen: "help", notice: null, at: null }, attempts: 0, reason: null, sentActivityId: null },
    }));
    await one.product.services.store.commit(left.map((doc) => ({ op: "put", doc, expected: "new" })));
    await Promise.all([one.product.outbox.drain(), other.product.outbox.drain()]);
    assert.equal(teams.received.length - start, left.length, "each once");
    const sent = await one.product.services.store.list({ kind: "outbox", key: "sent", limit: 200 });
    assert.equal(sent.items.filter(({ doc }) => doc.id.startsWith("left-")).length, left.length);
    await Promise.all([one.stop(), other.stop()]);
    await teams.stop();
    rmSync(folder, { recursive: true });
  });
});
