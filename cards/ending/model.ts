import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Mettre fin au parcours: a reason, words, and which door stays open. */
export const endingModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  /** Why, and which door: of a parcours that ends now. */
  asksMore: z.boolean(),
  fields: z.strictObject({ how: text, why: text, door: text, words: text }),
  choices: z.strictObject({ how: z.array(choice), door: z.array(choice) }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: z.strictObject({ why: text.nullable(), words: text.nullable() }),
  problems: problemsOf(["how", "why", "door", "words"]),
});
export type EndingModel = z.infer<typeof endingModel>;
