/** The reviews that a member may see, for the tab. */
import type { Request } from "restify";
import { reviewsQuery, type ListedReviewOut, type ReviewsList } from "../contracts/reviews.ts";
import type { Actor } from "../domain/people/actor.ts";
import { listReviews, type ListedReview } from "../use-cases/list-reviews.ts";
import { countsOf } from "../use-cases/parts/opinions-of.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, problemReply, type Reply } from "./reply.ts";

const outOf = async (
  services: Services,
  { review, own, opinion, toDecide }: ListedReview,
): Promise<ListedReviewOut> => {
  const { id, cell, state, track, dueOn, givers, decided } = review;
  return {
    id,
    ...{ cell, track, dueOn, own, opinion, toDecide, status: state, opinions: givers.length },
    revealed: review.revealed === null ? null : [...(await countsOf(services, review))],
    decision:
      decided === null || state !== "decided"
        ? null
        : { outcome: decided.outcome, to: decided.to?.lead ?? null, on: decided.on },
  };
};

export const listReviewsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = reviewsQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  if (!asked.success) return problemReply("invalid");
  const { cell = null, status = null } = asked.data;
  const answer = await ask(services, actor, listReviews, { cell, status });
  if (!answer.ok) return problemReply(answer.refusal === "noSuchCell" ? "invalid" : problemOf[answer.refusal]);
  const items = await Promise.all(answer.value.items.map((listed) => outOf(services, listed)));
  return jsonReply(200, { items } satisfies ReviewsList);
};
