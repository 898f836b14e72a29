import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { cellId, CELL_IDS, type CellId } from "../domain/review/codes.ts";
import {
  accompanies,
  isBarred,
  mayLeadReviews,
  maySeeReview,
  readsWords,
  takesPart,
  votersOf,
} from "../domain/review/members.ts";
import { reviewState, type Review, type ReviewState } from "../domain/review/records.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { READ_AT_MOST, readAgenda, type Agenda } from "./parts/agenda.ts";
import { isOpenReview } from "./parts/on-review.ts";

const input = z.strictObject({ cell: cellId.nullable(), status: reviewState.nullable() });

/** One review as this member finds it in their list. */
export interface ListedReview {
  readonly review: Review;
  /** The person whom this member accompanies. */
  readonly own: boolean;
  /** Theirs; null: no opinion is asked of them, or not any more. */
  readonly opinion: "given" | "toGive" | null;
  /** The short circuit: a decision is asked of them. */
  readonly toDecide: boolean;
}
export interface ReviewsView {
  readonly items: readonly ListedReview[];
  /** Whether this member opens sittings. */
  readonly leads: boolean;
}

/** Nothing where this member may not see it. */
export const listedFor = (services: Services, actor: Actor, review: Review, onAgenda: boolean): ListedReview[] => {
  const voters = votersOf(review, services.plie.cells[review.cell], services.people.members());
  const votes = voters.some(({ aadObjectId }) => aadObjectId === actor.memberId);
  if (!maySeeReview(actor, review, { votes, onAgenda })) return [];
  const own = accompanies(review, actor.memberId);
  const asked = votes && review.track === "full" && isOpenReview(review) && review.revealed === null;
  const leads = mayLeadReviews(actor) && !own && !isBarred(review, actor.memberId);
  return [
    {
      review,
      own,
      opinion: asked ? (review.givers.includes(actor.memberId) ? "given" : "toGive") : null,
      toDecide: leads && review.track === "short" && isOpenReview(review),
    },
  ];
};

/** What waits in a cell whose agenda is read, for this member. */
export const waitingAmong = (
  services: Services,
  actor: Actor,
  { waiting, reviews }: Agenda,
): readonly ListedReview[] => {
  const onAgenda = new Set(reviews.map(({ doc }) => doc.id));
  return waiting.flatMap(({ doc }) => listedFor(services, actor, doc, onAgenda.has(doc.id)));
};

const ofCell = async (
  services: Services,
  actor: Actor,
  cell: CellId,
  status: ReviewState | null,
): Promise<readonly ListedReview[]> => {
  const waits = status !== "decided" && status !== "withdrawn";
  const key = waits ? `waiting:${cell}` : `cell:${cell}`;
  const [page, agenda] = await Promise.all([
    services.store.list({ kind: "review", key, limit: READ_AT_MOST }),
    readsWords(actor) ? null : readAgenda(services, cell),
  ]);
  // Asked only where it bounds what this member sees.
  const onAgenda = new Set(agenda?.reviews.map(({ doc }) => doc.id));
  const kept = (review: Versioned<Review>): boolean => status === null || review.doc.state === status;
  return page.items.filter(kept).flatMap(({ doc }) => listedFor(services, actor, doc, onAgenda.has(doc.id)));
};

/** What waits for this member in the cells, the soonest due first in each: what one may know without opening anything. */
export const reviewsFor = async (
  services: Services,
  actor: Actor,
  asked: z.infer<typeof input> = { cell: null, status: null },
): Promise<readonly ListedReview[]> => {
  const cells = CELL_IDS.filter((cell) => services.plie.cells[cell] !== undefined);
  const wanted = cells.filter((cell) => asked.cell === null || asked.cell === cell);
  return (await Promise.all(wanted.map((cell) => ofCell(services, actor, cell, asked.status)))).flat();
};

/** *À étudier*: the reviews that wait, for this member; `GET /api/reviews` asks for one cell or one state. */
export const listReviews = query<z.infer<typeof input>, true, ReviewsView>({
  act: "reviews.list",
  input,
  load: (services, _actor, { cell }): Promise<Result<true>> =>
    Promise.resolve(cell !== null && services.plie.cells[cell] === undefined ? refused("noSuchCell") : done(true)),
  allow: (actor) => (takesPart(actor) ? null : "roleMayNot"),
  run: async (services, actor, _held, asked) =>
    done({ items: await reviewsFor(services, actor, asked), leads: mayLeadReviews(actor) }),
});
