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
  readonly toVerify: readonly Placed[][];
  readonly excluded: readonly Placed[][];
}

/** A place or a delay that is not known comes after any that is, however the totals add up. */
const UNKNOWN_METRES = 1_000_000_000;
const UNKNOWN_DAYS = 1_000_000;
const MOST_PLACES = 100_000;
const UNKNOWN_PLACES = 1_000_000;
/** As many are named for each need: a directory of thousands is not copied into a stored lead. */
const NAMED_AT_MOST = 3;

export const placed = (offer: Offer, from: Point | null): Placed => {
  const { id, at, remote, waitingDays, places } = offer;
  return {
    id,
    offer,
    metres: remote ? 0 : at === null || from === null ? UNKNOWN_METRES : metresBetween(from, at),
    waiting: waitingDays ?? UNKNOWN_DAYS,
    places: places === null ? UNKNOWN_PLACES : MOST_PLACES - Math.min(places, MOST_PLACES),
  };
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

const addTo = (groups: Groups, mask: number, service: Placed): void => {
  const room = isFull(service.offer) ? null : service;
  const group = groups.get(mask);
  if (group === undefined) {
    groups.set(mask, { mask, best: service, withRoom: room });
    return;
  }
  if (standsBefore(service, group.best)) group.best = service;
  if (room !== null && (group.withRoom === null || standsBefore(room, group.withRoom))) group.withRoom = room;
};

/** Keeps the first ones, in order. */
const addFirst = (list: Placed[], service: Placed): void => {
  const last = list[NAMED_AT_MOST - 1];
  if (last !== undefined && standsBefore(last, service)) return;
  list.push(service);
  list.sort((one, other) => (standsBefore(one, other) ? -1 : 1));
  list.length = Math.min(list.length, NAMED_AT_MOST);
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
  const toVerify = needs.map((): Placed[] => []);
  const excluded = needs.map((): Placed[] => []);
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
    const service = placed(offer, from);
    if (eligibility === "eligible") {
      if (mask !== 0) addTo(offer.role === "step" ? steps : relays, mask, service);
      if (inserts) addTo(insertion, mask, service);
    } else {
      const lists = eligibility === "excluded" ? excluded : toVerify;
      needs.forEach(({ bit }, index) => {
        const list = lists[index];
        if (mask & bit && list !== undefined) addFirst(list, service);
      });
    }
  }
  return { leads, steps, insertion, relays, toVerify, excluded };
};
