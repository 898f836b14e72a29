/** One person's Teams: what got no answer is sent again as it was, as Teams does; sometimes twice, sometimes under a new id. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { answerSentences } from "../../src/wording/help.ts";
import { cardIn, nodesOf, Person, textOf, type Chat, type Fill, type Json } from "../support/chat.ts";
import { ChannelPlace } from "../support/channel-place.ts";
import type { Landed } from "../support/fake-rooms.ts";
import type { FakeConnector } from "../support/fake-connector.ts";
import type { Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";

/** `answered`: the person saw what came of it. `anew`: it was not the very click that this message had last. */
export interface Pressed {
  readonly answered: boolean;
  readonly anew: boolean;
}

export interface Surroundings {
  readonly teams: FakeConnector;
  readonly url: string;
  readonly over: () => boolean;
  /** Others change what this person reads: the same press, read again, may answer something newer. */
  readonly shared?: boolean;
  readonly onAnswer?: () => void;
}

type Delivery = { readonly status: number; readonly body: Json } | undefined;

export class Client {
  readonly #person: Person;
  /** The last command of a message: the same again, at once, is the same click. */
  readonly #lastCommand = new Map<string, string>();

  constructor(
    readonly around: Surroundings,
    readonly objectId: string,
    readonly random: Random,
    readonly ledger: Ledger,
  ) {
    this.#person = new Person({ teams: around.teams } as unknown as Chat, objectId);
  }

  get text(): string {
    return textOf(this.#person.card);
  }

  /** The inputs of the card in front of them. */
  get inputs(): readonly Json[] {
    return nodesOf(this.#person.card).filter((node) => String(node["type"]).startsWith("Input."));
  }

  action(verb: string): Json | undefined {
    return nodesOf(this.#person.card).find((node) => node["type"] === "Action.Execute" && node["verb"] === verb);
  }

  get verbs(): readonly string[] {
    return nodesOf(this.#person.card).flatMap((node) =>
      node["type"] === "Action.Execute" ? [String(node["verb"])] : [],
    );
  }

  /** Says something until a card answers it; false when the time is over. */
  async say(text: string): Promise<boolean> {
    while (!this.around.over()) {
      const activity = this.#person.activity({ text });
      this.ledger.said += 1;
      const before = this.#posts().length;
      const delivered = await this.#deliver(activity, Infinity);
      for (let tries = 0; delivered !== undefined && tries < 30 && !this.around.over(); tries += 1) {
        const posted = this.#posts().slice(before).at(-1);
        const id = posted === undefined ? undefined : this.around.teams.idOf(posted);
        if (posted !== undefined && id !== undefined) {
          this.#person.take(cardIn(posted.body), id);
          return true;
        }
        await wait(50);
      }
    }
    return false;
  }

  /** Presses the button of a verb. `command`: it changes the record, so that the same again at once is no second command. */
  async press(verb: string, command: boolean, fill: Fill = {}): Promise<Pressed> {
    const title = String(this.action(verb)?.["title"]);
    const click = this.#person.click(title, fill);
    const { data } = ((click["value"] as Json)["action"] ?? {}) as { data?: unknown };
    const said = JSON.stringify([verb, data]);
    const anew = this.#lastCommand.get(this.#person.messageId) !== said;
    if (command) this.#lastCommand.set(this.#person.messageId, said);
    const givesUp = this.random.chance(0.15);
    const together = this.random.chance(0.15);
    const [answer, other] = await Promise.all([
      this.#pressed(click, givesUp),
      together ? this.#pressed(click, givesUp) : undefined,
    ]);
    if (together) this.ledger.redelivered += 1;
    const seen = answer ?? other;
    if (seen === undefined) {
      this.ledger.unanswered += 1;
      return { answered: false, anew };
    }
    if (answer !== undefined && other !== undefined) this.#alike(verb, answer, other);
    if (this.random.chance(0.1)) {
      this.ledger.clickedAgain += 1;
      const again = await this.#pressed({ ...click, id: randomUUID() }, true);
      if (again !== undefined) this.#alike(verb, seen, again);
    }
    this.#person.card = seen;
    return { answered: true, anew };
  }

  get card(): Json {
    return this.#person.card;
  }

  /** Goes back to a card that they still have. */
  hold(card: Json): void {
    this.#person.card = card;
  }

  /** Takes the newest card that came in their own chat, when it is another than the one they last took. */
  receive(): boolean {
    const newest = this.around.teams.messagesOf(this.#person.conversationId).at(-1);
    if (newest === undefined || newest.activityId === this.#person.messageId) return false;
    this.#person.take(cardIn(newest.contents.at(-1) ?? {}), newest.activityId);
    return true;
  }

  /** Presses a button of a card of a channel as it now stands, or lets it refresh; what was answered, undefined when nobody knows. */
  async inChannel(channelId: string, message: Landed, verb: string): Promise<Json | undefined> {
    const place = new ChannelPlace({ teams: this.around.teams } as unknown as Chat, channelId);
    const card = cardIn(message.contents.at(-1) ?? {});
    const action = nodesOf(card).find((node) => node["type"] === "Action.Execute" && node["verb"] === verb);
    if (action === undefined) return undefined;
    const { activityId: replyToId, conversationId: id } = message;
    const conversation = { id, conversationType: "channel", isGroup: true };
    const value = { action, trigger: verb === "review.refresh" ? "automatic" : "manual" };
    const changes = { type: "invoke", name: "adaptiveCard/action", replyToId, conversation, value };
    const delivered = await this.#deliver(
      place.activity(this.objectId, changes),
      this.random.chance(0.15) ? 0 : Infinity,
    );
    return delivered?.body;
  }

  #alike(verb: string, one: Json, other: Json): void {
    if (this.around.shared !== true && !isDeepStrictEqual(one, other))
      this.ledger.complaints.push(
        `${verb}, sent twice, got two answers:\n${textOf(one).slice(0, 400)}\n— and —\n${textOf(other).slice(0, 400)}`,
      );
  }

  /** The card that answers a click, sent again until there is one; undefined when the person gave up or the time is over. */
  async #pressed(click: Json, givesUp: boolean): Promise<Json | undefined> {
    let activity = click;
    while (!this.around.over()) {
      const delivered = await this.#deliver(activity, givesUp ? 0 : Infinity);
      if (delivered === undefined) return undefined;
      const { value, type } = delivered.body;
      const card = type === "application/vnd.microsoft.card.adaptive" ? (value as Json) : undefined;
      if (card !== undefined && !textOf(card).includes(answerSentences.retry.title)) return card;
      // The product said that nothing was kept: the person presses again.
      activity = { ...click, id: randomUUID() };
      await wait(50);
    }
    return undefined;
  }

  async #deliver(activity: Json, failures: number): Promise<Delivery> {
    for (let failed = 0; !this.around.over(); failed += 1) {
      try {
        const response = await fetch(`${this.around.url}/api/messages`, {
          method: "POST",
          body: JSON.stringify(activity),
          headers: { "content-type": "application/json" },
          signal: AbortSignal.timeout(15_000),
        });
        const text = await response.text();
        if (response.status === 200) this.around.onAnswer?.();
        if (response.status === 200) return { status: 200, body: (text === "" ? {} : JSON.parse(text)) as Json };
      } catch {
        if (failed >= failures) return undefined;
      }
      await wait(60);
    }
    return undefined;
  }

  #posts() {
    return this.around.teams.received.filter(
      ({ method, path }) => method === "POST" && path.includes(this.#person.conversationId),
    );
  }
}
