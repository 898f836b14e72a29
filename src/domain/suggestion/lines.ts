/** The line that each test of the method leaves: what it read, and whether it concluded. */
import { DOMAIN_IDS, type DomainId } from "../framework/schema.ts";
import type { TestLine } from "./lead.ts";
import type { Levels } from "./levels.ts";
import type { Decision, Field, Ranking } from "./tests.ts";

const named = (mask: number): readonly DomainId[] => DOMAIN_IDS.filter((_, index) => (mask >> index) & 1);

/** Lines of tests 3 to 6, up to the one that concluded. */
export const linesOf = (decision: Decision, ranking: Ranking, levels: Levels, field: Field): readonly TestLine[] => {
  const { reading, concludedBy } = decision;
  const needs = named(reading.needs);
  const figures = { needs: needs.length, light: reading.light, manyLightFrom: field.rules.manyLightFrom };
  if (concludedBy === 6)
    return [
      { test: 3, concludes: false, code: "someNeed", figures, domains: needs },
      { test: 4, concludes: false, code: "someNeed", figures, domains: needs },
      intensityLine(decision, field),
      coverageLine(decision, ranking, field),
    ];
  const light = DOMAIN_IDS.filter((_, index) => levels[index]?.severity === 1);
  if (concludedBy === 3) return [{ test: 3, concludes: true, code: "fewLight", figures, domains: light }];
  return [
    { test: 3, concludes: false, code: "noNeed", figures, domains: [] },
    { test: 4, concludes: true, code: "manyLight", figures, domains: light },
  ];
};

const intensityLine = ({ reading, reinforced }: Decision, { rules }: Field): TestLine => {
  const many = reading.outside >= rules.needsOutsideCoreFrom;
  return {
    test: 5,
    concludes: false,
    code: reinforced ? "reinforced" : "notReinforced",
    figures: {
      atFour: named(reading.blocked).length,
      outsideCore: reading.outside,
      outsideCoreFrom: rules.needsOutsideCoreFrom,
      weight: reading.weight,
      levelled: reading.levelled,
      extentFrom: rules.reinforcedFromExtent,
    },
    domains: named(reading.blocked | (many ? reading.needs & ~reading.coreNeeds : 0)),
  };
};

const coverageLine = ({ reading, first }: Decision, { ranked, equivalents }: Ranking, { rules }: Field): TestLine => ({
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
