/** Each lead that exists, as the screen says it: why it is ranked or not, what it covers, whether it has room, where it is. */
import { standsBefore } from "./choose.ts";
import type { Runner, Variant } from "./candidates.ts";
import type { Point } from "./distance.ts";
import { isFullFor } from "./answers.ts";
import type { Candidate } from "./lead.ts";
import type { Levels } from "./levels.ts";
import { placed } from "./survey.ts";
import { coverage, type Decision, type Field, type Ranking } from "./tests.ts";

const SHOWN_AT_MOST = 3;

const nearest = ({ services }: Runner, from: Point | null): readonly string[] =>
  services
    .map(({ offer }) => placed(offer, from))
    .sort((one, other) => (standsBefore(one, other) ? -1 : 1))
    .slice(0, SHOWN_AT_MOST)
    .map(({ id }) => id);

const shortestDelay = ({ services }: Runner): number | null =>
  services.reduce<number | null>(
    (least, { offer: { waitingDays } }) => (waitingDays === null ? least : Math.min(least ?? waitingDays, waitingDays)),
    null,
  );

/** In the order of the framework. */
export const candidatesOf = (
  { reading }: Decision,
  { ranked, equivalents }: Ranking,
  levels: Levels,
  { runners }: Field,
  from: Point | null,
): readonly Candidate[] =>
  runners.flatMap((runner): Candidate[] => {
    const score = ranked.find((one) => one.runner === runner);
    const variant: Variant | undefined = score?.variant ?? runner.variants[0];
    if (variant === undefined) return [];
    return [
      {
        kind: runner.kind,
        eligibility: variant.eligibility,
        conditions: variant.conditions,
        ranked: score !== undefined,
        covered: coverage(variant, levels, reading.coreNeeds),
        of: reading.coreWeight,
        equivalent: score !== undefined && equivalents.includes(score),
        prescribed: runner.prescribed,
        full: isFullFor(runner, runner.services),
        waitingDays: shortestDelay(runner),
        services: nearest(runner, from),
      },
    ];
  });
