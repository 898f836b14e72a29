/** A channel becomes the one of a cell: who is in it is looked at, what waits is posted there, and a channel that disappears loses no opinion. */
import assert from "node:assert/strict";
import type { Review } from "../../src/domain/review/records.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { checkRosters } from "../../src/use-cases/check-rosters.ts";
import { CHANNELS, TEAM_ID, TENANT_OF_CHAT, type ChannelPlace } from "../support/channel-place.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, textOf, type Chat, type Json } from "../support/chat.ts";
import { inRoster } from "../support/fake-rooms.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  AMINA,
  enter,
  lines,
  link,
  movableClock,
  peopleOf,
  present,
  register,
  startChat,
  stored,
  TEAM,
  TEAM_ROSTER,
  type MovableClock,
} from "./steps.ts";

const HELENE = inRoster("8c2f1a3e-52c4-4d0b-9a57-1f0e7c2d8b11", "Hélène Canari");
const GUEST = inRoster("8c2f1a3e-52c4-4d0b-9a57-1f0e7c2d8b12", "Idris Canari");
const BOT = { id: "28:repere", name: "Repère" };
const OTHER_CHANNEL = "19:un-autre-canal@thread.tacv2";

const said = (card: Json | undefined): string =>
  card === undefined ? "" : textOf(card).replace(/[\u00A0\u202F]/g, " ");

