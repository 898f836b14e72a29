/**
 * Every button of every card: its verb, and the shape of the data that comes back with it. The single list: a verb without a route does not compile.
 * Data come from a client: they say what was clicked and typed, never who clicks nor what that person may do.
 */
import { z } from "zod";
import { handoverActions } from "./actions/handover.ts";
import { DOMAIN_IDS, domainId, type DomainId } from "../src/domain/framework/schema.ts";
import { cellId, meetingId, reviewId, REVIEW_MOVES } from "../src/domain/review/codes.ts";
import { actionActions } from "./actions/action-verbs.ts";
import { action, code, nothing, ofCase, rev, typed, whole } from "./actions/action.ts";
import { contactActions } from "./actions/contact.ts";
import { movesActions } from "./actions/moves.ts";
import { bilanActions } from "./actions/bilan.ts";
import { parcoursActions } from "./actions/parcours.ts";
import { pathActions } from "./actions/path.ts";
import { sessionActions } from "./actions/sessions.ts";
import { questionnaireActions } from "./actions/questionnaire.ts";
import { reminderActions } from "./actions/reminders.ts";
import { transmissionActions } from "./actions/transmission.ts";
import { piecesActions } from "./actions/pieces.ts";
import { pointsActions } from "./actions/points.ts";
import { rightsActions } from "./actions/rights.ts";

const cursor = z.string().max(600).nullable();
/** The assessment round that a synthesis shows; empty or absent: the open one. */
const shownRound = z.string().max(4).optional();
const ofRound = z.object({ code, round: shownRound });
const ofCaseRev = z.strictObject({ code, rev });
const ofSitting = z.object({ meeting: meetingId });
/** Never named `key`: a client that draws cards with React takes that name for itself, and the button does nothing. */
const ofReviewCard = z.object({ review: reviewId, card: rev });

/** Fields of the correction of an identity, also of *Nouvelle personne orientée*. */
export const identityFields = {
  givenName: typed,
  familyName: typed,
  birthDate: typed,
  commune: typed,
  phone: typed,
  email: typed,
  address: typed,
  prescriber: typed,
} as const;
export const personFields = { ...identityFields, orientationOn: typed, rightToWork: typed, willing: typed } as const;
const person = z.strictObject({ rev, whole, ...personFields });
const identity = z.strictObject({ code, rev, whole, ...identityFields });

export const entryFields = {
  firstInterviewOn: typed,
  noticeOn: typed,
  language: typed,
  interpreter: typed,
  healthAgreement: typed,
} as const;
const entry = z.strictObject({ code, rev, ...entryFields });

/** The id of the line of a domain in *Tour d'horizon*. */
export const overviewField = (domain: DomainId): `state_${DomainId}` => `state_${domain}`;
const overviewLines = z.partialRecord(z.enum(DOMAIN_IDS.map(overviewField)), z.string().max(40));
/** `shown` is what each line said when the card was made; `target` the domain of *Ouvrir*; `urgent` the urgent points ticked. */
const overview = z
  .object({ code, rev, shown: z.string().max(400), target: typed, urgent: typed })
  .catchall(z.string().max(40))
  .transform(({ code: of, rev: version, shown, target, urgent, ...lines }, context) => {
    const read = overviewLines.safeParse(lines);
    if (!read.success) {
      context.addIssue({ code: "custom", message: "unknown line" });
      return z.NEVER;
    }
    return { code: of, rev: version, shown, target, urgent, lines: read.data };
  });

export const domainFields = {
  strength: typed,
  severity: typed,
  impact: typed,
  situations: typed,
  selfSeverity: typed,
  priority: typed,
  source: typed,
  facts: typed,
  urgent: typed,
} as const;
/** The person's own level was not asked: a choice needs a value of its own. */
export const NOT_ASKED = "notAsked";
const ofDomain = z.strictObject({ code, domain: domainId });
const domain = z.strictObject({ code, domain: domainId, rev, ...domainFields });

export const urgentFields = { doneOn: typed, doneBy: typed } as const;
/** `then` is the screen to go on with once the urgent point was read: a domain, `overview`, `pause`, `sheet` or `synthesis`. */
const urgent = z.strictObject({ code, rev, urgent: z.string().max(60), then: z.string().max(40), ...urgentFields });

