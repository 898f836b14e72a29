/** One reading of the directory for one person: what answers their needs, grouped by the needs answered. The only place that meets every service. */
import type { Point } from "./distance.ts";
import { metresBetween } from "./distance.ts";
import { type Standing, standsBefore } from "./choose.ts";
import { judgeOffer, type Situation } from "./eligibility.ts";
import type { Named } from "./lead.ts";
import type { Need } from "./needs.ts";
import { answering } from "./needs.ts";
import type { Offer } from "./offer.ts";

/** A service with where it stands. */
export interface Placed extends Standing {
  readonly offer: Offer;
}

/** Services that are eligible and answer the same needs: the best one, and the best one with room. */
export interface Group {
  readonly mask: number;
  best: Placed;
  withRoom: Placed | null;
}

export type Groups = Map<number, Group>;

export interface Survey {
  /** Services of the leads, open and reachable. */
  readonly leads: readonly Offer[];
  readonly steps: Groups;
  /** Steps in an insertion structure, those that answer none of the needs included. */
  readonly insertion: Groups;
  readonly relays: Groups;
  /** By need, the first ones of those to be verified or not acquired yet, and of those that a stated condition excludes. */
  readonly toVerify: readonly (readonly Placed[])[];
  readonly excluded: readonly (readonly Placed[])[];
}

/** A place or a delay that is not known comes after any that is, however the totals add up. */
const UNKNOWN_METRES = 1_000_000_000;
const UNKNOWN_DAYS = 1_000_000;
const MOST_PLACES = 100_000;
const UNKNOWN_PLACES = 1_000_000;
/** And one known to be full comes after one whose places are not known. */
const NO_PLACE = 10_000_000;
/** As many are named for each need: a directory of thousands is not copied into a stored lead. */
const NAMED_AT_MOST = 3;

const metresTo = ({ at, remote }: Offer, from: Point | null): number =>
  remote ? 0 : at === null || from === null ? UNKNOWN_METRES : metresBetween(from, at);

export const placed = (offer: Offer, from: Point | null): Placed => at(offer, metresTo(offer, from));

const at = (offer: Offer, metres: number): Placed => ({
  id: offer.id,
  offer,
  metres,
  waiting: offer.waitingDays ?? UNKNOWN_DAYS,
  places: placesOf(offer),
});

const placesOf = (offer: Offer): number => {
  if (isFull(offer)) return NO_PLACE;
  return offer.places === null ? UNKNOWN_PLACES : MOST_PLACES - Math.min(offer.places, MOST_PLACES);
};

export const namedOf = ({ offer, metres }: Placed): Named => ({
  id: offer.id,
  name: offer.name,
  structure: offer.structure,
  metres: offer.remote || metres === UNKNOWN_METRES ? null : metres,
  waitingDays: offer.waitingDays,
  places: offer.places,
});

export const isFull = ({ places }: Offer): boolean => places === 0;

/** Most services stand further than those already kept, which their way alone tells: nothing is built for them. */
const addTo = (groups: Groups, mask: number, offer: Offer, metres: number): void => {
  const group = groups.get(mask);
  const full = isFull(offer);
  if (group === undefined) {
    const service = at(offer, metres);
    groups.set(mask, { mask, best: service, withRoom: full ? null : service });
    return;
  }
  if (metres > group.best.metres && (full || metres > (group.withRoom?.metres ?? UNKNOWN_METRES))) return;
  const service = at(offer, metres);
  if (standsBefore(service, group.best)) group.best = service;
  if (!full && (group.withRoom === null || standsBefore(service, group.withRoom))) group.withRoom = service;
};

/** The first ones for each set of needs, in order: an index of the directory's answers, small whatever its size. */
type FirstOnes = Map<number, Placed[]>;

const addFirst = (lists: FirstOnes, mask: number, offer: Offer, metres: number): void => {
  const list = lists.get(mask);
  if (list === undefined) lists.set(mask, [at(offer, metres)]);
  else if (mayEnter(list, metres)) enter(list, at(offer, metres));
};

const mayEnter = (list: readonly Placed[], metres: number): boolean => {
  const last = list[NAMED_AT_MOST - 1];
  return last === undefined || metres <= last.metres;
};

const enter = (list: Placed[], service: Placed): void => {
  let index = list.length;
  for (let before = list[index - 1]; before !== undefined && standsBefore(service, before); before = list[index - 1])
    index -= 1;
  list.splice(index, 0, service);
  if (list.length > NAMED_AT_MOST) list.pop();
};

const byNeed = (lists: FirstOnes, needs: readonly Need[]): readonly (readonly Placed[])[] => {
  const found = needs.map(({ bit }) => ({ bit, list: new Array<Placed>() }));
  for (const [mask, services] of lists)
    for (const { bit, list } of found)
      if (mask & bit) for (const service of services) if (mayEnter(list, service.metres)) enter(list, service);
  return found.map(({ list }) => list);
};

export const surveyOf = (
  offers: readonly Offer[],
  needs: readonly Need[],
  upToUnlessSaid: number,
  situation: Situation,
  from: Point | null,
): Survey => {
  const leads: Offer[] = [];
  const steps: Groups = new Map();
  const insertion: Groups = new Map();
  const relays: Groups = new Map();
  const toVerify: FirstOnes = new Map();
  const excluded: FirstOnes = new Map();
  const answers = answering(needs, upToUnlessSaid);
  for (const offer of offers) {
    if (!offer.open || !offer.reachable) continue;
    if (offer.role === "lead") {
      leads.push(offer);
      continue;
    }
    const mask = answers(offer);
    const inserts = offer.iae && offer.role === "step";
    if (mask === 0 && !inserts) continue;
    const eligibility = judgeOffer(offer, situation);
    const metres = metresTo(offer, from);
    if (eligibility === "eligible") {
      if (mask !== 0) addTo(offer.role === "step" ? steps : relays, mask, offer, metres);
      if (inserts) addTo(insertion, mask, offer, metres);
    } else addFirst(eligibility === "excluded" ? excluded : toVerify, mask, offer, metres);
  }
  return { leads, steps, insertion, relays, toVerify: byNeed(toVerify, needs), excluded: byNeed(excluded, needs) };
};
