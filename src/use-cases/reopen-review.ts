import type { z } from "zod";
import { caseOnceReopened } from "../domain/review/after-decision.ts";
import { reopenedReview } from "../domain/review/moves.ts";
import { reopenReason } from "../domain/review/records.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { pausedHandovers } from "./parts/decided-handovers.ts";
import { freezeAgain } from "./parts/freeze-again.ts";
import { loadMoving, mayMove, moved, moveInput, moveRev, type Moving } from "./parts/moving.ts";
import { queueOfReview } from "./parts/on-review.ts";

const input = moveInput(reopenReason);

/** *Rouvrir*: what was decided is studied again, from what is known now; the earlier study stays as the cell saw it. */
export const reopenReview = command<z.infer<typeof input>, Moving, { readonly kind: "reopened" }>({
  act: "review.reopen",
  input,
  queue: queueOfReview,
  load: loadMoving,
  allow: (actor, moving) => mayMove("reopen", actor, moving),
  decide: async (services, actor, moving, { rev, because }) => {
    const review = moving.view.review.doc;
    if (rev !== moveRev(review) || review.decided === null) return refused("changedMeanwhile");
    const at = services.clock.now().toISOString();
    const { round } = moving.dossier.file.doc;
    const next = { ...reopenedReview(review, { because, by: actor.memberId, at }), round: round ?? review.round };
    const waiting = await pausedHandovers(services, moving.dossier.file.doc, services.clock.today());
    const { id, cell } = review;
    const snapshot = await freezeAgain(services, actor, moving.view, next);
    if (!snapshot.ok) return snapshot;
    return moved(services, actor, moving, {
      act: "review.reopened",
      because,
      next,
      head: {
        ...caseOnceReopened(moving.dossier.file.doc, { id, cell, outcome: review.decided.outcome }),
        handovers: waiting.handovers,
      },
      outcome: { kind: "reopened" },
      besides: [{ op: "put", doc: snapshot.value, expected: "new" }, ...waiting.writes],
    });
  },
});
