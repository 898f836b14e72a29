/** In the channel of a cell: words with a mention, and the card that everyone sees. Forms wait in each one's own chat. */
import assert from "node:assert/strict";
import type { Review } from "../../src/domain/review/records.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { CHANNELS, type ChannelPlace } from "../support/channel-place.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import {
  ALIX,
  BASILE,
  DORIAN,
  EUGENIE,
  FANTINE,
  STRANGER,
  buttonsOf,
  textOf,
  type Chat,
  type Json,
} from "../support/chat.ts";
import { acts, link, movableClock, peopleOf, startChat, stored, TEAM, TEAM_ROSTER } from "./steps.ts";

const said = (card: Json | undefined): string =>
  card === undefined
    ? ""
    : textOf(card)
        .replace(/[\u00A0\u202F]/g, " ")
        .replace(/[\u2060\\]/g, "");

describe("In the channel of a cell", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let chat: Chat;
  let place: ChannelPlace;

  const put = async (changes: Partial<Review> = {}): Promise<void> => {
    const review = aReview(changes);
    const written = await chat.product.services.store.commit([
      { op: "put", doc: review },
      { op: "put", doc: aSnapshot({ review: review.id, cell: review.cell }) },
    ]);
    assert.ok(written.ok);
  };
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, clock: movableClock(), people: peopleOf(TEAM) });
  });
  afterEach(() => chat.stop());

  const linked = async (...reviews: Partial<Review>[]): Promise<void> => {
    for (const review of reviews) await put(review);
    place = await link(chat, "entree");
    await chat.product.outbox.drain();
  };
  const waitsIn = (objectId: string): number => chat.teams.messagesOf(`a:${objectId}`).length;

  describe("with a mention of Repère", () => {
    it("« à étudier » lists what waits: label, state, deadline, how many opinions; no name", async () => {
      await linked({}, { id: "2026-002", state: "underReview", givers: [ALIX, DORIAN], dueOn: null });
      const card = await place.say(ALIX, "À étudier");
      assert.match(said(card), /Cellule entrées : à étudier\n2 situations attendent une étude/);
      assert.match(said(card), /Situation 2026-001\nÀ étudier, décision avant le 24 mars 2027, 0 avis/);
      assert.match(said(card), /Situation 2026-002\nÀ l'étude, 2 avis/);
      assert.deepEqual(buttonsOf(card ?? {}), []);
    });

    it("« ordre du jour » gives the order, the minutes, who presents, and what was decided in the short circuit", async () => {
      const decided = { outcome: "stay", to: null, departs: null, concordant: true, on: "2026-11-26" } as const;
      await linked(
        {},
        {
          id: "2026-002",
          ...{ track: "short", state: "decided", dueOn: null },
          decided: { ...decided, by: DORIAN, at: "2026-11-26T09:00:00.000Z" },
        },
      );
      const card = said(await place.say(ALIX, "ordre du jour"));
      assert.match(card, /Cellule entrées : ordre du jour du 8 décembre 2026\n1 situation, 12 minutes pour chacune/);
      assert.match(
        card,
        /1\. Situation 2026-001\n12 minutes, présentée par Basile Tilleul, décision avant le 24 mars 2027/,
      );
      assert.match(card, /Situation 2026-002\nDécidée en circuit court : poursuite en PLIE, le 26 novembre 2026/);
    });

    it("anything else is answered by what can be written here, in the thread where it was written", async () => {
      await linked();
      const thread = `${CHANNELS.entree};messageid=1700000000000`;
      const card = said(await place.say(ALIX, "participants Benali", { thread }));
      assert.match(card, /Ce canal est celui de la cellule entrées/);
      assert.match(card, /On n'écrit ici rien qui permette de reconnaître une personne/);
      assert.equal(chat.teams.inChannel(CHANNELS.entree).at(-1)?.conversationId, thread);
    });

    it("an unlinked channel says how to link it", async () => {
      const other = chat.channel("19:un-autre@thread.tacv2");
      assert.match(said(await other.say(ALIX, "à étudier")), /n'est relié à aucune cellule[\s\S]*relier entrées/);
    });

    it("a channel of two cells says both", async () => {
      await linked({});
      await put({ id: "2026-009", cell: "sortie" });
      await place.say(DORIAN, "relier sorties");
      const card = said(await place.say(ALIX, "à étudier"));
      assert.match(card, /Cellule entrées et Cellule sorties : à étudier/);
      assert.match(card, /Situation 2026-009\nÀ étudier, Cellule sorties/);
    });

    it("a stranger is told whom to ask, and nothing else", async () => {
      await linked({});
      const card = said(await place.say(STRANGER, "à étudier"));
      assert.match(card, /Repère est réservé à l'équipe/);
      assert.doesNotMatch(card, /2026-001/);
    });

    it("never says whose part is played in local mode", async () => {
      await linked({});
      await chat.person(ALIX).say("je suis Dorian Bouleau");
      await place.press(ALIX, "2026-001", "Donner mon avis");
      for (const words of ["à étudier", "relier gta", "ordre du jour", "aide"]) await place.say(ALIX, words);
      assert.doesNotMatch(JSON.stringify(chat.teams.inChannel(CHANNELS.entree)), /Vous jouez|Bouleau|Lavande/);
    });
  });

  describe("the card that everyone sees", () => {
    it("carries its key, and lists from the first post the ids of everyone of the cell", async () => {
      await linked({});
      const { refresh } = place.card("2026-001") as { refresh: { action: { data: Json }; userIds: string[] } };
      const [post] = stored(disk, "reviewPost");
      assert.equal(refresh.action.data["card"], post?.["key"]);
      assert.deepEqual([...refresh.userIds].sort(), [ALIX, BASILE, DORIAN, EUGENIE].map((id) => `29:${id}`).sort());
    });

    it("Donner mon avis sends the form to the member's own chat, and says so", async () => {
      await linked({});
      await chat.person(ALIX).say("accueil");
      const before = waitsIn(ALIX);
      const edits = chat.teams.inChannel(CHANNELS.entree).length;
      const words = await place.pressedWords(ALIX, "2026-001", "Donner mon avis");
      assert.equal(words, "La carte d'avis vous attend dans votre conversation avec Repère.");
      await chat.product.outbox.drain();
      assert.equal(waitsIn(ALIX), before + 1);
      const form = stored(disk, "outbox").find((entry) => (entry["screen"] as Json)["screen"] === "opinion");
      assert.deepEqual(
        [form?.["memberId"], form?.["conversationId"], form?.["review"]],
        [ALIX, `a:${ALIX}`, "2026-001"],
      );
      assert.equal(chat.teams.inChannel(CHANNELS.entree).length, edits, "nothing replaces the card of the others");
      assert.ok(acts(disk, `member.${ALIX}`).includes("opinion.ask"));
    });

    it("the same delivery twice sends one form; pressing again later sends another", async () => {
      await linked({});
      await chat.person(ALIX).say("accueil");
      const click = place.click(ALIX, "2026-001", "Donner mon avis");
      await Promise.all([chat.deliver(click), chat.deliver(click)]);
      await chat.product.outbox.drain();
      const once = waitsIn(ALIX);
      await place.press(ALIX, "2026-001", "Donner mon avis");
      await chat.product.outbox.drain();
      assert.equal(once, 2);
      assert.equal(waitsIn(ALIX), 3);
    });

    it("opens the member's own chat when it was never opened", async () => {
      await linked({});
      assert.equal(
        stored(disk, "conversation").some((doc) => doc["memberId"] === EUGENIE),
        false,
      );
      const words = await place.pressedWords(EUGENIE, "2026-001", "Donner mon avis");
      // Whoever does not sit in a cell may not; the entry cell of the PLIE's file holds the coordinatrice.
      assert.match(words, /vous attend/);
      await chat.product.outbox.drain();
      assert.equal(waitsIn(EUGENIE), 1);
    });

    it("says how to install the application where the chat cannot be opened", async () => {
      await linked({});
      const creates = (path: string, body: Json): boolean => path === "/v3/conversations" && body["isGroup"] === false;
      chat.teams.refuse(({ path, body }) => creates(path, body), {
        kind: "status",
        status: 403,
        code: "BotNotInConversationRoster",
      });
      const words = await place.pressedWords(ALIX, "2026-001", "Donner mon avis");
      assert.match(words, /conversation avec Repère n'est pas ouverte.*« Applications », cherchez « Repère »/);
    });

    it("says in a few words why somebody may not, and shows them nothing more", async () => {
      await linked({});
      const words = (who: string) => place.pressedWords(who, "2026-001", "Donner mon avis");
      assert.match(await words(BASILE), /C'est une situation que vous accompagnez/);
      assert.match(await words(FANTINE), /Situation introuvable/);
      assert.match(await words(STRANGER), /Je ne vous connais pas encore/);
      assert.equal(waitsIn(BASILE) + waitsIn(FANTINE), 0);
    });

    it("answers each one what their part allows, and nothing but words", async () => {
      const revealed = { by: DORIAN, at: "2026-11-24T14:00:00.000Z" };
      const quorum: Partial<Review> = { state: "underReview", givers: [ALIX, DORIAN, EUGENIE] };
      await linked({ ...quorum, givers: [ALIX] }, { ...quorum, id: "2026-002", revealed });
      /** May · it is their own case · nobody's role · no such situation · not of the team. */
      const words = {
        "+": /vous attend|Le quorum n'est pas atteint/,
        o: /C'est une situation que vous accompagnez/,
        r: /Votre rôle ne permet pas cela/,
        n: /Situation introuvable/,
        s: /Je ne vous connais pas encore/,
      } as const;
      // The case's référent · another référent · chargé de projet · coordinatrice · assistante · stranger.
      const actors = [BASILE, ALIX, DORIAN, EUGENIE, FANTINE, STRANGER];
      const rows = [
        ["2026-001", "Donner mon avis", "o+++ns"],
        ["2026-001", "Révéler les avis", "rr++ns"],
        ["2026-002", "Enregistrer la décision", "rr++ns"],
      ] as const;
      for (const [review, button, row] of rows)
        for (const [index, actor] of actors.entries())
          assert.match(
            await place.pressedWords(actor, review, button),
            words[row[index] as keyof typeof words],
            `${button} by ${actor}`,
          );
    });

    it("Révéler les avis below the quorum says so; once it is reached, everyone's card shows the counts", async () => {
      await linked({ state: "underReview", givers: [ALIX, DORIAN] });
      assert.match(await place.pressedWords(DORIAN, "2026-001", "Révéler les avis"), /Le quorum n'est pas atteint/);
      assert.match(await place.pressedWords(ALIX, "2026-001", "Révéler les avis"), /Votre rôle ne permet pas cela/);
      await put({ state: "underReview", givers: [ALIX, DORIAN, EUGENIE] });
      const answer = await place.press(DORIAN, "2026-001", "Révéler les avis");
      assert.match(said(answer["value"] as Json), /Avis révélés · 3 avis sur/);
      await chat.product.outbox.drain();
      assert.match(said(place.card("2026-001")), /Avis révélés/);
      assert.ok(!buttonsOf(place.card("2026-001")).includes("Donner mon avis"));
    });

    it("Enregistrer la décision sends the form to whoever decides, in their own chat", async () => {
      await linked({
        ...{ state: "underReview", givers: [ALIX, DORIAN, EUGENIE] },
        revealed: { by: DORIAN, at: "2026-11-24T14:00:00.000Z" },
      });
      assert.match(
        await place.pressedWords(DORIAN, "2026-001", "Enregistrer la décision"),
        /carte de décision vous attend/,
      );
      assert.match(
        await place.pressedWords(ALIX, "2026-001", "Enregistrer la décision"),
        /Votre rôle ne permet pas cela/,
      );
    });

    it("a refresh reads and writes nothing, whoever asks, and follows what changed", async () => {
      await linked({});
      const first = place.card("2026-001");
      await put({ state: "underReview", givers: [ALIX] });
      const before = disk.lastVersion;
      const answer = await place.refresh(FANTINE, "2026-001", first);
      assert.match(said(answer["value"] as Json), /1 avis sur/);
      assert.equal(disk.lastVersion, before, "a refresh wrote something");
    });

    it("a refresh from elsewhere than its channel shows nothing of the situation", async () => {
      await linked({});
      const message = place.message("2026-001");
      const foreign = chat.channel("19:ailleurs@thread.tacv2");
      const moved = { ...message, conversationId: "19:ailleurs@thread.tacv2;messageid=1" };
      const answer = await foreign.refresh(ALIX, moved);
      assert.doesNotMatch(said(answer["value"] as Json), /accompagnement|Dijon/);
    });

    it("a refresh never fails: what cannot be read leaves a card that can be asked for again", async () => {
      await linked({});
      const card = place.card("2026-001");
      disk.documents.delete("review:2026-001");
      for (const key of [...disk.documents.keys()])
        if (key.includes("2026-001") && key.startsWith("review")) disk.documents.delete(key);
      const answer = await place.refresh(ALIX, place.message("2026-001"), card);
      assert.match(said(answer["value"] as Json), /Actualisez-la dans quelques instants/);
      assert.ok((answer["value"] as Json)["refresh"] !== undefined);
    });

    it("members who leave the team are counted no more, and their clients are not asked", async () => {
      await chat.stop();
      const members = [...TEAM];
      chat = await startChat({
        ...{ disk, clock: movableClock() },
        people: {
          members: () => members,
          byObjectId: (id) => members.find(({ aadObjectId }) => aadObjectId === id),
        },
      });
      await linked({});
      assert.match(said(place.card("2026-001")), /0 avis sur 3/);
      members.splice(
        members.findIndex(({ aadObjectId }) => aadObjectId === ALIX),
        1,
      );
      const answer = (await place.refresh(DORIAN, "2026-001"))["value"] as Json;
      assert.match(said(answer), /0 avis sur 2/);
      const { userIds } = answer["refresh"] as { userIds: string[] };
      assert.ok(!userIds.includes(`29:${ALIX}`));
    });

    it("other buttons, forged there, do nothing", async () => {
      await linked({});
      chat.teams.roster(CHANNELS.entree, TEAM_ROSTER);
      const value = { action: { type: "Action.Execute", verb: "sheet.open", data: { code: "P-2026-0001" } } };
      const before = disk.lastVersion;
      const { body } = await chat.deliver(
        place.activity(BASILE, { type: "invoke", name: "adaptiveCard/action", replyToId: "x", value }),
      );
      assert.match(String(body["value"]), /conversation avec Repère, pas dans un canal/);
      assert.equal(disk.lastVersion, before);
    });
  });
});
