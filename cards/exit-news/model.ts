import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** *Six mois après la sortie*: still in employment or not, and how it is known. */
export const exitNewsModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  fields: z.strictObject({ on: text, still: text, proof: text }),
  choices: z.strictObject({ still: z.array(choice), proof: z.array(choice) }),
  problems: problemsOf(["on", "still", "proof"]),
});
export type ExitNewsModel = z.infer<typeof exitNewsModel>;
