import { z } from "zod";
import { text, top } from "../common.ts";

/** A sending that may not have arrived: the question, then who answered it. */
export const sendingAskModel = z.strictObject({
  ...top,
  /** « Situation 2026-001 ». */
  title: text,
  /** What was sent where and when, what is known of it, and why it is asked. */
  said: z.array(text).min(1).max(3),
  /** Null once it is settled. */
  ask: z
    .strictObject({
      question: text,
      /** « Publier à nouveau », « Envoyer à nouveau ». */
      again: text,
      data: z.strictObject({ entry: text.max(200) }),
    })
    .nullable(),
  /** What was answered, by whom and when; null while it is not. */
  settled: text.nullable(),
});
export type SendingAskModel = z.infer<typeof sendingAskModel>;
