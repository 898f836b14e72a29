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
import { loadStudied, type Studied } from "./parts/deciding.ts";
import { mayMove } from "./parts/moving.ts";
import { isOpenReview, leadsReview, presentMembers, seesReview, studyIdOf } from "./parts/on-review.ts";
import { givesOpinion, notesOpinion, opinionsAreClosed, readOpinion } from "./parts/opinion-form.ts";
import { readReviewForm } from "./parts/review-form.ts";
import { missingFor } from "./reveal-opinions.ts";

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

/** An opinion is one document for each of at most sixty givers. */
const OPINIONS_AT_MOST = 60;

const opinionsOf = async (services: Services, { view }: Studied): Promise<readonly Opinion[] | null> => {
  const review = view.review.doc;
  if (review.revealed === null) return null;
  const page = await services.store.list({
    kind: "opinion",
    key: `study:${studyIdOf(review)}`,
    limit: OPINIONS_AT_MOST,
  });
  return page.items.map(({ doc }) => doc);
};

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
      opinionsOf(services, studied),
      readOpinion(services, view, actor.memberId),
      draftLeft(services, actor, studied),
      services.store.get("reviewDecision", studyIdOf(view.review.doc)),
    ]);
    return done({
      ...studied,
      opinions,
      mine: mine?.doc,
      tooLate,
      decision: view.review.doc.state === "decided" ? decision?.doc : undefined,
      present: presentMembers(view).length,
      missing: missingFor(view),
      may: mayDo(services, actor, studied, decision?.doc),
    });
  },
});
