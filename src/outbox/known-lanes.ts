/** The conversations that an instance knows to have something waiting, and which of them has its turn. */

interface Known {
  /** Not before, in milliseconds. */
  at: number;
  /** Its last turn, or since when it waits for its first one. */
  since: number;
  /** Someone waits for what is said there. */
  asked: boolean;
  busy: boolean;
  /** Something was written there during its turn. */
  again: boolean;
  /** How many times in a row it was found to be served by another instance. */
  elsewhere: number;
  readonly seen: string | null;
}

/** More are found as these are served. */
const MOST = 2_000;
/** What waits longer than that gives its place up where there is none left: it is found again. */
const FAR_MS = 5_000;
const FIRST_BACK_MS = 40;
const LONGEST_BACK_MS = 2_000;
/** A conversation that another instance is expected to serve is served here when it waits longer. */
const OURS_AFTER_MS = 20_000;

export class KnownLanes {
  readonly #lanes = new Map<string, Known>();
  readonly #busy = new Set<string>();

  get full(): boolean {
    return this.#lanes.size >= MOST;
  }

  get low(): boolean {
    return this.#lanes.size < MOST / 2;
  }

  get busy(): number {
    return this.#busy.size;
  }

  makeRoom(now: number): void {
    if (this.full)
      for (const [lane, { busy, at }] of this.#lanes) if (!busy && at > now + FAR_MS) this.#lanes.delete(lane);
  }

  /** Something was found to wait in `lane`, not before `at`. */
  note(lane: string, seen: string, at: number, now: number): void {
    const known = this.#lanes.get(lane);
    if (known === undefined) this.#lanes.set(lane, { ...fresh(at, now), seen });
    else if (!known.busy && known.elsewhere === 0) known.at = Math.min(known.at, at);
  }

  /** Someone waits for what was just written for `lane`. */
  ask(lane: string, now: number): void {
    const known = this.#lanes.get(lane) ?? fresh(now, now);
    this.#lanes.set(lane, known);
    known.asked = true;
    if (known.busy) known.again = true;
    else known.at = Math.min(known.at, now);
  }

  /** True while something can be done, or is being done: in `lane`, or anywhere. */
  works(now: number, lane?: string): boolean {
    const known = lane === undefined ? [...this.#lanes.values()] : [this.#lanes.get(lane) ?? fresh(Infinity, now)];
    return known.some(({ busy, at }) => busy || at <= now);
  }

  /** First where someone waits, then those that this instance is to serve, each in turn. */
  next(now: number, isOurs: (lane: string) => boolean): string | undefined {
    let best: readonly [string, number, number] | undefined;
    for (const [lane, known] of this.#lanes) {
      if (known.busy || known.at > now) continue;
      const ours = known.asked ? 0 : isOurs(lane) || known.since + OURS_AFTER_MS < now ? 1 : 2;
      if (best === undefined || ours < best[1] || (ours === best[1] && known.since < best[2]))
        best = [lane, ours, known.since];
    }
    return best?.[0];
  }

  /** When the next one that is not due yet is. */
  nextAt(now: number): number {
    let soonest = Infinity;
    for (const { busy, at } of this.#lanes.values()) if (!busy && at > now) soonest = Math.min(soonest, at);
    return soonest;
  }

  /** Its turn begins; tells what was found there. */
  begin(lane: string): string | null {
    const known = this.#lanes.get(lane);
    if (known === undefined) return null;
    known.busy = true;
    known.again = false;
    this.#busy.add(lane);
    return known.seen;
  }

  /** Its turn ends: the next one is at `at`; null where nothing waits there. */
  end(lane: string, at: number | "elsewhere" | null, now: number): void {
    this.#busy.delete(lane);
    const known = this.#lanes.get(lane);
    if (known === undefined) return;
    known.busy = false;
    known.since = now;
    if (at === null && !known.again) return void this.#lanes.delete(lane);
    known.elsewhere = at === "elsewhere" ? known.elsewhere + 1 : 0;
    const back = Math.min(FIRST_BACK_MS * 2 ** (known.elsewhere - 1), LONGEST_BACK_MS);
    known.at = at === "elsewhere" ? now + back : Math.max(at ?? now, now);
    if (known.at > now && at !== "elsewhere") known.asked = false;
  }
}

const fresh = (at: number, now: number): Known => ({
  ...{ at, since: now, asked: false, busy: false, again: false, elsewhere: 0, seen: null },
});
