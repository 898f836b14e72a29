/** The ESF+ questionnaire of a version: what was answered is read with the text that was asked. */
import { QUESTIONNAIRE_FILES, type EsfStage } from "../../domain/esf/codes.ts";
import type { Questionnaire } from "../../domain/esf/questionnaire.ts";
import { questionnaireOf } from "../../domain/esf/read-questionnaire.ts";
import { everyDocument } from "../frame/every-document.ts";
import { UnreadableDocument } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

const parsed = (stage: EsfStage, text: string): Questionnaire => questionnaireOf(stage).parse(JSON.parse(text));

/**
 * The questionnaire of a version: the one that is asked now, or an earlier one as its text was kept. Without it, the answers cannot be read, as a document
 * that is damaged cannot: whoever reads many cases goes on with the others.
 */
export const esfQuestionnaire = async (
  { store, papers }: Pick<Services, "store" | "papers">,
  stage: EsfStage,
  version: string,
): Promise<Questionnaire> => {
  const current = papers.esf[stage];
  if (version === current.version) return current;
  const kept = await store.get("paper", `${QUESTIONNAIRE_FILES[stage]}.${version}`);
  if (kept === undefined)
    throw new UnreadableDocument(`The text of the ESF+ questionnaire ${stage} ${version} was not kept.`);
  return parsed(stage, kept.doc.text);
};

/** Every version that was asked, the present one first, then from the latest to the oldest. */
export const everyQuestionnaire = async (
  { store, papers }: Pick<Services, "store" | "papers">,
  stage: EsfStage,
): Promise<readonly Questionnaire[]> => {
  const current = papers.esf[stage];
  const former: Questionnaire[] = [];
  for await (const { doc } of everyDocument(store, { kind: "paper", key: `name:${QUESTIONNAIRE_FILES[stage]}` }))
    if (doc.version !== current.version) former.unshift(parsed(stage, doc.text));
  return [current, ...former];
};
