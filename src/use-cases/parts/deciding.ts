/** What the *Décision* card shows and what confirming it reads: the case as it is now beside what the cell saw. */
import type { Actor } from "../../domain/people/actor.ts";
import type { ToDecide } from "../../domain/review/decision-from-inputs.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { leadsReview, presentMembers } from "./on-review.ts";
import { readReviewForm, type ReviewForm } from "./review-form.ts";
import { destinationsOf, loadStudied, namingIn, offeredTo, onlyOffered, type Studied } from "./studied.ts";
import { openUrgent } from "./urgent-flags.ts";

export interface Deciding extends Studied {
  readonly form: ReviewForm;
}

export const loadDeciding = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<Deciding>> => {
  const studied = await loadStudied(services, actor, input);
  if (!studied.ok) return studied;
  const review = studied.value.view.review.doc;
  const only = onlyOffered(studied.value);
  const form = await readReviewForm(services, "decision", review, actor.memberId, {
    version: String(review.study),
    inputs: only === undefined ? {} : { outcome: only },
  });
  return done({ ...studied.value, form });
};

export const decidesReview = (actor: Actor, { view }: Pick<Studied, "view">): RefusalCode | null =>
  leadsReview(actor, view);

/** What stands in the way of a decision: it is behind the review, opinions are hidden, or too few members were present. */
export type Hindrance =
  | { readonly kind: "decided" | "withdrawn" | "notRevealed" | "notSimple" }
  | { readonly kind: "quorumMissing"; readonly present: number; readonly quorum: number };

/** What made a stay simple still holds: the person agrees, and nothing is urgent. */
const isSimple = ({ dossier, personView }: Pick<Studied, "dossier" | "personView">): boolean =>
  personView?.agreement === "agrees" && openUrgent(dossier.file.doc).length === 0;

export const hindranceTo = (studied: Pick<Studied, "view" | "dossier" | "personView">): Hindrance | null => {
  const { view } = studied;
  const { state, track, revealed } = view.review.doc;
  if (state === "decided" || state === "withdrawn") return { kind: state };
  // Once revealed, the quorum was there: who was marked present leaves with the sitting, what they did together stays.
  if (track === "short") return isSimple(studied) ? null : { kind: "notSimple" };
  if (revealed !== null) return null;
  const present = presentMembers(view).length;
  const quorum = view.rules?.quorum ?? 0;
  if (view.rules === undefined || present < quorum) return { kind: "quorumMissing", present, quorum };
  return { kind: "notRevealed" };
};

/** Against what a decision is read. Only the cell of entries decides what the lead points to. */
export const toDecide = (studied: Studied): ToDecide => ({
  offered: offeredTo(studied),
  destinations: destinationsOf(studied).map(({ to }) => to),
  lead: studied.view.review.doc.cell === "entree" ? (studied.held?.lead ?? null) : null,
  lengths: studied.dossier.framework.lengths,
  naming: namingIn(studied),
});
