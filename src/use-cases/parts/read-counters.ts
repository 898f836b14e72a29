/** What the dashboard counts, in three requests to the store whatever the number of people. */
import type { Counts, Part } from "../../domain/dashboard/measures.ts";
import { counterId } from "../../domain/dashboard/records.ts";
import type { Instant } from "../../domain/participant/codes.ts";
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

/** The counters of these parts; one where nobody counts has no key. */
export const readCounters = async (services: Services, parts: readonly Part[]): Promise<Counters> => {
  const upTo = await countedUpTo(services);
  const projection = (await services.store.get("projection", "cases"))?.doc;
  const none = new Map(parts.map((of): readonly [Part, Counts] => [of, {}]));
  // Until the first pass is over, what is counted is only a part of the people.
  if (projection === undefined || projection.readFrom === null) return { counts: none, upTo: null, readingAgain: true };
  const { generation, pass } = projection;
  const found = await services.store.getMany(
    "counter",
    parts.map((of) => counterId(generation, of)),
  );
  const counts = new Map([...none, ...found.map(({ doc }) => [doc.part, doc.counts] as const)]);
  return { counts, upTo, readingAgain: pass !== null };
};