export const personViewFields = { agreement: typed, words: typed, heard: typed } as const;
/** `back`: the review whose decision waits for it; empty or absent: none. */
const personView = z.strictObject({ code, rev, whole, back: z.string().max(20).optional(), ...personViewFields });

/** Facts of *Situation*, by their id; `rightToWorkUntil` is a date. */
export const situationFields = {
  seeksWork: typed,
  accompaniedBy: typed,
  lastJob: typed,
  franceTravail: typed,
  rsa: typed,
  ass: typed,
  aah: typed,
  rqth: typed,
  iae: typed,
  diploma: typed,
  qpv: typed,
  referringBody: typed,
  engagement: typed,
  wantsToCreate: typed,
  rightToWorkUntil: typed,
} as const;
/** Where *Situation* was opened from, and goes back to. */
const back = z.enum(["sheet", "lead"]).optional();
const situation = z.strictObject({ code, rev, back, whole, ...situationFields });

export const recommendationFields = { choice: typed, why: typed } as const;
const recommendation = z.strictObject({ code, rev, whole, ...recommendationFields });

/** *Présenter en cellule*. */
export const submissionFields = { cell: typed, question: typed, full: typed } as const;
const submission = z.strictObject({ code, rev, whole, ...submissionFields });

/** A page of the directory: `code` null when it is not for one person; `page` counts from 0. */
const serviceList = { domain: z.string().max(40), code: code.nullable(), page: z.number().int().min(0).max(1_000) };
export const serviceNoteFields = { service: typed, what: typed, weeks: typed } as const;

/** The id of the level of a domain on the card of a vignette. */
export const levelField = (domain: DomainId): `level_${DomainId}` => `level_${domain}`;
const levels = z.partialRecord(z.enum(DOMAIN_IDS.map(levelField)), z.string().max(20));
const levelsWith = <S extends z.ZodRawShape>(shape: S) =>
  z
    .object({ rev, whole })
    .catchall(z.string().max(60))
    .transform(({ rev: version, whole: toggle, ...rest }, context) => {
      const known = z
        .strictObject(shape)
        .safeParse(Object.fromEntries(Object.entries(rest).filter(([key]) => Object.hasOwn(shape, key))));
      const read = levels.safeParse(
        Object.fromEntries(Object.entries(rest).filter(([key]) => !Object.hasOwn(shape, key))),
      );
      if (!known.success || !read.success) {
        context.addIssue({ code: "custom", message: "unknown line" });
        return z.NEVER;
      }
      return { about: known.data, rev: version, whole: toggle, levels: read.data };
    });

export const opinionFields = { outcome: typed, to: typed, why: typed, next: typed } as const;
export const opinionNoteFields = { ...opinionFields, member: typed } as const;
const ofReview = z.object({ review: reviewId });
const opinion = z.strictObject({ review: reviewId, rev, whole, ...opinionFields });
const opinionNote = z.strictObject({ review: reviewId, rev, whole, ...opinionNoteFields });

export const decisionFields = {
  outcome: typed,
  to: typed,
  reasons: typed,
  departs: typed,
  proofs: typed,
  next: typed,
} as const;
const decision = z.strictObject({ review: reviewId, rev, whole, ...decisionFields });

/** A refused version waits server-side; `about` is `overview`, `entry`, `identity`, `personView`, `situation`, `recommendation` or a domain. */
const conflict = z.strictObject({ code, rev, about: z.string().max(40) });