describe("The channel of a cell", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let clock: MovableClock;
  let chat: Chat;

  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock, people: peopleOf(TEAM) });
    await chat.person(DORIAN).say("accueil");
  });
  afterEach(() => chat.stop());

  /** Situations that wait for the cell, as a référent left them. */
  const submitted = async (...reviews: Partial<Review>[]): Promise<void> => {
    for (const changes of reviews) {
      const review = aReview(changes);
      const snapshot = aSnapshot({ review: review.id, cell: review.cell });
      const written = await chat.product.services.store.commit([
        { op: "put", doc: review },
        { op: "put", doc: snapshot },
      ]);
      assert.ok(written.ok);
    }
  };
  const drain = (): Promise<void> => chat.product.outbox.drain();
  const linkOf = (): Json => stored(disk, "cellLink")[0] ?? {};
  const cardsIn = (channelId: string): string[] =>
    chat.teams.messagesOf(channelId).flatMap(({ contents }) => {
      const { attachments } = (contents.at(-1) ?? {}) as { attachments?: { content: Json }[] };
      const card = attachments?.[0]?.content;
      return card?.["refresh"] === undefined ? [] : [said(card)];
    });
  /** What Teams tells of a channel or of a team. */
  const event = async (channelData: Json, changes: Json = {}): Promise<void> => {
    const { status } = await chat.deliver({
      ...{
        type: "conversationUpdate",
        id: String(Math.random()),
        channelId: "msteams",
        serviceUrl: chat.teams.serviceUrl,
      },
      ...{ from: { id: "29:teams" }, recipient: BOT },
      conversation: { id: TEAM_ID, conversationType: "channel", isGroup: true, tenantId: TENANT_OF_CHAT },
      channelData: { team: { id: TEAM_ID }, tenant: { id: TENANT_OF_CHAT }, ...channelData },
      ...changes,
    });
    assert.equal(status, 200);
    await drain();
  };
  const tellsDorian = async (): Promise<string> => {
    const dorian = chat.person(DORIAN);
    await dorian.receive();
    return said(dorian.card);
  };

  it("is linked by « relier entrées », and what waits is posted in it", async () => {
    await submitted({}, { id: "2026-002" }, { id: "2026-003", cell: "sortie" }, { id: "2026-004", track: "short" });
    const place = await link(chat, "entree");
    assert.equal(linkOf()["state"], "linked");
    assert.deepEqual(
      cardsIn(place.channelId).map((card) => card.split("\n")[0]),
      ["Situation 2026-001 — Cellule entrées", "Situation 2026-002 — Cellule entrées"],
    );
    assert.equal(linkOf()["teamId"], TEAM_ID);
  });

  it("is understood without accents, in any case, with a typing error; without the cell, it is asked", async () => {
    const place = chat.channel(CHANNELS.sortie);
    chat.teams.roster(place.channelId, TEAM_ROSTER);
    assert.match(said(await place.say(DORIAN, "Relier")), /relier sorties/);
    assert.deepEqual(stored(disk, "cellLink"), []);
    assert.match(said(await place.say(EUGENIE, "RELLIER sortes")), /relié à la cellule sorties/);
  });

  it("is not linked by whoever does not lead reviews", async () => {
    const place = chat.channel(OTHER_CHANNEL);
    chat.teams.roster(place.channelId, TEAM_ROSTER);
    for (const by of [ALIX, BASILE, FANTINE])
      assert.match(said(await place.say(by, "relier entrées")), /Votre rôle ne permet pas cela/);
    assert.deepEqual(stored(disk, "cellLink"), []);
  });

  it("waits for a chargé de projet when somebody in it is not of the team; the channel is told how many, never who", async () => {
    await submitted({});
    const place = chat.channel(CHANNELS.entree);
    chat.teams.roster(place.channelId, [...TEAM_ROSTER, HELENE, GUEST, BOT]);
    const answer = said(await place.say(EUGENIE, "relier entrées"));
    assert.match(answer, /2 personnes du canal ne sont pas dans l'équipe : un·e chargé·e de projet doit confirmer/);
    assert.doesNotMatch(JSON.stringify(chat.teams.inChannel(place.channelId)), /Canari/);
    assert.deepEqual(cardsIn(place.channelId), []);
    assert.equal(linkOf()["state"], "toConfirm");
    for (const words of ["à étudier", "ordre du jour"])
      assert.match(said(await place.say(ALIX, words)), /un·e chargé·e de projet doit confirmer/, words);

    const dorian = chat.person(DORIAN);
    await dorian.receive();
    assert.match(said(dorian.card), /Hélène Canari\n.*Idris Canari/);
    await dorian.press("C'est bien ainsi");
    await drain();
    assert.equal(linkOf()["state"], "linked");
    assert.equal(cardsIn(place.channelId).length, 1);
    assert.match(said(dorian.card), /C'est noté/);
  });

  it("is confirmed for the people who were shown, not for those who came since", async () => {
    const place = chat.channel(CHANNELS.entree);
    chat.teams.roster(place.channelId, [...TEAM_ROSTER, HELENE]);
    await place.say(DORIAN, "relier entrées");
    const dorian = chat.person(DORIAN);
    await dorian.receive();
    chat.teams.roster(place.channelId, [...TEAM_ROSTER, HELENE, GUEST]);
    await place.say(DORIAN, "relier entrées");
    await dorian.press("C'est bien ainsi");
    assert.equal(linkOf()["state"], "toConfirm");
  });

  it("is read again every day: who is new is told, who left is not, and nothing more is posted until it is confirmed", async () => {
    const place = await link(chat, "entree", DORIAN, [...TEAM_ROSTER, HELENE]);
    await chat.person(DORIAN).receive();
    const dorian = chat.person(DORIAN);
    await dorian.receive();
    await dorian.press("C'est bien ainsi");
    clock.move(1);
    chat.teams.roster(place.channelId, TEAM_ROSTER);
    await checkRosters(chat.product.services);
    assert.equal(linkOf()["state"], "linked", "who left is nothing to confirm");
    clock.move(1);
    chat.teams.roster(place.channelId, [...TEAM_ROSTER, GUEST]);
    await checkRosters(chat.product.services);
    assert.equal(linkOf()["state"], "toConfirm");
    await drain();
    assert.match(await tellsDorian(), /Idris Canari/);
    await submitted({});
    await checkRosters(chat.product.services);
    await drain();
    assert.deepEqual(cardsIn(place.channelId), []);
  });

  it("is asked for once a day: the same day, Teams is not asked again", async () => {
    await link(chat, "entree");
    const asked = (): number => chat.teams.received.filter(({ path }) => path.includes("pagedmembers")).length;
    const before = asked();
    await checkRosters(chat.product.services);
    assert.equal(asked(), before);
    clock.move(1);
    await checkRosters(chat.product.services);
    assert.equal(asked(), before + 1);
  });

  it("says that its people could not be read, and is linked by itself once they can", async () => {
    await submitted({});
    const place = chat.channel(CHANNELS.entree);
    chat.teams.roster(place.channelId, TEAM_ROSTER);
    const stop = chat.teams.refuse(({ path }) => path.includes("pagedmembers"), { kind: "status", status: 429 });
    assert.match(said(await place.say(DORIAN, "relier entrées")), /pas pu lire qui est dans ce canal/);
    assert.deepEqual(cardsIn(place.channelId), []);
    stop();
    await checkRosters(chat.product.services);
    await drain();
    assert.equal(linkOf()["state"], "linked");
    assert.equal(cardsIn(place.channelId).length, 1);
  });

  it("is the one of the PLIE's file at the first mention there, through the same look at who is in it", async () => {
    await submitted({});
    const place = chat.channel(CHANNELS.entree);
    chat.teams.roster(place.channelId, TEAM_ROSTER);
    await place.say(ALIX, "bonjour");
    await drain();
    assert.equal(linkOf()["state"], "linked");
    assert.equal(cardsIn(place.channelId).length, 1);
    const elsewhere = chat.channel(OTHER_CHANNEL);
    assert.match(said(await elsewhere.say(ALIX, "bonjour")), /n'est relié à aucune cellule/);
  });

  it("is the one of the PLIE's file once a situation is read before it is presented, where Teams says who is there", async () => {
    const basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
    const first = await present(basile, "P-2026-0001");
    assert.deepEqual(stored(disk, "cellLink"), [], "where Teams names nobody, nothing is linked");
    chat.teams.roster(CHANNELS.entree, [...TEAM_ROSTER, HELENE]);
    await register(basile, { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
    const second = await present(basile, "P-2026-0002");
    assert.deepEqual([linkOf()["state"], linkOf()["linkedBy"]], ["toConfirm", BASILE]);
    assert.deepEqual(cardsIn(CHANNELS.entree), []);
    const dorian = chat.person(DORIAN);
    await dorian.receive();
    await dorian.press("C'est bien ainsi");
    await drain();
    assert.deepEqual(
      cardsIn(CHANNELS.entree).map((card) => card.split(" — ")[0]),
      [first, second].map((review) => `Situation ${review}`),
    );
    chat.teams.refuse(({ path }) => path.includes("pagedmembers"), {
      ...{ kind: "status", status: 403, code: "BotNotInConversationRoster" },
    });
    await chat.channel(CHANNELS.entree).botRemoved(DORIAN);
    await drain();
    assert.equal(linkOf()["state"], "botRemoved", "its team was never told: it is looked at");
  });

  it("changes: what is open is posted anew, and one line stays in the old channel", async () => {
    await submitted({}, { id: "2026-002" });
    const before = await link(chat, "entree");
    const after = chat.channel(OTHER_CHANNEL);
    chat.teams.roster(after.channelId, TEAM_ROSTER);
    const keys = stored(disk, "reviewPost").map((post) => post["key"]);
    await after.say(DORIAN, "relier entrées");
    await drain();
    assert.equal(cardsIn(after.channelId).length, 2);
    for (const card of cardsIn(before.channelId))
      assert.match(card, /^Situation 2026-00\d\nSuivie dans un autre canal\./);
    for (const post of stored(disk, "reviewPost")) assert.ok(!keys.includes(post["key"]), "a new card has a new key");
    const first = before.message("2026-001");
    const refreshed = (await before.refresh(ALIX, first))["value"] as Json;
    assert.match(said(refreshed), /Suivie dans un autre canal/);
  });

  const loses: readonly [string, (place: ChannelPlace) => Promise<void>, string][] = [
    ["the channel is deleted", (place) => place.deleted(), "gone"],
    ["the application is removed from the team", (place) => place.botRemoved(DORIAN), "botRemoved"],
    ["the team is archived", () => event({ eventType: "teamArchived" }), "gone"],
  ];
  for (const [what, happens, state] of loses)
    it(`is lost when ${what}: told once, and everything that waits is posted again once it is linked anew`, async () => {
      await submitted({ givers: [ALIX, EUGENIE], state: "underReview" });
      const place = await link(chat, "entree");
      const before = chat.teams.messagesOf(`a:${DORIAN}`).length;
      await happens(place);
      await drain();
      assert.equal(linkOf()["state"], state);
      assert.equal(chat.teams.messagesOf(`a:${DORIAN}`).length, before + 1, "told once");
      assert.match(await tellsDorian(), /ne répond plus\n[\s\S]*Aucun avis n'est perdu/);
      assert.deepEqual(
        stored(disk, "reviewPost").map((post) => post["state"]),
        ["lost"],
      );
      await place.say(DORIAN, "relier entrées");
      await drain();
      const again = cardsIn(place.channelId);
      assert.equal(again.length, 2, "the lost one, and the one that is posted again");
      assert.match(again.at(-1) ?? "", /2 avis sur/);
      assert.deepEqual((stored(disk, "review")[0] ?? {})["givers"], [ALIX, EUGENIE]);
    });

  it("comes back with its cards when it is restored: none is posted twice", async () => {
    await submitted({});
    const place = await link(chat, "entree");
    await place.deleted();
    await event({ eventType: "channelRestored", channel: { id: place.channelId } });
    assert.equal(linkOf()["state"], "linked");
    assert.equal(cardsIn(place.channelId).length, 1);
    assert.deepEqual(
      stored(disk, "reviewPost").map((post) => post["state"]),
      ["posted"],
    );
  });

  it("is looked at when people come to the team, without waiting for the next day", async () => {
    const place = await link(chat, "entree");
    chat.teams.roster(place.channelId, [...TEAM_ROSTER, HELENE]);
    await event({ eventType: "teamMemberAdded" }, { membersAdded: [{ id: HELENE.id }] });
    assert.equal(linkOf()["state"], "toConfirm");
  });

  it("takes no notice of what it does not know", async () => {
    await event({ eventType: "channelPainted", channel: { id: CHANNELS.entree } });
    await event({ eventType: "toString" });
    await event({}, { type: "installationUpdate", action: "remove-upgrade" });
    assert.deepEqual(stored(disk, "cellLink"), []);
  });

  it("is told to nobody's chat twice when Teams tells it twice, and is not linked from a group chat", async () => {
    const basile = chat.person(DORIAN);
    const conversation = { id: "19:groupe@thread.v2", conversationType: "groupChat" };
    await chat.deliver(basile.activity({ text: "<at>Repère</at> relier entrées", conversation }));
    await drain();
    assert.deepEqual(stored(disk, "cellLink"), []);
    assert.match(JSON.stringify(chat.teams.messagesOf("19:groupe@thread.v2")), /canal d'équipe/);
  });
});
