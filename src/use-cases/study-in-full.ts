import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { reviewId } from "../domain/review/codes.ts";
import { takenInFull } from "../domain/review/moves.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { followInChannel } from "./parts/moving.ts";
import { isOpenReview, leadsReview, loadReview, queueOfReview, type ReviewView } from "./parts/on-review.ts";
import { tellReferent } from "./parts/tell-referent.ts";

const input = z.strictObject({ review: reviewId });

/** *Demander une étude complète*: what would have been decided in the short circuit goes to the cell. */
export const studyInFull = command<z.infer<typeof input>, ReviewView, { readonly kind: "full" }>({
  act: "review.studyInFull",
  input,
  queue: queueOfReview,
  load: loadReview,
  allow: (actor: Actor, view) => leadsReview(actor, view),
  decide: async (services, actor, view) => {
    const { doc: review, version } = view.review;
    if (!isOpenReview(review)) return refused("nothingToSettle");
    if (review.track === "full") return refused("alreadyDone");
    const next = takenInFull(review);
    return done({
      outcome: { kind: "full" as const },
      head: null,
      writes: [
        { op: "put" as const, doc: next, expected: version },
        ...(await followInChannel(services, actor, { view }, next)),
        ...(await tellReferent(services, actor, next, "review")).writes,
      ],
      audit: { act: "review.takenInFull", code: review.code, details: { review: review.id } },
    });
  },
});
