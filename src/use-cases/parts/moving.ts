/** What adjourning, withdrawing, reopening and asking for a second study share: what they read, and who may. */
import { z } from "zod";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Day } from "../../domain/participant/codes.ts";
import { mayCarryCase, type Actor } from "../../domain/people/actor.ts";
import { reviewId, type ReviewMove } from "../../domain/review/codes.ts";
import { mayLeadReviews } from "../../domain/review/members.ts";
import { secondAsked, type SecondAsked } from "../../domain/review/moves.ts";
import type { Review, ReviewDecision } from "../../domain/review/records.ts";
import type { Write } from "../../ports/store.ts";
import type { Decision } from "../frame/commit.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf } from "./dossier.ts";
import { decideOnCase } from "./on-case.ts";
import { isOpenReview, leadsReview, seesReview, studyIdOf } from "./on-review.ts";
import { cardFollows } from "./linking.ts";
import { readLink } from "./post-of.ts";
import { loadStudied, type Studied } from "./studied.ts";
import { tellReferent } from "./tell-referent.ts";

/** `rev`: the study and the state that the card showed. */
export const moveInput = <B extends z.ZodType>(because: B) =>
  z.strictObject({ review: reviewId, rev: z.string(), because });

export const moveRev = ({ study, state }: Pick<Review, "study" | "state">): string => `${study}.${state}`;

export interface Moving extends Studied {
  readonly decision: ReviewDecision | undefined;
  readonly today: Day;
}

export const loadMoving = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<Moving>> => {
  const studied = await loadStudied(services, actor, input);
  if (!studied.ok) return studied;
  const decision = await services.store.get("reviewDecision", studyIdOf(studied.value.view.review.doc));
  return done({ ...studied.value, decision: decision?.doc, today: services.clock.today() });
};

/** The référent of the case, a chargé de projet or the coordinatrice. */
const answersForCase = (actor: Actor, { view, dossier }: Studied): RefusalCode | null =>
  seesReview(actor, view) ?? (mayCarryCase(actor, dossier.file.doc) || mayLeadReviews(actor) ? null : "roleMayNot");

/** A decision is taken up again while it is the last one of a parcours that goes on. */
const stillStands = ({ view, dossier }: Studied): RefusalCode | null => {
  const review = view.review.doc;
  const file = dossier.file.doc;
  if (file.status === "cancelled" || file.parcours !== review.parcours || file.ended !== null) return "caseClosed";
  if (file.review !== null) return "alreadyUnderReview";
  return review.cell === "gta" || file.decided?.review === review.id ? null : "changedMeanwhile";
};

const SECOND: Readonly<Record<SecondAsked, RefusalCode | null>> = {
  may: null,
  notDecided: "nothingToSettle",
  noneHere: "nothingToSettle",
  already: "alreadyDone",
  tooLate: "tooLate",
};

const refusals: Readonly<Record<ReviewMove, (actor: Actor, moving: Moving) => RefusalCode | null>> = {
  adjourn: (actor, { view }) => {
    const review = view.review.doc;
    const refusal = leadsReview(actor, view);
    if (refusal !== null) return refusal;
    if (!isOpenReview(review) || review.track === "short") return "nothingToSettle";
    return review.state === "adjourned" ? "alreadyDone" : null;
  },
  withdraw: (actor, moving) =>
    answersForCase(actor, moving) ?? (isOpenReview(moving.view.review.doc) ? null : "nothingToSettle"),
  reopen: (actor, moving) => {
    const review = moving.view.review.doc;
    const refusal = leadsReview(actor, moving.view);
    if (refusal !== null) return refusal;
    if (review.state !== "decided") return "nothingToSettle";
    return review.secondedBy === null ? stillStands(moving) : "alreadyDone";
  },
  second: (actor, moving) =>
    answersForCase(actor, moving) ??
    SECOND[secondAsked(moving.view.review.doc, moving.decision, moving.today)] ??
    stillStands(moving),
};

/** Null: this actor may do it now. */
export const mayMove = (move: ReviewMove, actor: Actor, moving: Moving): RefusalCode | null =>
  refusals[move](actor, moving);

/** The card follows: brought up to date where there is one, posted where the channel waits for it. */
export const followInChannel = async (
  services: Services,
  actor: Actor,
  { view }: Pick<Studied, "view">,
  next: Review,
): Promise<readonly Write[]> => cardFollows(services, actor, await readLink(services, next.cell), next, view.post);

/** One batch: the review, the case, the card, and the référent where someone else acts. */
export const moved = async <Outcome>(
  services: Services,
  actor: Actor,
  moving: Moving,
  what: {
    readonly act: string;
    readonly because: string | null;
    readonly next: Review;
    readonly head: CaseFile;
    readonly outcome: Outcome;
    readonly besides?: readonly Write[];
  },
): Promise<Result<Decision<Outcome>>> => {
  const { view, dossier } = moving;
  const { next, because } = what;
  return decideOnCase(services, dossier, {
    act: what.act,
    details: { review: next.id, study: next.study, because },
    outcome: what.outcome,
    writes: [
      { op: "put", doc: next, expected: view.review.version },
      ...(await followInChannel(services, actor, moving, next)),
      ...(await tellReferent(services, actor, next, "review")).writes,
      ...(what.besides ?? []),
    ],
    after: { head: what.head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });
};
