/** How long, and after which answers, a request to Cosmos DB is made again. Nothing here ever hangs. */
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { StoreUnavailable } from "../../ports/store.ts";

export interface Patience {
  /** For the whole call, in milliseconds, retries included. */
  readonly deadlineMs: number;
  /** For one request. */
  readonly attemptMs: number;
}
export const PATIENCE: Patience = { deadlineMs: 8000, attemptMs: 3000 };

/** Worth trying again: too slow, moved, too many requests, contention, momentarily unavailable. */
const PASSING = new Set(["408", "410", "429", "449", "503"]);
/** Answers after which nothing can have been written. */
const NOT_DONE = new Set(["410", "429", "449"]);

export interface Failure {
  /** An HTTP status, a code of the network, or TIMEOUT. */
  readonly code: string;
  readonly passing: boolean;
  /** The request may have been carried out although its answer was lost. */
  readonly doubtful: boolean;
  readonly afterMs: number | undefined;
}

const isStatus = (code: string): boolean => /^\d{3}$/.test(code);

export const failureOf = (code: string, afterMs?: number): Failure => ({
  code,
  passing: !isStatus(code) || PASSING.has(code),
  doubtful: !NOT_DONE.has(code),
  afterMs,
});

const thrown = z.object({
  name: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  retryAfterInMs: z.number().optional(),
  cause: z.unknown().optional(),
});

/** The SDK wraps what it throws: the first cause that has a code tells. */
export const failureFrom = (error: unknown): Failure => {
  const parsed = thrown.safeParse(error);
  if (!parsed.success) return failureOf("UNKNOWN");
  const { name, code, retryAfterInMs, cause } = parsed.data;
  if (code !== undefined) return failureOf(String(code), retryAfterInMs);
  if (cause !== undefined) return failureFrom(cause);
  return failureOf(name === "AbortError" || name === "TimeoutError" ? "TIMEOUT" : "UNKNOWN");
};

export const unavailable = (failure: Failure, cause?: unknown): StoreUnavailable =>
  new StoreUnavailable(`COSMOS_${failure.code}`, { cause });

/** One request, given up after `ms` whatever the SDK does with the signal. */
export const within = async <T>(ms: number, request: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const late = wait(ms, undefined, { signal: controller.signal }).then((): never => {
    throw new DOMException("no answer in time", "TimeoutError");
  });
  try {
    return await Promise.race([request(controller.signal), late]);
  } finally {
    late.catch(() => undefined);
    controller.abort();
  }
};

/** A count-down shared by the attempts of one call. */
export class Countdown {
  readonly #until: number;
  readonly #patience: Patience;
  #attempts = 0;
  /** The last status the server gave: it says more than the end of our patience. */
  #answered: Failure | undefined;
  constructor(patience: Patience) {
    this.#patience = patience;
    this.#until = performance.now() + patience.deadlineMs;
  }
  get #left(): number {
    return this.#until - performance.now();
  }
  async request<T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return within(Math.max(1, Math.min(this.#patience.attemptMs, this.#left)), send);
  }
  /** Waits before the next attempt, with full jitter; throws when the failure will not pass or there is no time left. */
  async next(failure: Failure, cause?: unknown): Promise<void> {
    this.#attempts += 1;
    if (isStatus(failure.code)) this.#answered = failure;
    const backoff = Math.random() * Math.min(1000, 20 * 2 ** this.#attempts);
    const pause = (failure.afterMs ?? 0) + backoff;
    if (!failure.passing || pause >= this.#left) throw unavailable(this.#answered ?? failure, cause);
    await wait(pause);
  }
}

/** A request that changes nothing: made again as long as there is time. */
export const reading = async <T>(countdown: Countdown, send: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await countdown.request(send);
    } catch (error) {
      await countdown.next(failureFrom(error), error);
    }
  }
};
