import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** *Suspendre le parcours*, or, while it is suspended, its return. */
export const pauseModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  title: text,
  about: text,
  /** It is suspended now. */
  open: z.boolean(),
  /** « Parcours suspendu depuis le… »; null where it is not. */
  since: text.nullable(),
  fields: z.strictObject({ reason: text, from: text, returnOn: text, resumedOn: text }),
  choices: z.strictObject({ reason: z.array(choice) }),
  problems: problemsOf(["reason", "from", "returnOn", "resumedOn"]),
});
export type PauseModel = z.infer<typeof pauseModel>;
