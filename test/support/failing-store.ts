import { StoreUnavailable, type Store } from "../../src/ports/store.ts";

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
    purge: () => store.purge(),
    ping: () => store.ping(),
    close: () => store.close(),
  };
};
