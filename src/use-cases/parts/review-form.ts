/** A form about a review: the same promises as a form about a case; each member has their own draft of it. */
import { z } from "zod";
import { typedInputs, type TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { reviewId } from "../../domain/review/codes.ts";
import type { Review } from "../../domain/review/records.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { draftWrite, readDrafted, type Drafted, type Recorded } from "./form.ts";
import { studyIdOf } from "./on-review.ts";

/** What a button of a form about a review brings. */
export const reviewFormInput = z.strictObject({
  review: reviewId,
  rev: z.string(),
  inputs: typedInputs,
  /** `record` when it is done; `keep` when another button carries what was typed. */
  intent: z.enum(["record", "keep"]),
});
export type ReviewFormInput = z.infer<typeof reviewFormInput>;

export const REVIEW_FORMS = ["opinion", "opinionNote", "decision", "reviewMove"] as const;
export type ReviewFormName = (typeof REVIEW_FORMS)[number];

export type ReviewForm = Drafted<ReviewFormName>;

export const readReviewForm = (
  services: Services,
  name: ReviewFormName,
  review: Review,
  memberId: MemberId,
  recorded: Recorded,
): Promise<ReviewForm> =>
  readDrafted(services, { name, id: `${name}.${studyIdOf(review)}.${memberId}`, code: review.code }, recorded);

/** Reasons may speak of health; a move is a choice in a list. */
export const keepReviewTyped = (services: Services, actor: Actor, form: ReviewForm, inputs: TypedInputs): Write =>
  draftWrite(services, actor, form, { inputs, aboutHealth: form.name !== "reviewMove" });
