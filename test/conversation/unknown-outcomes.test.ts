/** A card or a message that left and may not have arrived: a press says where it is, or a person says what becomes of it. Once, whoever answers. */
import assert from "node:assert/strict";
import { BASILE, DORIAN, EUGENIE, type Json, type Person } from "../support/chat.ts";
import { cardIn, wordsOf } from "../support/card-reading.ts";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import { acknowledgeSending } from "../../src/use-cases/acknowledge-sending.ts";
import type { Landed } from "../support/fake-rooms.ts";
import { SendingBench } from "./sending-bench.ts";
import { ALIX } from "../support/chat.ts";
import { CLEA, has, said } from "./steps.ts";

const QUESTION = /La situation 2026-001 apparaît-elle dans le canal \?/;
const CUT = { kind: "acceptThenReset" } as const;
const HANG = { kind: "hang" } as const;

describe("A sending of unknown outcome", function () {
  this.timeout(60_000);
  let bench: SendingBench;
  beforeEach(async () => {
    bench = await SendingBench.start();
  });
  afterEach(() => bench.stop());

  const person = (id: string): Person => bench.chat.person(id);
  /** The newest message of their own chat. */
  const reads = async (id: string): Promise<Person> => {
    const one = person(id);
    await one.receive();
    return one;
  };
  const posted = async (fault: typeof CUT | typeof HANG): Promise<string> => {
    const entry = await bench.post();
    bench.fail(fault);
    await bench.settle();
    return entry;
  };
  const theCard = (): Landed => {
    const [found] = bench.inChannel();
    assert.ok(found !== undefined, "no card in the channel");
    return found;
  };
  const asks = (id: string): number => bench.inChatOf(id).filter((card) => QUESTION.test(card)).length;
  /** What presses sent the card that a message holds. */
  const markOf = (landed: Landed): unknown => {
    const refresh = cardIn(landed.contents.at(-1) ?? {})["refresh"] as { action: { data: Json } };
    return refresh.action.data["sent"];
  };

  it("is asked about ten minutes later, once, of each chargé de projet and of nobody else", async () => {
    await posted(CUT);
    await bench.later(9);
    assert.equal(asks(DORIAN), 0, "too early");
    await bench.later(2);
    await bench.later(30);
    assert.deepEqual([DORIAN, CLEA, EUGENIE, BASILE].map(asks), [1, 1, 0, 0]);
    assert.equal(bench.inChannel().length, 1, "never posted again by the machine");
  });

  it("a press on the card says where it is: the card is brought up to date, and nobody is asked", async () => {
    const entry = await posted(CUT);
    const card = theCard();
    assert.equal(markOf(card), entry, "the card carries what sent it");
    await bench.place.refresh(ALIX, card);
    await bench.settle();
    const known = await bench.card();
    assert.deepEqual(
      [known?.state, known?.conversationId, known?.activityId],
      ["posted", card.conversationId, card.activityId],
    );
    assert.equal((await bench.entry(entry)).state, "sent");
    assert.equal((await bench.trouble(entry))?.settled?.how, "seen");
    assert.equal(card.contents.length, 2, "the card was brought up to date");
    await bench.later(11);
    assert.equal(asks(DORIAN), 0);
  });

  it("« Oui »: it waits for a press to know where it is, and is not posted again", async () => {
    await posted(CUT);
    await bench.later(11);
    const dorian = await reads(DORIAN);
    await dorian.press("Oui");
    assert.match(said(dorian), /C'est réglé : Dorian Bouleau a répondu « Oui »/);
    assert.equal((await bench.card())?.state, "seen");
    await bench.settle();
    assert.equal(bench.inChannel().length, 1);
    await bench.place.refresh(ALIX, theCard());
    await bench.settle();
    assert.equal((await bench.card())?.state, "posted");
    assert.equal(theCard().contents.length, 2);
  });

  it("« Publier à nouveau », pressed twice by two people: posted once more, and whoever comes second reads who was first", async () => {
    await posted(HANG);
    await bench.later(11);
    const [dorian, clea] = [await reads(DORIAN), await reads(CLEA)];
    const press = dorian.click("Publier à nouveau");
    const twice = await Promise.all([
      bench.chat.deliver(press),
      bench.chat.deliver(press),
      bench.chat.deliver(clea.click("Publier à nouveau")),
      bench.chat.deliver(dorian.click("Publier à nouveau")),
    ]);
    assert.deepEqual(
      twice.map(({ status }) => status),
      [200, 200, 200, 200],
    );
    await bench.settle();
    assert.equal(bench.inChannel().length, 1);
    assert.equal((await bench.card())?.state, "posted");
    await clea.press("Oui");
    assert.match(said(clea), /C'est réglé : (?:Dorian Bouleau|Cléa Hortensia) a demandé un nouvel envoi/);
    assert.ok(!has(clea, "Publier à nouveau"));
  });

  it("posted again while the first card was there: the old one answers the truth and does not take the place of the new one", async () => {
    await posted(CUT);
    const old = theCard();
    await bench.later(11);
    await (await reads(DORIAN)).press("Publier à nouveau");
    await bench.settle();
    const before = await bench.card();
    assert.equal(bench.inChannel().length, 2, "two cards, because a person asked for it");
    const answer = await bench.place.refresh(ALIX, old);
    assert.match(wordsOf(answer), /Situation 2026-001/);
    await bench.settle();
    assert.deepEqual(await bench.card(), before);
  });

  it("the first card is pressed before the new one leaves: it takes its place, and there is no double", async () => {
    await posted(CUT);
    const old = theCard();
    await bench.later(11);
    const dorian = await reads(DORIAN);
    // Teams is busy: the new card waits.
    bench.fail({ kind: "status", status: 429, retryAfter: "30" }, { kind: "status", status: 429, retryAfter: "30" });
    await dorian.press("Publier à nouveau");
    await bench.place.refresh(ALIX, old);
    await bench.settle();
    assert.equal(bench.inChannel().length, 1);
    const known = await bench.card();
    assert.deepEqual([known?.state, known?.activityId], ["posted", old.activityId]);
    assert.equal(markOf(old), known?.key, "it carries its new key");
  });

  it("a message to a member: asked by name, and sent again once", async () => {
    const entry = await bench.message();
    bench.fail(HANG);
    await bench.settle();
    await bench.later(11);
    const dorian = await reads(DORIAN);
    assert.match(said(dorian), /Un message au sujet de la situation 2026-001 est-il arrivé chez Basile Tilleul \?/);
    const before = bench.inChatOf(BASILE).length;
    await dorian.press("Envoyer à nouveau");
    await bench.settle();
    assert.equal(bench.inChatOf(BASILE).length, before + 1);
    assert.equal((await bench.trouble(entry))?.settled?.how, "again");
  });

  it("a message that its reader presses has arrived: nobody is asked", async () => {
    const entry = await bench.message();
    bench.fail(CUT);
    await bench.settle();
    await (await reads(BASILE)).press("Accueil");
    await bench.settle();
    assert.deepEqual([(await bench.entry(entry)).state, (await bench.trouble(entry))?.settled?.how], ["sent", "seen"]);
    await bench.later(11);
    assert.equal(bench.inChatOf(DORIAN).filter((card) => /est-il arrivé/.test(card)).length, 0);
  });

  it("what Teams refuses stays in « Envois à vérifier » until somebody acts, and names nobody who is accompanied", async () => {
    bench.fail({ kind: "status", status: 403, code: "NotEnoughPermissions" });
    await bench.post();
    await bench.settle();
    const eugenie = person(EUGENIE);
    await eugenie.say("accueil");
    await eugenie.press("Envois à vérifier");
    assert.match(said(eugenie), /Situation 2026-001 · carte à publier, Cellule entrées · Teams ne permet pas/);
    assert.doesNotMatch(said(eugenie), /P-2026|Canari/);
    await eugenie.press("Envoyer à nouveau", {});
    assert.match(said(eugenie), /Choisissez d'abord une ligne/);
    const [choice] = (await bench.chat.product.services.store.list({ kind: "sendTrouble", key: "open", limit: 5 }))
      .items;
    await eugenie.press("Envoyer à nouveau", { choice: choice?.doc.entry ?? "" });
    assert.match(said(eugenie), /L'envoi est relancé/);
    assert.match(said(eugenie), /Aucun envoi à vérifier/);
    await bench.settle();
    assert.equal(bench.inChannel().length, 1);
  });

  it("is told to each chargé de projet once a day for one place, whatever the number of refusals", async () => {
    await bench.post();
    await bench.settle();
    for (const code of ["NotEnoughPermissions", "InvalidBotApiHost", "NotEnoughPermissions"]) {
      bench.fail({ kind: "status", status: 403, code });
      await bench.edit();
      await bench.settle();
    }
    assert.equal(bench.inChatOf(DORIAN).filter((card) => card.startsWith("Envois à vérifier")).length, 1);
    const open = await bench.chat.product.services.store.list({ kind: "sendTrouble", key: "open", limit: 9 });
    assert.equal(open.items.length, 2, "the same refusal of the same card is one line");
  });

  it("a forged mark changes nothing", async () => {
    const entry = await posted(CUT);
    const before = await bench.card();
    const basile = person(BASILE);
    await basile.say("accueil");
    const click = basile.click("Mes participants");
    const { action } = click["value"] as { action: { data: Json } };
    for (const sent of [entry, "aucun", 12, "x".repeat(5_000)]) {
      action.data["sent"] = sent;
      assert.equal((await bench.chat.deliver({ ...click, id: String(sent).slice(0, 9) })).status, 200);
    }
    assert.deepEqual(await bench.card(), before);
  });

  it("a mark says nothing of what replaces or erases a card, nor of what went to another conversation", async () => {
    const entry = await bench.message();
    const { services } = bench.chat.product;
    const sent = await bench.entry(entry);
    const { conversationId } = sent;
    const found = async (what: OutboxEntry["what"], at: string): Promise<OutboxEntry> => {
      const known = await services.store.get("outbox", entry);
      const doc: OutboxEntry = { ...sent, what, state: "aside", reason: "unknown", sentActivityId: null };
      assert.ok((await services.store.commit([{ op: "put", doc, expected: known?.version ?? "new" }])).ok);
      await acknowledgeSending(services, { entry, conversationId: at, activityId: "une-carte", by: BASILE });
      return bench.entry(entry);
    };
    for (const what of ["edit", "update", "erase"] as const)
      assert.equal((await found(what, conversationId)).state, "aside", `${what} is taken for a card that arrived`);
    for (const at of ["une-autre-conversation", `${conversationId}-2`])
      assert.equal((await found("message", at)).state, "aside", `a card of ${at}`);
    assert.equal((await found("message", conversationId)).state, "sent", "the message itself is not known to be there");
  });
});
