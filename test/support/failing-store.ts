import { rowOf, type DocumentKind, type DocumentOf } from "../../src/domain/records/catalogue.ts";
import { StoreUnavailable, UnreadableDocument, type Page, type Store } from "../../src/ports/store.ts";

/** A storage whose `at`-th commit from now, and all that follow, fail: what a process that stops leaves behind. */
export const failingAt = (store: Store, at: number): Store => {
  let commits = 0;
  return {
    get: (kind, id) => store.get(kind, id),
    getMany: (kind, ids) => store.getMany(kind, ids),
    list: (query) => store.list(query),
    scan: (query) => store.scan(query),
    commit: (writes) => {
      commits += 1;
      return commits < at ? store.commit(writes) : Promise.reject(new StoreUnavailable("CUT"));
    },
    purge: (how) => store.purge(how),
    ping: () => store.ping(),
    close: () => store.close(),
  };
};

/** A storage of which one document is damaged: whoever reads it is told so. */
export const unreadableAt = (store: Store, kind: DocumentKind, id: string): Store => {
  const check = (asked: DocumentKind, ids: readonly string[]): void => {
    if (asked === kind && ids.includes(id)) throw new UnreadableDocument(`${kind}:${id}`);
  };
  const checked = async <K extends DocumentKind>(
    reading: Promise<Page<DocumentOf<K>>>,
  ): Promise<Page<DocumentOf<K>>> => {
    const page = await reading;
    for (const { doc } of page.items) check(doc.kind, [rowOf(doc).id]);
    return page;
  };
  return {
    get: async (asked, of) => {
      check(asked, [of]);
      return store.get(asked, of);
    },
    getMany: async (asked, ids) => {
      check(asked, ids);
      return store.getMany(asked, ids);
    },
    list: (query) => checked(store.list(query)),
    scan: (query) => checked(store.scan(query)),
    commit: (writes) => store.commit(writes),
    purge: (how) => store.purge(how),
    ping: () => store.ping(),
    close: () => store.close(),
  };
};
