/** Each thing the store asks of SQLite, in SQL, for one PLIE. Every value is a parameter. Synchronous. */
import type { DocumentKind } from "../../domain/records/catalogue.ts";
import type { CommitResult, ListQuery, ScanQuery, Version } from "../../ports/store.ts";
import { boundsOf, expiryOf, sortOf } from "../plan.ts";
import type { PlannedWrite } from "../plan.ts";
import type { SqliteDriver } from "./driver.ts";
import { countOf, storedRows } from "./rows.ts";
import type { StoredRow } from "./rows.ts";

const COLUMNS = "d.id, d.json, d.version, d.sort";
const ALIVE = "(d.expires_at IS NULL OR d.expires_at > ?)";

export const findOne = (
  db: SqliteDriver,
  plie: string,
  kind: DocumentKind,
  id: string,
  now: Date,
): StoredRow | undefined =>
  storedRows(
    db.all(
      `SELECT ${COLUMNS} FROM documents d WHERE d.plie = ? AND d.kind = ? AND d.id = ? AND ${ALIVE}`,
      plie,
      kind,
      id,
      now.getTime(),
    ),
  )[0];

/** One range of the primary key of `document_keys`, whatever its size. */
export const findListed = (
  db: SqliteDriver,
  plie: string,
  query: ListQuery<DocumentKind>,
  now: Date,
): readonly StoredRow[] => {
  const { low, high } = boundsOf(query);
  const sql = `SELECT ${COLUMNS} FROM document_keys k
    JOIN documents d ON d.plie = k.plie AND d.kind = k.kind AND d.id = k.id
    WHERE k.plie = ? AND k.kind = ? AND k.key = ? AND k.sort ${low.included ? ">=" : ">"} ?
    ${high === undefined ? "" : "AND k.sort < ?"} AND ${ALIVE}
    ORDER BY k.sort ${query.descending === true ? "DESC" : "ASC"} LIMIT ?`;
  const upTo = high === undefined ? [] : [high];
  return storedRows(db.all(sql, plie, query.kind, query.key, low.sort, ...upTo, now.getTime(), query.limit + 1));
};

/** One range of `documents_in_order`, whatever its size. */
export const findAll = (
  db: SqliteDriver,
  plie: string,
  query: ScanQuery<DocumentKind>,
  now: Date,
): readonly StoredRow[] => {
  const { low } = boundsOf(query);
  const sql = `SELECT ${COLUMNS} FROM documents d
    WHERE d.plie = ? AND d.kind = ? AND d.sort ${low.included ? ">=" : ">"} ? AND ${ALIVE}
    ORDER BY d.sort LIMIT ?`;
  return storedRows(db.all(sql, plie, query.kind, low.sort, now.getTime(), query.limit + 1));
};

const dropKeys = (db: SqliteDriver, plie: string, kind: DocumentKind, id: string): void =>
  void db.run("DELETE FROM document_keys WHERE plie = ? AND kind = ? AND id = ?", plie, kind, id);

const write = (db: SqliteDriver, plie: string, { kind, id, row }: PlannedWrite, version: number, now: Date): void => {
  dropKeys(db, plie, kind, id);
  if (row === undefined) {
    db.run("DELETE FROM documents WHERE plie = ? AND kind = ? AND id = ?", plie, kind, id);
    return;
  }
  const sort = sortOf(row);
  db.run(
    "INSERT OR REPLACE INTO documents (plie, kind, id, version, json, sort, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    plie,
    kind,
    id,
    version,
    row.json,
    sort,
    expiryOf(row, now),
  );
  for (const key of row.keys)
    db.run("INSERT INTO document_keys (plie, kind, key, sort, id) VALUES (?, ?, ?, ?, ?)", plie, kind, key, sort, id);
};

const holds = (expected: PlannedWrite["expected"], current: Version | undefined): boolean =>
  expected === undefined || (expected === "new" ? current === undefined : current === expected);

/** Takes as many versions as there are writes; a version that was taken is never given again. */
const takeVersions = (db: SqliteDriver, count: number): number =>
  countOf(db.all("UPDATE versions SET last = last + ? RETURNING last AS count", count)) - count;

/** To be run inside one transaction: looks at the guards, then writes. */
export const applyPlan = (db: SqliteDriver, plie: string, plan: readonly PlannedWrite[], now: Date): CommitResult => {
  const failed = plan.find(
    ({ expected, kind, id }) => expected !== undefined && !holds(expected, findOne(db, plie, kind, id, now)?.version),
  );
  if (failed !== undefined) return { ok: false, conflict: { kind: failed.kind, id: failed.id } };
  const before = takeVersions(db, plan.length);
  plan.forEach((one, index) => write(db, plie, one, before + index + 1, now));
  const versions = plan.flatMap((one, index) =>
    one.row === undefined ? [] : [[one.key, String(before + index + 1)] as const],
  );
  return { ok: true, versions: new Map(versions) };
};

/** To be run inside one transaction. */
export const purgeExpired = (db: SqliteDriver, plie: string, now: Date): number => {
  db.run(
    `DELETE FROM document_keys WHERE plie = ? AND (kind, id) IN
       (SELECT kind, id FROM documents WHERE plie = ? AND expires_at IS NOT NULL AND expires_at <= ?)`,
    plie,
    plie,
    now.getTime(),
  );
  return db.run(
    "DELETE FROM documents WHERE plie = ? AND expires_at IS NOT NULL AND expires_at <= ?",
    plie,
    now.getTime(),
  ).changes;
};
