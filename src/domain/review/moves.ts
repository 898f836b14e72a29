/** What is done with a review besides deciding it. Opinions already given are never lost: they stay with their study. */
import type { Day, Instant, MemberId } from "../participant/codes.ts";
import type { ReviewId } from "./codes.ts";
import type { ADJOURN_REASONS, REOPEN_REASONS, Review, ReviewDecision, WITHDRAW_REASONS } from "./records.ts";

interface Marked<R extends string> {
  readonly because: R;
  readonly by: MemberId;
  readonly at: Instant;
}

/** Waits for another sitting. What was revealed stays so: an opinion that everyone read is not given again. */
export const adjournedReview = (review: Review, mark: Marked<(typeof ADJOURN_REASONS)[number]>): Review => ({
  ...review,
  state: "adjourned",
  adjourned: { ...mark },
});

export const withdrawnReview = (review: Review, mark: Marked<(typeof WITHDRAW_REASONS)[number]>): Review => ({
  ...review,
  state: "withdrawn",
  withdrawn: { ...mark },
});

/** Studied again, in full, from what is known now. */
export const reopenedReview = (review: Review, mark: Marked<(typeof REOPEN_REASONS)[number]>): Review => ({
  ...review,
  state: "submitted",
  study: review.study + 1,
  track: "full",
  fullBecause: review.fullBecause.length === 0 ? ["onRequest"] : review.fullBecause,
  givers: [],
  revealed: null,
  decided: null,
  adjourned: null,
  reopened: { ...mark },
  toldIn: null,
});

/** The simple stay that someone wants studied by the cell after all. */
export const takenInFull = (review: Review): Review => ({ ...review, track: "full", fullBecause: ["onRequest"] });

/** A second study, by others than whoever gave an opinion on the first or decided it. */
export const secondStudyOf = (
  first: Review,
  { id, round, by, at }: { readonly id: ReviewId; readonly round: number; readonly by: MemberId; readonly at: Instant },
): Review => ({
  ...first,
  id,
  round,
  track: "full",
  fullBecause: ["secondStudy"],
  state: "submitted",
  study: 1,
  submittedBy: by,
  submittedAt: at,
  givers: [],
  revealed: null,
  decided: null,
  adjourned: null,
  withdrawn: null,
  reopened: null,
  second: { of: first.id, barred: barredFrom(first) },
  secondedBy: null,
  toldIn: null,
});

const barredFrom = (first: Review): MemberId[] => [
  ...new Set([...first.givers, ...(first.decided === null ? [] : [first.decided.by])]),
];

export type SecondAsked = "may" | "notDecided" | "noneHere" | "already" | "tooLate";

/** Whether the person may have a second study now: once, within its days, of what was decided about them. */
export const secondAsked = (
  first: Pick<Review, "state" | "secondedBy">,
  decision: Pick<ReviewDecision, "secondUntil"> | undefined,
  today: Day,
): SecondAsked => {
  if (first.state !== "decided" || decision === undefined) return "notDecided";
  if (decision.secondUntil === null) return "noneHere";
  if (first.secondedBy !== null) return "already";
  return today > decision.secondUntil ? "tooLate" : "may";
};
