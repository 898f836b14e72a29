import assert from "node:assert/strict";
import fc from "fast-check";
import {
  agreementOf,
  exactAgreement,
  exactPercent,
  itemsInCommon,
  krippendorffAlpha,
  meanKappa,
  quadraticKappa,
  type Coefficient,
  type Metric,
  type Ratings,
} from "../../../src/domain/calibration/agreement.ts";

const rounded = (figure: Coefficient, digits = 3): string =>
  figure.kind === "figure" ? figure.value.toFixed(digits) : figure.kind;
const line = (text: string): (number | null)[] => text.split(" ").map((cell) => (cell === "*" ? null : Number(cell)));

/** From a table of two raters to their two lines. */
const linesOf = (table: readonly (readonly number[])[]): Ratings => {
  const pairs = table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one, other] as const)),
  );
  return [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
};

describe("Agreement, against published worked examples", () => {
  /**
   * K. Krippendorff, « Computing Krippendorff's Alpha-Reliability » (2011), section C: four observers, twelve units, missing data.
   * https://repository.upenn.edu/asc_papers/43 ; also the test of the R package icr.
   */
  const observers: Ratings = [
    line("1 2 3 3 2 1 4 1 2 * * *"),
    line("1 2 3 3 2 2 4 1 2 5 * 3"),
    line("* 3 3 3 2 3 4 2 2 5 1 *"),
    line("1 2 3 3 2 4 4 1 2 5 1 *"),
  ];
  const published: Readonly<Record<Metric, string>> = {
    nominal: "0.743",
    ordinal: "0.815",
    interval: "0.849",
    ratio: "0.797",
  };
  for (const [metric, figure] of Object.entries(published))
    it(`gives Krippendorff's alpha of his own table, ${metric}`, () =>
      assert.equal(rounded(krippendorffAlpha(observers, metric as Metric)), figure));

  /** Wikipedia, « Krippendorff's alpha », a computational example: three coders, fifteen units; nominal 0.691, interval 0.811. */
  it("gives the alpha of the three coders of the encyclopedia's example", () => {
    const coders = [
      line("* * * * * 3 4 1 2 1 1 3 3 * 3"),
      line("1 * 2 1 3 3 4 3 * * * * * * *"),
      line("* * 2 1 3 4 4 * 2 1 1 3 3 * 4"),
    ];
    assert.equal(rounded(krippendorffAlpha(coders, "nominal")), "0.691");
    assert.equal(rounded(krippendorffAlpha(coders, "interval")), "0.811");
  });

  /** R package irr, kappa2(anxiety[, 1:2], "squared"): Kappa = 0.297 over twenty subjects (also the test of pyirr). */
  const anxiety: Ratings = [
    line("3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3"),
    line("3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4"),
    line("2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2"),
  ];
  it("gives the quadratic-weighted kappa of the anxiety ratings", () =>
    assert.equal(rounded(quadraticKappa(anxiety[0]!, anxiety[1]!)), "0.297"));

  /**
   * K. L. Gwet, R package irrCAC, kappa2.table(cont3x3abstractors, weights = quadratic.weights(1:3)): 0.8921569; 89 of 100 agree.
   * https://rdrr.io/cran/irrCAC/man/kappa2.table.html (Handbook of Inter-Rater Reliability, 4th edition).
   */
  it("gives the quadratic-weighted kappa and the exact agreement of the hundred abstracts", () => {
    const abstractors = linesOf([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]);
    assert.equal(rounded(quadraticKappa(abstractors[0]!, abstractors[1]!), 7), "0.8921569");
    assert.equal(exactPercent(exactAgreement(abstractors)), 89);
  });

  it("means the kappas of every pair", () => {
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map(([one, other]) => quadraticKappa(anxiety[one!]!, anxiety[other!]!));
    const total = pairs.reduce((sum, kappa) => sum + (kappa.kind === "figure" ? kappa.value : NaN), 0);
    assert.equal(rounded(meanKappa(anxiety).mean, 9), (total / 3).toFixed(9));
  });
});

