/** The file of an ESF+ questionnaire as it is read: what contradicts itself is refused, and so is a file in the place of another. */
import type { EsfStage } from "./codes.ts";
import { questionnaireProblems } from "./questionnaire-problems.ts";
import { questionnaireShape } from "./questionnaire.ts";

/** Each fault with its path and its reason. */
const questionnaire = questionnaireShape.superRefine((read, context) => {
  for (const { path, message } of questionnaireProblems(read)) context.addIssue({ code: "custom", path, message });
});

/** The questionnaire of one moment. */
export const questionnaireOf = (stage: EsfStage) =>
  questionnaire.refine((read) => read.stage === stage, {
    path: ["stage"],
    message: `ce fichier est celui de « ${stage} »`,
  });
