/** A situation put to a cell whose channel is linked, two chargé·es de projet, and a Teams that fails as it is told. */
import type { Member } from "../../src/domain/people/member.ts";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import type { ReviewPost, SendTrouble } from "../../src/domain/review/records.ts";
import type { Write } from "../../src/ports/store.ts";
import { askAboutUnseen } from "../../src/use-cases/ask-about-unseen.ts";
import { toOwnChat } from "../../src/use-cases/parts/own-chat.ts";
import { editPost, firstPost, readLink } from "../../src/use-cases/parts/post-of.ts";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import type { ChannelPlace } from "../support/channel-place.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, type Chat, type Json } from "../support/chat.ts";
import { cardIn, textOf } from "../support/card-reading.ts";
import type { Fault } from "../support/fake-connector.ts";
import type { Landed } from "../support/fake-rooms.ts";
import { CLEA, link, movableClock, peopleOf, startChat, TEAM } from "./steps.ts";

export const REVIEW = "2026-001";
const CLEA_LEADS: Member = { aadObjectId: CLEA, name: "Cléa Hortensia", roles: ["chargeDeProjet"] };
const SECOND_S = 1 / 86_400;
const actor = { memberId: BASILE, name: "Basile Tilleul", roles: [], playedBy: null, today: "2026-11-24" };

const plain = (card: Json): string => textOf(card).replace(/[\u00A0\u202F\u2060]/g, " ");

export class SendingBench {
  private constructor(
    readonly chat: Chat,
    readonly place: ChannelPlace,
    private readonly clock: ReturnType<typeof movableClock>,
  ) {}

  static async start(): Promise<SendingBench> {
    const clock = movableClock();
    const people = peopleOf([...TEAM, CLEA_LEADS]);
    const chat = await startChat({ disk: emptyDisk(), clock, people, sendDeadlineMs: 700 });
    for (const member of [ALIX, BASILE, DORIAN, EUGENIE, CLEA]) await chat.person(member).say("accueil");
    const bench = new SendingBench(chat, await link(chat, "entree"), clock);
    await bench.#commit([
      { op: "put", doc: aReview() },
      { op: "put", doc: aSnapshot() },
    ]);
    return bench;
  }

  async #commit(writes: readonly Write[]): Promise<string> {
    const committed = await this.chat.product.services.store.commit(writes);
    if (!committed.ok) throw new Error(`not written: ${committed.conflict.kind}`);
    return writes.flatMap((write) => (write.op === "put" && write.doc.kind === "outbox" ? [write.doc.id] : [])).join();
  }

  /** Writes what posts the card of the situation; answers the entry. */
  async post(): Promise<string> {
    const { services } = this.chat.product;
    return this.#commit(firstPost(services, actor, aReview(), await readLink(services, "entree")));
  }

  async edit(): Promise<string> {
    const { services } = this.chat.product;
    return this.#commit(editPost(services, actor, aReview(), await services.store.get("reviewPost", REVIEW)));
  }

  /** A message about the situation, to its référent. */
  async message(): Promise<string> {
    const { services } = this.chat.product;
    const screen = { screen: "review", review: REVIEW, notice: null, at: null };
    const about = { code: "P-2026-0001", review: REVIEW };
    return this.#commit((await toOwnChat(services, BASILE, screen, about)) ?? []);
  }

  fail(...faults: Fault[]): void {
    this.chat.teams.script(...faults);
  }

  /** Sends what is due, and what is to be tried again once its time has come; answers the seconds that it took. */
  async settle(): Promise<number> {
    const { outbox, services } = this.chat.product;
    let waited = 0;
    for (;;) {
      await outbox.drain();
      const { items } = await services.store.list({ kind: "outbox", key: "open", limit: 1 });
      const next = items[0]?.doc;
      if (next === undefined) return Math.round(waited / 1000);
      const wait = Math.max(0, Date.parse(next.notBefore) - services.clock.now().getTime()) + 5;
      waited += wait;
      this.clock.move((wait / 1000) * SECOND_S);
    }
  }

  /** So many minutes later, what nobody has seen is asked about. */
  async later(minutes: number): Promise<void> {
    this.clock.move(minutes * 60 * SECOND_S);
    await askAboutUnseen(this.chat.product.services);
    await this.settle();
  }

  async entry(id: string): Promise<OutboxEntry> {
    const found = await this.chat.product.services.store.get("outbox", id);
    if (found === undefined) throw new Error(`no entry ${id}`);
    return found.doc;
  }

  async card(): Promise<ReviewPost | undefined> {
    return (await this.chat.product.services.store.get("reviewPost", REVIEW))?.doc;
  }

  async trouble(id: string): Promise<SendTrouble | undefined> {
    return (await this.chat.product.services.store.get("sendTrouble", id))?.doc;
  }

  /** The messages of the channel that show the situation. */
  inChannel(): readonly Landed[] {
    return this.chat.teams
      .messagesOf(this.place.channelId)
      .filter(({ contents }) => contents.some((body) => plain(cardIn(body)).includes(`Situation ${REVIEW}`)));
  }

  /** What the messages of somebody's own chat say now, oldest first. */
  inChatOf(member: string): readonly string[] {
    return this.chat.teams.messagesOf(`a:${member}`).map(({ contents }) => plain(cardIn(contents.at(-1) ?? {})));
  }

  /** Nothing but the channel, and what leads read, is looked at again. */
  async stop(): Promise<void> {
    await this.chat.stop();
  }
}
