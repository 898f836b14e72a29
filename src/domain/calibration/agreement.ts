/**
 * How much people who score the same things agree. Sums are kept in integers and divided once, and figures are added in their own order:
 * who scored first and what was scored first change nothing, to the last bit.
 */

/** One line for each rater, one column for each item; null: not scored. */
export type Ratings = readonly (readonly (number | null)[])[];

/** `undefined`: everyone gave one and the same level everywhere, so that chance alone explains nothing and agreement is total. */
export type Coefficient =
  | { readonly kind: "figure"; readonly value: number }
  /** No variance: *accord total, non défini*. */
  | { readonly kind: "total" }
  /** Too little was scored by two people at least. */
  | { readonly kind: "tooFew" };

const TOO_FEW: Coefficient = { kind: "tooFew" };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** The same sum whatever the order in which the values came. */
const sumInOrder = (values: readonly number[]): number => sum([...values].sort((one, other) => one - other));

const pairsOf = <T>(list: readonly T[]): (readonly [T, T])[] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));

type Line = Ratings[number];
/** What both scored. */
const inCommon = (one: Line, other: Line): (readonly [number, number])[] =>
  one.flatMap((level, index) => {
    const theirs = other[index] ?? null;
    return level === null || theirs === null ? [] : [[level, theirs] as const];
  });

/** Items that at least two raters scored. */
export const itemsInCommon = (ratings: Ratings): number => unitsOf(ratings).length;

/** The values of each item that at least two raters scored. */
const unitsOf = (ratings: Ratings): number[][] => {
  const items = Math.max(0, ...ratings.map((line) => line.length));
  return Array.from({ length: items }, (_, item) =>
    ratings.flatMap((line) => {
      const level = line[item] ?? null;
      return level === null ? [] : [level];
    }),
  ).filter((values) => values.length >= 2);
};

/** Of the comparisons of two people on one item, how many give the same level. */
export interface Exact {
  readonly agreeing: number;
  readonly of: number;
}
export const exactAgreement = (ratings: Ratings): Exact => {
  const compared = pairsOf(ratings).flatMap(([one, other]) => inCommon(one, other));
  return { agreeing: compared.filter(([level, theirs]) => level === theirs).length, of: compared.length };
};

/** In whole hundredths: 100 only when every comparison agrees, 0 only when none does. Null: nothing to compare. */
export const exactPercent = ({ agreeing, of }: Exact): number | null => {
  if (of === 0) return null;
  if (agreeing === 0 || agreeing === of) return agreeing === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((100 * agreeing) / of)));
};

const square = (value: number): number => value * value;

/**
 * Cohen's kappa with quadratic weights (Cohen 1968): 1 − n · Σ(x − y)² / ΣΣ(x − y)², the second sum over every level of one against every
 * level of the other.
 */
export const quadraticKappa = (one: Line, other: Line): Coefficient => {
  const pairs = inCommon(one, other);
  if (pairs.length === 0) return TOO_FEW;
  const observed = sum(pairs.map(([level, theirs]) => square(level - theirs)));
  const expected = sum(pairs.flatMap(([level]) => pairs.map(([, theirs]) => square(level - theirs))));
  if (expected === 0) return { kind: "total" };
  return { kind: "figure", value: 1 - (pairs.length * observed) / expected };
};

/** The mean over pairs of raters who have `atLeast` items in common; pairs without variance are counted apart and enter no mean. */
export const meanKappa = (
  ratings: Ratings,
  atLeast = 1,
): { readonly mean: Coefficient; readonly withoutVariance: number } => {
  const kappas = pairsOf(ratings)
    .filter(([one, other]) => inCommon(one, other).length >= atLeast)
    .map(([one, other]) => quadraticKappa(one, other));
  const values = kappas.flatMap((kappa) => (kappa.kind === "figure" ? [kappa.value] : []));
  const withoutVariance = kappas.filter(({ kind }) => kind === "total").length;
  if (values.length > 0)
    return { mean: { kind: "figure", value: sumInOrder(values) / values.length }, withoutVariance };
  return { mean: withoutVariance > 0 ? { kind: "total" } : TOO_FEW, withoutVariance };
};

/** What separates two values: nothing but being other, their ranks, their distance, their proportion. */
export type Metric = "nominal" | "ordinal" | "interval" | "ratio";

/** Values and how many times each comes, in ascending order. */
type Counts = readonly (readonly [value: number, count: number])[];

/** Twice the number of values ranked from one value to the other, the ends for half: an integer. */
const ranksApart = (counts: Counts, low: number, high: number): number =>
  sum(
    counts
      .filter(([value]) => value >= low && value <= high)
      .map(([value, count]) => (value === low || value === high ? count : 2 * count)),
  );

const differenceOf = (metric: Metric, counts: Counts) => {
  return (one: number, other: number): number => {
    if (one === other) return 0;
    if (metric === "nominal") return 1;
    if (metric === "interval") return square(one - other);
    if (metric === "ratio") return square((one - other) / (one + other));
    return square(ranksApart(counts, Math.min(one, other), Math.max(one, other)));
  };
};

/**
 * Krippendorff's alpha for any number of raters, with what is missing left out (Krippendorff 2011). `ordinal` by default: our five levels
 * are in order, and nobody says that a step from 1 to 2 is worth a step from 3 to 4.
 */
export const krippendorffAlpha = (ratings: Ratings, metric: Metric = "ordinal"): Coefficient => {
  const units = unitsOf(ratings);
  const values = units.flat();
  if (values.length === 0) return TOO_FEW;
  const counts: Counts = [...new Set(values)]
    .sort((one, other) => one - other)
    .map((value) => [value, values.filter((other) => other === value).length] as const);
  const difference = differenceOf(metric, counts);
  const within = (unit: readonly number[]): number => sumInOrder(pairsOf(unit).map(([a, b]) => difference(a, b)));
  const observed = sumInOrder(units.map((unit) => (2 * within(unit)) / (unit.length - 1)));
  const expected = 2 * sum(pairsOf(counts).map(([[a, na], [b, nb]]) => na * nb * difference(a, b)));
  if (expected === 0) return { kind: "total" };
  return { kind: "figure", value: 1 - ((values.length - 1) * observed) / expected };
};

/** Under this many items only the exact agreement is told: the rest would depend on one answer. */
export const ITEMS_FOR_COEFFICIENTS = 10;

export interface Agreement {
  /** Raters who scored something that another scored too. */
  readonly raters: number;
  readonly items: number;
  readonly exact: Exact;
  readonly kappa: Coefficient;
  /** Pairs of raters who gave one and the same level everywhere. */
  readonly pairsWithoutVariance: number;
  readonly alpha: Coefficient;
}

/** Everything that is told of one domain. */
export const agreementOf = (ratings: Ratings): Agreement => {
  const items = itemsInCommon(ratings);
  const enough = items >= ITEMS_FOR_COEFFICIENTS;
  const kappa = meanKappa(ratings, ITEMS_FOR_COEFFICIENTS);
  return {
    raters: ratings.filter((line) => ratings.some((other) => other !== line && inCommon(line, other).length > 0))
      .length,
    items,
    exact: exactAgreement(ratings),
    kappa: kappa.mean,
    pairsWithoutVariance: kappa.withoutVariance,
    alpha: enough ? krippendorffAlpha(ratings) : TOO_FEW,
  };
};
