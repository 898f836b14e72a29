import { z } from "zod";
import { secondStudyOf } from "../domain/review/moves.ts";
import type { ReviewId } from "../domain/review/codes.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { pausedHandovers } from "./parts/decided-handovers.ts";
import { findingsOf } from "./parts/dossier.ts";
import { freezeAgain } from "./parts/freeze-again.ts";
import { loadMoving, mayMove, moveInput, moveRev, type Moving } from "./parts/moving.ts";
import { nextReviewId } from "./parts/next-review.ts";
import { decideOnCase } from "./parts/on-case.ts";
import { queueOfReview } from "./parts/on-review.ts";
import { editPost, firstPost, readLink } from "./parts/post-of.ts";
import { tellReferent } from "./parts/tell-referent.ts";

const input = moveInput(z.null());

/**
 * *Demande de réexamen*, by the person: a second study by others than whoever took part in the first. What was decided stands until then, and its
 * hand-over waits.
 */
export const askSecondStudy = command<z.infer<typeof input>, Moving, { readonly kind: "asked"; readonly id: ReviewId }>(
  {
    act: "review.askSecond",
    input,
    queue: queueOfReview,
    load: loadMoving,
    allow: (actor, moving) => mayMove("second", actor, moving),
    decide: async (services, actor, moving, { rev }) => {
      const { doc: first, version } = moving.view.review;
      if (rev !== moveRev(first)) return refused("changedMeanwhile");
      const { id, write: numbered } = await nextReviewId(services);
      const at = services.clock.now().toISOString();
      const file = moving.dossier.file.doc;
      const second = secondStudyOf(first, { id, round: file.round ?? first.round, by: actor.memberId, at });
      const snapshot = await freezeAgain(services, actor, moving.view, second);
      if (!snapshot.ok) return snapshot;
      const waiting = await pausedHandovers(services, file, services.clock.today());
      const asked = { ...first, secondedBy: id };
      return decideOnCase(services, moving.dossier, {
        act: "review.secondAsked",
        details: { review: first.id, second: id },
        outcome: { kind: "asked" as const, id },
        writes: [
          numbered,
          { op: "put", doc: asked, expected: version },
          { op: "put", doc: second, expected: "new" },
          { op: "put", doc: snapshot.value, expected: "new" },
          ...waiting.writes,
          ...editPost(services, actor, asked, moving.view.post),
          ...firstPost(services, actor, second, await readLink(services, second.cell)),
          ...(await tellReferent(services, actor, second, "review")).writes,
        ],
        after: {
          head: { ...file, review: id, handovers: waiting.handovers },
          round: moving.dossier.round?.doc,
          findings: findingsOf(moving.dossier.assessments),
        },
      });
    },
  },
);
