/** *Questionnaires ESF+*, one block, and *signé le*. */
import {
  seeQuestionnaireBlock,
  seeQuestionnaires,
  seeQuestionnaireSignature,
} from "../../src/use-cases/see-questionnaire.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const questionnaireShows: Pick<Shows, "questionnaire" | "questionnaireBlock" | "questionnaireSign"> = {
  questionnaire: (screen, on) =>
    through(screen, on, seeQuestionnaires, { code: screen.code, stage: screen.stage }, (view) =>
      present.presentQuestionnaires(screen, view, on.reader),
    ),
  questionnaireBlock: (screen, on) =>
    through(
      screen,
      on,
      seeQuestionnaireBlock,
      { code: screen.code, stage: screen.stage, block: screen.block },
      (view) => present.presentQuestionnaireBlock(screen, view, on.reader),
    ),
  questionnaireSign: (screen, on) =>
    through(screen, on, seeQuestionnaireSignature, { code: screen.code, stage: screen.stage }, (view) =>
      present.presentQuestionnaireSign(screen, view, on.reader),
    ),
};
