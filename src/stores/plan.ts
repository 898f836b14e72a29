/** What the three stores do alike, before and after their own storage: parse, measure, order, page. Pure. */
import type { catalogue, DocumentKind, DocumentOf } from "../domain/records/catalogue.ts";
import { documentKey } from "../domain/records/catalogue.ts";
import type { Row } from "../domain/codec.ts";
import { CommitTooLarge, MAX_COMMIT_BYTES, MAX_WRITES, UnreadableDocument } from "../ports/store.ts";
import type { ListQuery, Page, ScanQuery, Version, Versioned, Write } from "../ports/store.ts";

export type Catalogue = typeof catalogue;

/** One write, parsed. `row` is undefined for a deletion; `key` is the document's key in the commit's answer. */
export interface PlannedWrite {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly key: string;
  readonly expected: Write["expected"];
  readonly row: Row | undefined;
}

const planned = (write: Write, codecs: Catalogue): PlannedWrite => {
  const kind = write.op === "put" ? write.doc.kind : write.kind;
  const row = write.op === "put" ? codecs[kind].row(write.doc) : undefined;
  const id = write.op === "put" ? (row?.id ?? "") : write.id;
  return { kind, id, key: documentKey(kind, id), expected: write.expected, row };
};

/** The writes in the order they are to be made, guards first. Throws CommitTooLarge, or an Error when one document is written twice. */
export const planCommit = (writes: readonly Write[], codecs: Catalogue): readonly PlannedWrite[] => {
  if (writes.length > MAX_WRITES) throw new CommitTooLarge(`${writes.length} writes, ${MAX_WRITES} at most`);
  const plan = writes.map((write) => planned(write, codecs));
  const bytes = plan.reduce((sum, { row }) => sum + (row === undefined ? 0 : Buffer.byteLength(row.json)), 0);
  if (bytes > MAX_COMMIT_BYTES) throw new CommitTooLarge(`${bytes} bytes, ${MAX_COMMIT_BYTES} at most`);
  if (new Set(plan.map((write) => write.key)).size < plan.length)
    throw new Error("One document is written twice in the same commit.");
  const guarded = (write: PlannedWrite): boolean => write.expected !== undefined;
  return [...plan.filter(guarded), ...plan.filter((write) => !guarded(write))];
};

/** The document itself. Throws UnreadableDocument, which names it and never quotes it. */
export const readBack = <K extends DocumentKind>(
  codecs: Catalogue,
  kind: K,
  stored: { readonly id: string; readonly json: string; readonly version: Version },
): Versioned<DocumentOf<K>> => {
  try {
    return { doc: codecs[kind].read(stored.json), version: stored.version };
  } catch (cause) {
    throw new UnreadableDocument(documentKey(kind, stored.id), { cause });
  }
};

/** Below any character of an order, so that an order that begins another comes before it. */
const SEPARATOR = "\u0001";

/** The place of a document in its lists: its order, made unique by its id. */
export const sortOf = (row: Row): string => `${row.order}${SEPARATOR}${row.id}`;

/** By code point, as SQLite and Cosmos DB compare text; JavaScript's own order differs beyond U+FFFF. */
export const compareText = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Opaque to the others. */
const cursorOf = (sort: string): string => Buffer.from(sort).toString("base64url");

/** What a page lies between, by `sortOf`. */
export interface Bounds {
  readonly low: { readonly sort: string; readonly included: boolean };
  /** Not included. */
  readonly high: string | undefined;
}

export const boundsOf = (query: Omit<ListQuery<DocumentKind>, "key">): Bounds => {
  const last = query.cursor === undefined ? "" : Buffer.from(query.cursor, "base64url").toString();
  const from = query.from ?? "";
  if (query.descending !== true)
    return {
      low: compareText(last, from) > 0 ? { sort: last, included: false } : { sort: from, included: true },
      high: query.to,
    };
  const before = last === "" ? undefined : last;
  const high =
    before !== undefined && (query.to === undefined || compareText(before, query.to) < 0) ? before : query.to;
  return { low: { sort: from, included: true }, high };
};

/** A page from what was found when one more than `limit` was asked for. */
export const pageOf = <K extends DocumentKind>(
  codecs: Catalogue,
  query: ScanQuery<K>,
  found: readonly { readonly id: string; readonly json: string; readonly version: Version; readonly sort: string }[],
): Page<DocumentOf<K>> => {
  const kept = found.slice(0, query.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((stored) => readBack(codecs, query.kind, stored)),
    cursor: found.length > query.limit && last !== undefined ? cursorOf(last.sort) : undefined,
  };
};

/** The instant, in milliseconds, from which a document is absent; null when it lives as long as the case. */
export const expiryOf = (row: Row, now: Date): number | null =>
  row.ttlSeconds === undefined ? null : now.getTime() + row.ttlSeconds * 1000;
