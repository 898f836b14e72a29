/** Counters: what cases add to them and take from them. Adding commutes across cases. */
import { counterKeyIn, type Counts, type Marks, type Part } from "./measures.ts";

/** A case counts for `after` instead of `before`; null: for nothing. */
export interface Change {
  readonly before: Marks | null;
  readonly after: Marks | null;
}
type Difference = ReadonlyMap<string, number>;

/** What changes in each part, by key; a part where nothing does is absent. */
export const differencesOf = (changes: readonly Change[]): ReadonlyMap<Part, Difference> => {
  const parts = new Map<Part, Map<string, number>>();
  const add = (marks: Marks | null, count: number): void => {
    for (const [of, list] of Object.entries(marks ?? {})) {
      const keys = parts.get(of) ?? new Map<string, number>();
      for (const key of list.map((mark) => counterKeyIn(of, mark))) {
        const next = (keys.get(key) ?? 0) + count;
        if (next === 0) keys.delete(key);
        else keys.set(key, next);
      }
      if (keys.size === 0) parts.delete(of);
      else parts.set(of, keys);
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return parts;
};

/** The counts of a part once it differs so; keys in their order, so that the same counts are the same bytes, and none at zero. */
export const countsWith = (counts: Counts, difference: Difference): Counts => {
  const next = new Map(Object.entries(counts));
  for (const [key, by] of difference) next.set(key, (next.get(key) ?? 0) + by);
  const kept = [...next].filter(([, count]) => count !== 0);
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
};
