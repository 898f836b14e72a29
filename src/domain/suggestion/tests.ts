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

/** What the tests read of the levels. */
interface Reading {
  readonly levelled: number;
  readonly weight: number;
  readonly light: number;
  /** Indexes of the domains in need, and of those in the core. */
  readonly needs: readonly number[];
  readonly coreNeeds: readonly number[];
  readonly blocked: readonly number[];
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
  /** Within the margin of the best, the first one first. */
  readonly equivalents: readonly Score[];
  readonly ranked: readonly Score[];
  readonly reading: Reading;
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
  const reading = {
    levelled: 0,
    weight: 0,
    light: 0,
    needs: NONE(),
    coreNeeds: NONE(),
    blocked: NONE(),
    coreWeight: 0,
  };
  for (let index = 0; index < levels.length; index += 1) {
    const level = levels[index] ?? null;
    if (level === null) continue;
    reading.levelled += 1;
    reading.weight += level.weight;
    if (level.severity === 1) reading.light += 1;
    if (!isNeed(level, field)) continue;
    reading.needs.push(index);
    if (level.severity === BLOCKED_AT) reading.blocked.push(index);
    if (field.core[index] !== true) continue;
    reading.coreNeeds.push(index);
    reading.coreWeight += level.weight;
  }
  return reading;
};
const NONE = (): number[] => [];

const callsForMore = ({ levelled, weight, needs, coreNeeds, blocked }: Reading, { rules }: Field): boolean =>
  blocked.length > 0 ||
  needs.length - coreNeeds.length >= rules.needsOutsideCoreFrom ||
  (levelled > 0 && 100 * weight >= rules.reinforcedFromExtent * HEAVIEST * levelled);

/** Weight of the core needs that it works on at their level. */
export const coverage = ({ upTo }: Variant, levels: Levels, needs: readonly number[]): number => {
  let total = 0;
  for (const index of needs) {
    const level = levels[index] ?? null;
    if (level !== null && level.severity <= (upTo[index] ?? 0)) total += level.weight;
  }
  return total;
};

const bestOf = (runner: Runner, reinforced: boolean, levels: Levels, needs: readonly number[]): Score | null => {
  let best: Score | null = null;
  for (const variant of runner.open) {
    if (reinforced && variant.intensity !== "reinforced") continue;
    const covered = coverage(variant, levels, needs);
    if (best === null || covered > best.covered) best = { runner, variant, covered };
  }
  return best;
};

const within = (scores: readonly Score[], margin: number, of: number): readonly Score[] => {
  let best = 0;
  for (const { covered } of scores) best = Math.max(best, covered);
  return scores.filter(({ covered }) => 100 * (best - covered) <= margin * of);
};

/** Where nothing calls for more, the light one: a place in the PLIE is for who needs it. Then who accompanies now, then the framework's order. */
const inOrder = (scores: readonly Score[], reinforced: boolean): readonly Score[] => {
  const light = ({ variant }: Score): number => (reinforced || variant.intensity === "light" ? 0 : 1);
  const now = ({ runner }: Score): number => (runner.current ? 0 : 1);
  return [...scores].sort(
    (one, other) => light(one) - light(other) || now(one) - now(other) || one.runner.order - other.runner.order,
  );
};

/** Who oriented the person here is never first: the next best is, and the PLIE itself where nobody else is left. */
const firstOf = (
  equivalents: readonly Score[],
  ranked: readonly Score[],
  field: Field,
  reading: Reading,
  reinforced: boolean,
): LeadKind => {
  const margin = field.rules.equivalentWithin;
  const may = ({ runner }: Score): boolean => !runner.prescribed;
  const first = equivalents.find(may) ?? inOrder(within(ranked.filter(may), margin, reading.coreWeight), reinforced)[0];
  return first?.runner.kind ?? "plie";
};

/** The first lead of tests 3 to 6 at these levels. */
export const decide = (levels: Levels, field: Field): Decision => {
  const reading = read(levels, field);
  const reinforced = callsForMore(reading, field);
  const { coreNeeds, coreWeight, light, needs } = reading;
  const ranked: Score[] = [];
  for (const runner of field.runners) {
    const score = bestOf(runner, reinforced, levels, coreNeeds);
    if (score !== null) ranked.push(score);
  }
  const equivalents = inOrder(within(ranked, field.rules.equivalentWithin, coreWeight), reinforced);
  const common = { reinforced, equivalents, ranked, reading };
  if (needs.length > 0)
    return { concludedBy: 6, first: firstOf(equivalents, ranked, field, reading, reinforced), ...common };
  return light < field.rules.manyLightFrom
    ? { concludedBy: 3, first: "franceTravail", ...common }
    : { concludedBy: 4, first: "plie", ...common };
};

/** How a lead works for this person: as it was scored, else as it is most open; null where it does not exist here. */
export const scoreOf = (
  kind: LeadKind,
  { ranked }: Decision,
  { runners }: Field,
): { readonly runner: Runner; readonly variant: Variant } | null => {
  const scored = ranked.find(({ runner }) => runner.kind === kind);
  if (scored !== undefined) return scored;
  const runner = runners.find((one) => one.kind === kind);
  const variant = runner?.variants[0];
  return runner === undefined || variant === undefined ? null : { runner, variant };
};
