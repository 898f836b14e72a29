import { z } from "zod";
import { ESF_STAGES } from "../../src/domain/esf/codes.ts";
import { code, problemsOf, rev, text, top } from "../common.ts";

/** Signé le: the day on which the person signed one questionnaire, on paper. */
export const questionnaireSignModel = z.strictObject({
  ...top,
  code,
  stage: z.enum(ESF_STAGES),
  rev,
  person: text,
  about: text,
  /** What the signature still waits for; null: nothing. */
  waits: text.nullable(),
  signedOn: text,
  problems: problemsOf(["signedOn"]),
});
export type QuestionnaireSignModel = z.infer<typeof questionnaireSignModel>;
