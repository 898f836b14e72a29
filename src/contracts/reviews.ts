/** `GET /api/reviews?cell&status`: reviews by their label; nobody is named. */
import * as z from "zod/mini";
import type { CellId } from "../domain/review/codes.ts";
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import type { ReviewState } from "../domain/review/records.ts";
import { LEAD_KINDS } from "./codes.ts";

export const REVIEW_CELLS = ["entree", "sortie", "gta"] as const satisfies readonly CellId[];
export const REVIEW_STATUSES = [
  "submitted",
  "underReview",
  "adjourned",
  "decided",
  "withdrawn",
] as const satisfies readonly ReviewState[];
export const OUTCOMES = [
  "stay",
  "stayWithRelays",
  "reorient",
  "toComplete",
  "exitJob",
  "exitTraining",
  "exitOther",
  "goOn",
  "practice",
] as const satisfies readonly ReviewOutcome[];

export const reviewsQuery = z.strictObject({
  cell: z.optional(z.enum(REVIEW_CELLS)),
  status: z.optional(z.enum(REVIEW_STATUSES)),
});

const count = z.int().check(z.nonnegative());

export const listedReview = z.strictObject({
  /** Its label, which the page puts in words: « Situation 2026-001 ». */
  id: z.string(),
  cell: z.enum(REVIEW_CELLS),
  status: z.enum(REVIEW_STATUSES),
  track: z.enum(["short", "full"]),
  dueOn: z.nullable(z.string()),
  /** How many opinions were given. */
  opinions: count,
  /** How many of each, once revealed; null before. */
  revealed: z.nullable(
    z.array(z.strictObject({ outcome: z.enum(OUTCOMES), to: z.nullable(z.enum(LEAD_KINDS)), count })),
  ),
  decision: z.nullable(
    z.strictObject({ outcome: z.enum(OUTCOMES), to: z.nullable(z.enum(LEAD_KINDS)), on: z.string() }),
  ),
  /** The caller accompanies this person. */
  own: z.boolean(),
  /** The caller's own opinion. */
  opinion: z.nullable(z.enum(["given", "toGive"])),
  toDecide: z.boolean(),
});
export type ListedReviewOut = z.infer<typeof listedReview>;

export const reviewsList = z.strictObject({ items: z.array(listedReview) });
export type ReviewsList = z.infer<typeof reviewsList>;
