/**
 * Which card answers, as a reference: kept with a delivery and in the outbox, and read again each time it is shown.
 * Holds codes and choices; never a name nor a word about a person.
 */
import { z } from "zod";
import { observer } from "../src/domain/activation/rules.ts";
import { ACTION_MOVES } from "../src/domain/activation/codes.ts";
import { esfStage } from "../src/domain/esf/codes.ts";
import { domainId } from "../src/domain/framework/schema.ts";
import { day, memberId, participantCode } from "../src/domain/participant/codes.ts";
import { reminderCard } from "../src/domain/reminders/codes.ts";
import { cellId, meetingId, reviewId, REVIEW_MOVES } from "../src/domain/review/codes.ts";
import { STEP_PROBLEMS } from "../src/domain/handover/steps.ts";
import { conflictAbout } from "../src/use-cases/settle-conflict.ts";
import { REFUSAL_CODES } from "../src/use-cases/frame/result.ts";

/** What the card says first; `saved` says at what time. */
export const NOTICES = [
  "saved",
  "draftKept",
  "toMend",
  "registered",
  "alreadyRegistered",
  "reopened",
  "newParcours",
  "parcoursGoesOn",
  "entered",
  "healthAgreed",
  "healthRefused",
  "healthWithdrawn",
  "urgentDone",
  "urgentLater",
  "roundOpened",
  "conflictKept",
  "corrected",
  "recordCancelled",
  "recordReopened",
  "merged",
  "viewRecorded",
  "nothingToExplore",
  "someNotApplied",
  "chooseFirst",
  "noSuchCode",
  "noSuchDomain",
  "recommended",
  "leadAside",
  "leadBack",
  "recommendBeforeCell",
  "previewMoved",
  "reviewSubmitted",
  "reviewShortSubmitted",
  "noteSent",
  "noteAlreadySent",
  "noteConfirmed",
  "noteDismissed",
  "vignetteScored",
  "doubleOffered",
  "doubleDone",
  "doubleDeclined",
  "sittingOpened",
  "sittingAlreadyOpen",
  "presentNoted",
  "sittingMoved",
  "nothingLeft",
  "opinionGiven",
  "opinionNoted",
  "opinionTooLate",
  "opinionsRevealed",
  "belowQuorum",
  "decided",
  "decidedUntold",
  "decisionBehind",
  "decisionOvertaken",
  "viewFirst",
  "reviewAdjourned",
  "reviewWithdrawn",
  "reviewReopened",
  "secondAsked",
  "reviewInFull",
  "handoverSheetSaved",
  "handoverBehind",
  "handoverOvertaken",
  "relayUrgent",
  "sendingSettled",
  "sendingAgain",
  "sendingWaits",
  "sendingOver",
  "sendingChatClosed",
  "parcoursSuspended",
  "returnPlanned",
  "parcoursResumed",
  "pointHeld",
  "stagePointNoted",
  "exitNewsRecorded",
  "formOvertaken",
  "esfSigned",
  "esfUnsigned",
  "exitProofReceived",
  "exitProofAwaited",
  "prepared",
  "sessionAdded",
  "enrolled",
  "withdrawnFrom",
  "participationNoted",
  "sessionCancelled",
  "actionPlanned",
  "actionDeferred",
  "actionFine",
  "actionOvertaken",
  "actionSigned",
  "actionCancelled",
  "bilanRecorded",
  "bilanThenGrid",
  "bilanOvertaken",
  "evidenceSettled",
  "evidenceOvertaken",
  "contactNoted",
  "appointmentMissed",
  "outreachOpened",
  "appointmentHeld",
  "outreachReviewed",
  "parcoursEnded",
  "parcoursEndedMoved",
  "parcoursEndedDeath",
  "prescriberTold",
  "transmissionConfirmed",
  "transmissionMoved",
  "rightsRequested",
  "rightsAnswered",
  "noticeGiven",
  "reminderPutOff",
  "reminderStopped",
  "remindersChosen",
  "piecesStopped",
  "movePlanned",
  "moveAsked",
  "moveCancelled",
  "moveDeclined",
  "moveEnded",
  "moveDayMissing",
  "personInformed",
] as const;
export const noticeCode = z.enum(NOTICES);
export type NoticeCode = z.infer<typeof noticeCode>;

