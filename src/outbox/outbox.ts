/** Sends what commands left to send: once, in order for each chat, claimed so that two instances never both send. */
import type { OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Delivered, Messenger } from "../ports/messenger.ts";
import type { Versioned } from "../ports/store.ts";
import { everyDocument } from "../use-cases/frame/every-document.ts";
import { sendingWrites } from "../use-cases/parts/after-sending.ts";
import { tellChatRefused } from "../use-cases/tell-chat-refused.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ChatLanes } from "./chat-lanes.ts";

const CLAIM_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/**
 * A replaced card is already on the screen of whoever pressed: later, it would only wipe what they type. What must not be read any more
 * is replaced however long it takes.
 */
const FRESH_MS: Readonly<Record<OutboxEntry["what"], number>> = {
  update: 2_000,
  message: 3_600_000,
  erase: 7 * 86_400_000,
  post: 86_400_000,
  edit: 7 * 86_400_000,
};
/** What becomes of an entry whose sender died: null to send again, which is safe where it replaces words that must go. */
const LOST: Readonly<Record<OutboxEntry["what"], string | null>> = {
  update: "tooLate",
  message: "unknown",
  erase: null,
  post: "unknown",
  edit: null,
};

const staleAt = ({ what, createdAt }: OutboxEntry, at: number): boolean => at - Date.parse(createdAt) > FRESH_MS[what];

type Open = Versioned<OutboxEntry>;

export interface Outbox {
  /** Sends everything that is due; resolves once nothing is. With a chat: once nothing is due there, whatever the other chats do. */
  drain(conversationId?: string): Promise<void>;
}

