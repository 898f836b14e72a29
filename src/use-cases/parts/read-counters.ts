/**
 * What the dashboard counts, in three requests to the store whatever the number of people; in two small ones while nothing more is counted: whoever
 * looks asks every two seconds.
 */
import type { Counts, Part } from "../../domain/dashboard/measures.ts";
import type { Projection } from "../../domain/dashboard/projection.ts";
import { counterId, countsIn } from "../../domain/dashboard/records.ts";
import type { Instant } from "../../domain/participant/codes.ts";
import type { Store, Version, Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

export interface Counters {
  readonly counts: ReadonlyMap<Part, Counts>;
  /** Everything recorded until then is counted; null: nothing was counted yet. */
  readonly upTo: Instant | null;
  /** Every case is being read again: what changed meanwhile (the directory, the framework) is not counted everywhere. */
  readonly readingAgain: boolean;
}

/** What the oldest marker says is not counted yet. */
const countedUpTo = async ({ store, clock }: Services): Promise<Instant> => {
  const now = clock.now().toISOString();
  const { items } = await store.list({ kind: "marker", key: "all", limit: 1 });
  return items[0]?.doc.at ?? now;
};

type CountsOf = Counters["counts"];

/** What was read since the projector last wrote, by the parts that were asked for together; for each store. */
interface Remembered {
  readonly version: Version;
  readonly read: Map<string, Promise<CountsOf>>;
}
const remembered = new WeakMap<Store, Remembered>();
/** As many periods as are looked at between two writings. */
const PERIODS_KEPT = 8;

const memoryOf = (store: Store, version: Version): Remembered => {
  const known = remembered.get(store);
  if (known?.version === version) return known;
  const fresh: Remembered = { version, read: new Map() };
  remembered.set(store, fresh);
  return fresh;
};

const noneIn = (parts: readonly Part[]): CountsOf => new Map(parts.map((of): readonly [Part, Counts] => [of, {}]));

const readParts = async (store: Store, generation: string, parts: readonly Part[]): Promise<CountsOf> => {
  const found = await store.getMany(
    "counter",
    parts.map((of) => counterId(generation, of)),
  );
  return new Map([...noneIn(parts), ...found.map(({ doc }) => [doc.part, countsIn(doc)] as const)]);
};

/** Counters change with the projection, in one batch: what was read with the same one is what is there. */
const countsOf = (
  store: Store,
  { version, doc: { generation } }: Versioned<Projection>,
  parts: readonly Part[],
): Promise<CountsOf> => {
  const { read } = memoryOf(store, version);
  const asked = parts.join();
  const known = read.get(asked);
  if (known !== undefined) return known;
  const reading = readParts(store, generation, parts);
  const [oldest] = read.keys();
  if (read.size === PERIODS_KEPT && oldest !== undefined) read.delete(oldest);
  read.set(asked, reading);
  // A storage that did not answer is asked again the next time.
  reading.catch(() => read.delete(asked));
  return reading;
};

/** The counters of these parts; one where nobody counts has no key. */
export const readCounters = async (services: Services, parts: readonly Part[]): Promise<Counters> => {
  const upTo = await countedUpTo(services);
  const projection = await services.store.get("projection", "cases");
  // Until the first pass is over, what is counted is only a part of the people.
  if (projection === undefined || projection.doc.readFrom === null)
    return { counts: noneIn(parts), upTo: null, readingAgain: true };
  return {
    counts: await countsOf(services.store, projection, parts),
    upTo,
    readingAgain: projection.doc.pass !== null,
  };
};
