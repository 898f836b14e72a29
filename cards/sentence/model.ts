import { z } from "zod";
import { button, text, top } from "../common.ts";

/** One sentence: a refusal, a stranger, an unknown sentence with suggestions, a fault with its reference number. */
export const sentenceModel = z.strictObject({
  ...top,
  title: text,
  text,
  suggestions: z.array(text).max(6),
  /** « Référence : 8F3K-2Q », to quote when asking for help; null: none. */
  reference: text.nullable(),
  buttons: z.array(button).max(4),
});
export type SentenceModel = z.infer<typeof sentenceModel>;
