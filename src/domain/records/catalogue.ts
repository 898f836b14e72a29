/**
 * Every kind of document that a store keeps: its shape, its id, what it is listed by, how long it lives, and the way up from older shapes.
 * A store knows nothing else of the trade.
 */
import * as actions from "../activation/records.ts";
import { assessment, pastFinding, round } from "../diagnostic/assessment.ts";
import { doubleScoring, vignetteScore } from "../calibration/records.ts";
import { caseNeeds, offerNews } from "../offer/needs.ts";
import {
  directoryHead,
  directoryVersion,
  offerNote,
  offerState,
  serviceExtension,
  storedService,
  storedStructure,
} from "../offer/records.ts";
import { serviceKeys } from "../offer/service-keys.ts";
import { casePieces, piecesKeys, piecesOrder } from "../completeness/records.ts";
import { esfAnswers, esfAnswersId } from "../esf/records.ts";
import * as imports from "../exchange/import-records.ts";
import { transmission } from "../exchange/transmission.ts";
import { handover } from "../handover/records.ts";
import { attempt, endingWords, prescriberTold } from "../outreach/records.ts";
import { caseFile, pastParcours } from "../participant/case-file.ts";
import { extraction, extractionRow } from "../exchange/extraction-records.ts";
import { stagePoint, stagePointId } from "../participant/stage-point.ts";
import { identity, type Identity } from "../participant/identity.ts";
import { matchKeys, nameOrder, searchKeys } from "../participant/names.ts";
import { caseMove, isUnderWay, movedCase, movedCaseId } from "../people/absence.ts";
import * as reminders from "../reminders/records.ts";
import * as reviews from "../review/records.ts";
import { meetingIdOf } from "../review/codes.ts";
import { delaysFollowed } from "../participant/delays-followed.ts";
import { checkpoint, exitNews } from "../participant/path-records.ts";
import * as retention from "../rights/retention-records.ts";
import { situationRecord } from "../suggestion/facts.ts";
import { agreement, rightsRequest } from "../rights/records.ts";
import { recommendation, storedLead } from "../suggestion/stored-lead.ts";
import { listedKeys, listedOrder } from "../dashboard/lists.ts";
import { marker, projection } from "../dashboard/projection.ts";
import { counter, counterId, listed, listedId } from "../dashboard/records.ts";
import * as books from "./bookkeeping.ts";
import { define, type Codec, type Row } from "./codec.ts";

const TWO_HOURS = 2 * 3600;
const SEVEN_DAYS = 7 * 24 * 3600;
const THIRTY_DAYS = 30 * 24 * 3600;

const pad = (count: number): string => String(count).padStart(8, "0");
const roundId = (doc: { code: string; parcours: number; round: number }): string =>
  `${doc.code}.${doc.parcours}.${doc.round}`;

const studyId = (doc: { review: string; study: number }): string => `${doc.review}.${doc.study}`;
const isOpen = ({ state }: books.OutboxEntry): boolean => state === "pending" || state === "sending";
const isWaiting = ({ state }: reviews.Review): boolean => state !== "decided" && state !== "withdrawn";

/** The lists of whoever accompanies the person, and of whoever stands in. */
const carriersOf = ({ referentId, substituteId }: Pick<Identity, "referentId" | "substituteId">): readonly string[] => [
  `referent:${referentId}`,
  ...(substituteId === null || substituteId === referentId ? [] : [`referent:${substituteId}`]),
];

