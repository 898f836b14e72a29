import { z } from "zod";
import { reviewId } from "../../src/domain/review/codes.ts";
import { choice, problemsOf, rev, text, top } from "../common.ts";
import { seenByCell } from "../review/seen.ts";

/** Avis: one's own on a case of the cell, or the one that the secretary notes for a member. */
export const opinionModel = z.strictObject({
  ...top,
  review: reviewId,
  rev,
  title: text,
  /** Until when it may change, and when it was given. */
  about: text,
  /** The secretary's form, with the member to choose; false: one's own. */
  noted: z.boolean(),
  seen: seenByCell,
  fields: z.strictObject({ outcome: text, to: text, why: text, next: text, member: text }),
  choices: z.strictObject({
    outcome: z.array(choice).min(1),
    /** Empty where this cell proposes no reorientation. */
    to: z.array(choice),
    member: z.array(choice),
  }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: z.strictObject({ why: text.nullable(), next: text.nullable() }),
  problems: problemsOf(["outcome", "to", "why", "next", "member"]),
});
export type OpinionModel = z.infer<typeof opinionModel>;
