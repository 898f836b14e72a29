import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Faire le point sur les démarches: how to go on, and until when. */
export const outreachModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  fields: z.strictObject({ way: text, until: text }),
  choices: z.strictObject({ way: z.array(choice) }),
  problems: problemsOf(["way", "until"]),
});
export type OutreachModel = z.infer<typeof outreachModel>;
