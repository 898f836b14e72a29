/**
 * What is kept of a collegial review. Free text lives in the snapshot, the opinions, the decision and the minutes only; everything else holds ids,
 * codes and dates.
 */
import { z } from "zod";
import { findingFields } from "../diagnostic/assessment.ts";
import { domainId } from "../framework/schema.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { ANSWERED_BY } from "../suggestion/lead.ts";
import { leadKind } from "../suggestion/lead-kinds.ts";
import { asideReason, recommendationChoice } from "../suggestion/stored-lead.ts";
import { cellId, meetingId, reviewId } from "./codes.ts";
import { destination, exitProof, reviewOutcome } from "./outcomes.ts";

const v1 = { schemaVersion: z.literal(1) };
const study = z.number().int().positive();

/**
 * `submitted` waits for its cell; `underReview` once an opinion was given or a sitting took it; `adjourned` waits for another sitting, opinions
 * kept; `decided`, `withdrawn` are behind it. A reopened review is `submitted` again with its next study.
 */
export const REVIEW_STATES = ["submitted", "underReview", "adjourned", "decided", "withdrawn"] as const;
export const reviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof reviewState>;

/** Why a case takes the full study; none: the short circuit. */
export const FULL_REASONS = [
  "wayOut",
  "disagreement",
  "fragile",
  "noLead",
  "urgent",
  "onRequest",
  "drawn",
  "otherCell",
  "secondStudy",
] as const;
export const fullReason = z.enum(FULL_REASONS);
export type FullReason = z.infer<typeof fullReason>;

export const ADJOURN_REASONS = ["quorum", "personAbsent", "referentAbsent", "toInform", "noTime", "other"] as const;
export const adjournReason = z.enum(ADJOURN_REASONS);
export const WITHDRAW_REASONS = ["notReady", "situationChanged", "personsRequest", "error", "other"] as const;
export const withdrawReason = z.enum(WITHDRAW_REASONS);
export const REOPEN_REASONS = ["newInformation", "infoCorrected", "routeFailed", "personsRequest", "other"] as const;
export const reopenReason = z.enum(REOPEN_REASONS);

const marked = <R extends z.ZodType>(because: R) => z.strictObject({ because, by: memberId, at: instant }).nullable();

/** A case put to a cell. Its version is what closes opinions: each of them replaces it. */
export const review = z.strictObject({
  kind: z.literal("review"),
  ...v1,
  id: reviewId,
  code: participantCode,
  parcours: z.number().int().positive(),
  /** The assessment round whose diagnostic was frozen. */
  round: z.number().int().nonnegative(),
  cell: cellId,
  /** `short`: the chargé de projet decides alone, and the next cell reads it in its list. */
  track: z.enum(["short", "full"]),
  fullBecause: z.array(fullReason).max(FULL_REASONS.length),
  state: reviewState,
  /** Counts the snapshots: a reopened review is studied again from what is known then. */
  study,
  referentId: memberId,
  /** Whoever stands in for the référent has no vote either. */
  substituteId: memberId.nullable().default(null),
  submittedBy: memberId,
  submittedAt: instant,
  /** The decision of the first phase is due then; null outside it. */
  dueOn: day.nullable(),
  /** Who gave an opinion in this study. */
  givers: z.array(memberId).max(500),
  revealed: z.strictObject({ by: memberId, at: instant }).nullable(),
  decided: z
    .strictObject({
      outcome: reviewOutcome,
      to: destination.nullable(),
      departs: asideReason.nullable(),
      /** Same outcome and kind as the lead or an equivalent; null where the snapshot holds no lead to compare with. */
      concordant: z.boolean().nullable(),
      on: day,
      by: memberId,
      at: instant,
    })
    .nullable(),
  adjourned: marked(adjournReason),
  withdrawn: marked(withdrawReason),
  reopened: marked(reopenReason),
  /** A second study, asked by the person: whoever gave an opinion on the first or decided it stands aside. */
  second: z.strictObject({ of: reviewId, barred: z.array(memberId).max(501) }).nullable(),
  /** The second study that the person asked for. */
  secondedBy: reviewId.nullable(),
  /** The sitting whose minutes tell it; null: not told yet. */
  toldIn: meetingId.nullable(),
});
export type Review = z.infer<typeof review>;

