/** Documents in memory, for tests and trials: the same promises as on a disk, and nothing left afterwards. */
import { catalogue, documentKey } from "../../domain/records/catalogue.ts";
import type { DocumentKind } from "../../domain/records/catalogue.ts";
import type { CommitResult, ListQuery, Store, Version } from "../../ports/store.ts";
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

/** What outlives one store object: give it to the next one to "restart". */
export interface MemoryDisk {
  readonly documents: Map<string, Stored>;
  lastVersion: number;
}
export const emptyDisk = (): MemoryDisk => ({ documents: new Map(), lastVersion: 0 });

/** The documents of each list, by their keys: a list reads no others. */
type Lists = Map<string, Map<string, Stored>>;
const listOf = (kind: DocumentKind, key: string): string => `${kind} ${key}`;
const enlist = (lists: Lists, key: string, stored: Stored): void => {
  for (const list of stored.keys.map((one) => listOf(stored.kind, one)))
    lists.set(list, (lists.get(list) ?? new Map<string, Stored>()).set(key, stored));
};
const strike = (lists: Lists, key: string, { kind, keys }: Stored): void => {
  for (const one of keys) lists.get(listOf(kind, one))?.delete(key);
};

const known = new WeakMap<MemoryDisk["documents"], Lists>();
/** Shared by every store of a disk. */
const listsOf = (documents: MemoryDisk["documents"]): Lists => {
  const lists = known.get(documents) ?? new Map<string, Map<string, Stored>>();
  if (!known.has(documents)) for (const [key, stored] of documents) enlist(lists, key, stored);
  known.set(documents, lists);
  return lists;
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

  const lists = listsOf(disk.documents);
  const unlist = (key: string): void => {
    const stored = disk.documents.get(key);
    if (stored !== undefined) strike(lists, key, stored);
  };
  const remove = (key: string): void => {
    unlist(key);
    disk.documents.delete(key);
  };

  const put = ({ kind, id, key, row }: PlannedWrite): readonly (readonly [string, Version])[] => {
    if (row === undefined) {
      remove(key);
      return [];
    }
    unlist(key);
    disk.lastVersion += 1;
    const version = String(disk.lastVersion);
    const { json, keys } = row;
    const stored = { kind, id, json, keys, sort: sortOf(row), version, expiresAt: expiryOf(row, now()) };
    disk.documents.set(key, stored);
    enlist(lists, key, stored);
    return [[key, version]];
  };

  const commit = (plan: readonly PlannedWrite[]): CommitResult => {
    const failed = plan.find((write) => !holds(write, find(write.key)));
    if (failed !== undefined) return { ok: false, conflict: { kind: failed.kind, id: failed.id } };
    return { ok: true, versions: new Map(plan.flatMap(put)) };
  };

  const select = (query: ListQuery<DocumentKind>): readonly Stored[] => {
    const bounds = boundsOf(query);
    const listed = [...(lists.get(listOf(query.kind, query.key))?.values() ?? [])];
    const found = listed.filter((doc) => within(bounds, doc.sort) && !expired(doc));
    found.sort((one, other) => compareText(one.sort, other.sort) * (query.descending === true ? -1 : 1));
    return found.slice(0, query.limit + 1);
  };

  const purge = (): number => {
    const gone = [...disk.documents].filter(([, stored]) => expired(stored));
    for (const [key] of gone) remove(key);
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
    commit: async (writes) => Promise.resolve(commit(planCommit(writes, codecs))),
    purge: async () => Promise.resolve(purge()),
    ping: async () => Promise.resolve(),
    close: async () => Promise.resolve(),
  };
};
