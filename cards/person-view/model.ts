import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Point de vue de la personne on the synthesis: agreement, and their own words. */
export const personViewModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** The review whose decision waits for it; empty: none. */
  back: text,
  fields: z.strictObject({ agreement: text, words: text, heard: text }),
  choices: z.strictObject({ agreement: z.array(choice) }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: text.nullable(),
  problems: problemsOf(["agreement", "words"]),
});
export type PersonViewModel = z.infer<typeof personViewModel>;
