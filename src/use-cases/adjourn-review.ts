import type { z } from "zod";
import { adjournedReview } from "../domain/review/moves.ts";
import { adjournReason } from "../domain/review/records.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { loadMoving, mayMove, moved, moveInput, moveRev, type Moving } from "./parts/moving.ts";
import { queueOfReview } from "./parts/on-review.ts";

const input = moveInput(adjournReason);

/** *Ajourner*: the case waits for another sitting of its cell, with the opinions already given. */
export const adjournReview = command<z.infer<typeof input>, Moving, { readonly kind: "adjourned" }>({
  act: "review.adjourn",
  input,
  queue: queueOfReview,
  load: loadMoving,
  allow: (actor, moving) => mayMove("adjourn", actor, moving),
  decide: (services, actor, moving, { rev, because }) => {
    const review = moving.view.review.doc;
    if (rev !== moveRev(review)) return refused("changedMeanwhile");
    const at = services.clock.now().toISOString();
    return moved(services, actor, moving, {
      act: "review.adjourned",
      because,
      next: adjournedReview(review, { because, by: actor.memberId, at }),
      head: moving.dossier.file.doc,
      outcome: { kind: "adjourned" },
    });
  },
});
