/** What an entry becomes after an attempt, or without one. Pure. */
import type { OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Delivered } from "../ports/messenger.ts";

type What = OutboxEntry["what"];

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * A replaced card is already on the screen of whoever pressed: later, it would only wipe what they type. What must not be read any more, or
 * must be true, is replaced however long it takes.
 */
const FRESH_MS: Readonly<Record<What, number>> = {
  update: 2_000,
  message: 3_600_000,
  erase: 7 * DAY_MS,
  post: DAY_MS,
  edit: 7 * DAY_MS,
};

/** True where it may already be there and another one would be seen: never sent again by the machine. Replacing twice is harmless. */
const ONCE: Readonly<Record<What, boolean>> = { message: true, post: true, update: false, erase: false, edit: false };

export const staleAt = ({ what, createdAt }: OutboxEntry, at: number): boolean =>
  at - Date.parse(createdAt) > FRESH_MS[what];

export const aside = (entry: OutboxEntry, reason: string): OutboxEntry => ({ ...entry, state: "aside", reason });

/** Exponential, with a fifth of jitter either way, never before Teams said. */
const retryAt = (entry: OutboxEntry, now: number, dice: number, retryAfterMs: number | null): number => {
  const base = Math.min(FIRST_RETRY_MS * 2 ** (entry.attempts - 1), LONGEST_RETRY_MS);
  return now + Math.max(base * (0.8 + 0.4 * dice), retryAfterMs ?? 0);
};

/** `dice`: from 0 to 1, so that many retries do not fall together. */
export const afterAttempt = (entry: OutboxEntry, outcome: Delivered, now: number, dice: number): OutboxEntry => {
  if (outcome.kind === "sent") return { ...entry, state: "sent", reason: null, sentActivityId: outcome.activityId };
  if (outcome.kind === "refused") return aside(entry, outcome.reason);
  if (outcome.kind === "unknown" && ONCE[entry.what]) return aside(entry, "unknown");
  const at = retryAt(entry, now, dice, outcome.kind === "later" ? outcome.retryAfterMs : null);
  return staleAt(entry, at)
    ? aside(entry, "tooLate")
    : { ...entry, state: "pending", notBefore: new Date(at).toISOString(), reason: outcome.kind };
};

/** Whoever was sending it has died: whether it was sent is not known. What replaces is sent again, where it still serves. */
export const afterLoss = (entry: OutboxEntry, now: Date): OutboxEntry => {
  if (ONCE[entry.what]) return aside(entry, "unknown");
  return entry.what === "update"
    ? aside(entry, "tooLate")
    : { ...entry, state: "pending", notBefore: now.toISOString(), reason: "unknown" };
};
