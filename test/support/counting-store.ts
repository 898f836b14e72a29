/** A store that counts what it is asked and what it gives. */
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import type { Store, Versioned } from "../../src/ports/store.ts";

export interface Asked {
  requests: number;
  documents: number;
  /** Of the documents, as JSON. */
  bytes: number;
}

/** `asked` starts again at each `from`. */
export const countingStore = (
  store: Store,
): { readonly store: Store; readonly asked: Asked; readonly from: () => void } => {
  const asked: Asked = { requests: 0, documents: 0, bytes: 0 };
  const give = <D extends StoredDocument>(found: readonly Versioned<D>[]): void => {
    asked.requests += 1;
    asked.documents += found.length;
    for (const { doc } of found) asked.bytes += Buffer.byteLength(JSON.stringify(doc));
  };
  const counted: Store = {
    ...store,
    get: async (kind, id) => {
      const found = await store.get(kind, id);
      give(found === undefined ? [] : [found]);
      return found;
    },
    getMany: async (kind, ids) => {
      const found = await store.getMany(kind, ids);
      give(found);
      return found;
    },
    list: async (query) => {
      const page = await store.list(query);
      give(page.items);
      // A store reads one more than the page, to know whether there is one.
      if (page.cursor !== undefined) asked.documents += 1;
      return page;
    },
    commit: (writes) => {
      asked.requests += 1;
      return store.commit(writes);
    },
  };
  return { store: counted, asked, from: () => void Object.assign(asked, { requests: 0, documents: 0, bytes: 0 }) };
};
