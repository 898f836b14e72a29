/** The line that each test of the method leaves: what it read, and whether it concluded. */
import { DOMAIN_IDS, type DomainId } from "../framework/schema.ts";
import type { TestLine } from "./lead.ts";
import type { Levels } from "./levels.ts";
import type { Decision, Field } from "./tests.ts";

const named = (indexes: readonly number[]): readonly DomainId[] => {
  const wanted = new Set(indexes);
  return DOMAIN_IDS.filter((_, index) => wanted.has(index));
};

/** Lines of tests 3 to 6, up to the one that concluded. */
export const linesOf = (decision: Decision, levels: Levels, field: Field): readonly TestLine[] => {
  const { reading, concludedBy } = decision;
  const figures = { needs: reading.needs.length, light: reading.light, manyLightFrom: field.rules.manyLightFrom };
  const needs = named(reading.needs);
  if (concludedBy === 6)
    return [
      { test: 3, concludes: false, code: "someNeed", figures, domains: needs },
      { test: 4, concludes: false, code: "someNeed", figures, domains: needs },
      intensityLine(decision, field),
      coverageLine(decision, field),
    ];
  const light = named(levels.flatMap((level, index) => (level?.severity === 1 ? [index] : [])));
  if (concludedBy === 3) return [{ test: 3, concludes: true, code: "fewLight", figures, domains: light }];
  return [
    { test: 3, concludes: false, code: "noNeed", figures, domains: [] },
    { test: 4, concludes: true, code: "manyLight", figures, domains: light },
  ];
};

const intensityLine = ({ reading, reinforced }: Decision, { rules }: Field): TestLine => {
  const outside = reading.needs.filter((index) => !reading.coreNeeds.includes(index));
  const many = outside.length >= rules.needsOutsideCoreFrom;
  return {
    test: 5,
    concludes: false,
    code: reinforced ? "reinforced" : "notReinforced",
    figures: {
      atFour: reading.blocked.length,
      outsideCore: outside.length,
      outsideCoreFrom: rules.needsOutsideCoreFrom,
      weight: reading.weight,
      levelled: reading.levelled,
      extentFrom: rules.reinforcedFromExtent,
    },
    domains: named([...reading.blocked, ...(many ? outside : [])]),
  };
};

const coverageLine = ({ reading, ranked, equivalents, first }: Decision, { rules }: Field): TestLine => ({
  test: 6,
  concludes: true,
  code: "coverage",
  figures: {
    covered: ranked.find(({ runner }) => runner.kind === first)?.covered ?? 0,
    of: reading.coreWeight,
    equivalents: equivalents.length,
    equivalentWithin: rules.equivalentWithin,
  },
  domains: named(reading.coreNeeds),
});
