/** What becomes of a study when the record of the person changes: one that closes is studied by no cell any more. */
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { withdrawnReview } from "../../domain/review/moves.ts";
import type { WITHDRAW_REASONS } from "../../domain/review/records.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { isOpenReview } from "./on-review.ts";
import { editPost } from "./post-of.ts";

/** Takes the case back from the cell that studies it; nothing where none does. The head of the case then names no review. */
export const closeStudy = async (
  services: Services,
  actor: Actor,
  { review: id }: Pick<CaseFile, "review">,
  because: (typeof WITHDRAW_REASONS)[number],
): Promise<readonly Write[]> => {
  if (id === null) return [];
  const [review, post] = await Promise.all([services.store.get("review", id), services.store.get("reviewPost", id)]);
  if (review === undefined || !isOpenReview(review.doc)) return [];
  const at = services.clock.now().toISOString();
  const next = withdrawnReview(review.doc, { because, by: actor.memberId, at });
  return [{ op: "put", doc: next, expected: review.version }, ...editPost(services, actor, next, post)];
};

/** A study under way knows who accompanies the person now, and who stands in: they have no vote, and are told. */
export const studyFollows = async (
  services: Services,
  { review: id, referentId, substitute }: CaseFile,
): Promise<readonly Write[]> => {
  const review = id === null ? undefined : await services.store.get("review", id);
  const substituteId = substitute?.memberId ?? null;
  return review === undefined || (review.doc.referentId === referentId && review.doc.substituteId === substituteId)
    ? []
    : [{ op: "put", doc: { ...review.doc, referentId, substituteId }, expected: review.version }];
};
