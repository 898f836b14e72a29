/**
 * The best few services for a set of needs, exactly: most weight covered, then fewest services, then the shortest total way, the shortest total
 * delay, the most places, the ids. Services that answer the same needs are compared once and for all, so the size of the directory costs nothing here.
 */

/** How a service stands among those that answer the same needs: the smaller, the sooner. Ids are unique. */
export interface Standing {
  readonly id: string;
  readonly metres: number;
  readonly waiting: number;
  readonly places: number;
}

export interface Item extends Standing {
  /** One bit for each need that it answers. */
  readonly mask: number;
}

export const standsBefore = (one: Standing, other: Standing): boolean =>
  one.metres !== other.metres
    ? one.metres < other.metres
    : one.waiting !== other.waiting
      ? one.waiting < other.waiting
      : one.places !== other.places
        ? one.places < other.places
        : one.id < other.id;

interface Bundle<T> {
  readonly mask: number;
  readonly metres: number;
  readonly waiting: number;
  readonly places: number;
  /** Sorted by id. */
  readonly items: readonly T[];
}

const NOTHING = { mask: 0, metres: 0, waiting: 0, places: 0, items: [] } as const;

const withItem = <T extends Item>(bundle: Bundle<T>, item: T): Bundle<T> => ({
  mask: bundle.mask | item.mask,
  metres: bundle.metres + item.metres,
  waiting: bundle.waiting + item.waiting,
  places: bundle.places + item.places,
  items: [...bundle.items, item].sort((one, other) => (one.id < other.id ? -1 : 1)),
});

/** Between bundles of as many services. */
const bundleBefore = <T extends Item>(one: Bundle<T>, other: Bundle<T>): boolean => {
  if (one.metres !== other.metres) return one.metres < other.metres;
  if (one.waiting !== other.waiting) return one.waiting < other.waiting;
  if (one.places !== other.places) return one.places < other.places;
  const at = one.items.findIndex((item, index) => item.id !== other.items[index]?.id);
  return at >= 0 && (one.items[at]?.id ?? "") < (other.items[at]?.id ?? "");
};

/** Could the bundle with this item stand before that one? Read on the ways first, so that most are never built. */
const mayStandBefore = <T extends Item>(bundle: Bundle<T>, item: T, other: Bundle<T> | undefined): boolean =>
  other === undefined || bundle.metres + item.metres <= other.metres;

/** The best one for each set of needs; then without those that answer no more than another that stands before them, which no best bundle holds. */
const frontier = <T extends Item>(items: readonly T[]): readonly T[] => {
  const best = [...bestByMask(items).values()];
  return best.filter(
    (item) =>
      !best.some((other) => other !== item && (item.mask & other.mask) === item.mask && standsBefore(other, item)),
  );
};

const bestByMask = <T extends Item>(items: readonly T[]): ReadonlyMap<number, T> => {
  const best = new Map<number, T>();
  for (const item of items) {
    const known = best.get(item.mask);
    if (known === undefined || standsBefore(item, known)) best.set(item.mask, item);
  }
  return best;
};

/** One more service each: the best bundle for each set of needs that fewer services do not reach. */
const grown = <T extends Item>(
  layer: Iterable<Bundle<T>>,
  items: readonly T[],
  reached: ReadonlySet<number>,
): ReadonlyMap<number, Bundle<T>> => {
  const next = new Map<number, Bundle<T>>();
  for (const bundle of layer)
    for (const item of items) {
      const mask = bundle.mask | item.mask;
      if (reached.has(mask)) continue;
      const known = next.get(mask);
      if (!mayStandBefore(bundle, item, known)) continue;
      const tried = withItem(bundle, item);
      if (known === undefined || bundleBefore(tried, known)) next.set(mask, tried);
    }
  return next;
};

/**
 * `weights`: of each bit. `oneOf`: when given, exactly one service is first taken among these (a step in an insertion structure), whatever it answers.
 */
export const choose = <T extends Item>(
  items: readonly T[],
  weights: readonly number[],
  atMost: number,
  oneOf?: readonly T[],
): readonly T[] => {
  const useful = frontier(items.filter(({ mask }) => mask !== 0));
  const weigh = (mask: number): number =>
    weights.reduce((total, weight, bit) => ((mask >> bit) & 1 ? total + weight : total), 0);
  const first =
    oneOf === undefined ? [NOTHING] : [...bestByMask(oneOf).values()].map((item) => withItem(NOTHING, item));
  const reached = new Set<number>();
  let layer: readonly Bundle<T>[] = first;
  let best: Bundle<T> | null = null;
  let heaviest = -1;
  for (let count = oneOf === undefined ? 0 : 1; count <= atMost && layer.length > 0; count += 1) {
    if (count > (oneOf === undefined ? 0 : 1)) layer = [...grown(layer, useful, reached).values()];
    let here: Bundle<T> | null = null;
    for (const bundle of layer) {
      reached.add(bundle.mask);
      const weight = weigh(bundle.mask);
      if (weight < heaviest || (weight === heaviest && (here === null || !bundleBefore(bundle, here)))) continue;
      [here, heaviest, best] = [bundle, weight, bundle];
    }
  }
  return best?.items ?? [];
};
