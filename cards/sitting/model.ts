import { z } from "zod";
import { meetingId, reviewId } from "../../src/domain/review/codes.ts";
import { choice, rev, text, top } from "../common.ts";

const ofSitting = z.strictObject({ meeting: meetingId });

/** *Mode séance*: the agenda, the case under study, and what can be done now. No participant is named. */
export const sittingModel = z.strictObject({
  ...top,
  /** « Cellule entrées · 8 décembre 2026 ». */
  heading: text,
  /** Who leads, who takes notes, how many are there. */
  people: text,
  current: z.strictObject({ label: text, question: text, lines: z.array(text) }).nullable(),
  /** Said where no case is taken; null otherwise. */
  notStarted: text.nullable(),
  items: z.array(z.strictObject({ label: text, about: text })).max(60),
  /** Cases that can be taken out of turn. */
  others: z.array(choice),
  ofSitting,
  /** `rev` is the case under study; empty: none. */
  go: ofSitting.extend({ rev }),
  /** Empty where none is under study: its buttons are not there. */
  ofReview: z.strictObject({ review: reviewId.or(z.literal("")) }),
  leads: z.boolean(),
  /** Another case can be taken. */
  goesOn: z.boolean(),
  notes: z.boolean(),
  reveals: z.boolean(),
  decides: z.boolean(),
  /** Where there is room for it. */
  follows: z.boolean(),
});
export type SittingModel = z.infer<typeof sittingModel>;
