/** Cases and the counters that they move, in one batch that another instance cannot have overtaken. */
import { countsWith, differencesOf, type Change } from "../../domain/dashboard/count-marks.ts";
import type { Marks, Part } from "../../domain/dashboard/measures.ts";
import type { Projection } from "../../domain/dashboard/projection.ts";
import { counterId, counterOf, countsIn } from "../../domain/dashboard/records.ts";
import { MAX_COMMIT_BYTES, MAX_WRITES, type Versioned, type Write } from "../../ports/store.ts";
import type { Folded } from "./fold-cases.ts";
import type { PictureReader } from "./read-picture.ts";
import type { Services } from "../frame/services.ts";

/** `overtaken`: another instance counted first, or what cases are read from changed meanwhile; nothing was written. */
export type Step = "idle" | "moved" | "overtaken";

/** Where the projector stands, and what it reads with. */
export interface Counting {
  readonly services: Services;
  readonly reader: PictureReader;
  readonly projection: Versioned<Projection>;
}

/** What some cases change: of the projection, of the counters of each generation, and beside them. */
export interface Batch {
  readonly next: Projection;
  readonly changes: readonly { readonly generation: string; readonly of: readonly Change[] }[];
  readonly beside: readonly Write[];
}

const counterWrites = async (
  { store }: Services,
  generation: string,
  changes: readonly Change[],
): Promise<readonly Write[]> => {
  const differences = differencesOf(changes);
  const idOf = (of: Part): string => counterId(generation, of);
  const found = await store.getMany("counter", [...differences.keys()].map(idOf));
  const known = new Map(found.map(({ doc }) => [doc.part, countsIn(doc)]));
  return [...differences].map(([of, difference]): Write => {
    const counts = countsWith(known.get(of) ?? {}, difference);
    return Object.keys(counts).length === 0
      ? { op: "delete", kind: "counter", id: idOf(of) }
      : { op: "put", doc: counterOf(generation, of, counts) };
  });
};

const writesOf = async ({ services, projection }: Counting, batch: Batch): Promise<readonly Write[]> => {
  const counters = await Promise.all(
    batch.changes.map(({ generation, of }) => counterWrites(services, generation, of)),
  );
  return [{ op: "put", doc: batch.next, expected: projection.version }, ...counters.flat(), ...batch.beside];
};

const bytesOf = (write: Write): number =>
  write.op === "put" ? new TextEncoder().encode(JSON.stringify(write.doc)).length : 0;

/** The part of a batch that a store takes at once: 1, or less than that where it is too large. */
const shareTaken = (writes: readonly Write[]): number => {
  const bytes = writes.reduce((sum, write) => sum + bytesOf(write), 0);
  return Math.min(1, MAX_WRITES / writes.length, MAX_COMMIT_BYTES / bytes);
};

/**
 * Everything in one batch. The projection is written each time with the version that was read first: what another instance counted
 * meanwhile refuses the batch as a whole. What cases are read from may have changed too: lines would bear what they were not read against.
 */
export const writeCounted = async (counting: Counting, writes: readonly Write[]): Promise<Step> => {
  if (!(await counting.reader.stillCurrent())) return "overtaken";
  return (await counting.services.store.commit(writes)).ok ? "moved" : "overtaken";
};

/** Cases that are not counted yet in the counters to be written count for nothing there; the others go on counting for what they were. */
type CountedBefore = (one: Folded) => Marks | null;

const setAside = ({ services }: Counting, one: Folded, countedBefore: CountedBefore): Folded => {
  services.log.error("projector.setAside", { caseId: one.code });
  const marks = countedBefore(one);
  return { ...one, before: marks, after: marks, writes: one.writesCounting(marks ?? {}) };
};

/**
 * As many of these cases as one batch takes, in their order. One that no batch can take, with the counters that it moves, is set aside: it keeps
 * nobody else from being counted.
 */
export const writeFolded = async (
  counting: Counting,
  folded: readonly Folded[],
  countedBefore: CountedBefore,
  batchOf: (taken: readonly Folded[]) => Batch,
): Promise<Step> => {
  let taken = folded;
  for (;;) {
    const writes = await writesOf(counting, batchOf(taken));
    const share = shareTaken(writes);
    if (share === 1) return writeCounted(counting, writes);
    const [alone, ...others] = taken;
    if (alone !== undefined && others.length === 0)
      return writeCounted(counting, await writesOf(counting, batchOf([setAside(counting, alone, countedBefore)])));
    taken = taken.slice(0, Math.max(1, Math.floor(taken.length * share)));
  }
};
