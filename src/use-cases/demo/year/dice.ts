/** Draws, the same at each run for the same seed. */
export interface Dice {
  /** From 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** A whole number from 0 to `sides` - 1. */
  readonly roll: (sides: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** By weight: the larger, the more often. */
  readonly weighted: <T>(from: readonly [readonly [T, number], ...(readonly [T, number])[]]) => T;
}

/** Mulberry32. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    next,
    roll,
    chance: (percent) => next() * 100 < percent,
    pick: (from) => from[roll(from.length)] ?? from[0],
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return from[0][0];
    },
  };
};

/**
 * Cards of so many of each, shuffled and dealt to the last, then shuffled again, so that the proportions hold. The first deal begins with one of
 * each, the rarest first: what is rare happens among few people too.
 */
export const deckOf = <T>(dice: Dice, of: readonly (readonly [T, number])[]): (() => T) => {
  const shuffled = (cards: readonly T[]): T[] =>
    cards
      .map((value) => ({ value, at: dice.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ value }) => value);
  const dealt = (less: number): T[] =>
    shuffled(of.flatMap(([value, count]) => Array.from({ length: count - less }, () => value)));
  const rarestFirst = of.toSorted(([, one], [, other]) => one - other).map(([value]) => value);
  let left: readonly T[] = [...rarestFirst, ...dealt(1)];
  return () => {
    if (left.length === 0) left = dealt(0);
    const [first] = left;
    left = left.slice(1);
    if (first === undefined) throw new RangeError("an empty deck is dealt from");
    return first;
  };
};
