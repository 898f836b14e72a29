import { z } from "zod";
import { ESF_STAGES } from "../../src/domain/esf/codes.ts";
import { choice, code, text, top } from "../common.ts";

const line = z.strictObject({ label: text, value: text });

/** Questionnaires ESF+: where each one stands, the blocks of the one that is shown, and one choice of what to fill in. */
export const questionnaireModel = z.strictObject({
  ...top,
  code,
  stage: z.enum(ESF_STAGES),
  person: text,
  about: text,
  /** Each questionnaire, and where it stands. */
  stages: z.array(line).min(1).max(3),
  /** Of the one that is shown. */
  title: text,
  /** For who may not fill it in; the others read it beside each choice. */
  blocks: z.array(line).max(8),
  /** What this reader cannot do, and why; null: nothing to say. */
  said: text.nullable(),
  items: z.array(choice).max(12),
  /** The one that is chosen already. */
  choice: text,
  /** What comes next is the first button: to open a block, or to sign once nothing is missing. The other one stays, behind. */
  opensNext: z.boolean(),
  opensToo: z.boolean(),
  signNext: z.boolean(),
  canSign: z.boolean(),
  /** The document that attests the exit: where it stands; null: none is asked. */
  proof: line.nullable(),
  /** What can be noted of it; null: nothing, or by somebody else. */
  notesProof: z.strictObject({ title: text, proof: z.enum(["received", "awaited"]) }).nullable(),
  /** Address of the questionnaire to print, on our own tab; null: no button. */
  printUrl: z.url().nullable(),
  /** Which codes are not confirmed; null: all of them are. */
  unconfirmed: text.nullable(),
});
export type QuestionnaireModel = z.infer<typeof questionnaireModel>;
