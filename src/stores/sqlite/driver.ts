/** The few calls the store makes to SQLite, so that another driver (node:sqlite) can replace libsql here alone. */
import Database from "libsql";

export type SqlValue = string | number | null;

export interface SqliteDriver {
  /** One or more statements without parameters. */
  readonly exec: (sql: string) => void;
  readonly run: (sql: string, ...values: readonly SqlValue[]) => { readonly changes: number };
  readonly all: (sql: string, ...values: readonly SqlValue[]) => readonly unknown[];
  readonly inTransaction: () => boolean;
  readonly close: () => void;
}

/** libsql cuts a text at U+0000. Ids and keys only: documents are JSON, where it is escaped. */
const bindable = (value: SqlValue): SqlValue =>
  typeof value === "string" ? value.replaceAll("\u0000", "\uFFFD") : value;

/** `timeout`: milliseconds that SQLite itself waits for another process, with this thread stopped. */
export const openSqlite = (file: string, timeout: number): SqliteDriver => {
  const database = new Database(file, { timeout });
  const prepare = (sql: string) => database.prepare<SqlValue[]>(sql);
  const statements = new Map<string, ReturnType<typeof prepare>>();
  const prepared = (sql: string): ReturnType<typeof prepare> => {
    const statement = statements.get(sql) ?? prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    exec: (sql) => void database.exec(sql),
    run: (sql, ...values) => ({ changes: prepared(sql).run(...values.map(bindable)).changes }),
    all: (sql, ...values) => prepared(sql).all(...values.map(bindable)),
    inTransaction: () => database.inTransaction,
    close: () => {
      statements.clear();
      database.close();
    },
  };
};

/** SQLite's own name for what went wrong: SQLITE_FULL, SQLITE_BUSY… */
export const sqliteCode = (error: unknown): string => {
  if (error instanceof Error && "code" in error && typeof error.code === "string" && error.code !== "")
    return error.code;
  return "SQLITE_CANTOPEN";
};

/** Another process is writing: worth trying again soon. */
export const isBusy = (code: string): boolean => code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED");
