/** Every button and its route: a verb without a route does not compile. */
import { z } from "zod";
import { cardActions, type CardVerb } from "../../cards/actions.ts";
import { participantCode } from "../../src/domain/participant/codes.ts";
import { quiet } from "../screens.ts";
import { actionRoutes } from "./actions.ts";
import { calibrationRoutes } from "./calibration.ts";
import { caseRoutes } from "./case.ts";
import { channelRoutes } from "./channel.ts";
import { conflictRoutes } from "./conflict.ts";
import { decisionRoutes } from "./decision.ts";
import { diagnosticRoutes } from "./diagnostic.ts";
import { handoverRoutes } from "./handover.ts";
import { leadRoutes } from "./lead.ts";
import { listRoutes } from "./lists.ts";
import { offerRoutes } from "./offer.ts";
import { opinionRoutes } from "./opinion.ts";
import { contactRoutes } from "./contact.ts";
import { movesRoutes } from "./moves.ts";
import { bilanRoutes } from "./bilan.ts";
import { parcoursRoutes } from "./parcours.ts";
import { pathRoutes } from "./path.ts";
import { questionnaireRoutes } from "./questionnaire.ts";
import { transmissionRoutes } from "./transmission.ts";
import { piecesRoutes } from "./pieces.ts";
import { pointsRoutes } from "./points.ts";
import { rightsRoutes } from "./rights.ts";
import { personRoutes } from "./person.ts";
import { reminderRoutes } from "./reminders.ts";
import { sessionRoutes } from "./sessions.ts";
import { sendingRoutes } from "./sending.ts";
import { sittingRoutes } from "./sitting.ts";
import { situationRoutes } from "./situation.ts";
import { submitRoutes } from "./submit.ts";
import { shows, type Answer, type BotTurn } from "./route.ts";

type CardRoute = (turn: BotTurn, data: unknown) => Promise<Answer>;

const codeIn = z.looseObject({ code: participantCode });

/** A button of an older version of the product, or data that no card of ours sends: said so, with the way back to the case it names. */
const olderCard = (data: unknown): Answer => {
  const named = codeIn.safeParse(data);
  return shows({ screen: "olderCard", code: named.success ? named.data.code : null, ...quiet });
};

const route =
  <D>(action: { readonly data: z.ZodType<D> }, run: (turn: BotTurn, data: D) => Promise<Answer>): CardRoute =>
  async (turn, data) => {
    const read = action.data.safeParse(data);
    return read.success ? run(turn, read.data) : olderCard(data);
  };

