/** Whether the lead stays the same whatever the domains without a level turn out to be. */
import { DOMAIN_IDS, type DomainId } from "../framework/schema.ts";
import { EVERY_LEVEL, type Levels, levelAt } from "./levels.ts";
import { decide, type Field } from "./tests.ts";

export interface OverRange {
  readonly holds: boolean;
  /** False: not every combination was tried. */
  readonly exhaustive: boolean;
  /** Open domains that change the first lead by themselves; where none does but it changes, all of them. */
  readonly moving: readonly DomainId[];
}

/** `open`: domains that the range lets vary. */
export const overRange = (levels: Levels, open: readonly DomainId[], field: Field): OverRange => {
  const present = decide(levels, field).first;
  const indexes = open.map((domain) => DOMAIN_IDS.indexOf(domain));
  const differs = (tried: Levels): boolean => decide(tried, field).first !== present;
  const alone = indexes.filter((index) => EVERY_LEVEL.some((level) => differs(levels.with(index, level))));
  const exhaustive = open.length <= field.rules.exhaustiveUpTo;
  const together = exhaustive ? someCombination : someExtreme;
  const holds = alone.length === 0 && !together(levels, indexes, differs);
  const moving = holds ? [] : open.filter((_, at) => alone.length === 0 || alone.includes(indexes[at] ?? -1));
  return { holds, exhaustive, moving };
};

const someCombination = (
  levels: Levels,
  [index, ...others]: readonly number[],
  differs: (tried: Levels) => boolean,
): boolean =>
  index === undefined
    ? differs(levels)
    : EVERY_LEVEL.some((level) => someCombination(levels.with(index, level), others, differs));

const someExtreme = (levels: Levels, indexes: readonly number[], differs: (tried: Levels) => boolean): boolean =>
  [levelAt(0, null), levelAt(4, 3)].some((level) =>
    differs(levels.map((known, index) => (indexes.includes(index) ? level : known))),
  );
