import type { DocumentKind, DocumentOf, StoredDocument } from "../domain/records/catalogue.ts";

/** Opaque, never reused for the same document: what a card carries as `rev`. No store ever gives "new" as one. */
export type Version = string;
export type Versioned<D> = { readonly doc: D; readonly version: Version };

/**
 * `expected`: the version that must still be there, or "new" (must not exist yet). Without it the document is written whatever was there:
 * only for what is derived from another document guarded in the same commit.
 */
export type Write =
  | { readonly op: "put"; readonly doc: StoredDocument; readonly expected?: Version }
  | { readonly op: "delete"; readonly kind: DocumentKind; readonly id: string; readonly expected?: Version };

/** `conflict` names the first guard that failed: nothing at all was written. `versions` are keyed `kind:id`. */
export type CommitResult =
  | { readonly ok: true; readonly versions: ReadonlyMap<string, Version> }
  | { readonly ok: false; readonly conflict: { readonly kind: DocumentKind; readonly id: string } };

/** Documents of a kind that carry `key`, by their `order` then id. `from`/`to` bound the order (from inclusive, to exclusive). */
export interface ListQuery<K extends DocumentKind> {
  readonly kind: K;
  readonly key: string;
  readonly limit: number;
  readonly cursor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly descending?: boolean;
}
/** Every document of a kind, whatever it is listed by, in the order of its lists then by id: the same order in every store. */
export interface ScanQuery<K extends DocumentKind> {
  readonly kind: K;
  readonly limit: number;
  readonly cursor?: string;
}
export type Page<D> = { readonly items: readonly Versioned<D>[]; readonly cursor: string | undefined };

/** One PLIE's documents. A full, locked or unreachable store throws StoreUnavailable; a document that cannot be read throws UnreadableDocument. */
export interface Store {
  get<K extends DocumentKind>(kind: K, id: string): Promise<Versioned<DocumentOf<K>> | undefined>;
  getMany<K extends DocumentKind>(kind: K, ids: readonly string[]): Promise<readonly Versioned<DocumentOf<K>>[]>;
  list<K extends DocumentKind>(query: ListQuery<K>): Promise<Page<DocumentOf<K>>>;
  /** For what concerns the whole PLIE (a backup, an erasure): no screen reads by it. */
  scan<K extends DocumentKind>(query: ScanQuery<K>): Promise<Page<DocumentOf<K>>>;
  /** All or nothing. Refuses (throws CommitTooLarge) more than 90 writes or 1.5 MB of JSON. Guards are checked first. */
  commit(writes: readonly Write[]): Promise<CommitResult>;
  /**
   * Removes what has outlived its time to live; returns how many. Cosmos DB does it by itself and answers 0. `whole`: what was removed before is in
   * no unused place of the storage either; it costs as much as writing everything again.
   */
  purge(how?: { readonly whole: boolean }): Promise<number>;
  /** A round trip to the storage; throws StoreUnavailable. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const MAX_WRITES = 90;
export const MAX_COMMIT_BYTES = 1_500_000;

export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}
export class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";
}
export class CommitTooLarge extends Error {
  override readonly name = "CommitTooLarge";
}