const codecs = {
  identity: define({
    schema: identity,
    id: (doc) => doc.code,
    keys: (doc) => [...(doc.listed ? ["all", ...carriersOf(doc), ...searchKeys(doc)] : []), ...matchKeys(doc)],
    order: (doc) => `${nameOrder(doc)} ${doc.code}`,
  }),
  case: define({
    schema: caseFile,
    id: (doc) => doc.code,
    keys: (doc) => ["all", ...(doc.retired === null ? [] : [doc.retired.as])],
    order: (doc) => doc.code,
  }),
  pastParcours: define({
    schema: pastParcours,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => pad(doc.parcours),
  }),
  assessment: define({
    schema: assessment,
    id: (doc) => `${roundId(doc)}.${doc.domain}`,
    keys: (doc) => [`round:${roundId(doc)}`, `case:${doc.code}`],
    order: (doc) => `${pad(doc.parcours)}.${pad(doc.round)}.${doc.domain}`,
  }),
  pastFinding: define({
    schema: pastFinding,
    id: (doc) => `${roundId(doc)}.${doc.domain}.${doc.edition}`,
    keys: (doc) => [`round:${roundId(doc)}`, `case:${doc.code}`],
    order: (doc) => `${pad(doc.parcours)}.${pad(doc.round)}.${doc.domain}.${pad(doc.edition)}`,
  }),
  round: define({
    schema: round,
    id: roundId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${pad(doc.parcours)}.${pad(doc.round)}`,
  }),
  draft: define({
    schema: books.draft,
    id: (doc) => doc.id,
    keys: (doc) => (doc.code === null ? [`member:${doc.by}`] : [`case:${doc.code}`]),
    order: (doc) => doc.at,
    // What was typed about someone who was never registered does not stay.
    ttl: (doc) => (doc.code === null ? THIRTY_DAYS : undefined),
  }),
  seen: define({
    schema: books.seenDelivery,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.at,
    ttl: () => SEVEN_DAYS,
  }),
  click: define({
    schema: books.lastClick,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.at,
    ttl: () => SEVEN_DAYS,
  }),
  outbox: define({
    schema: books.outboxEntry,
    id: (doc) => doc.id,
    keys: (doc) => [
      ...(isOpen(doc) ? ["open", `lane:${books.laneOf(doc.conversationId)}`] : [doc.state]),
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
    ],
    // As things were said: a list that is cut short holds what is to be sent first.
    order: (doc) => doc.createdAt,
    ttl: (doc) => (isOpen(doc) ? undefined : THIRTY_DAYS),
  }),
  lane: define({
    schema: books.lane,
    id: (doc) => doc.id,
    keys: () => [],
    order: (doc) => doc.id,
    ttl: () => TWO_HOURS,
  }),
  sendShare: define({
    schema: books.sendShare,
    id: () => "tenant",
    keys: () => [],
    order: () => "",
    ttl: () => TWO_HOURS,
  }),
  audit: define({
    schema: books.auditEntry,
    id: (doc) => `${doc.chain}.${pad(doc.seq)}`,
    keys: (doc) => [`chain:${doc.chain}`],
    order: (doc) => pad(doc.seq),
  }),
  chain: define({ schema: books.auditChain, id: (doc) => doc.chain, keys: () => ["all"], order: (doc) => doc.at }),
  seal: define({
    schema: books.auditSeal,
    id: (doc) => pad(doc.seq),
    keys: () => ["all"],
    order: (doc) => pad(doc.seq),
  }),
  event: define({
    schema: books.caseEvent,
    id: (doc) => `${doc.code}.${doc.edition}`,
    keys: (doc) => ["all", `case:${doc.code}`],
    order: (doc) => `${doc.at} ${doc.code}.${pad(doc.edition)}`,
  }),
  sequence: define({ schema: books.sequence, id: (doc) => doc.id, keys: () => [], order: (doc) => doc.id }),
  conversation: define({
    schema: books.conversation,
    id: (doc) => doc.memberId,
    keys: () => ["all"],
    order: (doc) => doc.memberId,
  }),
  posted: define({
    schema: books.postedMessage,
    id: (doc) => `${doc.conversationId}|${doc.activityId}`,
    keys: (doc) => [
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
      ...doc.names.filter((name) => name !== doc.code).map((name) => `names:${name}`),
    ],
    order: (doc) => doc.at,
  }),
  summary: define({
    schema: books.caseSummary,
    id: (doc) => doc.code,
    keys: (doc) =>
      doc.due.length === 0
        ? []
        : [
            "due",
            `due:${doc.referentId}`,
            ...(doc.substituteId === null || doc.substituteId === doc.referentId ? [] : [`due:${doc.substituteId}`]),
          ],
    order: (doc) => `${doc.due[0]?.on ?? "9999-12-31"} ${doc.code}`,
  }),
  framework: define({
    schema: books.storedFramework,
    id: (doc) => doc.version,
    keys: () => ["all"],
    order: (doc) => doc.at,
  }),
  paper: define({
    schema: books.storedPaper,
    id: (doc) => `${doc.name}.${doc.version}`,
    keys: (doc) => ["all", `name:${doc.name}`],
    order: (doc) => `${doc.name} ${doc.at}`,
  }),
  esfAnswers: define({
    schema: esfAnswers,
    id: esfAnswersId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${pad(doc.parcours)}.${doc.stage}`,
  }),
  delaysFollowed: define({ schema: delaysFollowed, id: () => "cases", keys: () => [], order: () => "" }),
  facts: define({ schema: books.storeFacts, id: () => "store", keys: () => [], order: () => "" }),
  situation: define({
    schema: situationRecord,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => pad(doc.parcours),
  }),
  checkpoint: define({
    schema: checkpoint,
    id: (doc) => `${doc.code}.${doc.parcours}.${doc.edition}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${doc.at}`,
  }),
  exitNews: define({
    schema: exitNews,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.on,
  }),
  recommendation: define({
    schema: recommendation,
    id: roundId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${pad(doc.parcours)}.${pad(doc.round)}`,
  }),
  lead: define({
    schema: storedLead,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`, `round:${roundId(doc)}`],
    order: (doc) => doc.at,
  }),
  caseNeeds: define({
    schema: caseNeeds,
    id: (doc) => doc.code,
    keys: () => [],
    order: (doc) => doc.code,
  }),
  casePieces: define({ schema: casePieces, id: (doc) => doc.code, keys: piecesKeys, order: piecesOrder }),
  listed: define({ schema: listed, id: listedId, keys: listedKeys, order: listedOrder }),
  counter: define({
    schema: counter,
    id: (doc) => counterId(doc.generation, doc.part),
    keys: (doc) => [`generation:${doc.generation}`],
    order: (doc) => doc.part,
  }),
  marker: define({
    schema: marker,
    id: (doc) => `${doc.code}.${doc.edition}`,
    keys: () => ["all"],
    order: (doc) => `${doc.at} ${doc.code}.${pad(doc.edition)}`,
  }),
  projection: define({ schema: projection, id: () => "cases", keys: () => [], order: () => "" }),
  offerNews: define({
    schema: offerNews,
    id: (doc) => `${doc.code}.${doc.domain}.${doc.service}`,
    keys: (doc) => [
      `case:${doc.code}`,
      ...(doc.toldAt === null ? [`referent:${doc.referentId}`] : [`told:${doc.referentId}`]),
    ],
    // What was told a moment ago is found without reading all that was ever told.
    order: (doc) => doc.toldAt ?? doc.at,
  }),
  offerNote: define({
    schema: offerNote,
    id: (doc) => doc.id,
    keys: (doc) => [doc.state, `service:${doc.service}`],
    order: (doc) => doc.at,
  }),
  offerState: define({
    schema: offerState,
    id: (doc) => doc.service,
    keys: () => ["all"],
    order: (doc) => doc.service,
  }),
  vignetteScore: define({
    schema: vignetteScore,
    id: (doc) => `${doc.vignette}.${doc.memberId}`,
    keys: (doc) => ["all", `vignette:${doc.vignette}`, `member:${doc.memberId}`],
    order: (doc) => `${doc.vignette}.${doc.memberId}`,
  }),
  doubleScoring: define({
    schema: doubleScoring,
    id: roundId,
    keys: (doc) => ["all", doc.state, `case:${doc.code}`, `second:${doc.secondId}`],
    order: (doc) => `${doc.at} ${doc.code}`,
  }),
  review: define({
    schema: reviews.review,
    id: (doc) => doc.id,
    keys: (doc) => [
      "all",
      `case:${doc.code}`,
      `cell:${doc.cell}`,
      ...(isWaiting(doc) ? [`waiting:${doc.cell}`, "waiting"] : []),
      // Decided in the short circuit: the next cell reads it in its list.
      ...(doc.state === "decided" && doc.toldIn === null ? [`toTell:${doc.cell}`] : []),
    ],
    order: (doc) => `${doc.dueOn ?? "9999-12-31"} ${doc.submittedAt} ${doc.id}`,
  }),
  snapshot: define({
    schema: reviews.snapshot,
    id: studyId,
    keys: (doc) => [`case:${doc.code}`, `review:${doc.review}`],
    order: (doc) => studyId(doc),
  }),
  opinion: define({
    schema: reviews.opinion,
    id: (doc) => `${studyId(doc)}.${doc.memberId}`,
    keys: (doc) => [`case:${doc.code}`, `study:${studyId(doc)}`],
    order: (doc) => `${doc.at} ${doc.memberId}`,
  }),
  reviewDecision: define({
    schema: reviews.reviewDecision,
    id: studyId,
    keys: (doc) => ["all", `case:${doc.code}`, `review:${doc.review}`],
    order: (doc) => doc.at,
  }),
  meeting: define({
    schema: reviews.meeting,
    id: (doc) => meetingIdOf(doc.cell, doc.on),
    keys: (doc) => ["all", doc.state, `cell:${doc.cell}`],
    order: (doc) => `${doc.on} ${doc.cell}`,
  }),
  minutes: define({ schema: reviews.minutes, id: (doc) => doc.meeting, keys: () => ["all"], order: (doc) => doc.at }),
  cellLink: define({
    schema: reviews.cellLink,
    id: (doc) => doc.cell,
    keys: (doc) => ["all", `channel:${doc.channelId}`, ...(doc.teamId === null ? [] : [`team:${doc.teamId}`])],
    order: (doc) => doc.cell,
  }),
  reviewPost: define({
    schema: reviews.reviewPost,
    id: (doc) => doc.review,
    keys: (doc) => [`case:${doc.code}`, `cell:${doc.cell}`, `channel:${doc.channelId}`],
    order: (doc) => doc.review,
  }),
  sendTrouble: define({
    schema: reviews.sendTrouble,
    id: (doc) => doc.entry,
    keys: (doc) => [
      doc.settled === null ? "open" : "settled",
      ...(doc.review === null ? [] : [`review:${doc.review}`]),
    ],
    order: (doc) => doc.at,
  }),
  action: define({
    schema: actions.action,
    id: (doc) => doc.id,
    keys: (doc) => [
      `case:${doc.code}`,
      ...(doc.session === null ? [] : [`session:${doc.session}`]),
      ...(doc.pmsmp === null ? [] : [`host:${doc.pmsmp.hostId}`]),
    ],
    order: (doc) => `${doc.from} ${doc.id}`,
  }),
  actionDeferral: define({
    schema: actions.actionDeferral,
    id: (doc) => `${doc.code}.${doc.parcours}.${doc.at}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  actionBilan: define({
    schema: actions.actionBilan,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${doc.id}`,
  }),
  evidence: define({
    schema: actions.evidence,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`, `action:${doc.action}`],
    order: (doc) => `${doc.on} ${doc.id}`,
  }),
  host: define({
    schema: actions.host,
    id: (doc) => doc.id,
    keys: () => ["all"],
    order: (doc) => `${doc.name.toLowerCase()} ${doc.id}`,
  }),
  session: define({
    schema: actions.session,
    id: (doc) => doc.id,
    // Cancelled while people were expected: each is still to be told so in their own case.
    keys: (doc) => ["all", doc.state, ...(doc.state === "cancelled" && doc.codes.length > 0 ? ["toUndo"] : [])],
    order: (doc) => `${doc.from} ${doc.id}`,
  }),
  attempt: define({
    schema: attempt,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${doc.at}`,
  }),
  prescriberTold: define({
    schema: prescriberTold,
    id: (doc) => `${doc.code}.${doc.parcours}.${doc.what}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  endingWords: define({
    schema: endingWords,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  agreement: define({
    schema: agreement,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  rightsRequest: define({
    schema: rightsRequest,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  handover: define({
    schema: handover,
    id: (doc) => doc.id,
    keys: (doc) => [
      `case:${doc.code}`,
      ...(doc.urgent && doc.confirmedIn === null && doc.closed === null ? ["toConfirm"] : []),
    ],
    order: (doc) => `${doc.decidedOn} ${doc.id}`,
  }),
  reminderChoice: define({
    schema: reminders.reminderChoice,
    id: (doc) => doc.memberId,
    keys: () => ["all"],
    order: (doc) => doc.memberId,
  }),
  reminderStop: define({
    schema: reminders.reminderStop,
    id: (doc) => `${doc.memberId}.${doc.code}`,
    keys: (doc) => [`member:${doc.memberId}`, `case:${doc.code}`],
    order: (doc) => doc.code,
  }),
  // As long as the case: what was told once is not told again.
  reminded: define({
    schema: reminders.reminded,
    id: reminders.remindedId,
    keys: (doc) => [`case:${doc.code}`, `shown:${doc.memberId}.${doc.card}.${doc.shownOn}`],
    order: (doc) => `${doc.on} ${doc.code}`,
  }),
  reminderDay: define({
    schema: reminders.reminderDay,
    id: reminders.reminderDayId,
    keys: (doc) => (doc.later === null ? [] : [`later:${doc.memberId}.${doc.card}`]),
    order: (doc) => doc.on,
    ttl: (doc) => (doc.later === null ? THIRTY_DAYS : undefined),
  }),
  caseMove: define({
    schema: caseMove,
    id: (doc) => doc.id,
    keys: (doc) => [
      "all",
      doc.state,
      // Something is still to be done of it, by itself: looked at again until it is over.
      ...(isUnderWay(doc) ? ["underWay"] : []),
      `from:${doc.fromId}`,
      ...(doc.toId === null ? [] : [`to:${doc.toId}`]),
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
    ],
    order: (doc) => `${doc.from} ${doc.id}`,
  }),
  movedCase: define({
    schema: movedCase,
    id: movedCaseId,
    keys: (doc) => [
      `case:${doc.code}`,
      `move:${doc.move}`,
      ...(doc.endedAt === null && doc.what === "absence" ? [`stands:${doc.move}`] : []),
      ...(doc.informed === null ? [`toTell:${doc.move}`] : []),
    ],
    order: (doc) => `${doc.at} ${doc.code}`,
  }),
  importRun: define({
    schema: imports.importRun,
    id: (doc) => doc.id,
    keys: (doc) => ["all", ...(doc.state === "applying" ? ["underWay"] : [])],
    order: (doc) => `${doc.at} ${doc.id}`,
  }),
  importLine: define({
    schema: imports.importLine,
    id: imports.lineId,
    keys: (doc) => [
      `run:${doc.run}`,
      `plan:${doc.run}.${doc.plan}`,
      ...(doc.warnings.length === 0 ? [] : [`warned:${doc.run}`]),
      ...(doc.end === null ? [] : [`end:${doc.run}.${doc.end}`]),
      ...(imports.isTodo(doc) ? [`todo:${doc.run}`] : []),
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
      ...doc.candidates.map((code) => `case:${code}`),
    ],
    order: imports.lineId,
    // What was read of a file goes by itself, done or not.
    ttl: () => SEVEN_DAYS,
  }),
  externalId: define({
    schema: imports.externalId,
    id: (doc) => doc.digest,
    keys: (doc) => [`case:${doc.code}`, `source:${doc.source}`],
    order: (doc) => doc.code,
  }),
  externalMark: define({
    schema: imports.externalMark,
    id: (doc) => doc.digest,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.code,
  }),
  transmission: define({
    schema: transmission,
    id: (doc) => doc.id,
    keys: (doc) => ["all", `case:${doc.code}`],
    order: (doc) => `${doc.at} ${doc.id}`,
  }),
  extraction: define({
    schema: extraction,
    id: (doc) => doc.month,
    keys: (doc) => ["all", ...(doc.doneAt === null ? [] : ["done"])],
    order: (doc) => doc.month,
  }),
  extractionRow: define({
    schema: extractionRow,
    id: (doc) => `${doc.month}.${doc.code}`,
    keys: (doc) => [`case:${doc.code}`, `month:${doc.month}`],
    order: (doc) => doc.code,
  }),
  stagePoint: define({
    schema: stagePoint,
    id: stagePointId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${pad(doc.edition)}`,
  }),
  /** The directory of services: in a store of its own. */
  structure: define({
    schema: storedStructure,
    id: (doc) => `${doc.version}.${doc.id}`,
    keys: (doc) => [`v:${doc.version}`],
    order: (doc) => doc.id,
  }),
  service: define({
    schema: storedService,
    id: (doc) => `${doc.version}.${doc.id}`,
    keys: serviceKeys,
    order: (doc) => doc.id,
  }),
  serviceExtension: define({
    schema: serviceExtension,
    id: (doc) => `${doc.version}.${doc.id}`,
    keys: (doc) => [`v:${doc.version}`],
    order: (doc) => doc.id,
  }),
  directoryVersion: define({
    schema: directoryVersion,
    id: (doc) => doc.version,
    keys: () => ["all"],
    order: (doc) => doc.version,
  }),
  directory: define({ schema: directoryHead, id: () => "head", keys: () => [], order: () => "" }),
  retentionList: define({
    schema: retention.retentionList,
    id: (doc) => doc.month,
    keys: () => ["all"],
    order: (doc) => doc.month,
  }),
  erased: define({
    schema: retention.erased,
    id: (doc) => doc.code,
    keys: (doc) => [
      "all",
      `case:${doc.code}`,
      doc.state,
      ...(doc.againOn === null ? [] : ["again"]),
      ...(doc.esfLeft ? ["esfLeft"] : []),
    ],
    order: (doc) => doc.code,
  }),
  persona: define({ schema: books.persona, id: (doc) => doc.memberId, keys: () => [], order: (doc) => doc.memberId }),
} as const;

type Codecs = typeof codecs;
export type DocumentKind = keyof Codecs;
export type DocumentOf<K extends DocumentKind> = ReturnType<Codecs[K]["read"]>;
export type StoredDocument = { [K in DocumentKind]: DocumentOf<K> }[DocumentKind];

/** By kind, so that a reader's answer has the type of the kind that was asked for. */
export const catalogue: { readonly [K in DocumentKind]: Codec<DocumentOf<K>> } = codecs;

/** What to keep of a document, by its kind. */
export const rowOf = (doc: StoredDocument): Row => catalogue[doc.kind].row(doc);

/** The key of a document in a commit's answer. */
export const documentKey = (kind: DocumentKind, id: string): string => `${kind}:${id}`;
