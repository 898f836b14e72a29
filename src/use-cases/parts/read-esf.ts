/** The ESF+ questionnaires of one parcours, each read with the version it was answered with. */
import type { EsfAnswers } from "../../domain/esf/records.ts";
import { esfAnswersId } from "../../domain/esf/records.ts";
import {
  QUESTIONNAIRE_FILES,
  questionnaireOf,
  type EsfStage,
  type Questionnaire,
} from "../../domain/esf/questionnaire.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Services } from "../frame/services.ts";

export interface EsfSheet {
  readonly questionnaire: Questionnaire;
  /** Undefined: nothing was asked yet. */
  readonly given: EsfAnswers | undefined;
}

/** The questionnaire of a version: the one that is asked now, or an earlier one as its text was kept. */
export const esfQuestionnaire = async (
  { store, papers }: Pick<Services, "store" | "papers">,
  stage: EsfStage,
  version: string,
): Promise<Questionnaire> => {
  const current = papers.esf[stage];
  if (version === current.version) return current;
  const kept = await store.get("paper", `${QUESTIONNAIRE_FILES[stage]}.${version}`);
  if (kept === undefined) throw new Error(`The text of the ESF+ questionnaire ${stage} ${version} was not kept.`);
  return questionnaireOf(stage).parse(JSON.parse(kept.doc.text));
};

export const readEsfSheet = async (
  services: Pick<Services, "store" | "papers">,
  { code, parcours }: Pick<CaseFile, "code" | "parcours">,
  stage: EsfStage,
): Promise<EsfSheet> => {
  const given = (await services.store.get("esfAnswers", esfAnswersId({ code, parcours, stage })))?.doc;
  const version = given?.version ?? services.papers.esf[stage].version;
  return { questionnaire: await esfQuestionnaire(services, stage, version), given };
};
