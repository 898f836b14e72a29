/** What a command writes beside the case itself. Holds ids, codes, levels and dates; never a name, a birth date or free text (drafts excepted). */
import { z } from "zod";
import { typedInputs } from "../diagnostic/assessment.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { reviewId } from "../review/codes.ts";
import { caseStatus } from "../participant/case-file.ts";
import { DUE_AT_MOST, MILESTONES } from "../participant/milestones.ts";

const v1 = { schemaVersion: z.literal(1) };

/** What was typed in a form that has no assessment of its own (new person, entry, overview, identity…), or a version refused by a conflict. */
export const draft = z.strictObject({
  kind: z.literal("draft"),
  ...v1,
  /** `<form>.<member>` for a new person, `<form>.<code>…` otherwise. */
  id: z.string(),
  form: z.string(),
  code: participantCode.nullable(),
  /** True where the draft may hold what was typed about health: erased when the agreement is withdrawn. */
  aboutHealth: z.boolean(),
  inputs: typedInputs,
  by: memberId,
  at: instant,
});
export type Draft = z.infer<typeof draft>;

/** The screen that answers, as a reference that is read again when shown: never a card. Parsed by the room that shows it. */
export const screenRef = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type ScreenRef = z.infer<typeof screenRef>;

/** A delivery already handled: the same activity again gets the stored outcome. Lives seven days. */
export const seenDelivery = z.strictObject({
  kind: z.literal("seen"),
  ...v1,
  id: z.string(),
  at: instant,
  screen: screenRef,
});
export type SeenDelivery = z.infer<typeof seenDelivery>;

/** The last click of a member on a message: the same verb and inputs again get the same outcome. Lives seven days. */
export const lastClick = z.strictObject({
  kind: z.literal("click"),
  ...v1,
  id: z.string(),
  hash: z.string(),
  at: instant,
  screen: screenRef,
});
export type LastClick = z.infer<typeof lastClick>;

export const OUTBOX_STATES = ["pending", "sending", "sent", "aside"] as const;
/**
 * Something to send to Teams. `message` is a new one; `update` replaces the message whose button was pressed, while it is fresh;
 * `erase` replaces one whose words are not to be read any more, for a week; `post` opens the thread of a review in its channel, once; `edit` brings
 * that card up to date, whenever it can be.
 */
export const outboxEntry = z.strictObject({
  kind: z.literal("outbox"),
  ...v1,
  id: z.string(),
  state: z.enum(OUTBOX_STATES),
  what: z.enum(["message", "update", "erase", "post", "edit"]),
  /** Whose chat it goes to; for a channel, on whose behalf. */
  memberId,
  /** For `post` and `edit`, the channel: the thread is read from the post when it is sent. */
  conversationId: z.string(),
  activityId: z.string().nullable(),
  code: participantCode.nullable(),
  /** The review that it is about: what becomes of it is then told to a person when it is not clear. */
  review: reviewId.nullable().default(null),
  screen: screenRef,
  createdAt: instant,
  /** Not before this instant; while `sending`, the end of the claim. */
  notBefore: instant,
  attempts: z.number().int().nonnegative(),
  /** Why it was set aside, or the last failure: a code. */
  reason: z.string().nullable(),
  sentActivityId: z.string().nullable(),
});
export type OutboxEntry = z.infer<typeof outboxEntry>;

/** The conversation whose limits and order count: a thread is its channel. */
export const laneOf = (conversationId: string): string => conversationId.split(";messageid=", 1)[0] ?? conversationId;

/**
 * One conversation that is sent to; the threads of a channel are one. Replaced with each claim, so that only one thing is on its way to it at a
 * time, and what it took is known to every instance. Lives as long as its longest limit looks back.
 */
export const lane = z.strictObject({
  kind: z.literal("lane"),
  ...v1,
  id: z.string(),
  /** What is on its way; after `until`, whoever was sending it has died. */
  sending: z.strictObject({ entry: z.string(), until: instant }).nullable(),
  /** When the latest sends ended, oldest first, and how many ended in each slice of time: in milliseconds. */
  recent: z.array(z.number().nonnegative()).max(100),
  slices: z.array(z.tuple([z.number().nonnegative(), z.number().int().positive()])).max(130),
  /** When the card of each review was last replaced. */
  edited: z.array(z.tuple([reviewId, z.number().nonnegative()])).max(100),
  /** Teams asked to wait until then. */
  notBefore: instant.nullable(),
});
export type Lane = z.infer<typeof lane>;

/** How the instances share what the tenant allows: each has its part until then, unless it renews it. */
export const sendShare = z.strictObject({
  kind: z.literal("sendShare"),
  ...v1,
  parts: z
    .array(
      z.strictObject({
        instance: z.string(),
        tokens: z.number().int().nonnegative(),
        wants: z.boolean(),
        until: instant,
      }),
    )
    .max(100),
});
export type SendShare = z.infer<typeof sendShare>;

