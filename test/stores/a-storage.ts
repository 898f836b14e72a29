/** What the stores' tests write: small documents of the real catalogue, fresh each time. */
import { catalogue } from "../../src/domain/records/catalogue.ts";
import type { DocumentKind, StoredDocument } from "../../src/domain/records/catalogue.ts";
import { define, type Row } from "../../src/domain/codec.ts";
import { sequence } from "../../src/domain/records/bookkeeping.ts";
import type { CommitResult, Store, Version, Write } from "../../src/ports/store.ts";
import type { Catalogue } from "../../src/stores/plan.ts";

export type Doc<K extends DocumentKind> = Extract<StoredDocument, { kind: K }>;

export const AT = "2026-11-24T08:00:00.000Z";
export const code = (count: number): string => `P-2026-${String(count).padStart(4, "0")}`;

export const aSequence = (over: Partial<Doc<"sequence">> = {}): Doc<"sequence"> => ({
  kind: "sequence",
  schemaVersion: 1,
  id: "people.2026",
  last: 0,
  ...over,
});
export const aDraft = (over: Partial<Doc<"draft">> = {}): Doc<"draft"> => ({
  kind: "draft",
  schemaVersion: 1,
  id: "newPerson.m1",
  form: "newPerson",
  code: null,
  aboutHealth: false,
  inputs: {},
  by: "m1",
  at: AT,
  ...over,
});
export const aDelivery = (over: Partial<Doc<"seen">> = {}): Doc<"seen"> => ({
  kind: "seen",
  schemaVersion: 1,
  id: "delivery-1",
  at: AT,
  screen: { name: "home" },
  ...over,
});
export const anEntry = (over: Partial<Doc<"outbox">> = {}): Doc<"outbox"> => ({
  kind: "outbox",
  schemaVersion: 1,
  id: "entry-1",
  state: "pending",
  what: "message",
  memberId: "m1",
  conversationId: "a:1",
  activityId: null,
  code: null,
  review: null,
  screen: {},
  createdAt: AT,
  notBefore: AT,
  attempts: 0,
  reason: null,
  sentActivityId: null,
  ...over,
});
export const aChain = (over: Partial<Doc<"chain">> = {}): Doc<"chain"> => ({
  kind: "chain",
  schemaVersion: 1,
  chain: "member.m1",
  seq: 0,
  hash: "start",
  at: AT,
  ...over,
});
export const anAudit = (over: Partial<Doc<"audit">> = {}): Doc<"audit"> => ({
  kind: "audit",
  schemaVersion: 1,
  chain: "member.m1",
  seq: 1,
  at: AT,
  by: "m1",
  playedBy: null,
  act: "case.open",
  code: null,
  details: {},
  previous: "start",
  hash: "h1",
  ...over,
});
export const aPosted = (over: Partial<Doc<"posted">> = {}): Doc<"posted"> => ({
  kind: "posted",
  schemaVersion: 1,
  memberId: "m1",
  conversationId: "19:abc/def?x=1#y\\z@thread.v2;messageid=1",
  activityId: "f:1%2F",
  code: code(1),
  names: [],
  at: AT,
  ...over,
});

export const put = (doc: StoredDocument, expected?: Write["expected"]): Write => ({
  op: "put",
  doc,
  ...(expected === undefined ? {} : { expected }),
});
export const drop = (kind: DocumentKind, id: string, expected?: Version): Write => ({
  op: "delete",
  kind,
  id,
  ...(expected === undefined ? {} : { expected }),
});

/** Versions of a commit that must pass. */
export const passed = (result: CommitResult): ReadonlyMap<string, Version> => {
  if (!result.ok) throw new Error(`a conflict on ${result.conflict.kind}:${result.conflict.id}`);
  return result.versions;
};
export const save = async (store: Store, ...docs: readonly StoredDocument[]): Promise<ReadonlyMap<string, Version>> =>
  passed(await store.commit(docs.map((doc) => put(doc))));

/** A catalogue that writes `json` as it stands for any `sequence`: how a document of another age gets into a storage. */
export const writingAsIs = (json: string): Catalogue => ({
  ...catalogue,
  sequence: { ...catalogue.sequence, row: (doc: unknown): Row => ({ ...catalogue.sequence.row(doc), json }) },
});
/** A catalogue of a later product: shape 0 of a `sequence` called its count `count`. */
export const readingShapeZero: Catalogue = {
  ...catalogue,
  sequence: define({
    schema: sequence,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.id,
    upgrades: { 0: ({ count, ...rest }) => ({ ...rest, last: count }) },
  }),
};
