/** *Points d'étape trimestriels*: the list of a référent, what is agreed, and the paper of the meeting. */
import type { Request } from "restify";
import { stagePointsQuery, type StagePointLine, type StagePointsPage } from "../contracts/stage-points.ts";
import { stagePointsSheet } from "../documents/stage-points.ts";
import type { Actor } from "../domain/people/actor.ts";
import { recordStagePoint } from "../use-cases/record-stage-point.ts";
import { seeStagePoints, type SeenStagePoints } from "../use-cases/see-stage-points.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { onPress } from "./command.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, jsonReply, problemReply, type Reply } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

const lineOf = ({ row, last, form }: SeenStagePoints["rows"][number]): StagePointLine => ({
  code: row.code,
  name: [row.givenName, row.familyName].filter((part) => part !== "").join(" "),
  ...{ step: row.step, due: row.due, last, form },
});

const pageOf = ({ quarter, today, referent, referents, rows }: SeenStagePoints): StagePointsPage => ({
  ...{ quarter, today, referent, referents: [...referents], people: rows.map(lineOf) },
});

export const stagePointsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = stagePointsQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  if (!asked.success) return problemReply("invalid");
  const answer = await ask(services, actor, seeStagePoints, { referent: asked.data.referent ?? null });
  return answer.ok ? jsonReply(200, pageOf(answer.value)) : problemReply(problemOf[answer.refusal]);
};

export const recordStagePointRoute = onPress({ command: recordStagePoint, told: ({ kind }) => ({ kind }) });

/** `GET /api/documents/points-etape/{référent}`. */
export const stagePointsDocument: DocumentRoute = async (services, actor, referent) => {
  const input = seeStagePoints.input.safeParse({ referent: referent ?? null });
  if (!input.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeStagePoints, input.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return documentReply(stagePointsSheet({ ...pageOf(answer.value), plie: services.plie.name }));
};