const routes: Readonly<Record<CardVerb, CardRoute>> = {
  "home.open": route(cardActions.openHome, listRoutes["home.open"]),
  "help.open": route(cardActions.openHelp, listRoutes["help.open"]),
  "person.new": route(cardActions.newPerson, personRoutes["person.new"]),
  "person.register": route(cardActions.registerPerson, personRoutes["person.register"]),
  "person.leave": route(cardActions.leaveRegistration, personRoutes["person.leave"]),
  "duplicate.reopen": route(cardActions.reopenDuplicate, personRoutes["duplicate.reopen"]),
  "duplicate.newParcours": route(cardActions.newParcours, personRoutes["duplicate.newParcours"]),
  "duplicate.other": route(cardActions.anotherPerson, personRoutes["duplicate.other"]),
  "duplicate.back": route(cardActions.backToRegistration, personRoutes["duplicate.back"]),
  "participants.open": route(cardActions.openParticipants, listRoutes["participants.open"]),
  "participants.search": route(cardActions.searchParticipants, listRoutes["participants.search"]),
  "participants.page": route(cardActions.pageParticipants, listRoutes["participants.page"]),
  "participants.pick": route(cardActions.pickParticipant, listRoutes["participants.pick"]),
  "milestones.open": route(cardActions.openMilestones, listRoutes["milestones.open"]),
  "milestones.page": route(cardActions.pageMilestones, listRoutes["milestones.page"]),
  "milestones.pick": route(cardActions.pickMilestone, listRoutes["milestones.pick"]),
  "reminder.pick": route(cardActions.pickReminder, reminderRoutes["reminder.pick"]),
  "reminder.later": route(cardActions.postponeReminder, reminderRoutes["reminder.later"]),
  "reminder.stop": route(cardActions.stopReminders, reminderRoutes["reminder.stop"]),
  "reminder.settings": route(cardActions.openReminderSettings, reminderRoutes["reminder.settings"]),
  "reminder.choose": route(cardActions.chooseReminders, reminderRoutes["reminder.choose"]),
  "sheet.open": route(cardActions.openSheet, caseRoutes["sheet.open"]),
  "contact.open": route(cardActions.openContact, contactRoutes["contact.open"]),
  "contact.log": route(cardActions.logContact, contactRoutes["contact.log"]),
  "contact.go": route(cardActions.goFromContact, contactRoutes["contact.go"]),
  "contact.missed": route(cardActions.missedAppointment, contactRoutes["contact.missed"]),
  "contact.held": route(cardActions.heldAppointment, contactRoutes["contact.held"]),
  "contact.review": route(cardActions.saveOutreach, contactRoutes["contact.review"]),
  "contact.reviewLeave": route(cardActions.leaveOutreach, contactRoutes["contact.reviewLeave"]),
  "ending.open": route(cardActions.openEnding, contactRoutes["ending.open"]),
  "ending.save": route(cardActions.saveEnding, contactRoutes["ending.save"]),
  "ending.leave": route(cardActions.leaveEnding, contactRoutes["ending.leave"]),
  "told.open": route(cardActions.openTold, contactRoutes["told.open"]),
  "told.note": route(cardActions.noteTold, contactRoutes["told.note"]),
  "move.list": route(cardActions.openMoves, movesRoutes["move.list"]),
  "move.pick": route(cardActions.pickMove, movesRoutes["move.pick"]),
  "move.form": route(cardActions.openMoveForm, movesRoutes["move.form"]),
  "move.plan": route(cardActions.planMove, movesRoutes["move.plan"]),
  "move.end": route(cardActions.endMove, movesRoutes["move.end"]),
  "move.accept": route(cardActions.acceptMove, movesRoutes["move.accept"]),
  "move.informed": route(cardActions.noteInformed, movesRoutes["move.informed"]),
  "bilan.open": route(cardActions.openBilan, bilanRoutes["bilan.open"]),
  "bilan.save": route(cardActions.saveBilan, bilanRoutes["bilan.save"]),
  "bilan.leave": route(cardActions.leaveBilan, bilanRoutes["bilan.leave"]),
  "bilan.toGrid": route(cardActions.gridFromBilan, bilanRoutes["bilan.toGrid"]),
  "bilan.saveGrid": route(cardActions.saveGrid, bilanRoutes["bilan.saveGrid"]),
  "bilan.fromGrid": route(cardActions.bilanFromGrid, bilanRoutes["bilan.fromGrid"]),
  "bilan.pauseGrid": route(cardActions.pauseGrid, bilanRoutes["bilan.pauseGrid"]),
  "evidence.open": route(cardActions.openEvidence, bilanRoutes["evidence.open"]),
  "evidence.save": route(cardActions.saveEvidence, bilanRoutes["evidence.save"]),
  "evidence.keepAll": route(cardActions.keepAllEvidence, bilanRoutes["evidence.keepAll"]),
  "evidence.leave": route(cardActions.leaveEvidence, bilanRoutes["evidence.leave"]),
  "preparation.open": route(cardActions.openPreparation, sessionRoutes["preparation.open"]),
  "preparation.save": route(cardActions.savePreparation, sessionRoutes["preparation.save"]),
  "preparation.leave": route(cardActions.leavePreparation, sessionRoutes["preparation.leave"]),
  "session.list": route(cardActions.listSessions, sessionRoutes["session.list"]),
  "session.pick": route(cardActions.pickSession, sessionRoutes["session.pick"]),
  "session.open": route(cardActions.openSession, sessionRoutes["session.open"]),
  "session.new": route(cardActions.newSession, sessionRoutes["session.new"]),
  "session.save": route(cardActions.saveSession, sessionRoutes["session.save"]),
  "session.leave": route(cardActions.leaveSession, sessionRoutes["session.leave"]),
  "session.enrol": route(cardActions.enrolInSession, sessionRoutes["session.enrol"]),
  "session.withdraw": route(cardActions.withdrawFromSession, sessionRoutes["session.withdraw"]),
  "session.bilan": route(cardActions.sessionBilan, sessionRoutes["session.bilan"]),
  "session.presentOpen": route(cardActions.openSessionPresent, sessionRoutes["session.presentOpen"]),
  "session.present": route(cardActions.saveSessionPresent, sessionRoutes["session.present"]),
  "session.cancelAsk": route(cardActions.askCancelSession, sessionRoutes["session.cancelAsk"]),
  "session.cancel": route(cardActions.cancelSession, sessionRoutes["session.cancel"]),
  "path.open": route(cardActions.openPath, pathRoutes["path.open"]),
  "path.go": route(cardActions.goFromPath, pathRoutes["path.go"]),
  "questionnaire.open": route(cardActions.openQuestionnaires, questionnaireRoutes["questionnaire.open"]),
  "questionnaire.go": route(cardActions.goFromQuestionnaires, questionnaireRoutes["questionnaire.go"]),
  "questionnaire.save": route(cardActions.saveQuestionnaireBlock, questionnaireRoutes["questionnaire.save"]),
  "questionnaire.pause": route(cardActions.pauseQuestionnaireBlock, questionnaireRoutes["questionnaire.pause"]),
  "questionnaire.signOpen": route(cardActions.openSignature, questionnaireRoutes["questionnaire.signOpen"]),
  "questionnaire.sign": route(cardActions.signQuestionnaire, questionnaireRoutes["questionnaire.sign"]),
  "questionnaire.signLeave": route(cardActions.leaveSignature, questionnaireRoutes["questionnaire.signLeave"]),
  "questionnaire.proof": route(cardActions.noteExitProof, questionnaireRoutes["questionnaire.proof"]),
  "transmission.open": route(cardActions.openTransmission, transmissionRoutes["transmission.open"]),
  "transmission.confirm": route(cardActions.confirmTransmission, transmissionRoutes["transmission.confirm"]),
  "transmission.leave": route(cardActions.leaveTransmission, transmissionRoutes["transmission.leave"]),
  "pieces.open": route(cardActions.openPieces, piecesRoutes["pieces.open"]),
  "pieces.pick": route(cardActions.pickPieces, piecesRoutes["pieces.pick"]),
  "pieces.stop": route(cardActions.stopPieces, piecesRoutes["pieces.stop"]),
  "points.open": route(cardActions.openPoints, pointsRoutes["points.open"]),
  "points.page": route(cardActions.pagePoints, pointsRoutes["points.page"]),
  "points.of": route(cardActions.showPointsOf, pointsRoutes["points.of"]),
  "points.pick": route(cardActions.pickPoint, pointsRoutes["points.pick"]),
  "points.save": route(cardActions.savePoint, pointsRoutes["points.save"]),
  "points.leave": route(cardActions.leavePoint, pointsRoutes["points.leave"]),
  "rights.open": route(cardActions.openRights, rightsRoutes["rights.open"]),
  "rights.note": route(cardActions.openRightsRequest, rightsRoutes["rights.note"]),
  "rights.request": route(cardActions.saveRightsRequest, rightsRoutes["rights.request"]),
  "rights.requestLeave": route(cardActions.leaveRightsRequest, rightsRoutes["rights.requestLeave"]),
  "rights.answerOpen": route(cardActions.openRightsAnswer, rightsRoutes["rights.answerOpen"]),
  "rights.answer": route(cardActions.saveRightsAnswer, rightsRoutes["rights.answer"]),
  "rights.answerLeave": route(cardActions.leaveRightsAnswer, rightsRoutes["rights.answerLeave"]),
  "rights.notice": route(cardActions.giveNotice, rightsRoutes["rights.notice"]),
  "rights.openings": route(cardActions.openOpenings, rightsRoutes["rights.openings"]),
  "pause.open": route(cardActions.openPause, parcoursRoutes["pause.open"]),
  "pause.save": route(cardActions.savePause, parcoursRoutes["pause.save"]),
  "pause.plan": route(cardActions.planReturn, parcoursRoutes["pause.plan"]),
  "pause.resume": route(cardActions.resumeParcours, parcoursRoutes["pause.resume"]),
  "pause.leave": route(cardActions.leavePause, parcoursRoutes["pause.leave"]),
  "followUp.open": route(cardActions.openFollowUp, parcoursRoutes["followUp.open"]),
  "followUp.save": route(cardActions.saveFollowUp, parcoursRoutes["followUp.save"]),
  "followUp.leave": route(cardActions.leaveFollowUp, parcoursRoutes["followUp.leave"]),
  "exitNews.open": route(cardActions.openExitNews, parcoursRoutes["exitNews.open"]),
  "exitNews.save": route(cardActions.saveExitNews, parcoursRoutes["exitNews.save"]),
  "exitNews.leave": route(cardActions.leaveExitNews, parcoursRoutes["exitNews.leave"]),
  "action.open": route(cardActions.openAction, actionRoutes["action.open"]),
  "action.save": route(cardActions.saveAction, actionRoutes["action.save"]),
  "action.check": route(cardActions.checkAction, actionRoutes["action.check"]),
  "action.retype": route(cardActions.retypeAction, actionRoutes["action.retype"]),
  "action.leave": route(cardActions.leaveAction, actionRoutes["action.leave"]),
  "actions.open": route(cardActions.openActions, actionRoutes["actions.open"]),
  "actions.pick": route(cardActions.pickAction, actionRoutes["actions.pick"]),
  "action.see": route(cardActions.seeAction, actionRoutes["action.see"]),
  "action.edit": route(cardActions.editAction, actionRoutes["action.edit"]),
  "action.renew": route(cardActions.renewAction, actionRoutes["action.renew"]),
  "action.moveOpen": route(cardActions.openActionMove, actionRoutes["action.moveOpen"]),
  "action.move": route(cardActions.moveAction, actionRoutes["action.move"]),
  "action.moveLeave": route(cardActions.leaveActionMove, actionRoutes["action.moveLeave"]),
  "entry.open": route(cardActions.openEntry, caseRoutes["entry.open"]),
  "entry.save": route(cardActions.saveEntry, caseRoutes["entry.save"]),
  "entry.leave": route(cardActions.leaveEntry, caseRoutes["entry.leave"]),
  "diagnostic.open": route(cardActions.openDiagnostic, diagnosticRoutes["diagnostic.open"]),
  "round.ask": route(cardActions.askNewRound, diagnosticRoutes["round.ask"]),
  "round.open": route(cardActions.openNewRound, diagnosticRoutes["round.open"]),
  "overview.open": route(cardActions.openOverview, diagnosticRoutes["overview.open"]),
  "overview.save": route(cardActions.saveOverview, diagnosticRoutes["overview.save"]),
  "overview.go": route(cardActions.goFromOverview, diagnosticRoutes["overview.go"]),
  "overview.pause": route(cardActions.pauseOverview, diagnosticRoutes["overview.pause"]),
  "overview.unchanged": route(cardActions.nothingChanged, diagnosticRoutes["overview.unchanged"]),
  "domain.open": route(cardActions.openDomain, diagnosticRoutes["domain.open"]),
  "domain.save": route(cardActions.saveDomain, diagnosticRoutes["domain.save"]),
  "domain.previous": route(cardActions.previousDomain, diagnosticRoutes["domain.previous"]),
  "domain.guidance": route(cardActions.explainDomain, diagnosticRoutes["domain.guidance"]),
  "domain.overview": route(cardActions.domainToOverview, diagnosticRoutes["domain.overview"]),
  "domain.pause": route(cardActions.pauseDomain, diagnosticRoutes["domain.pause"]),
  "conflict.keep": route(cardActions.keepRecorded, conflictRoutes["conflict.keep"]),
  "conflict.replace": route(cardActions.replaceRecorded, conflictRoutes["conflict.replace"]),
  "urgent.done": route(cardActions.urgentDone, diagnosticRoutes["urgent.done"]),
  "urgent.later": route(cardActions.urgentLater, diagnosticRoutes["urgent.later"]),
  "urgent.open": route(cardActions.openUrgent, diagnosticRoutes["urgent.open"]),
  "synthesis.open": route(cardActions.openSynthesis, caseRoutes["synthesis.open"]),
  "synthesis.why": route(cardActions.explainSynthesis, caseRoutes["synthesis.why"]),
  "personView.open": route(cardActions.openPersonView, caseRoutes["personView.open"]),
  "personView.save": route(cardActions.savePersonView, caseRoutes["personView.save"]),
  "personView.leave": route(cardActions.leavePersonView, caseRoutes["personView.leave"]),
  "situation.open": route(cardActions.openSituation, situationRoutes["situation.open"]),
  "situation.save": route(cardActions.saveSituation, situationRoutes["situation.save"]),
  "situation.leave": route(cardActions.leaveSituation, situationRoutes["situation.leave"]),
  "recommendation.open": route(cardActions.openRecommendation, leadRoutes["recommendation.open"]),
  "recommendation.save": route(cardActions.saveRecommendation, leadRoutes["recommendation.save"]),
  "recommendation.leave": route(cardActions.leaveRecommendation, leadRoutes["recommendation.leave"]),
  "lead.open": route(cardActions.openLead, leadRoutes["lead.open"]),
  "lead.why": route(cardActions.explainLead, leadRoutes["lead.why"]),
  "lead.setAside": route(cardActions.setLeadAside, leadRoutes["lead.setAside"]),
  "lead.takeBack": route(cardActions.takeLeadBack, leadRoutes["lead.takeBack"]),
  "review.prepare": route(cardActions.prepareReview, submitRoutes["review.prepare"]),
  "review.preview": route(cardActions.previewReview, submitRoutes["review.preview"]),
  "review.leave": route(cardActions.leaveReview, submitRoutes["review.leave"]),
  "review.submit": route(cardActions.submitReview, submitRoutes["review.submit"]),
  "services.open": route(cardActions.openServices, offerRoutes["services.open"]),
  "services.page": route(cardActions.pageServices, offerRoutes["services.page"]),
  "services.search": route(cardActions.searchServices, offerRoutes["services.search"]),
  "services.note": route(cardActions.noteService, offerRoutes["services.note"]),
  "offerNotes.open": route(cardActions.openOfferNotes, offerRoutes["offerNotes.open"]),
  "offerNotes.confirm": route(cardActions.confirmOfferNote, offerRoutes["offerNotes.confirm"]),
  "offerNotes.dismiss": route(cardActions.dismissOfferNote, offerRoutes["offerNotes.dismiss"]),
  "needs.open": route(cardActions.openNeeds, offerRoutes["needs.open"]),
  "vignettes.open": route(cardActions.openVignettes, calibrationRoutes["vignettes.open"]),
  "vignettes.pick": route(cardActions.pickVignette, calibrationRoutes["vignettes.pick"]),
  "vignettes.save": route(cardActions.saveVignette, calibrationRoutes["vignettes.save"]),
  "vignettes.leave": route(cardActions.leaveVignette, calibrationRoutes["vignettes.leave"]),
  "agreement.open": route(cardActions.openAgreement, calibrationRoutes["agreement.open"]),
  "double.offer": route(cardActions.offerDoubleScoring, calibrationRoutes["double.offer"]),
  "double.open": route(cardActions.openDoubleScoring, calibrationRoutes["double.open"]),
  "double.decline": route(cardActions.declineDoubleScoring, calibrationRoutes["double.decline"]),
  "double.save": route(cardActions.saveDoubleScoring, calibrationRoutes["double.save"]),
  "double.leave": route(cardActions.leaveDoubleScoring, calibrationRoutes["double.leave"]),
  "review.refresh": route(cardActions.refreshReview, channelRoutes["review.refresh"]),
  "review.giveOpinion": route(cardActions.askForOpinion, channelRoutes["review.giveOpinion"]),
  "review.reveal": route(cardActions.revealFromChannel, channelRoutes["review.reveal"]),
  "review.decide": route(cardActions.askForDecision, channelRoutes["review.decide"]),
  "cell.confirm": route(cardActions.confirmChannel, channelRoutes["cell.confirm"]),
  "review.open": route(cardActions.openReview, opinionRoutes["review.open"]),
  "opinion.open": route(cardActions.openOpinion, opinionRoutes["opinion.open"]),
  "opinion.save": route(cardActions.saveOpinion, opinionRoutes["opinion.save"]),
  "opinion.leave": route(cardActions.leaveOpinion, opinionRoutes["opinion.leave"]),
  "opinion.noteOpen": route(cardActions.openOpinionNote, opinionRoutes["opinion.noteOpen"]),
  "opinion.noteSave": route(cardActions.saveOpinionNote, opinionRoutes["opinion.noteSave"]),
  "opinion.noteLeave": route(cardActions.leaveOpinionNote, opinionRoutes["opinion.noteLeave"]),
  "reveal.do": route(cardActions.revealOpinions, opinionRoutes["reveal.do"]),
  "decision.open": route(cardActions.openDecision, decisionRoutes["decision.open"]),
  "decision.save": route(cardActions.saveDecision, decisionRoutes["decision.save"]),
  "decision.toView": route(cardActions.decisionToView, decisionRoutes["decision.toView"]),
  "decision.leave": route(cardActions.leaveDecision, decisionRoutes["decision.leave"]),
  "review.inFull": route(cardActions.studyInFull, decisionRoutes["review.inFull"]),
  "review.moveOpen": route(cardActions.openReviewMove, decisionRoutes["review.moveOpen"]),
  "review.move": route(cardActions.moveReview, decisionRoutes["review.move"]),
  "review.moveLeave": route(cardActions.leaveReviewMove, decisionRoutes["review.moveLeave"]),
  "sending.open": route(cardActions.openSendings, sendingRoutes["sending.open"]),
  "sending.appears": route(cardActions.confirmSending, sendingRoutes["sending.appears"]),
  "sending.again": route(cardActions.sendAgain, sendingRoutes["sending.again"]),
  "sending.done": route(cardActions.settleSending, sendingRoutes["sending.done"]),
  "sending.resend": route(cardActions.resend, sendingRoutes["sending.resend"]),
  "reviews.open": route(cardActions.openReviews, sittingRoutes["reviews.open"]),
  "reviews.pick": route(cardActions.pickReview, sittingRoutes["reviews.pick"]),
  "agenda.open": route(cardActions.openAgenda, sittingRoutes["agenda.open"]),
  "sitting.prepare": route(cardActions.prepareSitting, sittingRoutes["sitting.prepare"]),
  "sitting.start": route(cardActions.startSitting, sittingRoutes["sitting.start"]),
  "sitting.open": route(cardActions.openSitting, sittingRoutes["sitting.open"]),
  "sitting.presentOpen": route(cardActions.openPresent, sittingRoutes["sitting.presentOpen"]),
  "sitting.present": route(cardActions.markPresent, sittingRoutes["sitting.present"]),
  "sitting.go": route(cardActions.goSitting, sittingRoutes["sitting.go"]),
  "sitting.closeAsk": route(cardActions.askCloseSitting, sittingRoutes["sitting.closeAsk"]),
  "sitting.close": route(cardActions.closeSitting, sittingRoutes["sitting.close"]),
  "handover.list": route(cardActions.openHandovers, handoverRoutes["handover.list"]),
  "handover.pick": route(cardActions.pickHandover, handoverRoutes["handover.pick"]),
  "handover.relay": route(cardActions.addRelay, handoverRoutes["handover.relay"]),
  "handover.urgent": route(cardActions.addUrgentRelay, handoverRoutes["handover.urgent"]),
  "handover.open": route(cardActions.openHandover, handoverRoutes["handover.open"]),
  "handover.step": route(cardActions.stepHandover, handoverRoutes["handover.step"]),
  "handover.sheetOpen": route(cardActions.openHandoverSheet, handoverRoutes["handover.sheetOpen"]),
  "handover.sheet": route(cardActions.saveHandoverSheet, handoverRoutes["handover.sheet"]),
  "handover.sheetLeave": route(cardActions.leaveHandoverSheet, handoverRoutes["handover.sheetLeave"]),
  "handover.answerOpen": route(cardActions.openHandoverAnswer, handoverRoutes["handover.answerOpen"]),
  "handover.answer": route(cardActions.saveHandoverAnswer, handoverRoutes["handover.answer"]),
  "handover.answerLeave": route(cardActions.leaveHandoverAnswer, handoverRoutes["handover.answerLeave"]),
  "manage.open": route(cardActions.openManage, caseRoutes["manage.open"]),
  "identity.open": route(cardActions.openIdentity, caseRoutes["identity.open"]),
  "identity.save": route(cardActions.saveIdentity, caseRoutes["identity.save"]),
  "identity.leave": route(cardActions.leaveIdentity, caseRoutes["identity.leave"]),
  "health.agree": route(cardActions.agreeHealth, caseRoutes["health.agree"]),
  "health.refuse": route(cardActions.refuseHealth, caseRoutes["health.refuse"]),
  "health.withdrawAsk": route(cardActions.askWithdrawal, caseRoutes["health.withdrawAsk"]),
  "health.withdraw": route(cardActions.withdrawHealth, caseRoutes["health.withdraw"]),
  "record.cancelOpen": route(cardActions.openCancel, caseRoutes["record.cancelOpen"]),
  "record.cancel": route(cardActions.cancelRecord, caseRoutes["record.cancel"]),
  "record.mergeOpen": route(cardActions.openMerge, caseRoutes["record.mergeOpen"]),
  "record.mergeAsk": route(cardActions.askMerge, caseRoutes["record.mergeAsk"]),
  "record.merge": route(cardActions.mergeRecord, caseRoutes["record.merge"]),
  "record.reopen": route(cardActions.reopenRecord, caseRoutes["record.reopen"]),
};

const isVerb = (verb: string): verb is CardVerb => Object.hasOwn(routes, verb);

/** From a button to the screen that answers. */
export const answerTo = (turn: BotTurn, verb: string, data: unknown): Promise<Answer> =>
  isVerb(verb) ? routes[verb](turn, data) : Promise.resolve(olderCard(data));
