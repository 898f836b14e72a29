import { z } from "zod";
import { ESF_STAGES } from "../../src/domain/esf/codes.ts";
import { choice, code, rev, text, top } from "../common.ts";

/** One block of an ESF+ questionnaire: each question with what was answered, or what is suggested and from where. */
export const questionnaireBlockModel = z.strictObject({
  ...top,
  code,
  stage: z.enum(ESF_STAGES),
  block: text,
  rev,
  /** The items of the block, separated by commas. */
  asked: text,
  title: text,
  /** « Partie 2 sur 4 ». */
  part: text,
  person: text,
  about: text,
  lines: z
    .array(
      z.strictObject({
        id: text,
        /** How it is answered: one of a list, several of it, or a day or a commune that is written. */
        isOne: z.boolean(),
        isSeveral: z.boolean(),
        isText: z.boolean(),
        label: text,
        value: text,
        choices: z.array(choice).max(16),
        /** « D'après la fiche (sa situation), à confirmer avec la personne. »; null: nothing was suggested. */
        suggested: text.nullable(),
        hint: text.nullable(),
      }),
    )
    .min(1)
    .max(8),
  answeredOn: text,
  /** By item, and `answeredOn`. */
  problems: z.record(z.string(), text),
});
export type QuestionnaireBlockModel = z.infer<typeof questionnaireBlockModel>;
