import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { PaperText } from "../ports/papers.ts";
import type { Store } from "../ports/store.ts";

interface Keeping {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

const keepOne = async ({ store, clock, ids }: Keeping, { name, version, text }: PaperText): Promise<boolean> => {
  const id = `${name}.${version}`;
  const sha256 = ids.digest(text);
  const known = await store.get("paper", id);
  if (known !== undefined) return known.doc.sha256 === sha256;
  const at = clock.now().toISOString();
  const written = await store.commit([
    { op: "put", doc: { kind: "paper", schemaVersion: 1, name, version, sha256, text, at }, expected: "new" },
  ]);
  return written.ok || (await store.get("paper", id))?.doc.sha256 === sha256;
};

/** The files whose version is already kept with other content: what was answered with a version is read with it for good. */
export const keepPapers = async (services: Keeping, texts: readonly PaperText[]): Promise<readonly PaperText[]> => {
  const changed: PaperText[] = [];
  for (const one of texts) if (!(await keepOne(services, one))) changed.push(one);
  return changed;
};
