/** *Avis*: who may give or note one on a review, what it is read against, and what it writes. */
import type { MemberId } from "../../domain/participant/codes.ts";
import { maySeeCase, type Actor } from "../../domain/people/actor.ts";
import {
  inputsFromOpinion,
  withOpinionOf,
  type OpinionSaid,
  type ToOpine,
} from "../../domain/review/opinion-from-inputs.ts";
import type { Opinion } from "../../domain/review/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import {
  isOpenReview,
  leadsReview,
  seesReview,
  standsAside,
  studyIdOf,
  votesOnReview,
  type ReviewView,
} from "./on-review.ts";
import { editPost } from "./post-of.ts";
import { opinionFor } from "./opinions-of.ts";
import { readReviewForm, type ReviewForm } from "./review-form.ts";
import { destinationsOf, loadStudied, namingIn, offeredTo, onlyOffered, type Studied } from "./studied.ts";

export interface Opining extends Studied {
  readonly form: ReviewForm;
  /** One's own opinion in this study. */
  readonly given: Versioned<Opinion> | undefined;
}

export const readOpinion = (
  services: Services,
  { review }: ReviewView,
  memberId: MemberId,
): Promise<Versioned<Opinion> | undefined> => services.store.get("opinion", `${studyIdOf(review.doc)}.${memberId}`);

/** One's own form: filled with the draft, else with the opinion already given. */
export const loadOpinion = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<Opining>> => {
  const studied = await loadStudied(services, actor, input);
  if (!studied.ok) return studied;
  const { view } = studied.value;
  const found = await readOpinion(services, view, actor.memberId);
  const given = found === undefined ? undefined : { ...found, doc: opinionFor(actor, studied.value, found.doc) };
  const form = await readReviewForm(services, "opinion", view.review.doc, actor.memberId, {
    version: given?.version ?? "new",
    inputs: inputsFromOpinion(given?.doc, onlyOffered(studied.value)),
  });
  return done({ ...studied.value, form, given });
};

/** The secretary's form: blank for each member, whatever that member said before. */
export const loadNote = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<Opining>> => {
  const studied = await loadStudied(services, actor, input);
  if (!studied.ok) return studied;
  const form = await readReviewForm(services, "opinionNote", studied.value.view.review.doc, actor.memberId, {
    version: "note",
    inputs: { ...inputsFromOpinion(undefined, onlyOffered(studied.value)), member: "" },
  });
  return done({ ...studied.value, form, given: undefined });
};

/** Once they are revealed, or once the review is behind, no opinion is given nor changed. */
export const opinionsAreClosed = ({ review }: ReviewView): boolean =>
  review.doc.revealed !== null || !isOpenReview(review.doc);

/** The short circuit asks for no opinion. */
const fullOnly = ({ review }: ReviewView): RefusalCode | null => (review.doc.track === "full" ? null : "noSuchReview");

export const givesOpinion = (actor: Actor, view: ReviewView): RefusalCode | null =>
  votesOnReview(actor, view) ?? fullOnly(view);

/** In an open sitting, its secretary or whoever leads the review notes what a member says of a case of that sitting. */
export const notesOpinion = (actor: Actor, view: ReviewView): RefusalCode | null => {
  const { sitting, review } = view;
  const studied = sitting?.doc.order.includes(review.doc.id) === true;
  if (studied && sitting.doc.secretaryId === actor.memberId) return standsAside(actor, view) ?? fullOnly(view);
  return seesReview(actor, view) ?? leadsReview(actor, view) ?? (studied ? fullOnly(view) : "sittingClosed");
};

/** Whoever may not read the file learns nothing of the person from the form: their text is taken as it is written. */
export const toOpine = (actor: Actor, studied: Studied): ToOpine => ({
  outcomes: offeredTo(studied),
  destinations: destinationsOf(studied).map(({ to }) => to),
  lengths: studied.dossier.framework.lengths,
  naming: maySeeCase(actor, studied.dossier.file.doc) ? namingIn(studied) : () => [],
});

/**
 * What giving an opinion writes. The head of the review is replaced with the version that was read: an opinion that comes after the reveal finds
 * another one there, and is read again.
 */
export const opinionWrites = (
  services: Services,
  actor: Actor,
  view: ReviewView,
  of: { readonly memberId: MemberId; readonly said: OpinionSaid; readonly given: Versioned<Opinion> | undefined },
): readonly Write[] => {
  const { memberId, said, given } = of;
  const { id, study, code } = view.review.doc;
  const doc: Opinion = {
    ...{ kind: "opinion", schemaVersion: 1, review: id, study, code, memberId },
    ...said,
    notedBy: memberId === actor.memberId ? null : actor.memberId,
    at: services.clock.now().toISOString(),
  };
  const review = withOpinionOf(view.review.doc, memberId);
  return [
    { op: "put", doc: review, expected: view.review.version },
    { op: "put", doc, expected: given?.version ?? "new" },
    ...editPost(services, actor, review, view.post),
  ];
};
