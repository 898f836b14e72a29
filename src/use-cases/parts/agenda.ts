/** What a cell is about to study: the open sitting's order, or what waits for the next one. */
import type { Handover } from "../../domain/handover/records.ts";
import type { Day } from "../../domain/participant/codes.ts";
import { meetingIdOf, type CellId } from "../../domain/review/codes.ts";
import type { Meeting, Review } from "../../domain/review/records.ts";
import type { Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

export interface Agenda {
  readonly cell: CellId;
  /** The day of the open sitting, else the next date of the PLIE's calendar; null: no date known. */
  readonly on: Day | null;
  readonly sitting: Versioned<Meeting> | undefined;
  /** In their order; those of an open sitting stay once decided. */
  readonly reviews: readonly Versioned<Review>[];
  /** Everything that waits in the cell, in both circuits, the soonest due first. */
  readonly waiting: readonly Versioned<Review>[];
  /** Decided, not told in any minutes yet. */
  readonly toTell: readonly Versioned<Review>[];
  /** Those of them that were decided in the short circuit. */
  readonly shortDecided: readonly Versioned<Review>[];
  /** How many wait for a later sitting. */
  readonly later: number;
}

/** With what a sitting does besides its studies. */
export interface WholeAgenda extends Agenda {
  /** Opened in a *passage urgent*: the next cell of entries confirms them. */
  readonly toConfirm: readonly Versioned<Handover>[];
}

/** A cell that would have more of them waiting has another problem than its agenda. */
export const READ_AT_MOST = 300;

const allWaitingOf = async (services: Services, cell: CellId): Promise<readonly Versioned<Review>[]> =>
  (await services.store.list({ kind: "review", key: `waiting:${cell}`, limit: READ_AT_MOST })).items;

const forFullStudy = (waiting: readonly Versioned<Review>[]): readonly Versioned<Review>[] =>
  waiting.filter(({ doc }) => doc.track === "full");

/** Waiting for the full study of a cell, the soonest due first. */
export const waitingOf = async (services: Services, cell: CellId): Promise<readonly Versioned<Review>[]> =>
  forFullStudy(await allWaitingOf(services, cell));

const toTellOf = async (services: Services, cell: CellId): Promise<readonly Versioned<Review>[]> =>
  (await services.store.list({ kind: "review", key: `toTell:${cell}`, limit: READ_AT_MOST })).items;

/** A batch has room for so many: the rest waits for the sitting after. */
const CONFIRMED_AT_MOST = 20;

/** Of whoever is still accompanied in that parcours: nothing is confirmed of a record made in error, nor of somebody who has left. */
const toConfirmOf = async (services: Services, cell: CellId): Promise<readonly Versioned<Handover>[]> => {
  if (cell !== "entree") return [];
  const { items } = await services.store.list({ kind: "handover", key: "toConfirm", limit: READ_AT_MOST });
  if (items.length === 0) return [];
  const heads = await services.store.getMany("case", [...new Set(items.map(({ doc }) => doc.code))]);
  const standing = new Map(
    heads.filter(({ doc }) => doc.status !== "cancelled" && doc.status !== "left").map(({ doc }) => [doc.code, doc]),
  );
  return items
    .filter(({ doc: { code, parcours } }) => standing.get(code)?.parcours === parcours)
    .slice(0, CONFIRMED_AT_MOST);
};

/** The sitting of a cell that is open; there is one at most. */
export const openSittingOf = async (services: Services, cell: CellId): Promise<Versioned<Meeting> | undefined> =>
  (await services.store.list({ kind: "meeting", key: "open", limit: 20 })).items.find(({ doc }) => doc.cell === cell);

/** The next date of the PLIE's calendar that has not been sat yet; null: none is known. */
const nextDateOf = async (services: Services, cell: CellId): Promise<Day | null> => {
  const today = services.clock.today();
  const on = (services.plie.cells[cell]?.dates ?? []).find((day) => day >= today);
  if (on !== today) return on ?? null;
  const sat = (await services.store.get("meeting", meetingIdOf(cell, today)))?.doc.state === "closed";
  return sat ? (services.plie.cells[cell]?.dates.find((day) => day > today) ?? null) : today;
};

const inOrder = async (services: Services, order: readonly string[]): Promise<readonly Versioned<Review>[]> => {
  const read = new Map((await services.store.getMany("review", order)).map((found) => [found.doc.id, found]));
  return order.flatMap((id) => read.get(id) ?? []);
};

/** The agenda of a cell, as its channel, its members and its sitting read it. */
export const readAgenda = async (services: Services, cell: CellId): Promise<Agenda> => {
  const [sitting, waiting, toTell] = await Promise.all([
    openSittingOf(services, cell),
    allWaitingOf(services, cell),
    toTellOf(services, cell),
  ]);
  const shortDecided = toTell.filter(({ doc }) => doc.track === "short");
  const studied = forFullStudy(waiting);
  const read = { cell, sitting, waiting, toTell, shortDecided };
  if (sitting !== undefined) {
    const { order, on } = sitting.doc;
    const reviews = await inOrder(services, order);
    const later = studied.filter(({ doc }) => !order.includes(doc.id)).length;
    return { ...read, on, reviews, later };
  }
  const { casesAtMost } = services.frameworks.current.reviews;
  const reviews = studied.slice(0, casesAtMost);
  const on = await nextDateOf(services, cell);
  return { ...read, on, reviews, later: studied.length - reviews.length };
};

/** The same, with the relays that the sitting confirms: for who prepares, opens or closes it, and its channel. */
export const readWholeAgenda = async (services: Services, cell: CellId): Promise<WholeAgenda> => {
  const [agenda, toConfirm] = await Promise.all([readAgenda(services, cell), toConfirmOf(services, cell)]);
  return { ...agenda, toConfirm };
};
