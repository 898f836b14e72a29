/** Sends what commands left to send: once, in order for each chat, claimed so that two instances never both send. */
import type { OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Delivered, Messenger } from "../ports/messenger.ts";
import type { Version, Versioned, Write } from "../ports/store.ts";
import { tellChatRefused } from "../use-cases/tell-chat-refused.ts";
import type { Services } from "../use-cases/services.ts";

const AT_ONCE = 100;
const CLAIM_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** A replaced card is already on the screen of whoever pressed: later, it would only wipe what they type. */
const UPDATE_FRESH_MS = 2_000;
const MESSAGE_FRESH_MS = 3_600_000;

export interface Outbox {
  /** Sends everything that is due; resolves once nothing is. */
  drain(): Promise<void>;
}

const plus = (now: Date, milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString();

/** Exponential, with full jitter of a fifth, never before Teams said. */
const retryAt = (services: Services, entry: OutboxEntry, retryAfterMs: number | null): string => {
  const base = Math.min(FIRST_RETRY_MS * 2 ** (entry.attempts - 1), LONGEST_RETRY_MS);
  const jittered = base * (0.8 + 0.4 * services.ids.random());
  return plus(services.clock.now(), Math.max(jittered, retryAfterMs ?? 0));
};

const aside = (entry: OutboxEntry, reason: string): OutboxEntry => ({ ...entry, state: "aside", reason });

/** What an entry becomes after an attempt. A message whose outcome is unknown is never sent again by the machine; replacing one is safe. */
const after = (services: Services, entry: OutboxEntry, outcome: Delivered): OutboxEntry => {
  if (outcome.kind === "sent") return { ...entry, state: "sent", reason: null, sentActivityId: outcome.activityId };
  if (outcome.kind === "refused") return aside(entry, outcome.reason);
  if (outcome.kind === "unknown" && entry.what === "message") return aside(entry, "unknown");
  const notBefore = retryAt(services, entry, outcome.kind === "later" ? outcome.retryAfterMs : null);
  const fresh = entry.what === "update" ? UPDATE_FRESH_MS : MESSAGE_FRESH_MS;
  const age = Date.parse(notBefore) - Date.parse(entry.createdAt);
  return age > fresh ? aside(entry, "tooLate") : { ...entry, state: "pending", notBefore, reason: outcome.kind };
};

const posted = (services: Services, entry: OutboxEntry, outcome: Delivered): readonly Write[] => {
  if (outcome.kind !== "sent" || entry.code === null) return [];
  const activityId = outcome.activityId ?? entry.activityId;
  if (activityId === null) return [];
  const { memberId, conversationId, code } = entry;
  const at = services.clock.now().toISOString();
  return [{ op: "put", doc: { kind: "posted", schemaVersion: 1, memberId, conversationId, activityId, code, at } }];
};

const claim = async (
  services: Services,
  found: Versioned<OutboxEntry>,
): Promise<{ doc: OutboxEntry; version: Version } | undefined> => {
  const { doc } = found;
  // A claim that ran out means that an instance died while it was sending: whether it was sent is not known.
  const lost = doc.state === "sending" && doc.what === "message";
  const next: OutboxEntry = lost
    ? aside(doc, "unknown")
    : { ...doc, state: "sending", attempts: doc.attempts + 1, notBefore: plus(services.clock.now(), CLAIM_MS) };
  const committed = await services.store.commit([{ op: "put", doc: next, expected: found.version }]);
  if (!committed.ok || lost) return undefined;
  return { doc: next, version: committed.versions.get(`outbox:${doc.id}`) ?? found.version };
};

const sendOne = async (services: Services, messenger: Messenger, found: Versioned<OutboxEntry>): Promise<void> => {
  const claimed = await claim(services, found);
  if (claimed === undefined) return;
  const outcome = await messenger.deliver(claimed.doc);
  const next = after(services, claimed.doc, outcome);
  await services.store.commit([
    { op: "put", doc: next, expected: claimed.version },
    ...posted(services, claimed.doc, outcome),
  ]);
  if (next.state === "aside") services.log.warn("outbox.setAside", { entryId: next.id, code: next.reason ?? "" });
  if (outcome.kind === "refused" && outcome.chatClosed) await tellChatRefused(services, claimed.doc, outcome.reason);
};

const byConversation = (entries: readonly Versioned<OutboxEntry>[]): readonly (readonly Versioned<OutboxEntry>[])[] => {
  const groups = new Map<string, Versioned<OutboxEntry>[]>();
  for (const entry of entries) {
    const key = entry.doc.conversationId;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
};

export const createOutbox = (services: Services, messenger: Messenger): Outbox => {
  let running: Promise<void> | undefined;
  let again = false;
  const round = async (): Promise<number> => {
    const now = services.clock.now().toISOString();
    const due = await services.store.list({ kind: "outbox", key: "open", limit: AT_ONCE, to: now });
    await Promise.all(
      byConversation(due.items).map(async (group) => {
        for (const entry of group) await sendOne(services, messenger, entry);
      }),
    );
    return due.items.length;
  };
  const work = async (): Promise<void> => {
    try {
      do again = false;
      while ((await round()) > 0 || again);
    } catch (cause) {
      services.log.error("outbox.failed", { cause });
    } finally {
      running = undefined;
    }
  };
  return {
    drain: () => {
      again = true;
      running ??= work();
      return running;
    },
  };
};
