/** A member whose own Teams is the fake one, while the product runs in a process of its own. */
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { Person, type Chat, type Fill, type Json } from "./chat.ts";
import type { FakeConnector } from "./fake-connector.ts";

/** Of config/team.json. */
export const GASPARD = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";

export class PersonOverHttp {
  readonly #person: Person;

  constructor(
    readonly teams: FakeConnector,
    readonly url: string,
    readonly objectId: string,
  ) {
    this.#person = new Person({ teams } as unknown as Chat, objectId);
  }

  /** Says something, and takes the card that comes in their own chat. */
  async say(text: string, within = 45_000): Promise<string> {
    const before = this.#received.length;
    await this.#deliver(this.#person.activity({ text }));
    for (const last = Date.now() + within; this.#received.length === before; await pause(25))
      assert.ok(Date.now() < last, `nothing was answered to « ${text} »`);
    const newest = this.#received.at(-1);
    this.#person.take(
      this.teams.cardOf(this.#person.conversationId, newest?.activityId ?? "") ?? {},
      newest?.activityId ?? "",
    );
    return this.text;
  }

  /** Presses a button of the card in front of them; what the card that answers says. */
  async press(title: string, fill: Fill = {}): Promise<string> {
    const body = await this.#deliver(this.#person.click(title, fill));
    assert.equal(body["type"], "application/vnd.microsoft.card.adaptive", JSON.stringify(body));
    this.#person.card = body["value"] as Json;
    return this.text;
  }

  get text(): string {
    return this.#person.text.replace(/[\u00A0\u202F]/g, " ");
  }

  get #received() {
    return this.teams.messagesOf(this.#person.conversationId);
  }

  async #deliver(activity: Json): Promise<Json> {
    const response = await fetch(`${this.url}/api/messages`, {
      method: "POST",
      body: JSON.stringify(activity),
      headers: { "content-type": "application/json" },
    });
    assert.equal(response.status, 200);
    const text = await response.text();
    return (text === "" ? {} : JSON.parse(text)) as Json;
  }
}
