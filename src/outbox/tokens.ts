/** The tokens of one instance. A token serves one send, then rests for the tenant's window from the end of that send. */
import { GUARD_MS } from "./limits.ts";

export class Tokens {
  readonly #restMs: number;
  #granted = 0;
  #out = 0;
  /** Until when each resting token rests, soonest first. */
  #resting: number[] = [];

  constructor(windowMs: number) {
    this.#restMs = windowMs + GUARD_MS;
  }

  grant(count: number): void {
    this.#granted = count;
  }

  inUse(now: number): number {
    this.#wake(now);
    return this.#out + this.#resting.length;
  }

  /** From when one more token can serve; Infinity where one is to come back first. */
  nextFrom(now: number): number {
    const over = this.inUse(now) - this.#granted;
    return over < 0 ? now : (this.#resting[over] ?? Infinity);
  }

  /** Takes the token that `nextFrom` told of: not to be used before that instant. */
  take(now: number): number {
    const from = this.nextFrom(now);
    const at = this.#resting.indexOf(from);
    if (from > now && at !== -1) this.#resting.splice(at, 1);
    this.#out += 1;
    return from;
  }

  /** It served a send that ended then. */
  used(endedAt: number): void {
    this.#rest(endedAt + this.#restMs);
  }

  /** It served nothing. */
  unused(from: number): void {
    this.#rest(from);
  }

  #rest(until: number): void {
    this.#out -= 1;
    this.#resting.push(until);
    this.#resting.sort((one, other) => one - other);
  }

  #wake(now: number): void {
    this.#resting = this.#resting.filter((until) => until > now);
  }
}
