/** Tests 3 to 6 of the method, over any levels: what the range and robustness try again and again, so without a word of the directory. */
import { DOMAIN_IDS, type Framework } from "../framework/schema.ts";
import type { Runner, Variant } from "./candidates.ts";
import type { LeadKind } from "./lead-kinds.ts";
import type { Level, Levels } from "./levels.ts";

/** What the tests need beside the levels; the same for every level tried. */
export interface Field {
  readonly runners: readonly Runner[];
  readonly rules: Framework["suggestion"];
  readonly needFrom: number;
  /** True for the domains of the core, in the order of the domains. */
  readonly core: readonly boolean[];
}

/** What the tests read of the levels. Sets of domains are masks: the nth domain has the nth bit. */
interface Reading {
  readonly levelled: number;
  readonly weight: number;
  readonly light: number;
  readonly needs: number;
  readonly coreNeeds: number;
  readonly outside: number;
  readonly blocked: number;
  readonly coreWeight: number;
}

/** A lead that may be first, with what it covers at these levels. */
export interface Score {
  readonly runner: Runner;
  readonly variant: Variant;
  readonly covered: number;
}

export interface Decision {
  readonly concludedBy: 3 | 4 | 6;
  readonly first: LeadKind;
  readonly reinforced: boolean;
  readonly reading: Reading;
}

/** The leads that may be first at some levels, and those that are equivalent, in their order. */
export interface Ranking {
  readonly ranked: readonly Score[];
  readonly equivalents: readonly Score[];
}

const HEAVIEST = 12;
const BLOCKED_AT = 4;

export const fieldOf = (framework: Framework, runners: readonly Runner[]): Field => ({
  runners,
  rules: framework.suggestion,
  needFrom: framework.thresholds.needFromSeverity,
  core: DOMAIN_IDS.map((domain) => framework.suggestion.core.includes(domain)),
});

export const isNeed = (level: Level | null | undefined, { needFrom }: Pick<Field, "needFrom">): level is Level =>
  level !== null && level !== undefined && level.severity >= needFrom && level.severity > 0;

/** Plain loops here and below: the range and robustness come through hundreds of times. */
const read = (levels: Levels, field: Field): Reading => {
  const reading = { levelled: 0, weight: 0, light: 0, needs: 0, coreNeeds: 0, outside: 0, blocked: 0, coreWeight: 0 };
  for (let index = 0; index < levels.length; index += 1) {
    const level = levels[index] ?? null;
    if (level === null) continue;
    reading.levelled += 1;
    reading.weight += level.weight;
    if (level.severity === 1) reading.light += 1;
    if (!isNeed(level, field)) continue;
    reading.needs |= 1 << index;
    if (level.severity === BLOCKED_AT) reading.blocked |= 1 << index;
    if (field.core[index] === true) {
      reading.coreNeeds |= 1 << index;
      reading.coreWeight += level.weight;
    } else reading.outside += 1;
  }
  return reading;
};

const callsForMore = ({ levelled, weight, outside, blocked }: Reading, { rules }: Field): boolean =>
  blocked !== 0 ||
  outside >= rules.needsOutsideCoreFrom ||
  (levelled > 0 && 100 * weight >= rules.reinforcedFromExtent * HEAVIEST * levelled);

/** Weight of the needs that it works on at their level. */
export const coverage = ({ upTo }: Variant, levels: Levels, needs: number): number => {
  let total = 0;
  for (let index = 0; needs >> index !== 0; index += 1) {
    const level = levels[index] ?? null;
    if ((needs >> index) & 1 && level !== null && level.severity <= (upTo[index] ?? 0)) total += level.weight;
  }
  return total;
};

/** Where only reinforced ones are read, none is lighter. */
const lighter = (one: Variant, other: Variant): boolean => one.intensity === "light" && other.intensity !== "light";

const bestOf = (runner: Runner, reinforced: boolean, levels: Levels, needs: number): Score | null => {
  let best: Score | null = null;
  for (const variant of runner.open) {
    if (reinforced && variant.intensity !== "reinforced") continue;
    const covered = coverage(variant, levels, needs);
    if (best === null || covered > best.covered || (covered === best.covered && lighter(variant, best.variant)))
      best = { runner, variant, covered };
  }
  return best;
};

const within = (scores: readonly Score[], margin: number, of: number): readonly Score[] => {
  let best = 0;
  for (const { covered } of scores) best = Math.max(best, covered);
  return scores.filter(({ covered }) => 100 * (best - covered) <= margin * of);
};

/** Where nothing calls for more, the light one: a place in the PLIE is for who needs it. Then who accompanies now, then the framework's order. */
const inOrder =
  (reinforced: boolean) =>
  (one: Score, other: Score): number => {
    const light = ({ variant }: Score): number => (reinforced || variant.intensity === "light" ? 0 : 1);
    const now = ({ runner }: Score): number => (runner.current ? 0 : 1);
    return light(one) - light(other) || now(one) - now(other) || one.runner.order - other.runner.order;
  };

const rankedAt = (levels: Levels, field: Field, { coreNeeds }: Reading, reinforced: boolean): readonly Score[] => {
  const ranked: Score[] = [];
  for (const runner of field.runners) {
    const score = bestOf(runner, reinforced, levels, coreNeeds);
    if (score !== null) ranked.push(score);
  }
  return ranked;
};

const soonest = (scores: readonly Score[], reinforced: boolean): Score | null => {
  const order = inOrder(reinforced);
  let first: Score | null = null;
  for (const score of scores)
    if (!score.runner.prescribed && (first === null || order(score, first) < 0)) first = score;
  return first;
};

/** Who oriented the person here is never first: the next best is, and the PLIE itself where nobody else is left. */
const firstOf = (ranked: readonly Score[], { rules }: Field, of: number, reinforced: boolean): LeadKind => {
  const first =
    soonest(within(ranked, rules.equivalentWithin, of), reinforced) ??
    soonest(
      within(
        ranked.filter(({ runner }) => !runner.prescribed),
        rules.equivalentWithin,
        of,
      ),
      reinforced,
    );
  return first?.runner.kind ?? "plie";
};

/** The first lead of tests 3 to 6 at these levels. */
export const decide = (levels: Levels, field: Field): Decision => {
  const reading = read(levels, field);
  const reinforced = callsForMore(reading, field);
  if (reading.needs === 0)
    return reading.light < field.rules.manyLightFrom
      ? { concludedBy: 3, first: "franceTravail", reinforced, reading }
      : { concludedBy: 4, first: "plie", reinforced, reading };
  const ranked = rankedAt(levels, field, reading, reinforced);
  return { concludedBy: 6, first: firstOf(ranked, field, reading.coreWeight, reinforced), reinforced, reading };
};

/** What stands behind a decision at the same levels. */
export const rankingOf = ({ reading, reinforced }: Decision, levels: Levels, field: Field): Ranking => {
  const ranked = rankedAt(levels, field, reading, reinforced);
  const equivalents = within(ranked, field.rules.equivalentWithin, reading.coreWeight);
  return { ranked, equivalents: [...equivalents].sort(inOrder(reinforced)) };
};
