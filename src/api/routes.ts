/** The HTTP API of the tab: who calls, are they of the team, may they, then the use case. */
import type { Request, Server } from "restify";
import { z } from "zod";
import { documentKind, type DocumentKind } from "../contracts/documents.ts";
import type { Me } from "../contracts/me.ts";
import { decisionLetter, decisionLetterModel } from "../documents/decision-letter.ts";
import { leadExplanation, leadExplanationModel } from "../documents/lead-explanation.ts";
import { interviewSheet, interviewSheetModel } from "../documents/interview-sheet.ts";
import { personSheet, personSheetModel } from "../documents/person-sheet.ts";
import type { Actor } from "../domain/people/actor.ts";
import { directoryId, type Member } from "../domain/people/member.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { reviewId } from "../domain/review/codes.ts";
import { printLetter } from "../use-cases/print-letter.ts";
import { printPersonSheet } from "../use-cases/print-person-sheet.ts";
import { seeLead } from "../use-cases/see-lead.ts";
import { printInterviewSheet } from "../use-cases/print-interview-sheet.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { noteStranger } from "../use-cases/frame/note-opening.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { dashboardExportRoute, dashboardRoute } from "./dashboard.ts";
import type { Identify } from "./identify.ts";
import { extractionRoute, listExtractionsRoute } from "./extractions.ts";
import { recordStagePointRoute, stagePointsDocument, stagePointsRoute } from "./stage-points.ts";
import { actionSheetRoutes } from "./action-sheets.ts";
import { handoverSheetRoute } from "./handover-sheet.ts";
import { toPrint } from "./letter.ts";
import { minutesRoute } from "./minutes.ts";
import { noticeRoute } from "./notice.ts";
import { sheetToPrint } from "./person-sheet.ts";
import { prescriberReturnRoute } from "./prescriber-return.ts";
import { questionnaireRoutes } from "./questionnaires.ts";
import { personOpeningsRoute, personRightsRoute } from "./person-rights.ts";
import { personHistoryRoute, personRoute } from "./person.ts";
import { personCopyFileRoute, personCopyRoute } from "./person-copy.ts";
import { exportsRoute, personTransmissionsRoute, plieExportRoute, transmissionFileRoute } from "./transmissions.ts";
import { prepareImportRoute, seeImportRoute, startImportRoute } from "./import.ts";
import { problemOf } from "./refusals.ts";
import { findServicesRoute, noteServiceRoute, seeOfferRoute, settleNoteRoute } from "./offer.ts";
import { cellRoute, listCellsRoute } from "./cells.ts";
import { channelRoute } from "./channel-tab.ts";
import {
  eraseOnRequestRoute,
  fileToEraseRoute,
  seeRetentionRoute,
  settleRetentionRoute,
  unarchiveRoute,
} from "./retention.ts";
import { reviewRoute } from "./review.ts";
import { browseRoute, searchRoute } from "./participants.ts";
import { piecesExportRoute, piecesRoute } from "./pieces.ts";
import { listReviewsRoute } from "./reviews.ts";
import { frameworkHistoryRoute, seeSettingsRoute } from "./settings.ts";
import { suggestionOf } from "./suggestion.ts";
import { importServicesRoute, listServicesRoute } from "./services-routes.ts";
import { documentReply, jsonReply, mountGet, mountPost, problemReply, type Reply } from "./reply.ts";
import { get, post, search, type ApiAnswer, type ApiRoute, type DocumentRoute } from "./route.ts";

export interface ApiDeps {
  readonly services: Services;
  readonly identify: Identify;
  /** Called once something was done. */
  readonly afterAct?: () => void;
}

const participantPath = z.object({ code: z.string() });
const documentPath = z.object({ kind: z.string(), code: z.string().optional() });
const interviewSheetRoute: DocumentRoute = async (services, actor, code) => {
  const answer = await ask(services, actor, printInterviewSheet, {});
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return code === undefined
    ? documentReply(interviewSheet(interviewSheetModel(answer.value)))
    : problemReply("notFound");
};

