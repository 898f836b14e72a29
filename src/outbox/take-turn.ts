/** One turn of one conversation: what is next there is claimed, sent, and what became of it kept. */
import type { Lane, OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Delivered, Messenger } from "../ports/messenger.ts";
import type { Version, Versioned, Write } from "../ports/store.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { tellChatRefused } from "../use-cases/tell-chat-refused.ts";
import { claimWith, stillHeld, type Claimed } from "./claim.ts";
import { keepOutcome } from "./keep-outcome.ts";
import { allowedFrom, noteSend, type Limits } from "./limits.ts";
import { nextInLane, type Open } from "./next-in-lane.ts";
import { afterAttempt, afterLoss, aside } from "./outcome.ts";

/** What is looked at in one conversation: enough to see what replaces what; one batch holds what is dropped. */
const AT_ONCE = 40;

export interface Sender {
  readonly services: Services;
  readonly messenger: Messenger;
  readonly limits: Limits;
  /** How long a call to Teams may last. */
  readonly sendDeadlineMs: number;
}

/** What a turn leaves: `at`, when this conversation can have its next one; null where nothing waits there. */
export interface TurnEnd {
  readonly at: number | "elsewhere" | null;
  /** When its send ended; null where it sent nothing. */
  readonly endedAt: number | null;
}

const put = (doc: OutboxEntry | Lane, expected: Version): Write => ({ op: "put", doc, expected });

const newLane = (id: string): Lane => ({
  ...{ kind: "lane", schemaVersion: 1, id, sending: null, recent: [], slices: [], edited: [], notBefore: null },
});

const tellAside = ({ services }: Sender, { id, reason }: OutboxEntry): void =>
  services.log.warn("outbox.setAside", { entryId: id, code: reason ?? "" });

const counted = (lane: Lane, endedAt: number, limits: Limits): Lane => {
  const { recent, slices } = noteSend(lane, endedAt, limits);
  return { ...lane, recent: [...recent], slices: slices.map(([from, count]) => [from, count]) };
};

interface LaneView {
  readonly record: Versioned<Lane> | undefined;
  readonly open: readonly Open[];
  readonly more: boolean;
}

/** The record first: whatever is claimed after it was read moves it, and the claim that follows fails. */
const readLane = async ({ services: { store } }: Sender, id: string): Promise<LaneView> => {
  const record = await store.get("lane", id);
  const page = await store.list({ kind: "outbox", key: `lane:${id}`, limit: AT_ONCE });
  return { record, open: page.items, more: page.cursor !== undefined };
};

/** Gives up, or takes back, what nobody is sending. What was on its way when its sender died may have arrived: it counts. */
const settle = async (sender: Sender, id: string, view: LaneView, entry: Open, doc: OutboxEntry): Promise<boolean> => {
  const { clock } = sender.services;
  const known = view.record?.doc ?? newLane(id);
  const lane =
    entry.doc.state === "sending" ? { ...counted(known, clock.now().getTime(), sender.limits), sending: null } : known;
  const claimed: Claimed = {
    entry: { doc: entry.doc, version: entry.version },
    lane: { doc: lane, version: view.record?.version ?? "new" },
  };
  const outcome: Delivered =
    doc.reason === "unknown" ? { kind: "unknown" } : { kind: "refused", reason: doc.reason ?? "", chatClosed: false };
  const kept = await keepOutcome(sender, claimed, { entry: doc, lane, outcome });
  if (kept && doc.state === "aside") tellAside(sender, doc);
  return kept;
};

const claim = (
  sender: Sender,
  id: string,
  { record }: LaneView,
  { entry, dropped }: { readonly entry: Open; readonly dropped: readonly Open[] },
): Promise<Claimed | undefined> =>
  claimWith(
    sender,
    {
      entry: { doc: { ...entry.doc, attempts: entry.doc.attempts + 1 }, version: entry.version },
      lane: { doc: record?.doc ?? newLane(id), version: record?.version ?? "new" },
    },
    dropped.map((one) => put(aside(one.doc, "replaced"), one.version)),
  );

