/** How the answers to an ESF+ questionnaire are kept and found again. */
import { define, sortable } from "../codec.ts";
import { esfAnswers, esfAnswersId } from "./records.ts";

export const esfCodecs = {
  esfAnswers: define({
    schema: esfAnswers,
    id: esfAnswersId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${sortable(doc.parcours)}.${doc.stage}`,
  }),
} as const;
