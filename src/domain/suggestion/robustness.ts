/** What would change our mind: the smallest change of one domain that changes the first lead. */
import { DOMAIN_IDS, type Severity } from "../framework/schema.ts";
import type { Flip } from "./lead.ts";
import { EVERY_LEVEL, IMPACTS, type Level, type Levels, levelAt, SEVERITIES } from "./levels.ts";
import { decide, type Field } from "./tests.ts";

const STEPS = [1, 2, 3, 4] as const;

/** The levels at so many steps, upward first; a level that starts from 0 is given each weight, one that moves keeps its own. */
const at = (known: Level, steps: number): readonly Level[] =>
  [known.severity + steps, known.severity - steps].flatMap((target) => {
    const severity: Severity | undefined = SEVERITIES.find((one) => one === target);
    if (severity === undefined) return [];
    if (known.severity > 0 || severity === 0) return [levelAt(severity, known.impact)];
    return IMPACTS.map((impact) => levelAt(severity, impact));
  });

/** Made once: every person is tried at the same levels. */
const tried = new Map(
  EVERY_LEVEL.map(
    (known) => [`${known.severity}${known.impact ?? ""}`, STEPS.map((steps) => at(known, steps))] as const,
  ),
);
const nearby = ({ severity, impact }: Level): readonly (readonly Level[])[] =>
  tried.get(`${severity}${impact ?? ""}`) ?? [];

/** Null: no change of one domain alone changes the first lead. Domains without a level are not tried here: the range tries them. */
export const smallestFlip = (levels: Levels, field: Field): Flip | null => {
  const present = decide(levels, field).first;
  const around = levels.map((known) => (known === null ? [] : nearby(known)));
  for (const steps of STEPS)
    for (const [index, domain] of DOMAIN_IDS.entries()) {
      const known = levels[index] ?? null;
      if (known === null) continue;
      for (const other of around[index]?.[steps - 1] ?? []) {
        const leadsTo = decide(levels.with(index, other), field).first;
        if (leadsTo === present) continue;
        const impact = known.severity === 0 ? other.impact : null;
        return { domain, from: known.severity, to: other.severity, impact, leadsTo };
      }
    }
  return null;
};

/** One level more or less is enough to change it. */
export const isFragile = (flip: Flip | null): boolean => flip !== null && Math.abs(flip.to - flip.from) === 1;
