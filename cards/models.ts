/** Every card and the model that it shows: the single list. */
import type { z } from "zod";
import { absencesModel } from "./absences/model.ts";
import { actionModel } from "./action/model.ts";
import { actionMoveModel } from "./action-move/model.ts";
import { actionSeenModel } from "./action-seen/model.ts";
import { actionsListModel } from "./actions-list/model.ts";
import { agreementModel } from "./agreement/model.ts";
import { cancelRecordModel } from "./cancel-record/model.ts";
import { channelWordsModel } from "./channel-words/model.ts";
import { confirmModel } from "./confirm/model.ts";
import { conflictModel } from "./conflict/model.ts";
import { decisionModel } from "./decision/model.ts";
import { domainModel } from "./domain/model.ts";
import { doneModel } from "./done/model.ts";
import { doubleModel } from "./double/model.ts";
import { duplicateModel } from "./duplicate/model.ts";
import { entryModel } from "./entry/model.ts";
import { guidanceModel } from "./guidance/model.ts";
import { handoverModel } from "./handover/model.ts";
import { handoverAnswerModel } from "./handover-answer/model.ts";
import { handoverSheetModel } from "./handover-sheet/model.ts";
import { handoversModel } from "./handovers/model.ts";
import { helpModel } from "./help/model.ts";
import { homeModel } from "./home/model.ts";
import { identityModel } from "./identity/model.ts";
import { leadModel } from "./lead/model.ts";
import { leadWhyModel } from "./lead-why/model.ts";
import { manageModel } from "./manage/model.ts";
import { mergeRecordModel } from "./merge-record/model.ts";
import { piecesModel } from "./pieces/model.ts";
import { pointsModel } from "./points/model.ts";
import { pointsFormModel } from "./points-form/model.ts";
import { milestonesModel } from "./milestones/model.ts";
import { needsModel } from "./needs/model.ts";
import { retentionModel } from "./retention/model.ts";
import { moveModel } from "./move/model.ts";
import { moveFormModel } from "./move-form/model.ts";
import { newPersonModel } from "./new-person/model.ts";
import { offerNotesModel } from "./offer-notes/model.ts";
import { opinionModel } from "./opinion/model.ts";
import { overviewModel } from "./overview/model.ts";
import { participantsModel } from "./participants/model.ts";
import { contactModel } from "./contact/model.ts";
import { endingModel } from "./ending/model.ts";
import { outreachModel } from "./outreach/model.ts";
import { toldModel } from "./told/model.ts";
import { bilanModel } from "./bilan/model.ts";
import { bilanGridModel } from "./bilan-grid/model.ts";
import { evidenceModel } from "./evidence/model.ts";
import { exitNewsModel } from "./exit-news/model.ts";
import { followUpModel } from "./follow-up/model.ts";
import { pathModel } from "./path/model.ts";
import { openingsModel } from "./openings/model.ts";
import { rightsAnswerModel } from "./rights-answer/model.ts";
import { rightsRequestModel } from "./rights-request/model.ts";
import { transmissionModel } from "./transmission/model.ts";
import { rightsModel } from "./rights/model.ts";
import { pauseModel } from "./pause/model.ts";
import { personViewModel } from "./person-view/model.ts";
import { questionnaireBlockModel } from "./questionnaire-block/model.ts";
import { questionnaireSignModel } from "./questionnaire-sign/model.ts";
import { questionnaireModel } from "./questionnaire/model.ts";
import { recommendationModel } from "./recommendation/model.ts";
import { reminderModel } from "./reminder/model.ts";
import { reminderLateModel } from "./reminder-late/model.ts";
import { reminderSettingsModel } from "./reminder-settings/model.ts";
import { retryModel } from "./retry/model.ts";
import { reviewCardModel } from "./review-card/model.ts";
import { rosterCheckModel } from "./roster-check/model.ts";
import { reviewModel } from "./review/model.ts";
import { reviewDecidedModel } from "./review-decided/model.ts";
import { reviewMoveModel } from "./review-move/model.ts";
import { reviewShortModel } from "./review-short/model.ts";
import { reviewFormModel } from "./review-form/model.ts";
import { reviewPreviewModel } from "./review-preview/model.ts";
import { sendingAskModel } from "./sending-ask/model.ts";
import { sendingsModel } from "./sendings/model.ts";
import { sentenceModel } from "./sentence/model.ts";
import { serviceDomainsModel } from "./service-domains/model.ts";
import { servicesModel } from "./services/model.ts";
import { sheetModel } from "./sheet/model.ts";
import { agendaModel } from "./agenda/model.ts";
import { cellsModel } from "./cells/model.ts";
import { reviewsModel } from "./reviews/model.ts";
import { preparationModel } from "./preparation/model.ts";
import { sessionModel } from "./session/model.ts";
import { sessionFormModel } from "./session-form/model.ts";
import { sessionPresentModel } from "./session-present/model.ts";
import { sessionsModel } from "./sessions/model.ts";
import { sittingModel } from "./sitting/model.ts";
import { sittingClosedModel } from "./sitting-closed/model.ts";
import { sittingFormModel } from "./sitting-form/model.ts";
import { sittingPresentModel } from "./sitting-present/model.ts";
import { situationModel } from "./situation/model.ts";
import { synthesisModel } from "./synthesis/model.ts";
import { urgentModel } from "./urgent/model.ts";
import { vignetteModel } from "./vignette/model.ts";
import { vignetteGroupModel } from "./vignette-group/model.ts";
import { vignettesModel } from "./vignettes/model.ts";
import { whyModel } from "./why/model.ts";

