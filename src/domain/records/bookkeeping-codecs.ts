/** How what a command writes beside the case, and what a store remembers of itself, are kept and found again. */
import { define, secondsOf, sortable } from "../codec.ts";
import * as books from "./bookkeeping.ts";

const TWO_HOURS = 2 * 3600;

const isOpen = ({ state }: books.OutboxEntry): boolean => state === "pending" || state === "sending";

export const bookkeepingCodecs = {
  draft: define({
    schema: books.draft,
    id: (doc) => doc.id,
    keys: (doc) => (doc.code === null ? [`member:${doc.by}`] : [`case:${doc.code}`]),
    order: (doc) => doc.at,
    // What was typed about someone who was never registered does not stay.
    ttl: (doc) => (doc.code === null ? secondsOf(30) : undefined),
  }),
  seen: define({
    schema: books.seenDelivery,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.at,
    ttl: () => secondsOf(7),
  }),
  click: define({
    schema: books.lastClick,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.at,
    ttl: () => secondsOf(7),
  }),
  outbox: define({
    schema: books.outboxEntry,
    id: (doc) => doc.id,
    keys: (doc) => [
      ...(isOpen(doc) ? ["open", `lane:${books.laneOf(doc.conversationId)}`] : [doc.state]),
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
    ],
    // As things were said: a list that is cut short holds what is to be sent first.
    order: (doc) => doc.createdAt,
    ttl: (doc) => (isOpen(doc) ? undefined : secondsOf(30)),
  }),
  lane: define({
    schema: books.lane,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.id,
    ttl: () => TWO_HOURS,
  }),
  sendShare: define({
    schema: books.sendShare,
    id: () => "tenant",
    keys: () => [],
    order: () => "",
    ttl: () => TWO_HOURS,
  }),
  audit: define({
    schema: books.auditEntry,
    id: (doc) => `${doc.chain}.${sortable(doc.seq)}`,
    keys: (doc) => [`chain:${doc.chain}`],
    order: (doc) => sortable(doc.seq),
  }),
  chain: define({ schema: books.auditChain, id: (doc) => doc.chain, keys: () => ["all"], order: (doc) => doc.at }),
  seal: define({
    schema: books.auditSeal,
    id: (doc) => sortable(doc.seq),
    keys: () => ["all"],
    order: (doc) => sortable(doc.seq),
  }),
  event: define({
    schema: books.caseEvent,
    id: (doc) => `${doc.code}.${doc.edition}`,
    keys: (doc) => ["all", `case:${doc.code}`],
    order: (doc) => `${doc.at} ${doc.code}.${sortable(doc.edition)}`,
  }),
  sequence: define({ schema: books.sequence, id: (doc) => doc.id, keys: () => [], order: (doc) => doc.id }),
  conversation: define({
    schema: books.conversation,
    id: (doc) => doc.memberId,
    keys: () => ["all"],
    order: (doc) => doc.memberId,
  }),
  posted: define({
    schema: books.postedMessage,
    id: (doc) => `${doc.conversationId}|${doc.activityId}`,
    keys: (doc) => [
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
      ...doc.names.filter((name) => name !== doc.code).map((name) => `names:${name}`),
    ],
    order: (doc) => doc.at,
  }),
  summary: define({
    schema: books.caseSummary,
    id: (doc) => doc.code,
    keys: (doc) =>
      doc.due.length === 0
        ? []
        : [
            "due",
            `due:${doc.referentId}`,
            ...(doc.substituteId === null || doc.substituteId === doc.referentId ? [] : [`due:${doc.substituteId}`]),
          ],
    order: (doc) => `${doc.due[0]?.on ?? "9999-12-31"} ${doc.code}`,
  }),
  framework: define({
    schema: books.storedFramework,
    id: (doc) => doc.version,
    keys: () => ["all"],
    order: (doc) => doc.at,
  }),
  paper: define({
    schema: books.storedPaper,
    id: (doc) => `${doc.name}.${doc.version}`,
    keys: (doc) => ["all", `name:${doc.name}`],
    order: (doc) => `${doc.name} ${doc.at}`,
  }),
  facts: define({ schema: books.storeFacts, id: () => "store", keys: () => [], order: () => "" }),
  persona: define({ schema: books.persona, id: (doc) => doc.memberId, keys: () => [], order: (doc) => doc.memberId }),
} as const;