/** One link of an audit chain: who did what to which case, when. `hash` covers every other field. */
export const auditEntry = z.strictObject({
  kind: z.literal("audit"),
  ...v1,
  /** `case.<code>` or `member.<id>`. */
  chain: z.string(),
  seq: z.number().int().positive(),
  at: instant,
  by: memberId,
  /** The member whose part was played, in local mode; null otherwise. */
  playedBy: memberId.nullable(),
  act: z.string(),
  code: participantCode.nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditChain = z.strictObject({
  kind: z.literal("chain"),
  ...v1,
  chain: z.string(),
  seq: z.number().int().nonnegative(),
  hash: z.string(),
  at: instant,
});
export type AuditChain = z.infer<typeof auditChain>;

/** The daily seal: Merkle root of the chains touched since the previous one, chained to it. Also written to the log. */
export const auditSeal = z.strictObject({
  kind: z.literal("seal"),
  ...v1,
  /** The number of the seal, from 1. */
  seq: z.number().int().positive(),
  /** Covers entries from `since` (inclusive) to `until` (exclusive). */
  since: instant,
  until: instant,
  chains: z.number().int().nonnegative(),
  root: z.string(),
  previous: z.string(),
  hash: z.string(),
});
export type AuditSeal = z.infer<typeof auditSeal>;

/** What happened to a case, for the dashboards to count later: id = code + edition, so that it counts once. */
export const caseEvent = z.strictObject({
  kind: z.literal("event"),
  ...v1,
  code: participantCode,
  edition: z.number().int().nonnegative(),
  at: instant,
  by: memberId,
  what: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type CaseEvent = z.infer<typeof caseEvent>;

/** Counts codes per year: never reused. */
export const sequence = z.strictObject({
  kind: z.literal("sequence"),
  ...v1,
  id: z.string(),
  last: z.number().int().nonnegative(),
});
export type Sequence = z.infer<typeof sequence>;

/** Where a member can be reached in their own chat. */
export const conversation = z.strictObject({
  kind: z.literal("conversation"),
  ...v1,
  memberId,
  tenantId: z.string().nullable(),
  userId: z.string(),
  botId: z.string(),
  conversationId: z.string(),
  serviceUrl: z.string(),
  /** The code of the refusal once the chat refused our messages; null while it works. */
  refused: z.string().nullable(),
  at: instant,
});
export type Conversation = z.infer<typeof conversation>;

/** A card or message about a person that was sent: lives as long as the case, so that it can be withdrawn. */
export const NAMED_AT_MOST = 200;
export const postedMessage = z.strictObject({
  kind: z.literal("posted"),
  ...v1,
  memberId,
  conversationId: z.string(),
  activityId: z.string(),
  /** Whom it is about; null: a list. */
  code: participantCode.nullable(),
  /** Whom else it names. */
  names: z.array(participantCode).max(NAMED_AT_MOST).default([]),
  at: instant,
});
export type PostedMessage = z.infer<typeof postedMessage>;

/** One row a list or the milestones read, derived from the case: codes, states and dates. */
export const caseSummary = z.strictObject({
  kind: z.literal("summary"),
  ...v1,
  code: participantCode,
  parcours: z.number().int().positive(),
  referentId: memberId,
  /** Who stands in for the référent today. */
  substituteId: memberId.nullable().default(null),
  status: caseStatus,
  round: z.number().int().nonnegative().nullable(),
  addressed: z.number().int().nonnegative(),
  /** Milestones still to meet, soonest first. */
  due: z.array(z.strictObject({ milestone: z.enum(MILESTONES), on: day })).max(DUE_AT_MOST),
  /** The cell is aimed at without a date that the PLIE announced: its chargé de projet is told. */
  noCellDate: z.boolean().default(false),
  lastContactOn: day.nullable(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

/** A framework as it stood at a start: the same version with other content is refused. */
export const storedFramework = z.strictObject({
  kind: z.literal("framework"),
  ...v1,
  version: z.string(),
  sha256: z.string(),
  /** The JSON text of the file. */
  text: z.string(),
  at: instant,
});
export type StoredFramework = z.infer<typeof storedFramework>;

/** A versioned file of the PLIE as it stood at a start: the same name and version with other content is refused. */
export const storedPaper = z.strictObject({
  kind: z.literal("paper"),
  ...v1,
  name: z.string(),
  version: z.string(),
  sha256: z.string(),
  /** The JSON text of the file. */
  text: z.string(),
  at: instant,
});

/** What a store remembers of itself. */
export const storeFacts = z.strictObject({
  kind: z.literal("facts"),
  ...v1,
  auth: z.enum(["local", "entra"]),
  demoSeeded: z.boolean(),
  at: instant,
});
export type StoreFacts = z.infer<typeof storeFacts>;

/** In local mode, the member whose part a person plays. */
export const persona = z.strictObject({ kind: z.literal("persona"), ...v1, memberId, plays: memberId, at: instant });
export type Persona = z.infer<typeof persona>;
