import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** *Répondre* to what the person asked: what was done, or why not. */
export const rightsAnswerModel = z.strictObject({
  ...top,
  code,
  request: text.max(60),
  rev,
  person: text,
  title: text,
  standing: text,
  /** What the person said; null: not a word. */
  words: text.nullable(),
  about: text,
  fields: z.strictObject({ outcome: text, answeredOn: text, answer: text }),
  choices: z.strictObject({ outcome: z.array(choice) }),
  kept: text.nullable(),
  problems: problemsOf(["outcome", "answeredOn", "answer"]),
  /** The copy to hand over, or where an erasure is confirmed; null: no button. */
  copyUrl: z.url().nullable(),
  eraseUrl: z.url().nullable(),
});
export type RightsAnswerModel = z.infer<typeof rightsAnswerModel>;
