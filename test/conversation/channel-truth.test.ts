/** Whatever happened meanwhile, the card of a channel ends on what is true, and whoever reads late reads the same. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member } from "../../src/domain/people/member.ts";
import type { Review } from "../../src/domain/review/records.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { checkRosters } from "../../src/use-cases/check-rosters.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, buttonsOf, textOf, type Chat, type Json } from "../support/chat.ts";
import { countingStore } from "../support/counting-store.ts";
import { inRoster, type RosterPerson } from "../support/fake-rooms.ts";
import {
  link,
  movableClock,
  peopleOf,
  said as saidBy,
  startChat,
  stored,
  TEAM,
  TEAM_ROSTER,
  type MovableClock,
} from "./steps.ts";

const HELENE = inRoster("6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8f01", "Hélène Canari");
const said = (card: Json): string => textOf(card).replace(/[\u00A0\u202F]/g, " ");
const decidedAt = (at: string): Partial<Review> => ({
  state: "decided",
  decided: {
    ...{ outcome: "stay", to: null, departs: null, concordant: true },
    ...{ on: at.slice(0, 10), by: DORIAN, at },
  },
});

/** The PLIE's file, where no members are named: every référent and chargé de projet sits in the cell of entries. */
const cellOfEveryone = (): string => {
  const plie = JSON.parse(readFileSync(new URL("../../config/plie.json", import.meta.url), "utf8")) as Json;
  const entree = Object.fromEntries(
    Object.entries((plie["cells"] as Record<string, Json>)["entree"] ?? {}).filter(([key]) => key !== "members"),
  );
  const file = join(mkdtempSync(join(tmpdir(), "repere-")), "plie.json");
  writeFileSync(file, JSON.stringify({ ...plie, cells: { ...(plie["cells"] as Json), entree } }));
  return file;
};

