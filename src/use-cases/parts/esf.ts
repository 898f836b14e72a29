/** The ESF+ questionnaires of a case: each with the file of its own version, its sheet, and where it stands. */
import type { EsfStage } from "../../domain/esf/codes.ts";
import type { Questionnaire } from "../../domain/esf/questionnaire.ts";
import { esfAnswersId, type EsfAnswers } from "../../domain/esf/records.ts";
import { esfStage, isOpenOn, sheetStanding, type SheetStanding } from "../../domain/esf/standing.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { hasDied } from "../../domain/participant/clock-facts.ts";
import { hasRole, mayCarryCase, type Actor } from "../../domain/people/actor.ts";
import type { Versioned } from "../../ports/store.ts";
import type { RefusalCode } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { esfQuestionnaire } from "./read-esf.ts";

/** One questionnaire of a case. `sheet` undefined: nothing was asked yet. */
export interface EsfOfCase {
  readonly stage: EsfStage;
  /** Of the version that was asked; today's where nothing was. */
  readonly questionnaire: Questionnaire;
  readonly sheet: Versioned<EsfAnswers> | undefined;
  readonly standing: SheetStanding;
}

/** Of the present parcours: a parcours 2 has sheets of its own. */
export const readEsf = async (services: Services, head: CaseFile, stage: EsfStage): Promise<EsfOfCase> => {
  const { code, parcours } = head;
  const sheet = await services.store.get("esfAnswers", esfAnswersId({ code, parcours, stage }));
  const asked =
    sheet === undefined ? services.papers.esf[stage] : await esfQuestionnaire(services, stage, sheet.doc.version);
  const standing = esfStage(head, stage, services.frameworks.current.milestones.esfLaterMonths);
  return { stage, questionnaire: asked, sheet, standing: sheetStanding(standing, asked, sheet?.doc) };
};

/** Why it cannot be filled in or signed that day; null: it can. */
export const esfClosed = (
  head: CaseFile,
  { standing }: Pick<EsfOfCase, "standing">,
  today: string,
): RefusalCode | null => {
  if (head.status === "cancelled") return "caseClosed";
  if (head.entry === null) return "notEntered";
  if (hasDied(head)) return "personDied";
  return isOpenOn(standing, head, today) ? null : "esfNotYet";
};

/** Receives the signed papers: whoever carries the case, and the assistante, who reads no answer; of an archived file, neither. */
export const receivesEsfPapers = (actor: Actor, head: CaseFile): boolean =>
  mayCarryCase(actor, head) || (head.retired === null && hasRole(actor, "assistante"));