export const cardActions = {
  ...handoverActions,
  ...contactActions,
  ...movesActions,
  ...bilanActions,
  ...pathActions,
  ...questionnaireActions,
  ...transmissionActions,
  ...piecesActions,
  ...pointsActions,
  ...rightsActions,
  ...actionActions,
  ...parcoursActions,
  ...reminderActions,
  ...sessionActions,
  openHome: action("home.open", nothing),
  openHelp: action("help.open", nothing),
  newPerson: action("person.new", nothing),
  registerPerson: action("person.register", person),
  leaveRegistration: action("person.leave", person),
  reopenDuplicate: action("duplicate.reopen", z.strictObject({ rev, choice: typed })),
  newParcours: action("duplicate.newParcours", z.strictObject({ rev, choice: typed })),
  anotherPerson: action("duplicate.other", z.strictObject({ rev, choice: typed })),
  backToRegistration: action("duplicate.back", z.strictObject({ rev, choice: typed })),

  openParticipants: action("participants.open", nothing),
  searchParticipants: action("participants.search", z.strictObject({ query: typed, choice: typed, cursor })),
  pageParticipants: action(
    "participants.page",
    z.strictObject({ query: typed, choice: typed, shownQuery: z.string().max(200), cursor }),
  ),
  pickParticipant: action("participants.pick", z.strictObject({ query: typed, choice: typed, cursor })),
  openMilestones: action("milestones.open", nothing),
  pageMilestones: action("milestones.page", z.strictObject({ choice: typed, cursor })),
  pickMilestone: action("milestones.pick", z.strictObject({ choice: typed, cursor })),

  openSheet: action("sheet.open", ofCase),
  openEntry: action("entry.open", ofCase),
  saveEntry: action("entry.save", entry),
  leaveEntry: action("entry.leave", entry),
  openDiagnostic: action("diagnostic.open", ofCase),
  askNewRound: action("round.ask", ofCaseRev),
  openNewRound: action("round.open", ofCaseRev),

  openOverview: action("overview.open", ofCase),
  saveOverview: action("overview.save", overview),
  goFromOverview: action("overview.go", overview),
  pauseOverview: action("overview.pause", overview),
  nothingChanged: action("overview.unchanged", overview),

  openDomain: action("domain.open", ofDomain),
  saveDomain: action("domain.save", domain),
  previousDomain: action("domain.previous", domain),
  explainDomain: action("domain.guidance", domain),
  domainToOverview: action("domain.overview", domain),
  pauseDomain: action("domain.pause", domain),

  keepRecorded: action("conflict.keep", conflict),
  replaceRecorded: action("conflict.replace", conflict),

  urgentDone: action("urgent.done", urgent),
  urgentLater: action("urgent.later", urgent),
  openUrgent: action("urgent.open", z.strictObject({ code, urgent: z.string().max(60) })),

  openSynthesis: action("synthesis.open", ofRound),
  explainSynthesis: action("synthesis.why", z.strictObject({ code, figure: typed, round: shownRound })),
  openPersonView: action("personView.open", ofCase),
  savePersonView: action("personView.save", personView),
  leavePersonView: action("personView.leave", personView),

  openSituation: action("situation.open", z.object({ code, back })),
  saveSituation: action("situation.save", situation),
  leaveSituation: action("situation.leave", situation),
  openRecommendation: action("recommendation.open", ofCase),
  saveRecommendation: action("recommendation.save", recommendation),
  leaveRecommendation: action("recommendation.leave", recommendation),
  openLead: action("lead.open", ofCase),
  explainLead: action("lead.why", ofCase),
  setLeadAside: action("lead.setAside", z.strictObject({ code, rev, reason: typed })),
  takeLeadBack: action("lead.takeBack", ofCaseRev),
  prepareReview: action("review.prepare", ofCase),
  previewReview: action("review.preview", submission),
  leaveReview: action("review.leave", submission),
  submitReview: action("review.submit", ofCaseRev),

  openServices: action("services.open", z.object({ domain: z.string().max(40), code: code.nullable() })),
  // What is half said of a service goes along from page to page.
  pageServices: action("services.page", z.object({ ...serviceList, ...serviceNoteFields })),
  searchServices: action("services.search", z.object({ choice: typed, code: code.nullable() })),
  noteService: action("services.note", z.strictObject({ ...serviceList, ...serviceNoteFields, whole })),
  openOfferNotes: action("offerNotes.open", nothing),
  confirmOfferNote: action("offerNotes.confirm", z.strictObject({ choice: typed })),
  dismissOfferNote: action("offerNotes.dismiss", z.strictObject({ choice: typed })),

  openNeeds: action("needs.open", nothing),

  openVignettes: action("vignettes.open", nothing),
  pickVignette: action("vignettes.pick", z.strictObject({ choice: typed })),
  saveVignette: action("vignettes.save", levelsWith({ vignette: z.string().max(60) })),
  leaveVignette: action("vignettes.leave", levelsWith({ vignette: z.string().max(60) })),
  openAgreement: action("agreement.open", nothing),
  offerDoubleScoring: action("double.offer", z.strictObject({ choice: typed, second: typed })),
  openDoubleScoring: action("double.open", ofCase),
  declineDoubleScoring: action("double.decline", ofCase),
  saveDoubleScoring: action("double.save", levelsWith({ code })),
  leaveDoubleScoring: action("double.leave", levelsWith({ code })),

  // On the card of a review in its channel; `card` tells which of its cards it was.
  refreshReview: action("review.refresh", ofReviewCard),
  askForOpinion: action("review.giveOpinion", ofReviewCard),
  revealFromChannel: action("review.reveal", ofReviewCard),
  askForDecision: action("review.decide", ofReviewCard),
  confirmChannel: action("cell.confirm", z.strictObject({ cell: cellId, rev })),

  openReview: action("review.open", ofReview),
  openOpinion: action("opinion.open", ofReview),
  saveOpinion: action("opinion.save", opinion),
  leaveOpinion: action("opinion.leave", opinion),
  openOpinionNote: action("opinion.noteOpen", ofReview),
  saveOpinionNote: action("opinion.noteSave", opinionNote),
  leaveOpinionNote: action("opinion.noteLeave", opinionNote),
  revealOpinions: action("reveal.do", ofReview),

  openReviews: action("reviews.open", nothing),
  pickReview: action("reviews.pick", z.strictObject({ choice: typed })),
  // A cell by its button, or chosen in a list.
  openAgenda: action("agenda.open", z.object({ cell: cellId.optional(), choice: typed })),
  prepareSitting: action("sitting.prepare", z.object({ cell: cellId.optional(), choice: typed })),
  startSitting: action("sitting.start", z.strictObject({ cell: cellId, secretary: typed })),
  openSitting: action("sitting.open", ofSitting),
  openPresent: action("sitting.presentOpen", ofSitting),
  // `shown`: who was ticked when the card was made.
  markPresent: action("sitting.present", z.strictObject({ meeting: meetingId, shown: typed, whole, present: typed })),
  // `rev` is the case that the card said was under study.
  goSitting: action("sitting.go", z.strictObject({ meeting: meetingId, rev, choice: typed })),
  askCloseSitting: action("sitting.closeAsk", ofSitting),
  closeSitting: action("sitting.close", z.strictObject({ meeting: meetingId, rev })),

  openDecision: action("decision.open", ofReview),
  saveDecision: action("decision.save", decision),
  /** Goes and records the person's view, then comes back: what is typed is kept. */
  decisionToView: action("decision.toView", decision),
  leaveDecision: action("decision.leave", decision),
  studyInFull: action("review.inFull", ofReview),
  openReviewMove: action("review.moveOpen", z.object({ review: reviewId, move: z.enum(REVIEW_MOVES) })),
  moveReview: action(
    "review.move",
    z.strictObject({ review: reviewId, rev, move: z.enum(REVIEW_MOVES), because: typed }),
  ),
  leaveReviewMove: action("review.moveLeave", ofReview),

  openManage: action("manage.open", ofCase),
  openIdentity: action("identity.open", ofCase),
  saveIdentity: action("identity.save", identity),
  leaveIdentity: action("identity.leave", identity),
  agreeHealth: action("health.agree", ofCaseRev),
  refuseHealth: action("health.refuse", ofCaseRev),
  askWithdrawal: action("health.withdrawAsk", ofCaseRev),
  withdrawHealth: action("health.withdraw", ofCaseRev),
  openCancel: action("record.cancelOpen", ofCase),
  cancelRecord: action("record.cancel", z.strictObject({ code, rev, reason: typed })),
  openMerge: action("record.mergeOpen", ofCase),
  askMerge: action("record.mergeAsk", z.strictObject({ code, rev, into: typed })),
  mergeRecord: action("record.merge", z.strictObject({ code, rev, into: typed })),
  reopenRecord: action("record.reopen", ofCaseRev),

  openSendings: action("sending.open", nothing),
  confirmSending: action("sending.appears", z.object({ entry: z.string().max(200) })),
  sendAgain: action("sending.again", z.object({ entry: z.string().max(200) })),
  settleSending: action("sending.done", z.strictObject({ choice: typed })),
  resend: action("sending.resend", z.strictObject({ choice: typed })),
} as const;

type Actions = typeof cardActions;
export type CardAction = Actions[keyof Actions];
export type CardVerb = CardAction["verb"];
export type CardData<V extends CardVerb> = z.infer<Extract<CardAction, { verb: V }>["data"]>;