describe("The card of a channel, whatever happened meanwhile", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let clock: MovableClock;
  let chat: Chat;

  const start = async (team: readonly Member[] = TEAM, more: Parameters<typeof startChat>[0] = {}): Promise<void> => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock, people: peopleOf(team), ...more });
  };
  afterEach(() => chat.stop());

  const put = async (changes: Partial<Review> = {}): Promise<void> => {
    const review = aReview(changes);
    const { id, cell, study } = review;
    const written = await chat.product.services.store.commit([
      { op: "put", doc: review },
      { op: "put", doc: aSnapshot({ review: id, cell, study }) },
    ]);
    assert.ok(written.ok);
  };
  const drain = (): Promise<void> => chat.product.outbox.drain();
  const linkState = (): unknown => stored(disk, "cellLink")[0]?.["state"];
  const postsIn = (channelId: string): number =>
    chat.teams.inChannel(channelId).filter(({ how, card }) => how === "post" && card?.["refresh"] !== undefined).length;

  it("was decided while its channel was to be confirmed: it says so once the channel is", async () => {
    await start();
    await chat.person(DORIAN).say("accueil");
    await put({ givers: [ALIX], state: "underReview" });
    await put({ id: "2026-002" });
    const place = await link(chat, "entree");
    assert.match(said(place.card("2026-001")), /1 avis sur/);
    clock.move(1);
    chat.teams.roster(place.channelId, [...TEAM_ROSTER, HELENE]);
    await checkRosters(chat.product.services);
    assert.equal(linkState(), "toConfirm");
    await put({ givers: [ALIX], ...decidedAt(chat.product.services.clock.now().toISOString()) });
    await put({
      id: "2026-002",
      state: "withdrawn",
      withdrawn: { because: "error", by: BASILE, at: chat.product.services.clock.now().toISOString() },
    });
    await drain();
    assert.match(said(place.card("2026-001")), /1 avis sur/, "the daily check alone changes no card");
    const dorian = chat.person(DORIAN);
    await dorian.receive();
    await dorian.press("C'est bien ainsi");
    await drain();
    assert.equal(linkState(), "linked");
    assert.match(said(place.card("2026-001")), /Poursuite en PLIE, décidé le/);
    assert.match(said(place.card("2026-002")), /Retirée/);
    const edits = chat.teams.inChannel(place.channelId).length;
    clock.move(1);
    await checkRosters(chat.product.services);
    await drain();
    assert.equal(chat.teams.inChannel(place.channelId).length, edits, "what is true already is not sent again");
  });

  it("who is in the channel is told to a chargé de projet who never wrote to Repère", async () => {
    await start();
    const place = await link(chat, "entree", EUGENIE, [...TEAM_ROSTER, HELENE]);
    await drain();
    assert.equal(linkState(), "toConfirm");
    assert.match(JSON.stringify(chat.teams.messagesOf(`a:${DORIAN}`)), /Hélène Canari/);
    assert.equal(postsIn(place.channelId), 0);
  });

  it("two who confirm at the same instant, and the daily check with them, post what waits once", async () => {
    await start();
    for (const id of [DORIAN, EUGENIE]) await chat.person(id).say("accueil");
    for (const id of ["2026-001", "2026-002", "2026-003"]) await put({ id });
    const place = await link(chat, "entree", EUGENIE, [...TEAM_ROSTER, HELENE]);
    const people = [DORIAN, EUGENIE].map((id) => chat.person(id));
    for (const person of people) await person.receive();
    await Promise.all([
      ...people.map((person) => person.press("C'est bien ainsi")),
      checkRosters(chat.product.services),
    ]);
    await checkRosters(chat.product.services);
    await drain();
    assert.equal(linkState(), "linked");
    assert.equal(postsIn(place.channelId), 3);
  });

  it("an adjourned situation stays in the lists, and an old card of an earlier study shows the one under way", async () => {
    await start();
    await put({
      state: "adjourned",
      givers: [ALIX],
      adjourned: { because: "noTime", by: DORIAN, at: "2026-11-24T10:00:00.000Z" },
    });
    const place = await link(chat, "entree");
    const message = place.message("2026-001");
    const old = place.card("2026-001");
    assert.match(said((await place.say(ALIX, "à étudier")) ?? {}), /Situation 2026-001\nAjournée/);
    assert.match(said((await place.say(ALIX, "ordre du jour")) ?? {}), /1\\?\. Situation 2026-001\n.*, ajournée/);
    const alix = chat.person(ALIX);
    await alix.say("à étudier");
    assert.match(saidBy(alix), /Situation 2026-001 · avis donné · Cellule entrées · ajournée/);
    await alix.say("ordre du jour entrées");
    assert.match(saidBy(alix), /1\. Situation 2026-001[^]*ajournée/);

    await put(decidedAt("2026-11-24T12:00:00.000Z"));
    const decided = (await place.refresh(ALIX, message, old))["value"] as Json;
    assert.match(said(decided), /Poursuite en PLIE, décidé le/);
    assert.deepEqual(buttonsOf(decided), []);
    await put({ study: 2, reopened: { because: "newInformation", by: DORIAN, at: "2026-11-24T12:30:00.000Z" } });
    for (const seen of [old, decided]) {
      const now = (await place.refresh(ALIX, message, seen))["value"] as Json;
      assert.match(said(now), /0 avis sur/);
      assert.deepEqual(buttonsOf(now), ["Donner mon avis"]);
    }
  });

  it("one that is followed elsewhere can be asked for again, and says the same", async () => {
    await start();
    await put();
    const before = await link(chat, "entree");
    const first = before.message("2026-001");
    const after = chat.channel("19:nouveau@thread.tacv2");
    chat.teams.roster(after.channelId, TEAM_ROSTER);
    await after.say(DORIAN, "relier entrées");
    await drain();
    const moved = (await before.refresh(ALIX, first))["value"] as Json;
    const again = (await before.refresh(ALIX, first, moved))["value"] as Json;
    assert.match(said(again), /Suivie dans un autre canal/);
  });

  it("is asked for by the clients of sixty members at most; whoever answers takes the place of who answered longest ago", async () => {
    const more = Array.from({ length: 70 }, (_, index): Member => ({
      aadObjectId: `6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d9${String(index).padStart(3, "0")}`,
      name: `Membre ${index + 1}`,
      roles: ["referent"],
    }));
    await start([...TEAM, ...more], { plieFile: cellOfEveryone() });
    const roster: RosterPerson[] = [...TEAM, ...more].map(({ aadObjectId, name }) => inRoster(aadObjectId, name));
    const place = await link(chat, "entree", DORIAN, roster);
    await put({ id: "2026-009" });
    await checkRosters(chat.product.services);
    await drain();
    const asked = (): string[] => (place.card("2026-009")["refresh"] as { userIds: string[] }).userIds;
    assert.equal(asked().length, 60);
    const last = more.at(-1)?.aadObjectId ?? "";
    assert.ok(!asked().includes(`29:${last}`));
    assert.match(await place.pressedWords(last, "2026-009", "Donner mon avis"), /vous attend/);
    const now = ((await place.refresh(ALIX, "2026-009"))["value"] as { refresh: { userIds: string[] } }).refresh
      .userIds;
    assert.equal(now.length, 60);
    assert.ok(now.includes(`29:${last}`), "who answers has their place");
    assert.equal(new Set(now).size, 60);
  });

  it("a refresh reads a handful of documents each time, and the client of someone who left the team changes nothing", async () => {
    let counted: ReturnType<typeof countingStore> | undefined;
    const openStore = (): Promise<Store> => {
      counted = countingStore(createMemoryStore({ now: () => clock.now(), disk }));
      return Promise.resolve(counted.store);
    };
    await start(TEAM, { openStore });
    assert.ok(counted !== undefined);
    await put();
    const place = await link(chat, "entree");
    const card = place.card("2026-001");
    for (let time = 0; time < 5; time += 1) {
      counted.from();
      await place.refresh(ALIX, "2026-001", card);
      assert.ok(counted.asked.requests <= 15, `a refresh asked the store ${counted.asked.requests} times`);
      assert.ok(counted.asked.documents <= 10, `a refresh read ${counted.asked.documents} documents`);
    }
    const before = disk.lastVersion;
    const gone = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8f99";
    await place.refresh(gone, "2026-001", card);
    assert.equal(disk.lastVersion, before, "a card that refreshes by itself wrote something");
  });
});
