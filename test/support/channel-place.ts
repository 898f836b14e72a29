/** A channel of the fake Teams: people who mention the bot, press the card that everyone sees, and let it refresh. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { cardIn, checkAnswer, pressOf, textOf, wordsOf, type Fill, type Json } from "./card-reading.ts";
import type { Chat } from "./chat.ts";
import type { Landed } from "./fake-rooms.ts";

export const TEAM_ID = "19:plie-dijon-metropole@thread.tacv2";
export const TENANT_OF_CHAT = "3d9c5e70-8f21-4a6b-b1d4-5c0a9e7f2b10";
/** The channels of config/plie.json. */
export const CHANNELS = {
  entree: "19:cellule-entrees@thread.tacv2",
  sortie: "19:cellule-sorties@thread.tacv2",
  gta: "19:gta@thread.tacv2",
} as const;

const BOT = { id: "28:repere", name: "Repère" };

/** A message of the channel, or the number of the review whose card it is. */
type Pointed = Landed | string;

export class ChannelPlace {
  constructor(
    readonly chat: Chat,
    readonly channelId: string,
  ) {}

  /** What somebody sends from the channel. */
  activity(objectId: string, changes: Json = {}): Json {
    return {
      ...{ type: "message", id: randomUUID(), channelId: "msteams", serviceUrl: this.chat.teams.serviceUrl },
      from: { id: `29:${objectId}`, aadObjectId: objectId },
      recipient: BOT,
      conversation: { ...this.#kind, id: this.channelId },
      channelData: {
        team: { id: TEAM_ID },
        channel: { id: this.channelId },
        tenant: { id: TENANT_OF_CHAT },
      },
      ...changes,
    };
  }

  get #kind(): Json {
    return { conversationType: "channel", isGroup: true, tenantId: TENANT_OF_CHAT };
  }

  /** Mentions the bot, at the root or in a thread (`19:…;messageid=…`); answers the card that came in the channel, undefined when none did. */
  async say(objectId: string, text: string, { thread }: { thread?: string } = {}): Promise<Json | undefined> {
    const before = this.chat.teams.inChannel(this.channelId).length;
    const id = String(Date.now()) + String(Math.floor(Math.random() * 1000));
    const mention = { type: "mention", mentioned: BOT, text: "<at>Repère</at>" };
    const { status } = await this.chat.deliver(
      this.activity(objectId, {
        id,
        conversation: { ...this.#kind, id: thread ?? `${this.channelId};messageid=${id}` },
        text: `<at>Repère</at> ${text}`,
        entities: [mention],
      }),
    );
    assert.equal(status, 200);
    await this.chat.product.outbox.drain();
    const posts = this.chat.teams.inChannel(this.channelId).slice(before);
    return posts.filter(({ how }) => how === "post").at(-1)?.card;
  }

  /** The message that carries the card of a review: the newest, where it was posted again. */
  message(review: string): Landed {
    const shows = (one: Landed): boolean => one.contents.some((body) => this.#says(body, `Situation ${review}`));
    const found = this.chat.teams.messagesOf(this.channelId).filter(shows).at(-1);
    assert.ok(found !== undefined, `no card of the situation ${review} in the channel`);
    return found;
  }

  #says(body: Json, words: string): boolean {
    return (
      body["attachments"] !== undefined &&
      textOf(cardIn(body))
        .replace(/[\u00A0\u202F]/g, " ")
        .includes(words)
    );
  }

  /** The card of a review as the channel shows it now. */
  card(review: string): Json {
    return cardIn(this.message(review).contents.at(-1) ?? {});
  }

  /** What a press sends: the card as it stands, or `as` somebody still sees it. */
  click(objectId: string, on: Pointed, title: string, fill: Fill = {}, as?: Json): Json {
    const message = this.#pointed(on);
    return this.#invoke(objectId, message, pressOf(as ?? cardIn(message.contents.at(-1) ?? {}), title, fill));
  }

  /** Presses a button of a card of the channel; the whole answer, checked: a card or a few words. */
  async press(objectId: string, on: Pointed, title: string, fill: Fill = {}): Promise<Json> {
    return this.#answered(this.click(objectId, on, title, fill));
  }

  /** The same, and the words of its answer. */
  async pressedWords(objectId: string, on: Pointed, title: string): Promise<string> {
    return wordsOf(await this.press(objectId, on, title));
  }

  /** What the client of somebody in `refresh.userIds` asks by itself; the whole answer, checked. `as`: an older card that it still shows. */
  async refresh(objectId: string, on: Pointed, as?: Json): Promise<Json> {
    const message = this.#pointed(on);
    const card = as ?? cardIn(message.contents.at(-1) ?? {});
    const { action } = (card["refresh"] ?? {}) as { action?: Json };
    assert.ok(action !== undefined, "the card of the channel does not refresh");
    return this.#answered(this.#invoke(objectId, message, { action, trigger: "automatic" }));
  }

  /** The channel is deleted, as Teams tells it. */
  deleted(): Promise<void> {
    const channel = { id: this.channelId };
    return this.#told({ channel, eventType: "channelDeleted" });
  }

  /** The bot is removed from the team: Teams tells it twice, in two ways. */
  async botRemoved(by: string): Promise<void> {
    await this.#told({ eventType: "teamMemberRemoved" }, { membersRemoved: [BOT] });
    await this.#deliver(this.activity(by, { type: "installationUpdate", action: "remove" }));
  }

  /** What Teams says of the team itself, not of somebody in a channel. */
  async #told(channelData: Json, changes: Json = {}): Promise<void> {
    const whole = { team: { id: TEAM_ID }, tenant: { id: TENANT_OF_CHAT }, ...channelData };
    const conversation = { ...this.#kind, id: TEAM_ID };
    const from = { id: "29:teams" };
    await this.#deliver(
      this.activity("", { type: "conversationUpdate", from, conversation, channelData: whole, ...changes }),
    );
  }

  async #deliver(activity: Json): Promise<void> {
    const { status } = await this.chat.deliver(activity);
    assert.equal(status, 200);
    await this.chat.product.outbox.drain();
  }

  #pointed(on: Pointed): Landed {
    return typeof on === "string" ? this.message(on) : on;
  }

  #invoke(objectId: string, { conversationId, activityId }: Landed, value: Json): Json {
    const conversation = { ...this.#kind, id: conversationId };
    const changes = { type: "invoke", name: "adaptiveCard/action", replyToId: activityId, conversation, value };
    return this.activity(objectId, changes);
  }

  async #answered(invoke: Json): Promise<Json> {
    const { status, body } = await this.chat.deliver(invoke);
    assert.equal(status, 200);
    checkAnswer(body);
    await this.chat.product.outbox.drain();
    return body;
  }
}
