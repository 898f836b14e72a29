/** A backup back into an empty store, of any kind: the whole file is proved before anything is written, and what was written is read again at the end. */
import {
  documentLine,
  DumpProof,
  headerLine,
  readDocument,
  readHeader,
  type DumpedDocument,
  type DumpPlace,
  type LineFault,
} from "../domain/records/dump.ts";
import { MAX_COMMIT_BYTES, MAX_WRITES, type Store } from "../ports/store.ts";
import { backupPlie, endOfBackup, type PlieStores } from "./backup-plie.ts";

/** A new reading of the same file, from its first line. */
export type Lines = () => AsyncIterable<string>;

export type RestoreFault =
  | { readonly fault: LineFault; readonly line: number }
  /** `cut`: the file stops before its end; `changed`: a line is not what it was; `otherPlie`: the backup of another PLIE. */
  | { readonly fault: "cut" | "changed" | "otherPlie" }
  /** The store holds something that is not the beginning of this backup. */
  | { readonly fault: "notEmpty" }
  /** Someone else writes in the store. */
  | { readonly fault: "moved" };
export type Restored = { readonly ok: true; readonly documents: number } | ({ readonly ok: false } & RestoreFault);

type Proved =
  { readonly ok: true; readonly end: string; readonly documents: number } | ({ readonly ok: false } & RestoreFault);

const faultOf = (fault: RestoreFault): { readonly ok: false } & RestoreFault => ({ ok: false, ...fault });

/** Reads the file to its end, and gives each document. `end`: what a backup of what it restores will end with. */
export const proveBackup = async (
  { plieId, ids }: Pick<PlieStores, "plieId" | "ids">,
  lines: Lines,
  each: (document: DumpedDocument) => void = () => undefined,
): Promise<Proved> => {
  const digest = (text: string): string => ids.digest(text);
  const [proof, restored] = [new DumpProof(digest), new DumpProof(digest)];
  let [number, last] = [0, ""];
  for await (const line of lines()) {
    number += 1;
    if (number === 1) {
      const of = readHeader(line);
      if (!of.ok) return faultOf({ fault: of.fault, line: number });
      if (of.value !== plieId) return faultOf({ fault: "otherPlie" });
      proof.add(line);
      restored.add(headerLine(plieId));
      continue;
    }
    // The end is known once nothing follows it.
    if (last !== "") {
      const read = readDocument(last);
      if (!read.ok) return faultOf({ fault: read.fault, line: number - 1 });
      proof.add(last);
      restored.add(documentLine(read.value.place, read.value.doc));
      each(read.value);
    }
    last = line;
  }
  if (number === 0) return faultOf({ fault: "notABackup", line: 1 });
  if (!last.startsWith('{"documents":')) return faultOf({ fault: "cut" });
  return last === proof.end()
    ? { ok: true, end: restored.end(), documents: proof.documents }
    : faultOf({ fault: "changed" });
};

/** How many documents of the file the store holds already, from the first on: a restoration that was cut goes on. Null: it holds something else. */
const heldAlready = async (of: PlieStores, lines: Lines): Promise<number | null> => {
  const held = backupPlie(of);
  const next = async (): Promise<string | undefined> => {
    const line = await held.next();
    return line.done === true || line.value.startsWith('{"documents":') ? undefined : line.value;
  };
  await next();
  let [count, present] = [0, await next()];
  for await (const { place, doc } of documentsOf(lines)) {
    if (present === undefined) return count;
    if (present !== documentLine(place, doc)) return null;
    count += 1;
    present = await next();
  }
  return present === undefined ? count : null;
};

/** Of a file that was proved. */
async function* documentsOf(lines: Lines): AsyncGenerator<DumpedDocument> {
  for await (const line of lines()) {
    const read = readDocument(line);
    if (read.ok) yield read.value;
  }
}

const bytesOf = ({ doc }: DumpedDocument): number => new TextEncoder().encode(JSON.stringify(doc)).length;

/** As many as one commit takes, of one store. */
async function* batchesOf(documents: AsyncIterable<DumpedDocument>): AsyncGenerator<readonly DumpedDocument[]> {
  let batch: DumpedDocument[] = [];
  let bytes = 0;
  for await (const one of documents) {
    const size = bytesOf(one);
    const full = batch.length === MAX_WRITES || bytes + size > MAX_COMMIT_BYTES || batch[0]?.place !== one.place;
    if (full && batch.length > 0) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(one);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function* after(documents: AsyncIterable<DumpedDocument>, count: number): AsyncGenerator<DumpedDocument> {
  let seen = 0;
  for await (const one of documents) {
    seen += 1;
    if (seen > count) yield one;
  }
}

const write = async (
  stores: Readonly<Record<DumpPlace, Store>>,
  batch: readonly DumpedDocument[],
): Promise<boolean> => {
  const [first] = batch;
  if (first === undefined) return true;
  const writes = batch.map(({ doc }) => ({ op: "put", doc, expected: "new" }) as const);
  return (await stores[first.place].commit(writes)).ok;
};

/**
 * Restores a backup into an empty store. Nothing is written before the file was read to its end; a restoration that was cut is taken up where it
 * stopped. Documents that live for a while live for as long again.
 */
export const restorePlie = async (of: PlieStores, lines: Lines): Promise<Restored> => {
  const proved = await proveBackup(of, lines);
  if (!proved.ok) return proved;
  const held = await heldAlready(of, lines);
  if (held === null) return faultOf({ fault: "notEmpty" });
  for await (const batch of batchesOf(after(documentsOf(lines), held)))
    if (!(await write(of.stores, batch))) return faultOf({ fault: "moved" });
  return (await endOfBackup(of)) === proved.end
    ? { ok: true, documents: proved.documents }
    : faultOf({ fault: "moved" });
};
