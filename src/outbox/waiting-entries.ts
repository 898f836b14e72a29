/** Looks for conversations that have something waiting, some entries at a time, over and over. */
import { laneOf } from "../domain/records/bookkeeping.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { KnownLanes } from "./known-lanes.ts";

const PAGE = 200;
const PAGES = 5;
/** Between two looks, while there is enough to do. */
const LOOK_MS = 1_000;

export class WaitingEntries {
  readonly #services: Services;
  readonly #lanes: KnownLanes;
  #cursor: string | undefined;
  #looking: Promise<void> | undefined;
  #lookedAt = 0;
  /** Rounds over everything that is open: how many were asked for, began, were done. */
  #asked = 0;
  #began = 0;
  #done = 0;

  constructor(services: Services, lanes: KnownLanes) {
    this.#services = services;
    this.#lanes = lanes;
  }

  /** A round that begins from now on, so that it finds what was just written; tells its number. */
  ask(): number {
    this.#asked = Math.max(this.#asked, this.#began + 1);
    return this.#began + 1;
  }

  isDone(round: number): boolean {
    return this.#done >= round;
  }

  /** When to look next; Infinity: under way, or nothing was asked. */
  lookAt(idle: boolean): number {
    if (this.#looking !== undefined || this.#asked === this.#done || !this.#lanes.low) return Infinity;
    return idle ? 0 : this.#lookedAt + LOOK_MS;
  }

  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<void> {
    if (this.#began === this.#done) this.#began += 1;
    this.#lanes.makeRoom(this.#now());
    for (let page = 0; page < PAGES && !this.#lanes.full; page += 1) {
      await this.#nextPage();
      if (this.#cursor !== undefined) continue;
      this.#done = this.#began;
      break;
    }
    this.#lookedAt = this.#now();
  }

  async #nextPage(): Promise<void> {
    const from = this.#cursor === undefined ? {} : { cursor: this.#cursor };
    const { items, cursor } = await this.#services.store.list({ kind: "outbox", key: "open", limit: PAGE, ...from });
    const now = this.#now();
    for (const { doc } of items) {
      const { id, conversationId, notBefore } = doc;
      this.#lanes.note(laneOf(conversationId), id, Date.parse(notBefore), now);
    }
    this.#cursor = cursor;
  }

  #now(): number {
    return this.#services.clock.now().getTime();
  }
}