const noticed = { notice: noticeCode.nullable(), at: z.iso.datetime().nullable() };
const code = participantCode;
/** A hand-over of that case. */
const handover = z.string().max(60);
/** True once a button asked to record what is typed: what has to be mended is then said. */
const check = z.boolean();
/** The code at the top of a page of a list; null: the first page. */
const cursor = code.nullable();

/** The cells that a channel is linked to, separated by commas; empty: none. */
const cells = z.string().regex(/^(?:(?:entree|sortie|gta)(?:,(?:entree|sortie|gta)){0,2})?$/);

/** The assessment round shown; null: the open one. */
const round = z.number().int().nonnegative().nullable();

const moveTyped = z.string().max(64);

const pointsPlace = { referent: memberId.nullable(), page: z.number().int().min(0).max(99) };

export const screen = z.discriminatedUnion("screen", [
  z.strictObject({ screen: z.literal("home"), ...noticed }),
  z.strictObject({ screen: z.literal("help"), ...noticed }),
  z.strictObject({ screen: z.literal("newPerson"), rev: z.string().nullable(), check, ...noticed }),
  z.strictObject({ screen: z.literal("duplicates"), rev: z.string(), ...noticed }),
  /** What is searched waits with the member's drafts: a name never stands in a reference. */
  z.strictObject({ screen: z.literal("participants"), searching: z.boolean(), cursor, ...noticed }),
  z.strictObject({ screen: z.literal("milestones"), cursor, ...noticed }),
  z.strictObject({ screen: z.literal("pieces"), ...noticed }),
  /** *Points d'étape*: a page of the list of one référent (null: one's own, or the first of the team), and the form of one person. */
  z.strictObject({ screen: z.literal("points"), ...pointsPlace, ...noticed }),
  z.strictObject({ screen: z.literal("pointsForm"), code, ...pointsPlace, check, ...noticed }),
  /** What was told that day to this member and is still to do: in the cases they carry, or late in the team. */
  z.strictObject({ screen: z.literal("reminder"), card: reminderCard, member: memberId, on: day, ...noticed }),
  z.strictObject({ screen: z.literal("reminderSettings"), ...noticed }),
  z.strictObject({ screen: z.literal("sheet"), code, ...noticed }),
  /** *Parcours*: actions, contacts, hand-overs, suspension, suppléance, and one choice of what to do. */
  z.strictObject({ screen: z.literal("path"), code, ...noticed }),
  /** *Bilan d'action*, and its grid as one observer fills it. */
  z.strictObject({ screen: z.literal("bilan"), code, action: z.string().max(100), check, ...noticed }),
  z.strictObject({ screen: z.literal("bilanGrid"), code, action: z.string().max(100), by: observer, ...noticed }),
  /** *Ce qui a été observé*: what waits to be kept, adjusted or left. */
  z.strictObject({ screen: z.literal("evidence"), code, check, ...noticed }),
  /** *Absences et transferts*, one of them, and the form that plans one: what was chosen in it is codes and dates. */
  z.strictObject({ screen: z.literal("absences"), ...noticed }),
  z.strictObject({ screen: z.literal("move"), move: z.string().max(100), ...noticed }),
  z.strictObject({
    screen: z.literal("moveForm"),
    code: code.nullable(),
    ...{ what: moveTyped, fromId: moveTyped, toId: moveTyped, from: moveTyped, until: moveTyped, why: moveTyped },
    check,
    ...noticed,
  }),
  /** *Rencontrer*: what was tried, what comes next. */
  z.strictObject({ screen: z.literal("contact"), code, check, ...noticed }),
  /** *Faire le point sur les démarches*. */
  z.strictObject({ screen: z.literal("outreach"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("ending"), code, check, ...noticed }),
  /** *Retour au prescripteur*. */
  z.strictObject({ screen: z.literal("told"), code, ...noticed }),
  z.strictObject({ screen: z.literal("pause"), code, check, ...noticed }),
  /** *Droits*: what the person was told, agreed to and asked; the forms; who opened their file. */
  z.strictObject({ screen: z.literal("transmission"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("rights"), code, ...noticed }),
  z.strictObject({ screen: z.literal("rightsRequest"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("rightsAnswer"), code, request: z.string().max(60), check, ...noticed }),
  z.strictObject({ screen: z.literal("openings"), code, cursor: z.string().max(600).nullable(), ...noticed }),
  z.strictObject({ screen: z.literal("followUp"), code, check, ...noticed }),
  /** *Questionnaires ESF+* (`stage` null: where the member would go on), one block of one of them, and *signé le*. */
  z.strictObject({ screen: z.literal("questionnaire"), code, stage: esfStage.nullable(), ...noticed }),
  z.strictObject({
    screen: z.literal("questionnaireBlock"),
    code,
    stage: esfStage,
    block: z.string().max(40),
    check,
    ...noticed,
  }),
  z.strictObject({ screen: z.literal("questionnaireSign"), code, stage: esfStage, check, ...noticed }),
  z.strictObject({ screen: z.literal("exitNews"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("preparation"), code, action: z.string().max(80), check, ...noticed }),
  /** Collective actions; `code`: the person for whom one is looked for, null: nobody in particular. */
  z.strictObject({ screen: z.literal("sessions"), code: code.nullable(), ...noticed }),
  z.strictObject({ screen: z.literal("sessionForm"), check, ...noticed }),
  z.strictObject({ screen: z.literal("session"), session: z.string().max(80), code: code.nullable(), ...noticed }),
  z.strictObject({ screen: z.literal("sessionPresent"), session: z.string().max(80), ...noticed }),
  z.strictObject({ screen: z.literal("sessionCancel"), session: z.string().max(80), ...noticed }),
  /** *Action*: `target` is `new`, or what is changed or renewed. */
  z.strictObject({ screen: z.literal("action"), code, target: z.string().max(120), check, ...noticed }),
  z.strictObject({ screen: z.literal("actions"), code, ...noticed }),
  z.strictObject({ screen: z.literal("actionSeen"), code, action: z.string().max(100), ...noticed }),
  z.strictObject({
    screen: z.literal("actionMove"),
    code,
    action: z.string().max(100),
    move: z.enum(ACTION_MOVES),
    check,
    ...noticed,
  }),
  z.strictObject({ screen: z.literal("entry"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("overview"), code, ...noticed }),
  z.strictObject({ screen: z.literal("domain"), code, domain: domainId, check, ...noticed }),
  z.strictObject({ screen: z.literal("guidance"), code, domain: domainId, ...noticed }),
  z.strictObject({ screen: z.literal("conflict"), code, about: conflictAbout, ...noticed }),
  z.strictObject({ screen: z.literal("urgent"), code, urgent: z.string(), then: z.string(), check, ...noticed }),
  z.strictObject({ screen: z.literal("synthesis"), code, round, ...noticed }),
  z.strictObject({ screen: z.literal("why"), code, figure: z.string(), round, ...noticed }),
  z.strictObject({
    screen: z.literal("personView"),
    code,
    check,
    /** The review whose decision waits for it. */
    back: reviewId.nullable().default(null),
    ...noticed,
  }),
  z.strictObject({
    screen: z.literal("situation"),
    code,
    back: z.enum(["sheet", "lead"]),
    check,
    ...noticed,
  }),
  z.strictObject({ screen: z.literal("recommendation"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("lead"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("leadWhy"), code, ...noticed }),
  z.strictObject({ screen: z.literal("reviewForm"), code, check, ...noticed }),
  /** What the channel will show, before anything is published. */
  z.strictObject({ screen: z.literal("reviewPreview"), code, ...noticed }),
  /** What exists for a domain (null: the domains to choose from), near one person or in the whole of the PLIE. */
  z.strictObject({
    screen: z.literal("services"),
    domain: domainId.nullable(),
    code: code.nullable(),
    page: z.number().int().min(0),
    /** What was chosen and typed of a note that has to be mended; empty: nothing. */
    service: z.string().max(200),
    what: z.string().max(20),
    weeks: z.string().max(20),
    ...noticed,
  }),
  /** *À étudier*: what waits in the cells, for this member. */
  z.strictObject({ screen: z.literal("reviews"), ...noticed }),
  /** In their own chat; `cell` null: which one is asked. */
  z.strictObject({ screen: z.literal("agenda"), cell: cellId.nullable(), ...noticed }),
  z.strictObject({ screen: z.literal("sittingForm"), cell: cellId, ...noticed }),
  z.strictObject({ screen: z.literal("sitting"), meeting: meetingId, ...noticed }),
  z.strictObject({ screen: z.literal("sittingPresent"), meeting: meetingId, ...noticed }),
  /** Before a sitting closes. */
  z.strictObject({ screen: z.literal("sittingClose"), meeting: meetingId, ...noticed }),
  /** Closed: its minutes can be printed. */
  z.strictObject({ screen: z.literal("sittingClosed"), meeting: meetingId, ...noticed }),
  z.strictObject({ screen: z.literal("offerNotes"), ...noticed }),
  /** Needs that nobody answers, or that wait for a place, on the territory. */
  z.strictObject({ screen: z.literal("needs"), ...noticed }),
  z.strictObject({ screen: z.literal("retention"), ...noticed }),
  /** To a référent, or to whoever stands in for them: the people whom an import brought to them. */
  z.strictObject({
    screen: z.literal("imported"),
    run: z.string().min(1).max(80),
    count: z.number().int().positive(),
    standsFor: memberId.nullable().default(null),
    ...noticed,
  }),
  /** A card about a file that was archived or erased. */
  z.strictObject({ screen: z.literal("fileClosed"), ...noticed }),
  z.strictObject({ screen: z.literal("vignettes"), ...noticed }),
  z.strictObject({ screen: z.literal("vignette"), vignette: z.string().max(60), check, ...noticed }),
  /** One's own levels beside the group's. */
  z.strictObject({ screen: z.literal("vignetteGroup"), vignette: z.string().max(60), ...noticed }),
  z.strictObject({ screen: z.literal("agreement"), check, ...noticed }),
  z.strictObject({ screen: z.literal("double"), code, check, ...noticed }),
  /** To a référent: a real file is offered to them, to score a second time. */
  z.strictObject({ screen: z.literal("doubleOffered"), code, ...noticed }),
  /** A review in a member's own chat, and their opinion of it, or the one that the secretary notes. */
  z.strictObject({ screen: z.literal("review"), review: reviewId, ...noticed }),
  z.strictObject({ screen: z.literal("opinion"), review: reviewId, check, ...noticed }),
  z.strictObject({ screen: z.literal("opinionNote"), review: reviewId, check, ...noticed }),
  /** *Décision*, in the decider's own chat. */
  z.strictObject({ screen: z.literal("decision"), review: reviewId, check, ...noticed }),
  z.strictObject({ screen: z.literal("reviewMove"), review: reviewId, move: z.enum(REVIEW_MOVES), check, ...noticed }),
  /** To the référent of the case: what was decided, and what comes next. */
  z.strictObject({ screen: z.literal("reviewDecided"), review: reviewId, ...noticed }),
  /** To whoever decides: a simple stay, in the short circuit. */
  z.strictObject({ screen: z.literal("reviewShort"), review: reviewId, ...noticed }),
  z.strictObject({ screen: z.literal("handovers"), code, ...noticed }),
  /** `problem`: why the step that was pressed is not taken now; `on`: the day that was typed with it. */
  z.strictObject({
    screen: z.literal("handover"),
    code,
    handover,
    problem: z.enum([...STEP_PROBLEMS, "notADate"]).nullable(),
    on: z.string().max(40),
    ...noticed,
  }),
  z.strictObject({ screen: z.literal("handoverSheet"), code, handover, check, ...noticed }),
  z.strictObject({
    screen: z.literal("handoverAnswer"),
    code,
    handover,
    check,
    problem: z.enum(STEP_PROBLEMS).nullable(),
    ...noticed,
  }),
  z.strictObject({ screen: z.literal("manage"), code, ...noticed }),
  z.strictObject({ screen: z.literal("identity"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("cancelRecord"), code, check, ...noticed }),
  z.strictObject({ screen: z.literal("mergeRecord"), code, into: z.string(), check, ...noticed }),
  /** Before what cannot be undone: what it will do, and to whom. `into` is the record to keep, `rev` the version that was asked about. */
  z.strictObject({
    screen: z.literal("confirm"),
    what: z.enum(["newRound", "merge", "withdrawHealth"]),
    code,
    into: code.nullable(),
    rev: z.string().max(200),
    ...noticed,
  }),
  /** The diagnostic is put down, or a form was left: one line, and the button that goes back. */
  z.strictObject({ screen: z.literal("paused"), code: code.nullable(), ...noticed }),
  /** What a card said of health is taken away. */
  z.strictObject({ screen: z.literal("withdrawn"), ...noticed }),
  z.strictObject({ screen: z.literal("othersCase"), code, ...noticed }),
  z.strictObject({ screen: z.literal("refusal"), refusal: z.enum(REFUSAL_CODES), code: code.nullable(), ...noticed }),
  /** A sentence that was not understood, with what it may have meant: commands, never what was typed. */
  z.strictObject({ screen: z.literal("notUnderstood"), suggestions: z.string(), ...noticed }),
  /** A photo, a sticker, an empty message. */
  z.strictObject({ screen: z.literal("wordsOnly"), ...noticed }),
  /** A button of an older version of the product. */
  z.strictObject({ screen: z.literal("olderCard"), code: code.nullable(), ...noticed }),
  /** In a channel: what is done here, and what is done in the personal chat. `asked`: what could not be done as it was written. */
  z.strictObject({ screen: z.literal("channel"), cells, asked: z.enum(["help", "link", "group"]), ...noticed }),
  /** In a channel, what cannot be done: without a button nor a word about who asked. */
  z.strictObject({ screen: z.literal("channelRefused"), refusal: z.enum(REFUSAL_CODES), ...noticed }),
  z.strictObject({ screen: z.literal("cellLinked"), cell: cellId, ...noticed }),
  z.strictObject({ screen: z.literal("waiting"), cells, ...noticed }),
  z.strictObject({ screen: z.literal("agendaCard"), cells, ...noticed }),
  /** The card of a review in its channel, and what is left of it where another channel follows. */
  z.strictObject({ screen: z.literal("reviewCard"), review: reviewId, ...noticed }),
  z.strictObject({ screen: z.literal("reviewMoved"), review: reviewId, ...noticed }),
  /** A few words to whoever pressed a button of that card. */
  z.strictObject({
    screen: z.literal("reviewSaid"),
    review: reviewId,
    said: z.enum(["opinionSent", "decisionSent"]),
    ...noticed,
  }),
  /** To each chargé de projet: who is in the channel and not in the team; a channel that does not answer any more. */
  z.strictObject({ screen: z.literal("rosterCheck"), cell: cellId, ...noticed }),
  z.strictObject({ screen: z.literal("cellLost"), cell: cellId, why: z.enum(["gone", "botRemoved"]), ...noticed }),
  z.strictObject({ screen: z.literal("part"), plays: z.string(), ...noticed }),
  /** To the chargé de projet: a référent's chat refuses our messages. */
  z.strictObject({ screen: z.literal("chatRefused"), member: z.string(), ...noticed }),
  /** To who leads reviews: what was sent and may not have arrived; one of those. */
  z.strictObject({ screen: z.literal("sendings"), ...noticed }),
  z.strictObject({ screen: z.literal("sendingAsk"), entry: z.string().max(200), ...noticed }),
]);
export type Screen = z.infer<typeof screen>;
export type ScreenName = Screen["screen"];
export type ScreenOf<N extends ScreenName> = Extract<Screen, { screen: N }>;

/** No notice to say. */
export const quiet = { notice: null, at: null } as const;
