/** This instance's part of what the tenant allows: taken from what nobody holds, renewed while there is work, given back afterwards. */
import type { SendShare } from "../domain/records/bookkeeping.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { Limits } from "./limits.ts";
import { nextHolding, type Holding } from "./share-out.ts";
import { Tokens } from "./tokens.ts";

type Part = SendShare["parts"][number];

const ATTEMPTS = 5;
const NONE: Holding = { held: 0, used: 0, fair: 0 };

export interface Work {
  readonly any: boolean;
  /** There is more to send than there are tokens for. */
  readonly more: boolean;
}

export class TenantShare {
  readonly #services: Services;
  readonly #limits: Limits;
  readonly #instance: string;
  readonly #tokens: Tokens;
  /** The instances that have much to send. */
  #busy: readonly string[] = [];
  #holding = NONE;
  #wants = false;
  #until = 0;
  #renewFrom = 0;
  #renewing: Promise<void> | undefined;

  constructor(services: Services, limits: Limits) {
    this.#services = services;
    this.#limits = limits;
    this.#instance = services.ids.next();
    this.#tokens = new Tokens(limits.tenant.ms);
  }

  /** From when one more may leave; Infinity while this instance has no token for it. */
  nextFrom(now: number): number {
    return now < this.#until ? this.#tokens.nextFrom(now) : Infinity;
  }

  take(now: number): number {
    return this.#tokens.take(now);
  }

  used(endedAt: number): void {
    this.#tokens.used(endedAt);
  }

  unused(from: number): void {
    this.#tokens.unused(from);
  }

  /** Conversations are dealt out, so that two instances seldom turn to the same one. */
  isOurs = (lane: string): boolean => {
    const rank = this.#busy.indexOf(this.#instance);
    return rank === -1 || dealt(lane, this.#busy.length) === rank;
  };

  /** When it is to be renewed, given what there is to do; Infinity: it may lapse. */
  renewAt({ any, more }: Work, now: number): number {
    if (this.#renewing !== undefined) return Infinity;
    const { held, used, fair } = this.#holding;
    const lapsed = now >= this.#until;
    // A first part was enough for little: what is behind is seen only then.
    if (more && !lapsed && !this.#wants) return now;
    if ((any && lapsed) || (more && held < fair)) return this.#renewFrom;
    if (!lapsed && (used < held || (this.#wants && !any))) return this.#renewFrom;
    return any ? this.#renewFrom + this.#limits.renewMs : Infinity;
  }

  renew(more: boolean): Promise<void> {
    const wants = more && this.#now() < this.#until;
    this.#renewing ??= this.#renew(wants).finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  /** The others need not wait until it lapses. */
  async leave(): Promise<void> {
    await this.#renewing;
    if (this.#now() >= this.#until) return;
    this.#until = 0;
    const until = new Date(this.#now()).toISOString();
    await this.#write((parts) => parts.map((part) => (part.instance === this.#instance ? { ...part, until } : part)));
  }

  async #renew(wants: boolean): Promise<void> {
    const { tenant, expiresMs, renewMs } = this.#limits;
    const now = this.#now();
    // Whatever comes of it, not at every occasion.
    this.#renewFrom = now + renewMs / 4;
    let holding = NONE;
    const parts = await this.#write((known) => {
      const others = known.filter(({ instance }) => instance !== this.#instance);
      const held = this.#now() < this.#until ? this.#holding.held : 0;
      const mine = { instance: this.#instance, tokens: held, wants };
      holding = nextHolding(tenant.count, others, mine, this.#tokens.inUse(this.#now()));
      // Before it is written that fewer are held, no more than that are used.
      if (holding.used < held) this.#tokens.grant(holding.used);
      return [...others, { ...mine, tokens: holding.held, until: new Date(now + expiresMs).toISOString() }];
    });
    if (parts === undefined) return;
    this.#busy = parts.flatMap((part) => (part.wants ? [part.instance] : [])).sort();
    this.#holding = holding;
    this.#wants = wants;
    this.#until = now + expiresMs;
    this.#tokens.grant(holding.used);
  }

  #now(): number {
    return this.#services.clock.now().getTime();
  }

  /** Whoever has not renewed for so long holds nothing, and nothing of theirs is left in the window. */
  async #write(change: (alive: readonly Part[]) => readonly Part[]): Promise<readonly Part[] | undefined> {
    const { store } = this.#services;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await store.get("sendShare", "tenant");
      const gone = this.#now() - this.#limits.tenant.ms;
      const parts = change((found?.doc.parts ?? []).filter(({ until }) => Date.parse(until) > gone));
      const doc: SendShare = { kind: "sendShare", schemaVersion: 1, parts: [...parts] };
      if ((await store.commit([{ op: "put", doc, expected: found?.version ?? "new" }])).ok) return parts;
    }
    return undefined;
  }
}

/** The same for every instance: a sum that spreads ids evenly. */
const dealt = (lane: string, among: number): number => {
  let sum = 0;
  for (const letter of lane) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % among;
};