/** A finding as the cell saw it. */
export const frozenFinding = z.strictObject(findingFields);
export type FrozenFinding = z.infer<typeof frozenFinding>;

/** What the method pointed to, in codes. The whole of it is the stored lead. */
export const frozenLead = z.strictObject({
  /** The stored lead: inputs, versions, services. */
  id: z.string(),
  first: leadKind.nullable(),
  equivalents: z.array(leadKind),
  toDiscuss: z.boolean(),
  outcome: z.enum(["stay", "stayWithRelays", "reorient", "toComplete"]),
  solid: z.boolean().nullable(),
  relays: z.number().int().nonnegative(),
  steps: z.number().int().nonnegative(),
  unmet: z.array(z.strictObject({ domain: domainId, by: z.enum(ANSWERED_BY) })),
});

export const AGE_BANDS = ["under26", "26to29", "30to44", "45to54", "55up", "unknown"] as const;
export const ageBand = z.enum(AGE_BANDS);
export type AgeBand = z.infer<typeof ageBand>;

/** What the cell saw, frozen when it was submitted: what it saw is what is kept. Health leaves it when the person withdraws their agreement. */
export const snapshot = z.strictObject({
  kind: z.literal("snapshot"),
  ...v1,
  review: reviewId,
  study,
  code: participantCode,
  cell: cellId,
  at: instant,
  by: memberId,
  frameworkVersion: z.string(),
  /** The only free text that a channel shows: checked against what is recorded of the person. */
  question: z.string(),
  recommendation: z
    .strictObject({ choice: recommendationChoice, why: z.string(), by: memberId, at: instant })
    .nullable(),
  lead: frozenLead.nullable(),
  personView: z
    .strictObject({
      agreement: z.enum(["agrees", "partly", "disagrees"]),
      words: z.string(),
      heard: z.boolean(),
      on: day,
      by: memberId,
    })
    .nullable(),
  ageBand,
  /** The group of communes; null where fewer people than allowed live there: *non précisé*. */
  communeGroup: z.string().nullable(),
  findings: z.partialRecord(domainId, frozenFinding),
  addressed: z.number().int().nonnegative(),
  provisional: z.boolean(),
  urgentOpen: z.boolean(),
  /** True once health was removed at the person's request. */
  withdrawn: z.boolean(),
});
export type Snapshot = z.infer<typeof snapshot>;

/** One member's view on one study; the last one stands. */
export const opinion = z.strictObject({
  kind: z.literal("opinion"),
  ...v1,
  review: reviewId,
  study,
  code: participantCode,
  memberId,
  outcome: reviewOutcome,
  to: destination.nullable(),
  why: z.string(),
  next: z.string(),
  /** The secretary who noted it in the sitting; null: the member themself. */
  notedBy: memberId.nullable(),
  at: instant,
});
export type Opinion = z.infer<typeof opinion>;

/** What was decided, in words that the person can read. */
export const reviewDecision = z.strictObject({
  kind: z.literal("reviewDecision"),
  ...v1,
  review: reviewId,
  study,
  code: participantCode,
  outcome: reviewOutcome,
  to: destination.nullable(),
  reasons: z.string(),
  departs: asideReason.nullable(),
  proofs: z.array(exitProof).max(10),
  next: z.string(),
  by: memberId,
  at: instant,
  on: day,
  /** The letter to the person is due then. */
  letterDueOn: day,
  /** The person may ask for a second study until then. */
  secondUntil: day.nullable(),
});
export type ReviewDecision = z.infer<typeof reviewDecision>;

