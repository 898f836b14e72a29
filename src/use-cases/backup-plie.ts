/** Everything of a PLIE, line by line, page by page: memory does not grow with its size. */
import {
  documentLine,
  DUMP_PLACES,
  DUMPED_KINDS,
  DumpProof,
  headerLine,
  type DumpPlace,
} from "../domain/records/dump.ts";
import type { Ids } from "../ports/ids.ts";
import type { Store } from "../ports/store.ts";
import { everyOfKind } from "./frame/every-document.ts";

export interface PlieStores {
  readonly plieId: string;
  /** The cases, and the directory of services. */
  readonly stores: Readonly<Record<DumpPlace, Store>>;
  readonly ids: Pick<Ids, "digest">;
}

async function* linesOf(store: Store, place: DumpPlace): AsyncGenerator<string> {
  for (const kind of DUMPED_KINDS) for await (const { doc } of everyOfKind(store, kind)) yield documentLine(place, doc);
}

/**
 * The backup of a PLIE. What is written meanwhile may be half in it: whoever keeps it reads the PLIE once more and compares the ends, which are
 * the same only when nothing moved.
 */
export async function* backupPlie({ plieId, stores, ids }: PlieStores): AsyncGenerator<string> {
  const proof = new DumpProof((text) => ids.digest(text));
  yield proof.add(headerLine(plieId));
  for (const place of DUMP_PLACES) for await (const line of linesOf(stores[place], place)) yield proof.add(line);
  yield proof.end();
}

/** The last line of the backup that would be made now. */
export const endOfBackup = async (of: PlieStores): Promise<string> => {
  let end = "";
  for await (const line of backupPlie(of)) end = line;
  return end;
};