/** The messenger tells every outcome of a sending: what it throws happened before anything left. */
const deliver = async (
  { services, messenger }: Sender,
  entry: OutboxEntry,
  mayLeave: () => Promise<void>,
): Promise<Delivered> => {
  try {
    return await messenger.deliver(entry, mayLeave);
  } catch (cause) {
    services.log.error("outbox.failed", { entryId: entry.id, cause });
    return { kind: "later", retryAfterMs: null };
  }
};

/** The conversation once a send there has ended. */
const afterSend = (lane: Lane, entry: OutboxEntry, outcome: Delivered, endedAt: number, limits: Limits): Lane => {
  const review = entry.what === "edit" ? entry.review : null;
  const edited = lane.edited.filter(([other, at]) => other !== review && at + limits.betweenEditsMs > endedAt);
  return {
    ...counted(lane, endedAt, limits),
    sending: null,
    edited: review === null ? edited : [...edited, [review, endedAt]],
    notBefore: outcome.kind === "later" && outcome.retryAfterMs !== null ? entry.notBefore : null,
  };
};

interface Sent {
  readonly lane: Lane;
  readonly entry: OutboxEntry;
  readonly endedAt: number;
}

const send = async (sender: Sender, claimed: Claimed, mayLeave: () => Promise<void>): Promise<Sent> => {
  const { services, limits } = sender;
  let held = claimed;
  const outcome = await deliver(sender, claimed.entry.doc, async () => {
    await mayLeave();
    held = await stillHeld(sender, held);
  });
  const endedAt = services.clock.now().getTime();
  const entry = afterAttempt(held.entry.doc, outcome, endedAt, services.ids.random());
  const lane = afterSend(held.lane.doc, entry, outcome, endedAt, limits);
  const kept = await keepOutcome(sender, held, { entry, lane, outcome });
  if (kept && entry.state === "aside") tellAside(sender, entry);
  if (outcome.kind === "refused" && outcome.chatClosed)
    await tellChatRefused(services, claimed.entry.doc, outcome.reason);
  return { lane, entry, endedAt };
};

/** When the conversation can have its next turn; null where nothing more was seen to wait there. */
const nextTurn = ({ limits }: Sender, { lane, entry, endedAt }: Sent, waiting: boolean): number | null => {
  if (!waiting) return entry.state === "pending" ? Date.parse(entry.notBefore) : null;
  return Math.max(endedAt, allowedFrom(lane, limits), lane.notBefore === null ? 0 : Date.parse(lane.notBefore));
};

/** An entry that was written before conversations had their own list is put in it. */
const putInLane = async ({ services: { store } }: Sender, entryId: string): Promise<boolean> => {
  const found = await store.get("outbox", entryId);
  if (found?.doc.state !== "pending" && found?.doc.state !== "sending") return false;
  return (await store.commit([put(found.doc, found.version)])).ok;
};

/**
 * Does what is next in a conversation. `seen`: an entry that was found there. `mayLeave` resolves when the tenant's limit lets one more leave:
 * asked once everything else is ready.
 */
export const takeTurn = async (
  sender: Sender,
  id: string,
  seen: string | null,
  mayLeave: () => Promise<void>,
): Promise<TurnEnd> => {
  const { clock } = sender.services;
  for (;;) {
    const view = await readLane(sender, id);
    const next = nextInLane(view.record?.doc, view.open, clock.now(), sender.limits);
    if (next.is === "elsewhere") return { at: "elsewhere", endedAt: null };
    if (next.is === "later") return { at: next.at, endedAt: null };
    if (next.is === "nothing") {
      const found = seen !== null && (await putInLane(sender, seen));
      return { at: found ? clock.now().getTime() : null, endedAt: null };
    }
    if (next.is === "send") {
      const claimed = await claim(sender, id, view, next);
      if (claimed === undefined) return { at: "elsewhere", endedAt: null };
      const sent = await send(sender, claimed, mayLeave);
      const waiting = view.more || view.open.length > 1 + next.dropped.length;
      return { at: nextTurn(sender, sent, waiting), endedAt: sent.endedAt };
    }
    const doc = next.is === "lost" ? afterLoss(next.entry.doc, clock.now()) : aside(next.entry.doc, "tooLate");
    if (!(await settle(sender, id, view, next.entry, doc))) return { at: "elsewhere", endedAt: null };
  }
};
