/** What is to be done next in one conversation, from what waits there and what it already took. Pure. */
import type { Lane, OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Versioned } from "../ports/store.ts";
import { allowedFrom, GUARD_MS, NO_SENDS, type Limits } from "./limits.ts";
import { staleAt } from "./outcome.ts";

export type Open = Versioned<OutboxEntry>;

export type Next =
  | { readonly is: "nothing" }
  /** Nothing before `at`, in milliseconds. */
  | { readonly is: "later"; readonly at: number }
  /** Someone is sending there. */
  | { readonly is: "elsewhere" }
  /** Whoever was sending it has died. */
  | { readonly is: "lost"; readonly entry: Open }
  | { readonly is: "tooLate"; readonly entry: Open }
  /** `dropped`: what it makes needless. */
  | { readonly is: "send"; readonly entry: Open; readonly dropped: readonly Open[] };

const inOrder = (one: Open, other: Open): number =>
  one.doc.createdAt.localeCompare(other.doc.createdAt) || one.doc.id.localeCompare(other.doc.id);

/** A younger entry replaces the same message: the older card must not come over it. */
const replacedIn = (waiting: readonly Open[]): readonly Open[] =>
  waiting.filter(
    ({ doc }, index) =>
      doc.what === "update" &&
      waiting.slice(index + 1).some(({ doc: younger }) => younger.activityId === doc.activityId),
  );

/** Each replacement of a review's card shows the review as it then stands: one does for all that were asked before it. */
const doneBy = (entry: Open, waiting: readonly Open[]): readonly Open[] =>
  entry.doc.what !== "edit"
    ? []
    : waiting.filter(({ doc }) => doc.what === "edit" && doc.review === entry.doc.review && doc.id !== entry.doc.id);

/** Words that must go, and cards that must be true, wait for nothing that was said before them. */
const goesAlone = ({ doc }: Open): boolean => doc.what === "erase" || doc.what === "edit";

const dueFrom = ({ doc }: Open, record: Lane | undefined, limits: Limits): number => {
  const edited = record?.edited.find(([review]) => doc.what === "edit" && review === doc.review);
  const free = edited === undefined ? 0 : edited[1] + limits.betweenEditsMs + GUARD_MS;
  return Math.max(free, Date.parse(doc.notBefore));
};

/** The card of a review is posted before it is replaced. */
const waitsForPost = ({ doc }: Open, before: readonly Open[]): boolean =>
  doc.what === "edit" && before.some(({ doc: other }) => other.what === "post" && other.review === doc.review);

/** An entry that waits for its next attempt holds back those behind it. */
const firstDue = (
  waiting: readonly Open[],
  dueOf: (entry: Open) => number,
  now: number,
): { readonly entry: Open } | { readonly at: number } => {
  let held = false;
  let soonest = Infinity;
  for (const [index, entry] of waiting.entries()) {
    const alone = goesAlone(entry);
    if ((held && !alone) || waitsForPost(entry, waiting.slice(0, index))) continue;
    if (dueOf(entry) <= now) return { entry };
    soonest = Math.min(soonest, dueOf(entry));
    held ||= !alone;
  }
  return { at: soonest };
};

const underWay = (record: Lane | undefined, entries: readonly Open[], now: string): Open | "elsewhere" | undefined => {
  const sending = record?.sending ?? null;
  if (sending !== null && sending.until > now) return "elsewhere";
  const claimed = entries.find(({ doc }) => doc.state === "sending");
  return claimed !== undefined && claimed.doc.notBefore > now ? "elsewhere" : claimed;
};

/** `entries`: everything that is open there, or what was said first. */
export const nextInLane = (record: Lane | undefined, entries: readonly Open[], instant: Date, limits: Limits): Next => {
  const [now, text] = [instant.getTime(), instant.toISOString()];
  const lost = underWay(record, entries, text);
  if (lost === "elsewhere") return { is: "elsewhere" };
  if (lost !== undefined) return { is: "lost", entry: lost };
  const pending = entries.filter(({ doc }) => doc.state === "pending").sort(inOrder);
  const replaced = replacedIn(pending);
  const waiting = pending.filter((entry) => !replaced.includes(entry));
  const first = firstDue(waiting, (entry) => dueFrom(entry, record, limits), now);
  if (!("entry" in first)) return waiting.length === 0 ? { is: "nothing" } : { is: "later", at: first.at };
  const { entry } = first;
  if (entry.doc.attempts > 0 && staleAt(entry.doc, now)) return { is: "tooLate", entry };
  const paused = record?.notBefore ?? null;
  const open = Math.max(allowedFrom(record ?? NO_SENDS, limits), paused === null ? 0 : Date.parse(paused));
  if (open > now) return { is: "later", at: open };
  return { is: "send", entry, dropped: [...replaced, ...doneBy(entry, waiting)] };
};
