/** A form about a review: the same promises as a form about a case; each member has their own draft of it. */
import { z } from "zod";
import { typedInputs, type TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import { reviewId } from "../../domain/review/codes.ts";
import type { Review } from "../../domain/review/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
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

export interface ReviewForm {
  readonly name: ReviewFormName;
  readonly id: string;
  /** The case under study. */
  readonly code: string;
  /** The version of what is recorded, and of the draft over it. */
  readonly rev: string;
  /** What the card is filled with: the draft, else what is recorded. */
  readonly shown: TypedInputs;
  readonly draft: Versioned<Draft> | undefined;
}

/** Reads a form; `recorded` is what the record says now, with its version. */
export const readReviewForm = async (
  services: Services,
  name: ReviewFormName,
  review: Review,
  memberId: MemberId,
  recorded: { readonly version: string; readonly inputs: TypedInputs },
): Promise<ReviewForm> => {
  const id = `${name}.${studyIdOf(review)}.${memberId}`;
  const draft = await services.store.get("draft", id);
  return {
    name,
    id,
    code: review.code,
    rev: `${recorded.version}~${draft?.version ?? "new"}`,
    shown: { ...recorded.inputs, ...draft?.doc.inputs },
    draft,
  };
};

export const keepReviewTyped = (services: Services, actor: Actor, form: ReviewForm, inputs: TypedInputs): Write => ({
  op: "put",
  doc: {
    kind: "draft",
    schemaVersion: 1,
    id: form.id,
    form: form.name,
    code: form.code,
    // Reasons may speak of health; a move is a choice in a list.
    aboutHealth: form.name !== "reviewMove",
    inputs,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  },
  expected: form.draft?.version ?? "new",
});
