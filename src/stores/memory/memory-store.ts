/** Documents in memory, for tests and trials: the same promises as on a disk, and nothing left afterwards. */
import { catalogue, documentKey } from "../../domain/records/catalogue.ts";
import type { DocumentKind } from "../../domain/records/catalogue.ts";
import type { CommitResult, ListQuery, ScanQuery, Store, Version } from "../../ports/store.ts";
import { boundsOf, compareText, expiryOf, pageOf, planCommit, readBack, sortOf } from "../plan.ts";
import type { Bounds, Catalogue, PlannedWrite } from "../plan.ts";

interface Stored {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly json: string;
  readonly keys: readonly string[];
  readonly sort: string;
  readonly version: Version;
  readonly expiresAt: number | null;
}

const listOf = (kind: DocumentKind, key: string): string => `${kind} ${key}`;

/** The documents, and those of each list by their keys, so that a list reads no others: whoever writes here keeps both. */
class Documents extends Map<string, Stored> {
  readonly #lists = new Map<string, Map<string, Stored>>();

  override set(key: string, stored: Stored): this {
    this.#unlist(key);
    for (const one of stored.keys) {
      const name = listOf(stored.kind, one);
      this.#lists.set(name, (this.#lists.get(name) ?? new Map<string, Stored>()).set(key, stored));
    }
    return super.set(key, stored);
  }

  override delete(key: string): boolean {
    this.#unlist(key);
    return super.delete(key);
  }

  override clear(): void {
    this.#lists.clear();
    super.clear();
  }

  listed(kind: DocumentKind, key: string): readonly Stored[] {
    return [...(this.#lists.get(listOf(kind, key))?.values() ?? [])];
  }

  #unlist(key: string): void {
    const stored = this.get(key);
    if (stored !== undefined) for (const one of stored.keys) this.#lists.get(listOf(stored.kind, one))?.delete(key);
  }
}

/** What outlives one store object: give it to the next one to "restart". */
export interface MemoryDisk {
  readonly documents: Documents;
  lastVersion: number;
}
export const emptyDisk = (): MemoryDisk => ({ documents: new Documents(), lastVersion: 0 });

/** As it stands now, whatever is written to the first afterwards. */
export const copyOf = ({ documents, lastVersion }: MemoryDisk): MemoryDisk => {
  const copy = { documents: new Documents(), lastVersion };
  for (const [key, stored] of documents) copy.documents.set(key, stored);
  return copy;
};

export interface MemoryStoreOptions {
  readonly now: () => Date;
  readonly disk?: MemoryDisk;
  readonly catalogue?: Catalogue;
}

const within = ({ low, high }: Bounds, sort: string): boolean =>
  compareText(sort, low.sort) >= (low.included ? 0 : 1) && (high === undefined || compareText(sort, high) < 0);

const holds = (write: PlannedWrite, current: Stored | undefined): boolean =>
  write.expected === undefined ||
  (write.expected === "new" ? current === undefined : current?.version === write.expected);

/** One PLIE's documents, in memory. */
export const createMemoryStore = (options: MemoryStoreOptions): Store => {
  const { now, disk = emptyDisk(), catalogue: codecs = catalogue } = options;

  const expired = (stored: Stored): boolean => stored.expiresAt !== null && stored.expiresAt <= now().getTime();
  const find = (key: string): Stored | undefined => {
    const stored = disk.documents.get(key);
    return stored === undefined || expired(stored) ? undefined : stored;
  };

  const put = ({ kind, id, key, row }: PlannedWrite): readonly (readonly [string, Version])[] => {
    if (row === undefined) {
      disk.documents.delete(key);
      return [];
    }
    disk.lastVersion += 1;
    const version = String(disk.lastVersion);
    const { json, keys } = row;
    const stored = { kind, id, json, keys, sort: sortOf(row), version, expiresAt: expiryOf(row, now()) };
    disk.documents.set(key, stored);
    return [[key, version]];
  };

  const commit = (plan: readonly PlannedWrite[]): CommitResult => {
    const failed = plan.find((write) => !holds(write, find(write.key)));
    if (failed !== undefined) return { ok: false, conflict: { kind: failed.kind, id: failed.id } };
    return { ok: true, versions: new Map(plan.flatMap(put)) };
  };

  const select = (query: ListQuery<DocumentKind>): readonly Stored[] => {
    const bounds = boundsOf(query);
    const found = disk.documents
      .listed(query.kind, query.key)
      .filter((doc) => within(bounds, doc.sort) && !expired(doc));
    found.sort((one, other) => compareText(one.sort, other.sort) * (query.descending === true ? -1 : 1));
    return found.slice(0, query.limit + 1);
  };

  const scan = (query: ScanQuery<DocumentKind>): readonly Stored[] => {
    const bounds = boundsOf(query);
    const found = [...disk.documents.values()].filter(
      (doc) => doc.kind === query.kind && within(bounds, doc.sort) && !expired(doc),
    );
    return found.sort((one, other) => compareText(one.sort, other.sort)).slice(0, query.limit + 1);
  };

  const purge = (): number => {
    const gone = [...disk.documents].filter(([, stored]) => expired(stored));
    for (const [key] of gone) disk.documents.delete(key);
    return gone.length;
  };

  // async, so that what is thrown comes as a rejection, as from the other stores.
  return {
    get: async (kind, id) => {
      const stored = find(documentKey(kind, id));
      return Promise.resolve(stored === undefined ? undefined : readBack(codecs, kind, stored));
    },
    getMany: async (kind, ids) => {
      const stored = [...new Set(ids)].flatMap((id) => find(documentKey(kind, id)) ?? []);
      return Promise.resolve(stored.map((one) => readBack(codecs, kind, one)));
    },
    list: async (query) => Promise.resolve(pageOf(codecs, query, select(query))),
    scan: async (query) => Promise.resolve(pageOf(codecs, query, scan(query))),
    commit: async (writes) => Promise.resolve(commit(planCommit(writes, codecs))),
    purge: async () => Promise.resolve(purge()),
    ping: async () => Promise.resolve(),
    close: async () => Promise.resolve(),
  };
};
