/** Puts a batch of records into the next version, each beside what it was before. */
import type { RecordKind } from "../../domain/offer/check-record.ts";
import { reject, REJECTION_WORDS, type Tally } from "../../domain/offer/import-report.ts";
import type { Extension, StoredService, StoredStructure } from "../../domain/offer/records.ts";
import { sameRecord } from "../../domain/offer/same-record.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { NextDirectory } from "./next-directory.ts";

interface Valid {
  readonly rank: number;
  readonly id: string;
  readonly source: string;
  readonly record: StoredService["record"];
}
interface Invalid {
  readonly rank: number;
  readonly id: string | null;
  /** Why, in French. */
  readonly refused: readonly string[];
  readonly otherKind: boolean;
  /** Its cells are not under the names of their columns: what stands for an id may be something else. */
  readonly shifted: boolean;
}
export type Entry = Valid | Invalid;

type Stored = StoredService | StoredStructure;
type StoredKind = Stored["kind"];
const STORED: Readonly<Record<RecordKind, StoredKind>> = { services: "service", structures: "structure" };

/** The PLIE's own, as long as its file holds it: no import takes its place. */
const isOwn = (former: Stored): boolean =>
  former.origin === "local" && (former.kind === "structure" || former.closedOn === null);

const serviceOf = (
  { id, source, record }: Valid,
  former: StoredService | undefined,
  extension: Extension | null,
  today: Day,
): StoredService => ({
  kind: "service",
  schemaVersion: 1,
  version: "",
  id,
  source,
  origin: "import",
  record,
  local: former?.origin === "import" ? former.local : extension,
  closedOn: null,
  openedOn: former?.closedOn === null ? former.openedOn : today,
});

const structureOf = ({ id, source, record }: Valid): StoredStructure => ({
  kind: "structure",
  schemaVersion: 1,
  version: "",
  id,
  source,
  origin: "import",
  record,
});

/** Counts what a record does; the same record stays as it was, to the letter. */
export const settle = <D extends Stored>(next: D, former: Stored | undefined, tally: Tally): D | Stored => {
  if (former === undefined) tally.added += 1;
  else if (former.kind === "service" && former.closedOn !== null) tally.reopened += 1;
  else if (isSame(next, former)) {
    tally.unchanged += 1;
    return former;
  } else tally.changed += 1;
  return next;
};

const isSame = (next: Stored, former: Stored): boolean =>
  next.origin === former.origin &&
  sameRecord(next.record, former.record) &&
  (next.kind === "structure" || former.kind === "structure" || sameRecord(next.local, former.local));

const storedOf = (
  entry: Valid,
  former: Stored | undefined,
  extension: Extension | null,
  kind: StoredKind,
  today: Day,
) =>
  kind === "structure"
    ? structureOf(entry)
    : serviceOf(entry, former?.kind === "service" ? former : undefined, extension, today);

/** What is rejected keeps what it was before. A record that comes twice counts once, the first time. */
export const placeRecords = async (
  next: NextDirectory,
  kind: RecordKind,
  entries: readonly Entry[],
  today: Day,
  tally: Tally,
): Promise<void> => {
  const stored = STORED[kind];
  const ids = [...new Set(entries.flatMap(({ id }) => id ?? []))];
  const [former, extensions] = await Promise.all([next.former(stored, ids), next.former("serviceExtension", ids)]);
  const placed = new Set((await next.written(stored, ids)).keys());
  const keep = async (entry: Entry, reasons: readonly string[]): Promise<void> => {
    reject(tally, { rank: entry.rank, id: entry.id, reasons });
    const before = former.get(entry.id ?? "");
    if (before === undefined || placed.has(before.id)) return;
    placed.add(before.id);
    await next.put(before);
  };
  for (const entry of entries) {
    if ("refused" in entry) {
      if (entry.otherKind) tally.otherKind += 1;
      if (entry.shifted && entry.id !== null && !former.has(entry.id)) tally.unnamed += 1;
      await keep(entry, entry.refused);
      continue;
    }
    tally.valid += 1;
    const before = former.get(entry.id);
    if (before !== undefined && isOwn(before)) await keep(entry, [REJECTION_WORDS.own]);
    else if (placed.has(entry.id)) await keep(entry, [REJECTION_WORDS.twice]);
    else {
      placed.add(entry.id);
      const extension = extensions.get(entry.id)?.local ?? null;
      await next.put(settle(storedOf(entry, before, extension, stored, today), before, tally));
    }
  }
};
