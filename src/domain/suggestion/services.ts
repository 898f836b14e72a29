/** Steps and relays: which services, for which needs, chosen together. */
import { choose, type Item, standsBefore } from "./choose.ts";
import type { Chosen } from "./lead.ts";
import { domainsIn, type Need } from "./needs.ts";
import { type Groups, isFull, namedOf, type Placed } from "./survey.ts";

export interface ChosenServices {
  readonly chosen: readonly Chosen[];
  /** Needs that they cover. */
  readonly covered: number;
}

interface Candidate extends Item {
  readonly service: Placed;
}

const within = (groups: Groups, scope: number): readonly Candidate[] =>
  [...groups.values()].map(({ mask, best }) => ({
    id: best.id,
    metres: best.metres,
    waiting: best.waiting,
    places: best.places,
    mask: mask & scope,
    service: best,
  }));

/** The first one with room that answers at least the same needs. */
const withRoom = (groups: Groups, mask: number): Placed | null => {
  let best: Placed | null = null;
  for (const group of groups.values()) {
    if ((group.mask & mask) !== mask || group.withRoom === null) continue;
    if (best === null || standsBefore(group.withRoom, best)) best = group.withRoom;
  }
  return best;
};

/**
 * What stands in for a full one answers at least the same needs: one that answers only a part of them does not, and null says nothing of those.
 * For an insertion structure another one first, then any other step.
 */
const standIn = (mask: number, groups: Groups, insertion: Groups | null): Placed | null => {
  const found = insertion === null ? null : withRoom(insertion, mask);
  return found ?? (mask === 0 ? null : withRoom(groups, mask));
};

/** In the order of the domains that they answer; a step that answers none comes last. */
const byFirstNeed = (one: Candidate, other: Candidate): number =>
  firstBit(one.mask) - firstBit(other.mask) || (one.id < other.id ? -1 : 1);
const firstBit = (mask: number): number => (mask === 0 ? Number.MAX_SAFE_INTEGER : mask & -mask);

/** `oneOf`: groups among which one service is taken first, when there is one. */
export const chooseServices = (
  groups: Groups,
  needs: readonly Need[],
  scope: number,
  atMost: number,
  oneOf: Groups | null,
): ChosenServices => {
  const forced = oneOf === null || oneOf.size === 0 ? undefined : within(oneOf, scope);
  if (scope === 0 && forced === undefined) return { chosen: [], covered: 0 };
  const weights = needs.map(({ weight }) => weight);
  const picked = [...choose(within(groups, scope), weights, atMost, forced)].sort(byFirstNeed);
  const chosen = picked.map(({ mask, service }): Chosen => {
    const full = isFull(service.offer);
    const alternative = full ? standIn(mask, groups, service.offer.iae ? oneOf : null) : null;
    return {
      ...namedOf(service),
      answers: domainsIn(needs, mask),
      full,
      alternative: alternative === null ? null : namedOf(alternative),
    };
  });
  return { chosen, covered: picked.reduce((covered, { mask }) => covered | mask, 0) };
};