/** One sitting of a cell. */
export const meeting = z.strictObject({
  kind: z.literal("meeting"),
  ...v1,
  cell: cellId,
  on: day,
  state: z.enum(["open", "closed"]),
  openedBy: memberId,
  openedAt: instant,
  /** Notes the opinions of those who have no device. */
  secretaryId: memberId.nullable(),
  /** The agenda, in the order of the sitting. */
  order: z.array(reviewId).max(60),
  current: reviewId.nullable(),
  /** When the current case was taken. */
  currentSince: instant.nullable(),
  /** How long each case took, in seconds, once left. */
  spent: z.record(reviewId, z.number().int().nonnegative()),
  present: z.array(memberId).max(500),
  closed: z.strictObject({ by: memberId, at: instant }).nullable(),
});
export type Meeting = z.infer<typeof meeting>;

/** The minutes of a closed sitting, frozen: the model of the document, as JSON. */
export const minutes = z.strictObject({
  kind: z.literal("minutes"),
  ...v1,
  meeting: meetingId,
  model: z.string(),
  by: memberId,
  at: instant,
});
export type Minutes = z.infer<typeof minutes>;

/** The channel that a cell works in, and who is there. Names are those of members of the channel, never of participants. */
export const cellLink = z.strictObject({
  kind: z.literal("cellLink"),
  ...v1,
  cell: cellId,
  channelId: z.string(),
  teamId: z.string().nullable(),
  tenantId: z.string(),
  serviceUrl: z.string(),
  linkedBy: memberId,
  linkedAt: instant,
  /** `toConfirm`: people of the channel are not in the team file, nothing is posted until a chargé de projet says that it is well so. */
  state: z.enum(["toConfirm", "linked", "gone", "botRemoved"]),
  /** In the channel and not in the team file. */
  outsiders: z.array(z.strictObject({ objectId: z.string().nullable(), name: z.string() })).max(500),
  /** The outsiders that a chargé de projet saw and accepted, by a digest of them. */
  accepted: z.string().nullable(),
  /** The `29:` ids of the members of the team file, as the roster gives them: for the refresh of cards. */
  roster: z.array(z.strictObject({ memberId, userId: z.string() })).max(500),
  checkedOn: day.nullable(),
});
export type CellLink = z.infer<typeof cellLink>;

export const POST_STATES = ["wanted", "posted", "unknown", "seen", "refused", "lost"] as const;
/**
 * The one card of a review in the channel. `unknown`: it left and no clear answer came back; `seen`: a person says that it is there, its place is not
 * known yet; `lost`: the channel or the message is gone, posted again once the cell is linked anew.
 */
export const reviewPost = z.strictObject({
  kind: z.literal("reviewPost"),
  ...v1,
  review: reviewId,
  cell: cellId,
  code: participantCode,
  /** Travels in the card: any refresh or click says that it exists, and where. A card posted again has another one. */
  key: z.string(),
  channelId: z.string(),
  /** The thread, `19:…;messageid=…`; null while not known. */
  conversationId: z.string().nullable(),
  activityId: z.string().nullable(),
  state: z.enum(POST_STATES),
  reason: z.string().nullable(),
  at: instant,
  /** When its last replacement was sent. */
  editedAt: instant.nullable(),
  /** Members who last answered, latest first: whom the refresh serves when they are more than sixty. */
  responders: z.array(memberId).max(60),
});
export type ReviewPost = z.infer<typeof reviewPost>;

/** A sending that a person has to look at: of unknown outcome, or refused by Teams. Stays until someone acts. */
export const sendTrouble = z.strictObject({
  kind: z.literal("sendTrouble"),
  ...v1,
  /** The outbox entry. */
  entry: z.string(),
  what: z.enum(["post", "edit", "message"]),
  review: reviewId.nullable(),
  cell: cellId.nullable(),
  /** Whose chat it was for; null: a channel. */
  memberId: memberId.nullable(),
  reason: z.string(),
  at: instant,
  /** When the chargé de projet was asked; null: not yet. */
  askedAt: instant.nullable(),
  settled: z.strictObject({ how: z.enum(["seen", "appears", "again", "done"]), by: memberId, at: instant }).nullable(),
});
export type SendTrouble = z.infer<typeof sendTrouble>;
