/** What each reader was last given of what they ask for again and again: a mark that did not move gets no body, and nothing is read again for it. */
import type { Services } from "../use-cases/frame/services.ts";

interface Given {
  readonly mark: string;
  readonly etag: string;
  readonly until: number;
}
/** Whatever a mark would not tell is told after this long. */
const KEPT_MS = 60_000;
const READERS_KEPT = 500;

/** One for each product: two of them, even in one process, give nothing for each other. */
const remembered = new WeakMap<Services["store"], Map<string, Given>>();
const memoryOf = ({ store }: Services): Map<string, Given> => {
  const known = remembered.get(store) ?? new Map<string, Given>();
  remembered.set(store, known);
  return known;
};

/** Whether what this reader holds is what they would be given. */
export const holdsLatest = (services: Services, reader: string, mark: string, etag: string | undefined): boolean => {
  const given = memoryOf(services).get(reader);
  return given?.mark === mark && given.etag === etag && services.clock.now().getTime() < given.until;
};

export const noteGiven = (services: Services, reader: string, mark: string, etag: string): void => {
  const memory = memoryOf(services);
  memory.delete(reader);
  const [oldest] = memory.keys();
  if (memory.size >= READERS_KEPT && oldest !== undefined) memory.delete(oldest);
  memory.set(reader, { mark, etag, until: services.clock.now().getTime() + KEPT_MS });
};