describe("Agreement, where a figure would say too much", () => {
  const ten = Array.from({ length: 10 }, (_, index) => index % 5);

  it("tells only the exact agreement under ten items", () => {
    const nine = agreementOf([ten.slice(1), ten.slice(1)]);
    assert.deepEqual([nine.items, nine.kappa.kind, nine.alpha.kind], [9, "tooFew", "tooFew"]);
    assert.equal(exactPercent(nine.exact), 100);
    const all = agreementOf([ten, ten]);
    assert.deepEqual(
      [all.items, all.kappa, all.alpha],
      [10, { kind: "figure", value: 1 }, { kind: "figure", value: 1 }],
    );
  });

  it("says that agreement is total, and no figure, when everyone gave one level everywhere", () => {
    const same = ten.map(() => 2);
    const told = agreementOf([same, same, same]);
    assert.deepEqual([told.kappa.kind, told.alpha.kind, told.pairsWithoutVariance], ["total", "total", 3]);
  });

  it("counts a pair without variance apart from the mean", () => {
    const same = ten.map(() => 2);
    const { mean, withoutVariance } = meanKappa([same, same, ten]);
    assert.deepEqual([rounded(mean), withoutVariance], ["0.000", 1]);
  });

  it("has nothing to say of what one person alone scored", () => {
    const alone = agreementOf([ten, ten.map(() => null)]);
    assert.deepEqual([alone.items, alone.raters, exactPercent(alone.exact)], [0, 0, null]);
    assert.deepEqual(agreementOf([]).kappa, { kind: "tooFew" });
  });

  it("never rounds a disagreement away", () => {
    assert.equal(exactPercent({ agreeing: 999, of: 1000 }), 99);
    assert.equal(exactPercent({ agreeing: 1, of: 1000 }), 1);
  });
});

describe("Agreement, whatever is scored", () => {
  const level = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 });
  const anyRatings = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 14 }))
    .chain(([raters, items]) =>
      fc.array(fc.array(level, { minLength: items, maxLength: items }), { minLength: raters, maxLength: raters }),
    );
  const shuffled = (ratings: Ratings, seed: number): Ratings => {
    const order = (count: number): number[] =>
      Array.from({ length: count }, (_, index) => index).sort(
        (one, other) => ((one * 7919 + seed) % 101) - ((other * 7919 + seed) % 101),
      );
    return order(ratings.length).map((rater) =>
      order(ratings[rater]!.length).map((item) => ratings[rater]![item] ?? null),
    );
  };
  const figures = (ratings: Ratings): Coefficient[] => [
    agreementOf(ratings).kappa,
    agreementOf(ratings).alpha,
    meanKappa(ratings).mean,
    krippendorffAlpha(ratings),
  ];

  it("is a figure of at most 1, never less than -1 for kappa, and never a hole", () =>
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        for (const figure of figures(ratings))
          if (figure.kind === "figure") assert.ok(Number.isFinite(figure.value) && figure.value <= 1);
        const { mean } = meanKappa(ratings);
        if (mean.kind === "figure") assert.ok(mean.value >= -1 - 1e-12);
        const percent = exactPercent(exactAgreement(ratings));
        assert.ok(percent === null || (percent >= 0 && percent <= 100));
      }),
    ));

  it("is the same, to the last bit, in whatever order people and items come", () =>
    fc.assert(
      fc.property(anyRatings, fc.nat(100), (ratings, seed) => {
        const other = shuffled(ratings, seed);
        assert.deepEqual(agreementOf(other), agreementOf(ratings));
        assert.deepEqual(figures(other), figures(ratings));
      }),
    ));

  it("is total between people who say the same", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 14 }), (levels) => {
        for (const figure of [meanKappa([levels, levels, levels]).mean, krippendorffAlpha([levels, levels, levels])])
          assert.deepEqual(figure, new Set(levels).size === 1 ? { kind: "total" } : { kind: "figure", value: 1 });
        assert.equal(exactPercent(exactAgreement([levels, levels])), 100);
        assert.equal(itemsInCommon([levels, levels]), levels.length);
      }),
    ));
});
