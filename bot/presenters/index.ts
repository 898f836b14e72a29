/** From what a use case read to a card: one function for each screen. */
export {
  presentChatRefused,
  presentFault,
  presentNotUnderstood,
  presentOlderCard,
  presentOthersCase,
  presentPart,
  presentPaused,
  presentRefusal,
  presentWithdrawn,
  presentWordsOnly,
} from "./answers.ts";
export { presentAgenda, presentCells, presentReviews, presentSittingForm } from "./agenda.ts";
export { presentConfirmMerge, presentConfirmRound, presentConfirmWithdrawal } from "./confirm.ts";
export { presentConflict, type ConflictData } from "./conflict.ts";
export { presentDomain, presentGuidance } from "./domain.ts";
export { presentEntry } from "./entry.ts";
export { presentHandover, presentHandovers } from "./handover.ts";
export { presentHandoverAnswer, presentHandoverSheet } from "./handover-forms.ts";
export { presentHelp, presentHome } from "./home.ts";
export { presentMilestones, presentParticipants } from "./lists.ts";
export { presentNeeds } from "./needs.ts";
export { presentOfferNotes } from "./offer-notes.ts";
export { presentOpinion } from "./opinion.ts";
export { presentOverview } from "./overview.ts";
export { presentDuplicates, presentIdentity, presentNewPerson } from "./person.ts";
export { presentContact, presentEnding, presentOutreach, presentTold } from "./contact.ts";
export { presentAbsences, presentMove, presentMoveForm } from "./moves.ts";
export { presentBilan, presentBilanGrid } from "./bilan.ts";
export { presentEvidence } from "./evidence.ts";
export { presentOpenings } from "./openings.ts";
export { presentTransmission } from "./transmission.ts";
export { presentRights } from "./rights.ts";
export { presentRightsAnswer, presentRightsRequest } from "./rights-forms.ts";
export { presentExitNews, presentFollowUp, presentPause } from "./parcours.ts";
export { presentAction } from "./action.ts";
export { presentActionMove, presentActions, presentActionSeen } from "./actions.ts";
export { presentPath } from "./path.ts";
export { presentQuestionnaireBlock, presentQuestionnaires, presentQuestionnaireSign } from "./questionnaire.ts";
export { presentRecommendation } from "./recommendation.ts";
export { presentCancelRecord, presentManage, presentMergeRecord, presentPersonView } from "./records.ts";
export { presentReminder, presentReminderSettings } from "./reminder.ts";
export { presentReview } from "./review.ts";
export { presentServices } from "./services.ts";
export { presentSheet } from "./sheet.ts";
export { presentPreparation } from "./preparation.ts";
export {
  presentSession,
  presentSessionCancel,
  presentSessionForm,
  presentSessionPresent,
  presentSessions,
} from "./sessions.ts";
export { presentSitting, presentSittingClose, presentSittingClosed, presentSittingPresent } from "./sitting.ts";
export { presentSituation } from "./situation.ts";
export { presentSynthesis } from "./synthesis.ts";
export { presentReviewForm, presentReviewPreview } from "./submission.ts";
export { presentUrgent, type UrgentTyped } from "./urgent.ts";
export { presentLead } from "./lead.ts";
export { presentLeadWhy } from "./lead-why.ts";
export { presentWhy } from "./why.ts";
export { presentAgreement } from "./agreement.ts";
export { presentDouble, presentDoubleOffered } from "./double.ts";
export { presentVignette, presentVignetteGroup, presentVignettes } from "./vignettes.ts";
export { presentDecision } from "./decision.ts";
export { presentReviewDecided } from "./review-decided.ts";
export { presentReviewMove } from "./review-move.ts";
export { presentReviewShort } from "./review-short.ts";
export { presentSending, presentSendings } from "./sending.ts";
