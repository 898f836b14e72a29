import { z } from "zod";
import { reviewId } from "../domain/review/codes.ts";
import type { Review } from "../domain/review/records.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import {
  isOpenReview,
  leadsReview,
  loadReview,
  missingFor,
  queueOfReview,
  type ReviewView,
} from "./parts/on-review.ts";
import { editPost } from "./parts/post-of.ts";

const input = z.strictObject({ review: reviewId });

/** *Révéler les avis*, once the quorum is reached: opinions are read by the cell, and close. */
export const revealOpinions = command<z.infer<typeof input>, ReviewView, { readonly kind: "revealed" }>({
  act: "review.reveal",
  input,
  queue: queueOfReview,
  load: loadReview,
  allow: (actor, view) => leadsReview(actor, view) ?? (view.review.doc.track === "full" ? null : "noSuchReview"),
  decide: (services, actor, view) => {
    const { doc, version } = view.review;
    if (!isOpenReview(doc)) return refused("opinionsClosed");
    if (doc.revealed !== null) return refused("alreadyDone");
    if (view.rules === undefined) return refused("noSuchCell");
    if (missingFor(view) > 0) return refused("quorumMissing");
    const at = services.clock.now().toISOString();
    const review: Review = { ...doc, state: "underReview", revealed: { by: actor.memberId, at } };
    return done({
      outcome: { kind: "revealed" },
      head: null,
      writes: [{ op: "put", doc: review, expected: version }, ...editPost(services, actor, review, view.post)],
      audit: {
        act: "review.reveal",
        code: doc.code,
        details: { review: doc.id, study: doc.study, opinions: doc.givers.length },
      },
    });
  },
});
