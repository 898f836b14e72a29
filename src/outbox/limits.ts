/** What Teams takes from one bot, and from when a conversation takes more. Pure. */

/** At most `count` in any `ms` that follow one another. */
export interface Window {
  readonly count: number;
  readonly ms: number;
}

export interface Limits {
  /** For one conversation, the shortest first; each send is remembered for as long as they look back. */
  readonly conversation: readonly Window[];
  /** The longest one, counted by slices of time rather than send by send. */
  readonly long: Window;
  /** For everything that this bot sends in the tenant, whatever the number of instances. */
  readonly tenant: Window;
  /** Between two replacements of the card of one review. */
  readonly betweenEditsMs: number;
  /** How often an instance that has work tells the others that it lives, and how long they believe it. */
  readonly renewMs: number;
  readonly expiresMs: number;
}

/** Published by Microsoft, « subject to change ». */
export const TEAMS_LIMITS: Limits = {
  conversation: [
    { count: 7, ms: 1_000 },
    { count: 8, ms: 2_000 },
    { count: 60, ms: 30_000 },
  ],
  long: { count: 1_800, ms: 3_600_000 },
  tenant: { count: 30, ms: 1_000 },
  betweenEditsMs: 1_000,
  renewMs: 1_000,
  expiresMs: 5_000,
};

/** The same limits where time runs `times` faster. */
export const faster = (limits: Limits, times: number): Limits => {
  const window = ({ count, ms }: Window): Window => ({ count, ms: ms / times });
  return {
    conversation: limits.conversation.map(window),
    long: window(limits.long),
    tenant: window(limits.tenant),
    betweenEditsMs: limits.betweenEditsMs / times,
    renewMs: limits.renewMs / times,
    expiresMs: limits.expiresMs / times,
  };
};

/** Instants are whole milliseconds, rounded down, and a window of theirs may begin a little before ours. */
export const GUARD_MS = 2;

/** What a conversation took: the instants at which the latest sends ended, and how many ended in each slice of time. In milliseconds. */
export interface Sends {
  readonly recent: readonly number[];
  readonly slices: readonly (readonly [from: number, count: number])[];
}
export const NO_SENDS: Sends = { recent: [], slices: [] };

const SLICES = 120;
const sliceMs = (long: Window): number => long.ms / SLICES;

/**
 * A send counts from its end: whenever it arrived, that was before. A send seen to end before another one, by a clock that is late, counts
 * from the same instant.
 */
export const noteSend = ({ recent, slices }: Sends, endedAt: number, { conversation, long }: Limits): Sends => {
  const at = Math.max(endedAt, recent.at(-1) ?? 0, slices.at(-1)?.[0] ?? 0);
  const lookBack = Math.max(0, ...conversation.map(({ ms }) => ms)) + GUARD_MS;
  const most = Math.max(0, ...conversation.map(({ count }) => count));
  const kept = [...recent, at].filter((one) => one > at - lookBack);
  const from = Math.floor(at / sliceMs(long)) * sliceMs(long);
  const counted = slices.filter(([start]) => start + sliceMs(long) + long.ms > at);
  const last = counted.at(-1);
  return {
    recent: most === 0 ? [] : kept.slice(-most),
    slices: last?.[0] === from ? [...counted.slice(0, -1), [from, last[1] + 1]] : [...counted, [from, 1]],
  };
};

const shortFrom = (recent: readonly number[], { count, ms }: Window): number => {
  const first = recent.at(-count);
  return first === undefined ? 0 : first + ms + GUARD_MS;
};

/** A slice counts until its last instant has left the window. */
const longFrom = (slices: Sends["slices"], long: Window): number => {
  let tooMany = slices.reduce((sum, [, count]) => sum + count, 1) - long.count;
  for (const [from, count] of slices) {
    if (tooMany <= 0) return 0;
    tooMany -= count;
    if (tooMany <= 0) return from + sliceMs(long) + long.ms + GUARD_MS;
  }
  return 0;
};

/** The earliest instant at which one more may leave for this conversation. */
export const allowedFrom = ({ recent, slices }: Sends, { conversation, long }: Limits): number =>
  Math.max(longFrom(slices, long), ...conversation.map((window) => shortFrom(recent, window)));
