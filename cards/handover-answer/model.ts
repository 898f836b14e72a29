import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";
import { ANSWER_FIELDS } from "../../src/domain/handover/codes.ts";

/** Réponse du partenaire: accepted with a first appointment, refused with the reason, or none. */
export const handoverAnswerModel = z.strictObject({
  ...top,
  code,
  handover: text.max(60),
  rev,
  person: text,
  to: text,
  fields: z.strictObject({ answer: text, on: text, reason: text, words: text, appointmentOn: text }),
  choices: z.strictObject({ answer: z.array(choice), reason: z.array(choice) }),
  kept: text.nullable(),
  /** Why it is not noted now. */
  problem: text.nullable(),
  problems: problemsOf(ANSWER_FIELDS),
});
export type HandoverAnswerModel = z.infer<typeof handoverAnswerModel>;
