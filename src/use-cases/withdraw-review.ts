import type { z } from "zod";
import { withdrawnReview } from "../domain/review/moves.ts";
import { withdrawReason } from "../domain/review/records.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { withdrawnHandovers } from "./parts/decided-handovers.ts";
import { loadMoving, mayMove, moved, moveInput, moveRev, type Moving } from "./parts/moving.ts";
import { queueOfReview } from "./parts/on-review.ts";

const input = moveInput(withdrawReason);

/** *Retirer*: the cell studies it no more; the case stands where it stood, and can be presented again. */
export const withdrawReview = command<z.infer<typeof input>, Moving, { readonly kind: "withdrawn" }>({
  act: "review.withdraw",
  input,
  queue: queueOfReview,
  load: loadMoving,
  allow: (actor, moving) => mayMove("withdraw", actor, moving),
  decide: async (services, actor, moving, { rev, because }) => {
    const review = moving.view.review.doc;
    if (rev !== moveRev(review)) return refused("changedMeanwhile");
    const at = services.clock.now().toISOString();
    // The case may have begun another parcours since, and be studied there.
    const file = moving.dossier.file.doc;
    const goesOn = await withdrawnHandovers(services, file, review.id);
    return moved(services, actor, moving, {
      act: "review.withdrawn",
      because,
      next: withdrawnReview(review, { because, by: actor.memberId, at }),
      head: { ...file, review: file.review === review.id ? null : file.review, handovers: goesOn.handovers },
      outcome: { kind: "withdrawn" },
      besides: goesOn.writes,
    });
  },
});
