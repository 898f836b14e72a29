/** The numbers of a counter, each with the key of the list behind it. */
import { listKey, readCounterKey, type Counts, type Part } from "../../src/domain/dashboard/measures.ts";

/** By the key of the list, for everyone and for one référent. */
export const numbersBehind = (of: Part, counts: Counts): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const [key, people] of Object.entries(counts)) {
    const { measure, referent } = readCounterKey(key);
    for (const list of new Set([listKey(measure, of), listKey(measure, of, referent)]))
      numbers.set(list, (numbers.get(list) ?? 0) + people);
  }
  return numbers;
};
