/** `GET /api/documents/questionnaire-…/{code?}`: an ESF+ questionnaire to print, blank without a code. */
import { questionnaireSheet, type QuestionnaireToPrint } from "../documents/questionnaire.ts";
import type { EsfStage } from "../domain/esf/codes.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { printQuestionnaire, type QuestionnaireSeen } from "../use-cases/print-questionnaire.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, problemReply } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

/** The name of a commune of the PLIE; another one keeps its INSEE code. */
export const communeIn =
  ({ communes }: Services["plie"]) =>
  (insee: string): string =>
    communes.find((one) => one.insee === insee)?.name ?? insee;

const toPrint = ({ plie, papers, clock }: Services, seen: QuestionnaireSeen): QuestionnaireToPrint => ({
  questionnaire: seen.questionnaire,
  given: seen.given,
  person: seen.identity,
  referent: seen.referent,
  plie: plie.name,
  responsible: papers.notice.responsible,
  keptUntil: papers.retention.esfKeptUntil,
  today: clock.today(),
  communeOf: communeIn(plie),
});

const questionnaireRoute =
  (stage: EsfStage): DocumentRoute =>
  async (services, actor, code) => {
    const asked = participantCode.nullable().safeParse(code ?? null);
    if (!asked.success) return problemReply("notFound");
    const answer = await ask(services, actor, printQuestionnaire, { stage, code: asked.data });
    if (!answer.ok) return problemReply(problemOf[answer.refusal]);
    return documentReply(questionnaireSheet(toPrint(services, answer.value)));
  };

export const questionnaireRoutes = {
  "questionnaire-entree": questionnaireRoute("entry"),
  "questionnaire-sortie": questionnaireRoute("exit"),
  "questionnaire-six-mois": questionnaireRoute("later"),
} satisfies Readonly<Record<string, DocumentRoute>>;
