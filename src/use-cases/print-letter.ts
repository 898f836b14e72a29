import { z } from "zod";
import { hasDied } from "../domain/participant/clock-facts.ts";
import { maySeeCase } from "../domain/people/actor.ts";
import { reviewId } from "../domain/review/codes.ts";
import type { ReviewDecision } from "../domain/review/records.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { loadStudied, type Studied } from "./parts/studied.ts";
import { studyIdOf } from "./parts/on-review.ts";

const input = z.strictObject({ review: reviewId });

/** Everything that the letter says of a decision. */
export interface LetterView extends Studied {
  readonly decision: ReviewDecision;
  readonly decidedBy: string | null;
  readonly referent: string | null;
}

/**
 * The letter that tells the person what was decided about them, for whoever reads their case. A view on practice decides nothing: there is no
 * letter.
 */
export const printLetter = query<z.infer<typeof input>, Studied, LetterView>({
  act: "letter.print",
  input,
  load: loadStudied,
  allow: (actor, { dossier }) => {
    if (!maySeeCase(actor, dossier.file.doc)) return "noSuchReview";
    return hasDied(dossier.file.doc) ? "personDied" : null;
  },
  run: async (services, actor, studied) => {
    const review = studied.view.review.doc;
    const decision = await services.store.get("reviewDecision", studyIdOf(review));
    if (decision === undefined || review.state !== "decided" || decision.doc.outcome === "practice")
      return refused("nothingToSettle");
    await noteOpening(services, actor, review.code);
    const nameOf = (id: string): string | null => services.people.byObjectId(id)?.name ?? null;
    return done({
      ...studied,
      decision: decision.doc,
      decidedBy: nameOf(decision.doc.by),
      referent: nameOf(studied.dossier.file.doc.referentId),
    });
  },
});
