/** A Teams that holds to its limits to the letter, and remembers what it took, when. */
import { setTimeout as wait } from "node:timers/promises";
import { laneOf, type OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import type { Limits, Window } from "../../src/outbox/limits.ts";
import type { Delivered, Messenger } from "../../src/ports/messenger.ts";

export interface Taken {
  readonly entry: OutboxEntry;
  readonly by: string;
  readonly began: number;
  readonly arrived: number;
  readonly ended: number;
}

const isOver = (arrivals: readonly number[], { count, ms }: Window, now: number): boolean =>
  now - (arrivals.at(-count) ?? -Infinity) < ms;

export class StrictTeams {
  readonly taken: Taken[] = [];
  /** What was refused because it came too fast. */
  readonly refused: OutboxEntry[] = [];
  readonly #limits: Limits;
  readonly #lastsMs: number;
  readonly #arrivals = new Map<string, number[]>();
  readonly #all: number[] = [];

  constructor(limits: Limits, lastsMs = 4) {
    this.#limits = limits;
    this.#lastsMs = lastsMs;
  }

  /** The way to it for one instance. */
  messenger(by: string, before: (entry: OutboxEntry) => Promise<void> = () => Promise.resolve()): Messenger {
    return {
      deliver: async (entry, mayLeave): Promise<Delivered> => {
        await mayLeave();
        const began = performance.now();
        await before(entry);
        await wait(Math.random() * this.#lastsMs);
        const arrived = performance.now();
        const taken = this.#take(laneOf(entry.conversationId), arrived);
        await wait(Math.random() * this.#lastsMs);
        if (!taken) {
          this.refused.push(entry);
          return { kind: "later", retryAfterMs: null };
        }
        this.taken.push({ entry, by, began, arrived, ended: performance.now() });
        return { kind: "sent", activityId: `activity-${this.taken.length}` };
      },
    };
  }

  #take(lane: string, now: number): boolean {
    const { conversation, tenant } = this.#limits;
    const there = this.#arrivals.get(lane) ?? [];
    if (isOver(this.#all, tenant, now) || conversation.some((window) => isOver(there, window, now))) return false;
    this.#arrivals.set(lane, [...there, now]);
    this.#all.push(now);
    return true;
  }

  /** What came in one conversation, in the order it came. */
  in(conversationId: string): readonly Taken[] {
    return this.taken
      .filter(({ entry }) => entry.conversationId === conversationId)
      .sort((one, other) => one.arrived - other.arrived);
  }
}
