/** *Présenter en cellule*: prepared, read as the channel will show it, sent. */
import { z } from "zod";
import { action, code, ofCase, ofCaseRev, rev, typed, whole } from "./action.ts";

export const submissionFields = { cell: typed, question: typed, full: typed } as const;
const submission = z.strictObject({ code, rev, whole, ...submissionFields });

export const submitActions = {
  prepareReview: action("review.prepare", ofCase),
  previewReview: action("review.preview", submission),
  leaveReview: action("review.leave", submission),
  submitReview: action("review.submit", ofCaseRev),
} as const;