const plus = (now: Date, milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString();

/** Exponential, with full jitter of a fifth, never before Teams said. */
const retryAt = (services: Services, entry: OutboxEntry, retryAfterMs: number | null): string => {
  const base = Math.min(FIRST_RETRY_MS * 2 ** (entry.attempts - 1), LONGEST_RETRY_MS);
  const jittered = base * (0.8 + 0.4 * services.ids.random());
  return plus(services.clock.now(), Math.max(jittered, retryAfterMs ?? 0));
};

const aside = (entry: OutboxEntry, reason: string): OutboxEntry => ({ ...entry, state: "aside", reason });

const tellAside = (services: Services, { id, reason }: OutboxEntry): void =>
  services.log.warn("outbox.setAside", { entryId: id, code: reason ?? "" });

/** What an entry becomes after an attempt. A message whose outcome is unknown is never sent again by the machine; replacing one is safe. */
const after = (services: Services, entry: OutboxEntry, outcome: Delivered): OutboxEntry => {
  if (outcome.kind === "sent") return { ...entry, state: "sent", reason: null, sentActivityId: outcome.activityId };
  if (outcome.kind === "refused") return aside(entry, outcome.reason);
  if (outcome.kind === "unknown" && entry.what === "message") return aside(entry, "unknown");
  const notBefore = retryAt(services, entry, outcome.kind === "later" ? outcome.retryAfterMs : null);
  return staleAt(entry, Date.parse(notBefore))
    ? aside(entry, "tooLate")
    : { ...entry, state: "pending", notBefore, reason: outcome.kind };
};

/** Sets aside an entry that nobody is sending. */
const giveUp = async (services: Services, { doc, version }: Open, reason: string): Promise<void> => {
  const next = aside(doc, reason);
  const committed = await services.store.commit([{ op: "put", doc: next, expected: version }]);
  if (committed.ok) tellAside(services, next);
};

const claim = async (services: Services, { doc, version }: Open): Promise<Open | undefined> => {
  const next: OutboxEntry = {
    ...doc,
    state: "sending",
    attempts: doc.attempts + 1,
    notBefore: plus(services.clock.now(), CLAIM_MS),
  };
  const committed = await services.store.commit([{ op: "put", doc: next, expected: version }]);
  return committed.ok ? { doc: next, version: committed.versions.get(`outbox:${doc.id}`) ?? version } : undefined;
};

/** The messenger tells every outcome of a sending: what it throws happened before anything left. */
const deliver = async (services: Services, messenger: Messenger, entry: OutboxEntry): Promise<Delivered> => {
  try {
    return await messenger.deliver(entry);
  } catch (cause) {
    services.log.error("outbox.failed", { entryId: entry.id, cause });
    return { kind: "later", retryAfterMs: null };
  }
};

const sendOne = async (services: Services, messenger: Messenger, found: Open): Promise<void> => {
  const { state, what, attempts } = found.doc;
  // A claim that ran out means that an instance died while it was sending: whether it was sent is not known.
  const lost = state === "sending" ? LOST[what] : null;
  if (lost !== null) return giveUp(services, found, lost);
  if (attempts > 0 && staleAt(found.doc, services.clock.now().getTime())) return giveUp(services, found, "tooLate");
  const claimed = await claim(services, found);
  if (claimed === undefined) return;
  const outcome = await deliver(services, messenger, claimed.doc);
  const next = after(services, claimed.doc, outcome);
  await services.store.commit([
    { op: "put", doc: next, expected: claimed.version },
    ...(await sendingWrites(services, next, outcome)),
  ]);
  if (next.state === "aside") tellAside(services, next);
  if (outcome.kind === "refused" && outcome.chatClosed) await tellChatRefused(services, claimed.doc, outcome.reason);
};

/** True when a younger entry replaces the same message: the older card must not come over it. */
const replacedBy = (entry: OutboxEntry, younger: readonly Open[]): boolean =>
  entry.what === "update" && younger.some(({ doc }) => doc.activityId === entry.activityId);

const isDue = ({ doc }: Open, now: string): boolean => doc.notBefore <= now;

/** An entry that waits for its next attempt holds back those behind it; words that must go hold back nothing. */
const firstDue = (inOrder: readonly Open[], now: string): Open | undefined => {
  const held = inOrder.findIndex((entry) => entry.doc.what !== "erase" && !isDue(entry, now));
  const free = held === -1 ? inOrder.length : held;
  return inOrder.find((entry, index) => isDue(entry, now) && (index < free || entry.doc.what === "erase"));
};

/** What is next in one chat. */
const nextOf = (entries: readonly Open[], now: string): { readonly send?: Open; readonly drop: readonly Open[] } => {
  const inOrder = [...entries].sort((one, other) => one.doc.createdAt.localeCompare(other.doc.createdAt));
  const waiting = inOrder.filter(({ doc }) => doc.state === "pending");
  const drop = waiting.filter(({ doc }, index) => replacedBy(doc, waiting.slice(index + 1)));
  const lost = inOrder.find((entry) => entry.doc.state === "sending" && isDue(entry, now));
  const send =
    lost ??
    firstDue(
      waiting.filter((entry) => !drop.includes(entry)),
      now,
    );
  return send === undefined ? { drop } : { send, drop };
};

const openByChat = async (services: Services): Promise<ReadonlyMap<string, readonly Open[]>> => {
  const chats = new Map<string, Open[]>();
  for await (const entry of everyDocument(services.store, { kind: "outbox", key: "open" })) {
    const { conversationId } = entry.doc;
    chats.set(conversationId, [...(chats.get(conversationId) ?? []), entry]);
  }
  return chats;
};

export const createOutbox = (services: Services, messenger: Messenger): Outbox => {
  const lanes = new ChatLanes(async () => {
    const now = services.clock.now().toISOString();
    const chats = [...(await openByChat(services))].map(([chat, entries]) => [chat, nextOf(entries, now)] as const);
    return new Map(
      chats
        .filter(([, { send, drop }]) => send !== undefined || drop.length > 0)
        .map(([chat, { send, drop }]) => [
          chat,
          async () => {
            for (const entry of drop) await giveUp(services, entry, "replaced");
            if (send !== undefined) await sendOne(services, messenger, send);
          },
        ]),
    );
  });
  return {
    drain: async (conversationId) => {
      try {
        await lanes.run(conversationId);
      } catch (cause) {
        services.log.error("outbox.failed", { cause });
      }
    },
  };
};
