/** Documents in one SQLite file on this machine's disk. Several processes may share it. */
import { setTimeout as wait } from "node:timers/promises";
import { catalogue } from "../../domain/records/catalogue.ts";
import { StoreUnavailable } from "../../ports/store.ts";
import type { Store } from "../../ports/store.ts";
import { pageOf, planCommit, readBack } from "../plan.ts";
import type { Catalogue } from "../plan.ts";
import { ensureFile, watchFile } from "./database-file.ts";
import { isBusy, openSqlite, sqliteCode } from "./driver.ts";
import type { SqliteDriver } from "./driver.ts";
import { prepareDatabase } from "./schema.ts";
import { applyPlan, findAll, findListed, findOne, purgeExpired } from "./statements.ts";

export interface SqliteStoreOptions {
  readonly file: string;
  readonly plieId: string;
  readonly now: () => Date;
  readonly catalogue?: Catalogue;
}

/** How long another process may keep the file before it counts as unavailable. */
const PATIENCE_MS = 2000;
/** SQLite waits with the whole thread stopped: briefly, then other turns go on while this one waits. */
const STOPPED_MS = 20;

const unavailable = (cause: unknown): StoreUnavailable =>
  cause instanceof StoreUnavailable ? cause : new StoreUnavailable(sqliteCode(cause), { cause });

const patiently = async <T>(attempt: () => T): Promise<T> => {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(sqliteCode(error)) || performance.now() > deadline) throw unavailable(error);
    }
    await wait(5 + Math.random() * 40);
  }
};

const open = (file: string): SqliteDriver => {
  ensureFile(file);
  const db = openSqlite(file, STOPPED_MS);
  try {
    prepareDatabase(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const inTransaction = <T>(db: SqliteDriver, work: () => T): T => {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk or an I/O error may have rolled back by itself.
    if (db.inTransaction()) db.exec("ROLLBACK");
    throw error;
  }
};

/**
 * Folds the log back into the file, so that the file alone is a whole copy and nothing that was erased is left in the log. What cannot be
 * stays in the log, where it is read as well.
 */
const fold = (db: SqliteDriver): void => {
  try {
    db.all("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    return;
  }
};

/** One PLIE's documents in `file`, which is created (mode 600) where it is not. Throws StoreUnavailable, whose message is a code. */
export const createSqliteStore = async (options: SqliteStoreOptions): Promise<Store> => {
  const { file, plieId, now, catalogue: codecs = catalogue } = options;
  const db = await patiently(() => open(file));
  const isThere = watchFile(file);
  let closed = false;

  const using = <T>(work: () => T): Promise<T> =>
    patiently(() => {
      if (closed) throw new StoreUnavailable("CLOSED");
      if (!isThere()) throw new StoreUnavailable("FILE_GONE");
      return work();
    });

  return {
    get: async (kind, id) => {
      const row = await using(() => findOne(db, plieId, kind, id, now()));
      return row === undefined ? undefined : readBack(codecs, kind, row);
    },
    getMany: async (kind, ids) => {
      const rows = await using(() => [...new Set(ids)].flatMap((id) => findOne(db, plieId, kind, id, now()) ?? []));
      return rows.map((row) => readBack(codecs, kind, row));
    },
    list: async (query) => pageOf(codecs, query, await using(() => findListed(db, plieId, query, now()))),
    scan: async (query) => pageOf(codecs, query, await using(() => findAll(db, plieId, query, now()))),
    commit: async (writes) => {
      const plan = planCommit(writes, codecs);
      if (plan.length === 0) return { ok: true, versions: new Map() };
      return using(() => inTransaction(db, () => applyPlan(db, plieId, plan, now())));
    },
    purge: async ({ whole } = { whole: false }) => {
      const removed = await using(() => inTransaction(db, () => purgeExpired(db, plieId, now())));
      try {
        // A page that was divided keeps a copy of what moved to the other: secure_delete does not see it.
        if (whole) await using(() => db.exec("VACUUM"));
      } finally {
        fold(db);
      }
      return removed;
    },
    ping: () => using(() => void db.all("SELECT last FROM versions")),
    close: async () => {
      if (!closed) {
        if (isThere()) fold(db);
        db.close();
      }
      closed = true;
      return Promise.resolve();
    },
  };
};
