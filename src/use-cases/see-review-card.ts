/** The card of a review in its channel, read for nobody in particular: everyone there sees the same. */
import { z } from "zod";
import type { Framework } from "../domain/framework/schema.ts";
import type { MemberId } from "../domain/participant/codes.ts";
import { reviewId } from "../domain/review/codes.ts";
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import { refreshedFor } from "../domain/review/roster.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { loadReview, type ReviewView } from "./parts/on-review.ts";
import { revealedOpinions } from "./parts/opinions-of.ts";

export interface ReviewCardView extends ReviewView {
  /** The framework that the diagnostic was made with. */
  readonly framework: Framework;
  /** How many opinions for each outcome; empty until they are revealed. */
  readonly counts: ReadonlyMap<ReviewOutcome, number>;
  /** Whose clients ask for the card again by themselves. */
  readonly refreshedFor: readonly string[];
}

/** What Teams takes of one card. */
export const REFRESHED_AT_MOST = 60;

const countsOf = async (services: Services, { review }: ReviewView): Promise<ReadonlyMap<ReviewOutcome, number>> => {
  const counts = new Map<ReviewOutcome, number>();
  for (const { outcome } of await revealedOpinions(services, review.doc))
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
};

/** Members of the cell who are still in the team file, the référent of the case with them. */
export const servedMembers = ({ review, voters, cellMembers }: ReviewView): readonly MemberId[] => [
  ...new Set([...[...cellMembers, ...voters].map(({ aadObjectId }) => aadObjectId), review.doc.referentId]),
];

/** Their `29:` ids, as the channel's roster gives them, or their own chat. */
const userIdsOf = async (
  services: Services,
  { link }: ReviewView,
  members: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, string>> => {
  const chats = await services.store.getMany("conversation", members);
  return new Map([
    ...chats.flatMap(({ doc }) => (doc.userId === "" ? [] : [[doc.memberId, doc.userId] as const])),
    ...(link?.roster ?? []).map(({ memberId, userId }) => [memberId, userId] as const),
  ]);
};

export const readReviewCard = async (services: Services, view: ReviewView): Promise<ReviewCardView> => {
  const members = servedMembers(view);
  const [counts, userIds, made] = await Promise.all([
    countsOf(services, view),
    userIdsOf(services, view, members),
    services.frameworks.version(view.snapshot?.doc.frameworkVersion ?? services.frameworks.current.version),
  ]);
  return {
    ...view,
    framework: made ?? services.frameworks.current,
    counts,
    refreshedFor: refreshedFor(members, view.post?.doc.responders ?? [], userIds, REFRESHED_AT_MOST),
  };
};

export const seeReviewCard = query({
  act: "card of a review seen in its channel",
  input: z.strictObject({ review: reviewId }),
  load: loadReview,
  // It holds what a channel may read, and nothing that one of its members may not.
  allow: () => null,
  run: async (services, _actor, view) => done(await readReviewCard(services, view)),
});
