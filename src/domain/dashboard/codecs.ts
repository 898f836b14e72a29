/** How the lists and counters that a dashboard reads, and what is still to be counted, are kept and found again. */
import { define, sortable } from "../codec.ts";
import { listedKeys, listedOrder } from "./lists.ts";
import { marker, projection } from "./projection.ts";
import { counter, counterId, listed, listedId } from "./records.ts";

export const dashboardCodecs = {
  listed: define({ schema: listed, id: listedId, keys: listedKeys, order: listedOrder }),
  counter: define({
    schema: counter,
    id: (doc) => counterId(doc.generation, doc.part),
    keys: (doc) => [`generation:${doc.generation}`],
    order: (doc) => doc.part,
  }),
  marker: define({
    schema: marker,
    id: (doc) => `${doc.code}.${doc.edition}`,
    keys: () => ["all"],
    order: (doc) => `${doc.at} ${doc.code}.${sortable(doc.edition)}`,
  }),
  projection: define({ schema: projection, id: () => "cases", keys: () => [], order: () => "" }),
} as const;
