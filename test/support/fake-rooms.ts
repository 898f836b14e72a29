/** What the fake Teams keeps: the messages of each conversation as they now stand, and who is in each channel. */
import { cardOfMessage, type Json } from "./card-reading.ts";

/** A message as it appears in Teams. */
export interface Landed {
  /** With the `;messageid=` of its thread, in a channel. */
  readonly conversationId: string;
  readonly activityId: string;
  /** Every content it had, oldest first. */
  readonly contents: Json[];
}

/** One thing that was done in a conversation, in order. */
export interface Happened {
  readonly how: "post" | "update";
  readonly conversationId: string;
  readonly activityId: string;
  readonly body: Json;
  readonly card: Json | undefined;
}

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
}

/** A person of the roster, as Teams names them. */
export const inRoster = (objectId: string, name: string): RosterPerson => ({
  id: `29:${objectId}`,
  name,
  aadObjectId: objectId,
});

export const channelOf = (conversationId: string): string => conversationId.split(";")[0] ?? conversationId;

export class FakeRooms {
  readonly landed: Landed[] = [];
  readonly happened: Happened[] = [];
  readonly #rosters = new Map<string, readonly RosterPerson[]>();

  roster(channelId: string, people: readonly RosterPerson[]): void {
    this.#rosters.set(channelId, people);
  }

  /** A page of the roster; `pageSize` is what was asked, or the smaller one of a test. */
  page(conversationId: string, pageSize: number, from: number): Json {
    const people = this.#rosters.get(channelOf(conversationId)) ?? [];
    const next = from + pageSize;
    return { members: people.slice(from, next), ...(next < people.length ? { continuationToken: String(next) } : {}) };
  }

  everyone(conversationId: string): readonly RosterPerson[] {
    return this.#rosters.get(channelOf(conversationId)) ?? [];
  }

  post(conversationId: string, activityId: string, body: Json): void {
    this.landed.push({ conversationId, activityId, contents: [body] });
    this.#note("post", conversationId, activityId, body);
  }

  update(conversationId: string, activityId: string, body: Json): void {
    this.find(conversationId, activityId)?.contents.push(body);
    this.#note("update", conversationId, activityId, body);
  }

  #note(how: Happened["how"], conversationId: string, activityId: string, body: Json): void {
    this.happened.push({ how, conversationId, activityId, body, card: cardOfMessage(body) });
  }

  find(conversationId: string, activityId: string): Landed | undefined {
    const channel = channelOf(conversationId);
    return this.landed.find((one) => one.activityId === activityId && channelOf(one.conversationId) === channel);
  }

  inConversation(conversationId: string): Landed[] {
    return this.landed.filter((one) => channelOf(one.conversationId) === conversationId);
  }
}
