/** One review as its reader may see it: what the cell saw, where it stands, what was said once revealed, and what this reader may do next. */
import { z } from "zod";
import { maySeeCase, type Actor } from "../domain/people/actor.ts";
import { reviewId, REVIEW_MOVES, type ReviewMove } from "../domain/review/codes.ts";
import type { Opinion, ReviewDecision } from "../domain/review/records.ts";
import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { loadStudied, type Studied } from "./parts/studied.ts";
import { mayMove } from "./parts/moving.ts";
import { isOpenReview, leadsReview, missingFor, presentMembers, seesReview, studyIdOf } from "./parts/on-review.ts";
import { givesOpinion, notesOpinion, opinionsAreClosed, readOpinion } from "./parts/opinion-form.ts";
import { decisionFor, opinionFor, opinionsOf } from "./parts/opinions-of.ts";
import { readReviewForm } from "./parts/review-form.ts";

const input = z.strictObject({ review: reviewId });

export interface ReviewHub extends Studied {
  /** Null until they are revealed: nobody reads anyone else's. */
  readonly opinions: readonly Opinion[] | null;
  readonly mine: Opinion | undefined;
  /** What one had written when opinions closed: counted nowhere. */
  readonly tooLate: TypedInputs | null;
  readonly decision: ReviewDecision | undefined;
  readonly present: number;
  readonly missing: number;
  readonly may: {
    readonly giveOpinion: boolean;
    readonly noteOpinion: boolean;
    readonly reveal: boolean;
    readonly decide: boolean;
    readonly moves: readonly ReviewMove[];
    readonly openSheet: boolean;
  };
}

const draftLeft = async (services: Services, actor: Actor, { view }: Studied): Promise<TypedInputs | null> => {
  if (!opinionsAreClosed(view)) return null;
  const blank = { version: "new", inputs: {} };
  const { draft } = await readReviewForm(services, "opinion", view.review.doc, actor.memberId, blank);
  return draft?.doc.inputs ?? null;
};

const movesFor = (services: Services, actor: Actor, studied: Studied, decision: ReviewDecision | undefined) =>
  REVIEW_MOVES.filter((move) => mayMove(move, actor, { ...studied, decision, today: services.clock.today() }) === null);

const mayDo = (
  services: Services,
  actor: Actor,
  studied: Studied,
  decision: ReviewDecision | undefined,
): ReviewHub["may"] => {
  const { view, dossier } = studied;
  const { revealed, track } = view.review.doc;
  const leads = isOpenReview(view.review.doc) && leadsReview(actor, view) === null;
  const closed = opinionsAreClosed(view);
  return {
    giveOpinion: !closed && givesOpinion(actor, view) === null,
    noteOpinion: !closed && view.sitting !== undefined && notesOpinion(actor, view) === null,
    reveal: leads && track === "full" && revealed === null,
    decide: leads && (track === "short" || revealed !== null),
    moves: movesFor(services, actor, studied, decision),
    openSheet: maySeeCase(actor, dossier.file.doc),
  };
};

export const seeReview = query<z.infer<typeof input>, Studied, ReviewHub>({
  act: "review.see",
  input,
  load: loadStudied,
  allow: (actor, { view }) => seesReview(actor, view),
  run: async (services, actor, studied) => {
    const { view } = studied;
    await noteOpening(services, actor, view.review.doc.code);
    const [opinions, mine, tooLate, decision] = await Promise.all([
      view.review.doc.revealed === null ? null : opinionsOf(services, view.review.doc),
      readOpinion(services, view, actor.memberId),
      draftLeft(services, actor, studied),
      services.store.get("reviewDecision", studyIdOf(view.review.doc)),
    ]);
    return done({
      ...studied,
      opinions: opinions?.map((one) => opinionFor(actor, studied, one)) ?? null,
      mine: mine === undefined ? undefined : opinionFor(actor, studied, mine.doc),
      tooLate,
      decision: view.review.doc.state === "decided" ? decisionFor(actor, studied, decision?.doc) : undefined,
      present: presentMembers(view).length,
      missing: missingFor(view),
      may: mayDo(services, actor, studied, decision?.doc),
    });
  },
});
