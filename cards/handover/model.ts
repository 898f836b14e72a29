import { z } from "zod";
import { HANDOVER_STEPS } from "../../src/domain/handover/codes.ts";
import { code, rev, text, top } from "../common.ts";
import { reviewId } from "../../src/domain/review/codes.ts";

const ofHandover = { code, handover: text.max(60) };
const handoverButton = z.discriminatedUnion("verb", [
  z.strictObject({
    title: text,
    verb: z.literal("handover.step"),
    data: z.strictObject({ ...ofHandover, rev, step: z.enum(HANDOVER_STEPS) }),
  }),
  z.strictObject({
    title: text,
    verb: z.enum(["handover.sheetOpen", "handover.answerOpen"]),
    data: z.strictObject(ofHandover),
  }),
  z.strictObject({ title: text, verb: z.literal("review.open"), data: z.strictObject({ review: reviewId }) }),
  z.strictObject({ title: text, verb: z.literal("person.new"), data: z.strictObject({}) }),
]);
export type HandoverButton = z.infer<typeof handoverButton>;

/** One hand-over at a glance: what happened, with dates, what comes next, and the buttons of that step only. */
export const handoverModel = z.strictObject({
  ...top,
  code,
  title: text,
  person: text,
  /** Who receives; or that the structure is still to be chosen. */
  to: text,
  state: text,
  /** Where to go otherwise; null: not decided. */
  other: text.nullable(),
  lines: z.array(text).max(40),
  next: text.nullable(),
  /** Why a step is not taken now. */
  problem: text.nullable(),
  /** What the partner reads, to be copied; empty: nothing is written yet. */
  sheet: z.array(z.strictObject({ label: text, text })).max(4),
  hasDate: z.boolean(),
  on: text,
  /** What is to be done now; empty where answers stand side by side. */
  first: z.array(handoverButton).max(1),
  buttons: z.array(handoverButton).max(4),
  /** Address of the sheet on our own tab; null: there is none. */
  printUrl: z.url().nullable(),
});
export type HandoverModel = z.infer<typeof handoverModel>;
