/** The shape of the database itself, brought up step by step; `user_version` counts the steps taken. */
import { StoreUnavailable } from "../../ports/store.ts";
import type { SqliteDriver } from "./driver.ts";
import { countOf } from "./rows.ts";

const STEPS: readonly string[] = [
  `CREATE TABLE documents (
     plie TEXT NOT NULL,
     kind TEXT NOT NULL,
     id TEXT NOT NULL,
     version INTEGER NOT NULL,
     json TEXT NOT NULL,
     sort TEXT NOT NULL,
     expires_at INTEGER,
     PRIMARY KEY (plie, kind, id)
   );
   CREATE INDEX documents_expiring ON documents (plie, expires_at) WHERE expires_at IS NOT NULL;
   CREATE TABLE document_keys (
     plie TEXT NOT NULL,
     kind TEXT NOT NULL,
     key TEXT NOT NULL,
     sort TEXT NOT NULL,
     id TEXT NOT NULL,
     PRIMARY KEY (plie, kind, key, sort)
   ) WITHOUT ROWID;
   CREATE INDEX document_keys_of ON document_keys (plie, kind, id);
   CREATE TABLE versions (last INTEGER NOT NULL);
   INSERT INTO versions (last) VALUES (0);`,
  "CREATE UNIQUE INDEX documents_in_order ON documents (plie, kind, sort);",
];

const shapeOf = (db: SqliteDriver): number => countOf(db.all("SELECT user_version AS count FROM pragma_user_version"));

/**
 * A committed batch is on the disk when the commit returns: synchronous=FULL. What is removed or written over is filled with zeros in the
 * file: secure_delete; the log still holds it until it is folded.
 * Nothing is put down elsewhere meanwhile: temp_store.
 */
export const prepareDatabase = (db: SqliteDriver): void => {
  db.all("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.all("PRAGMA secure_delete = ON");
  db.exec("PRAGMA temp_store = MEMORY");
  if (shapeOf(db) > STEPS.length) throw new StoreUnavailable("DATABASE_NEWER");
  if (shapeOf(db) === STEPS.length) return;
  db.exec("BEGIN IMMEDIATE");
  for (const step of STEPS.slice(shapeOf(db))) db.exec(step);
  db.exec(`PRAGMA user_version = ${STEPS.length}`);
  db.exec("COMMIT");
};