const leadRoute: DocumentRoute = async (services, actor, code) => {
  const asked = participantCode.safeParse(code);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeLead, { code: asked.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { framework } = answer.value.dossier;
  const { plie, clock } = services;
  return documentReply(
    leadExplanation(leadExplanationModel({ ...answer.value, framework, plie, today: clock.today() })),
  );
};

const letterRoute: DocumentRoute = async (services, actor, code) => {
  const asked = reviewId.safeParse(code);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, printLetter, { review: asked.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return documentReply(decisionLetter(decisionLetterModel(toPrint(services, answer.value))));
};

const personSheetRoute: DocumentRoute = async (services, actor, code) => {
  const asked = participantCode.safeParse(code);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, printPersonSheet, { code: asked.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return documentReply(personSheet(personSheetModel(sheetToPrint(services, answer.value))));
};

const documents: Readonly<Record<DocumentKind, DocumentRoute>> = {
  "feuille-entretien": interviewSheetRoute,
  "pourquoi-piste": leadRoute,
  "courrier-decision": letterRoute,
  "compte-rendu": minutesRoute,
  "fiche-personne": personSheetRoute,
  "fiche-relais": handoverSheetRoute,
  "copie-personne": personCopyRoute,
  "retour-prescripteur": prescriberReturnRoute,
  notice: noticeRoute,
  ...actionSheetRoutes,
  "points-etape": stagePointsDocument,
  ...questionnaireRoutes,
};

const formatIn = (request: Request): string | undefined =>
  new URLSearchParams(request.getQuery()).get("format") ?? undefined;

const suggestionReply = async (services: Services, actor: Actor, code: string | undefined): Promise<Reply> => {
  const asked = participantCode.safeParse(code);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeLead, { code: asked.data });
  return answer.ok ? jsonReply(200, suggestionOf(services, answer.value)) : problemReply(problemOf[answer.refusal]);
};

const asActor = ({ clock }: Services, { aadObjectId, name, roles }: Member): Actor => ({
  memberId: aadObjectId,
  name,
  roles,
  playedBy: null,
  today: clock.today(),
});

const meReply = ({ plie }: Services, { name, roles }: Actor): Reply =>
  jsonReply(200, { name, roles, plie: { id: plie.plieId, name: plie.name } } satisfies Me);

const documentOf: ApiAnswer = async (services, actor, request) => {
  const { kind, code } = documentPath.parse(request.params);
  const known = documentKind.safeParse(kind);
  return known.success ? documents[known.data](services, actor, code, formatIn(request)) : problemReply("notFound");
};

/** Every address of the API: none is mounted otherwise, and each has its rows in the matrix of who may. */
export const API_ROUTES: readonly ApiRoute[] = [
  get("/api/me", (services, actor) => meReply(services, actor)),
  get("/api/dashboard", dashboardRoute),
  get("/api/dashboard/export", dashboardExportRoute),
  get("/api/reviews", listReviewsRoute),
  get("/api/reviews/:review", reviewRoute),
  get("/api/cells", listCellsRoute),
  get("/api/cells/:cell", cellRoute),
  get("/api/channel", channelRoute),
  get("/api/services", listServicesRoute),
  post("/api/services/import", importServicesRoute),
  search("/api/import", prepareImportRoute),
  get("/api/import/:run", seeImportRoute),
  post("/api/import/:run/apply", startImportRoute),
  get("/api/offer", seeOfferRoute),
  search("/api/offer/services", findServicesRoute),
  post("/api/offer/notes", noteServiceRoute),
  post("/api/offer/notes/settle", settleNoteRoute),
  get("/api/stage-points", stagePointsRoute),
  post("/api/stage-points", recordStagePointRoute),
  get("/api/extractions", listExtractionsRoute),
  get("/api/extractions/:month", extractionRoute),
  get("/api/pieces", piecesRoute),
  get("/api/pieces/export", piecesExportRoute),
  get("/api/retention", seeRetentionRoute),
  search("/api/retention/file", fileToEraseRoute),
  post("/api/retention/settle", settleRetentionRoute),
  post("/api/retention/erase", eraseOnRequestRoute),
  post("/api/retention/unarchive", unarchiveRoute),
  get("/api/settings", seeSettingsRoute),
  get("/api/settings/framework", frameworkHistoryRoute),
  get("/api/participants/:code", personRoute),
  get("/api/participants/:code/history", personHistoryRoute),
  get("/api/participants/:code/rights", personRightsRoute),
  get("/api/participants/:code/openings", personOpeningsRoute),
  get("/api/participants", browseRoute),
  search("/api/participants/search", searchRoute),
  get("/api/participants/:code/suggestion", (services, actor, request) =>
    suggestionReply(services, actor, participantPath.parse(request.params).code),
  ),
  get("/api/participants/:code/copy", personCopyFileRoute),
  get("/api/participants/:code/transmissions", personTransmissionsRoute),
  get("/api/transmissions/:transmission", transmissionFileRoute),
  get("/api/exports", exportsRoute),
  get("/api/exports/plie", plieExportRoute),
  get("/api/documents/:kind", documentOf),
  get("/api/documents/:kind/:code", documentOf),
];

/** In local mode one may say anything: only what may be somebody leaves a trace. */
const strangerReply = async (services: Services, objectId: string): Promise<Reply> => {
  const id = directoryId.safeParse(objectId);
  const stranger = { memberId: id.data ?? "", name: "", roles: [], playedBy: null, today: services.clock.today() };
  if (id.success) await noteStranger(services, stranger, "tab.enter");
  return problemReply("notAMember");
};

/** Mounts the API: who asks is known before anything is read for them. */
export function mountApi(server: Server, { services, identify, afterAct = () => undefined }: ApiDeps): void {
  const asMember =
    ({ answer, acts }: ApiRoute) =>
    async (request: Request) => {
      const identified = await identify(request);
      if (!identified.ok) return problemReply(identified.code);
      const member = services.people.byObjectId(identified.objectId);
      if (member === undefined) return strangerReply(services, identified.objectId);
      const reply = await answer(services, asActor(services, member), request);
      if (acts && reply.refusal === undefined) afterAct();
      return reply;
    };
  const mount = { GET: mountGet, POST: mountPost };
  for (const route of API_ROUTES) mount[route.method](server, route.path, services, asMember(route));
}
