/**
 * Sends what commands left to send: in order for each conversation, one at a time whatever the number of instances, as fast as Teams takes it.
 * docs/decisions/2026-11-27-sending.md.
 */
import { laneOf } from "../domain/records/bookkeeping.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { KnownLanes } from "./known-lanes.ts";
import { TEAMS_LIMITS, type Limits } from "./limits.ts";
import { takeTurn, type Sender } from "./take-turn.ts";
import { TenantShare } from "./tenant-share.ts";
import { WaitingEntries } from "./waiting-entries.ts";

export interface Outbox {
  /**
   * Sends everything that is due; resolves once nothing is, or once the store fails. With a conversation: once nothing is due there, whatever
   * happens elsewhere. What becomes due later is sent then.
   */
  drain(conversationId?: string): Promise<void>;
  /** Begins nothing more; resolves once what is on its way has arrived. */
  stop(): Promise<void>;
}

/** What is to be sent is claimed and made ready this long before the tenant's limit lets it leave. */
const LEAD_MS = 150;
const LONGEST_NAP_MS = 60_000;
const AFTER_FAILURE_MS = 1_000;

interface Waiter {
  readonly lane: string | undefined;
  readonly round: number;
  readonly resolve: () => void;
}

class Engine implements Outbox {
  readonly #sender: Sender;
  readonly #lanes = new KnownLanes();
  readonly #share: TenantShare;
  readonly #entries: WaitingEntries;
  readonly #turns = new Set<Promise<void>>();
  #waiters: readonly Waiter[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #failedAt = -Infinity;

  constructor(sender: Sender) {
    this.#sender = sender;
    this.#share = new TenantShare(sender.services, sender.limits);
    this.#entries = new WaitingEntries(sender.services, this.#lanes);
  }

  drain(conversationId?: string): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    const lane = conversationId === undefined ? undefined : laneOf(conversationId);
    if (lane !== undefined) this.#lanes.ask(lane, this.#now());
    const round = this.#entries.ask();
    this.#failedAt = -Infinity;
    return new Promise((resolve) => {
      this.#waiters = [...this.#waiters, { lane, round, resolve }];
      this.#go();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#turns);
    await this.#share.leave().catch((cause: unknown) => this.#failed(cause));
    this.#letGo(() => true);
  }

  /** Begins whatever can be, and comes back when more can. */
  #go(): void {
    if (this.#stopped) return;
    const now = this.#now();
    const again = this.#failedAt + AFTER_FAILURE_MS;
    if (now < again) return this.#napUntil(again, now);
    const more = this.#serve(now);
    const wake = Math.min(this.#keepShare(more, now), this.#lookAround(now), this.#lanes.nextAt(now));
    this.#letGo((waiter) => this.#isServed(waiter, now));
    this.#napUntil(wake, now);
  }

  /** True where more could be sent if the tenant's limit allowed. */
  #serve(now: number): boolean {
    for (;;) {
      const lane = this.#lanes.next(now, this.#share.isOurs);
      if (lane === undefined) return false;
      if (this.#share.nextFrom(now) > now + LEAD_MS) return true;
      this.#turn(lane, this.#share.take(now));
    }
  }

  #turn(lane: string, from: number): void {
    const seen = this.#lanes.begin(lane);
    const work = takeTurn(this.#sender, lane, seen, () => this.#until(from)).then(
      ({ at, endedAt }) => {
        if (endedAt === null) this.#share.unused(from);
        else this.#share.used(endedAt);
        this.#lanes.end(lane, at, this.#now());
      },
      (cause: unknown) => {
        this.#share.used(this.#now());
        this.#lanes.end(lane, this.#now() + AFTER_FAILURE_MS, this.#now());
        this.#failed(cause);
      },
    );
    const turn = work.finally(() => {
      this.#turns.delete(turn);
      this.#go();
    });
    this.#turns.add(turn);
  }

  /** When the share, or a token, is to be seen to. */
  #keepShare(more: boolean, now: number): number {
    const any = more || this.#turns.size > 0;
    const token = more ? this.#share.nextFrom(now) - LEAD_MS : Infinity;
    const renewal = this.#share.renewAt({ any, more }, now);
    if (renewal > now) return Math.min(token, renewal);
    this.#then(this.#share.renew(more));
    return token;
  }

  #lookAround(now: number): number {
    const at = this.#entries.lookAt(!this.#lanes.works(now));
    if (at > now) return at;
    this.#then(this.#entries.look());
    return Infinity;
  }

  #then(work: Promise<void>): void {
    void work.catch((cause: unknown) => this.#failed(cause)).then(() => this.#go());
  }

  #failed(cause: unknown): void {
    this.#failedAt = this.#now();
    this.#sender.services.log.error("outbox.failed", { cause });
    this.#letGo(() => true);
  }

  #isServed({ lane, round }: Waiter, now: number): boolean {
    return !this.#lanes.works(now, lane) && (lane !== undefined || this.#entries.isDone(round));
  }

  #letGo(whom: (waiter: Waiter) => boolean): void {
    const served = this.#waiters.filter(whom);
    this.#waiters = this.#waiters.filter((waiter) => !served.includes(waiter));
    for (const { resolve } of served) resolve();
  }

  #napUntil(instant: number, now: number): void {
    clearTimeout(this.#timer);
    if (instant === Infinity) return;
    this.#timer = setTimeout(() => this.#go(), Math.min(Math.max(1, instant - now), LONGEST_NAP_MS)).unref();
  }

  #now(): number {
    return this.#sender.services.clock.now().getTime();
  }

  async #until(instant: number): Promise<void> {
    for (let now = this.#now(); now < instant; now = this.#now())
      await this.#sender.services.clock.pause(instant - now);
  }
}

export interface Pace {
  /** How long a call to Teams may last. */
  readonly sendDeadlineMs: number;
  readonly limits?: Limits | undefined;
}

export const createOutbox = (
  services: Services,
  messenger: Messenger,
  { sendDeadlineMs, limits = TEAMS_LIMITS }: Pace,
): Outbox => new Engine({ services, messenger, limits, sendDeadlineMs });