export const cardModels = {
  home: homeModel,
  help: helpModel,
  sentence: sentenceModel,
  retry: retryModel,
  done: doneModel,
  "new-person": newPersonModel,
  duplicate: duplicateModel,
  sheet: sheetModel,
  contact: contactModel,
  outreach: outreachModel,
  ending: endingModel,
  told: toldModel,
  bilan: bilanModel,
  "bilan-grid": bilanGridModel,
  evidence: evidenceModel,
  path: pathModel,
  action: actionModel,
  "actions-list": actionsListModel,
  "action-seen": actionSeenModel,
  "action-move": actionMoveModel,
  pause: pauseModel,
  questionnaire: questionnaireModel,
  "questionnaire-block": questionnaireBlockModel,
  "questionnaire-sign": questionnaireSignModel,
  transmission: transmissionModel,
  rights: rightsModel,
  "rights-request": rightsRequestModel,
  "rights-answer": rightsAnswerModel,
  openings: openingsModel,
  "follow-up": followUpModel,
  "exit-news": exitNewsModel,
  absences: absencesModel,
  move: moveModel,
  "move-form": moveFormModel,
  entry: entryModel,
  overview: overviewModel,
  domain: domainModel,
  guidance: guidanceModel,
  conflict: conflictModel,
  urgent: urgentModel,
  synthesis: synthesisModel,
  why: whyModel,
  recommendation: recommendationModel,
  lead: leadModel,
  "lead-why": leadWhyModel,
  "review-form": reviewFormModel,
  "review-preview": reviewPreviewModel,
  "person-view": personViewModel,
  handovers: handoversModel,
  handover: handoverModel,
  "handover-sheet": handoverSheetModel,
  "handover-answer": handoverAnswerModel,
  situation: situationModel,
  participants: participantsModel,
  pieces: piecesModel,
  points: pointsModel,
  "points-form": pointsFormModel,
  milestones: milestonesModel,
  reminder: reminderModel,
  "reminder-late": reminderLateModel,
  "reminder-settings": reminderSettingsModel,
  services: servicesModel,
  "service-domains": serviceDomainsModel,
  "offer-notes": offerNotesModel,
  needs: needsModel,
  retention: retentionModel,
  manage: manageModel,
  identity: identityModel,
  "cancel-record": cancelRecordModel,
  "merge-record": mergeRecordModel,
  confirm: confirmModel,
  vignettes: vignettesModel,
  vignette: vignetteModel,
  "vignette-group": vignetteGroupModel,
  agreement: agreementModel,
  double: doubleModel,
  decision: decisionModel,
  "review-move": reviewMoveModel,
  "review-decided": reviewDecidedModel,
  "review-short": reviewShortModel,
  opinion: opinionModel,
  review: reviewModel,
  "review-card": reviewCardModel,
  "channel-words": channelWordsModel,
  "roster-check": rosterCheckModel,
  "sending-ask": sendingAskModel,
  sendings: sendingsModel,
  agenda: agendaModel,
  cells: cellsModel,
  reviews: reviewsModel,
  preparation: preparationModel,
  sessions: sessionsModel,
  "session-form": sessionFormModel,
  session: sessionModel,
  "session-present": sessionPresentModel,
  sitting: sittingModel,
  "sitting-closed": sittingClosedModel,
  "sitting-form": sittingFormModel,
  "sitting-present": sittingPresentModel,
} as const;

export type CardName = keyof typeof cardModels;
export type ModelOf<N extends CardName> = z.infer<(typeof cardModels)[N]>;
