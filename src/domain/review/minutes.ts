/**
 * The minutes of a sitting, frozen when it closes: codes, counts, dates, and the names of colleagues. The words (question, reasons, what follows) stay
 * in the snapshot and the decision they were written in, so that what is withdrawn there is not read here either. Nothing says who the person is.
 */
import { z } from "zod";
import { day, instant } from "../participant/codes.ts";
import { situationFacts, type SituationFacts } from "../suggestion/facts.ts";
import { asideReason } from "../suggestion/stored-lead.ts";
import { leadKind } from "../suggestion/lead-kinds.ts";
import { cellId, reviewId, type ReviewId } from "./codes.ts";
import { destination, exitProof, REVIEW_OUTCOMES, reviewOutcome } from "./outcomes.ts";
import {
  adjournReason,
  type Meeting,
  type Opinion,
  type Review,
  type ReviewDecision,
  withdrawReason,
} from "./records.ts";
import { adjournedIn } from "./sitting.ts";

const count = z.number().int().nonnegative();

const opinionCount = z.strictObject({ outcome: reviewOutcome, to: leadKind.nullable(), count });
export type OpinionCount = z.infer<typeof opinionCount>;

const toDo = z.discriminatedUnion("what", [
  /** The letter to the person. */
  z.strictObject({ what: z.literal("letter"), who: z.string(), by: day }),
  /** The diagnostic is completed, and the case comes back. */
  z.strictObject({ what: z.literal("complete"), who: z.string(), by: day }),
  z.strictObject({ what: z.literal("relays"), who: z.string() }),
  z.strictObject({ what: z.literal("handOver"), who: z.string() }),
  /** Studied again at the next sitting, when its date is known. */
  z.strictObject({ what: z.literal("again"), on: day.nullable() }),
]);
export type ToDo = z.infer<typeof toDo>;

const decided = z.strictObject({
  outcome: reviewOutcome,
  /** The service by its name; null: still to be chosen. */
  to: z.strictObject({ lead: destination.shape.lead, service: z.string().nullable() }).nullable(),
  /** A reorientation of someone on RSA is a proposal to the body that refers them; null: the cell decides. */
  referred: z.strictObject({ body: situationFacts.shape.referringBody }).nullable(),
  departs: asideReason.nullable(),
  proofs: z.array(exitProof),
  on: day,
  by: z.string(),
  secondUntil: day.nullable(),
});

const minutesCase = z.strictObject({
  review: reviewId,
  study: z.number().int().positive(),
  track: z.enum(["short", "full"]),
  referent: z.string(),
  state: z.enum(["decided", "adjourned", "withdrawn", "waiting"]),
  adjourned: adjournReason.nullable(),
  withdrawn: withdrawReason.nullable(),
  /** By outcome and kind of lead, once revealed. */
  opinions: z.array(opinionCount),
  /** How many were given, revealed or not. */
  given: count,
  revealed: z.boolean(),
  decided: decided.nullable(),
  toDo: z.array(toDo),
  /** Seconds; null: not taken in this sitting. */
  spent: count.nullable(),
});
export type MinutesCase = z.infer<typeof minutesCase>;

export const minutesModel = z.strictObject({
  cell: cellId,
  on: day,
  plie: z.string(),
  frameworkVersion: z.string(),
  openedAt: instant,
  closedAt: instant,
  ledBy: z.string(),
  secretary: z.string().nullable(),
  quorum: count,
  attendance: z.array(z.strictObject({ name: z.string(), present: z.boolean() })),
  /** In the order of the sitting. */
  cases: z.array(minutesCase),
  /** Decided since the last minutes, outside a sitting: in the short circuit, or between two. */
  told: z.array(minutesCase),
});
export type MinutesModel = z.infer<typeof minutesModel>;

/** What is read of one case. */
export interface ToldCase {
  readonly review: Review;
  readonly opinions: readonly Opinion[];
  readonly decision: ReviewDecision | undefined;
  /** Name of the service that the decision leads to; null: none was chosen, or it is not known any more. */
  readonly service: string | null;
  readonly facts: Pick<SituationFacts, "rsa" | "referringBody">;
}

interface Around {
  readonly nameOf: (id: string) => string;
  /** The next date of the cell; null: not known. */
  readonly next: string | null;
  /** A diagnostic to complete comes back within so many days of its decision. */
  readonly completeBy: (decidedOn: string) => string;
}

const rank = ({ outcome }: OpinionCount): number => REVIEW_OUTCOMES.indexOf(outcome);

/** « Poursuite : 3, Réorientation vers la mission locale : 1 », the most frequent first. */
export const countedOpinions = (opinions: readonly Pick<Opinion, "outcome" | "to">[]): readonly OpinionCount[] => {
  const counts = new Map<string, OpinionCount>();
  for (const { outcome, to } of opinions) {
    const lead = to?.lead ?? null;
    const key = `${outcome} ${lead ?? ""}`;
    counts.set(key, { outcome, to: lead, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count || rank(one) - rank(other));
};

const toDoOf = ({ review, decision }: ToldCase, state: MinutesCase["state"], around: Around): ToDo[] => {
  const who = around.nameOf(review.referentId);
  if (state === "adjourned" || state === "waiting") return [{ what: "again", on: around.next }];
  if (decision === undefined || decision.outcome === "practice") return [];
  const after: Partial<Record<ReviewDecision["outcome"], ToDo>> = {
    stayWithRelays: { what: "relays", who },
    reorient: { what: "handOver", who },
    toComplete: { what: "complete", who, by: around.completeBy(decision.on) },
  };
  const own = after[decision.outcome];
  return [{ what: "letter", who, by: decision.letterDueOn }, ...(own === undefined ? [] : [own])];
};

const stateOf = (review: Review, meeting: Pick<Meeting, "openedAt">): MinutesCase["state"] => {
  if (review.state === "decided" || review.state === "withdrawn") return review.state;
  return adjournedIn(review, meeting) ? "adjourned" : "waiting";
};

const decidedOf = ({ decision, service, facts }: ToldCase, nameOf: Around["nameOf"]): MinutesCase["decided"] => {
  if (decision === undefined) return null;
  const { outcome, to, departs, proofs, on, by, secondUntil } = decision;
  return {
    ...{ outcome, departs, proofs, on, secondUntil, by: nameOf(by) },
    to: to === null ? null : { lead: to.lead, service },
    referred: outcome === "reorient" && facts.rsa === "yes" ? { body: facts.referringBody } : null,
  };
};

export const minutesCaseOf = (
  told: ToldCase,
  meeting: Pick<Meeting, "openedAt" | "spent">,
  around: Around,
): MinutesCase => {
  const { review, opinions } = told;
  const state = stateOf(review, meeting);
  return {
    review: review.id,
    study: review.study,
    track: review.track,
    referent: around.nameOf(review.referentId),
    state,
    adjourned: state === "adjourned" ? (review.adjourned?.because ?? null) : null,
    withdrawn: state === "withdrawn" ? (review.withdrawn?.because ?? null) : null,
    opinions: review.revealed === null ? [] : [...countedOpinions(opinions)],
    given: review.givers.length,
    revealed: review.revealed !== null,
    decided: state === "decided" ? decidedOf(told, around.nameOf) : null,
    toDo: toDoOf(told, state, around),
    spent: meeting.spent[review.id] ?? null,
  };
};

export interface ToMinute extends Around {
  /** As it is once closed. */
  readonly meeting: Meeting;
  readonly closedAt: string;
  readonly plie: string;
  readonly frameworkVersion: string;
  readonly quorum: number;
  readonly members: readonly { readonly aadObjectId: string; readonly name: string }[];
  readonly cases: readonly ToldCase[];
  readonly told: readonly ToldCase[];
}

/** Everyone of the cell, and whoever else was marked present. */
const attendanceOf = ({ members, meeting, nameOf }: ToMinute): MinutesModel["attendance"] => {
  const others = meeting.present.filter((id) => !members.some(({ aadObjectId }) => aadObjectId === id));
  return [
    ...members.map(({ aadObjectId, name }) => ({ name, present: meeting.present.includes(aadObjectId) })),
    ...others.map((id) => ({ name: nameOf(id), present: true })),
  ].sort((one, other) => one.name.localeCompare(other.name, "fr"));
};

export const minutesOf = (about: ToMinute): MinutesModel => {
  const { meeting, nameOf } = about;
  return {
    cell: meeting.cell,
    on: meeting.on,
    plie: about.plie,
    frameworkVersion: about.frameworkVersion,
    openedAt: meeting.openedAt,
    closedAt: about.closedAt,
    ledBy: nameOf(meeting.closed?.by ?? meeting.openedBy),
    secretary: meeting.secretaryId === null ? null : nameOf(meeting.secretaryId),
    quorum: about.quorum,
    attendance: attendanceOf(about),
    cases: about.cases.map((told) => minutesCaseOf(told, meeting, about)),
    told: about.told.map((told) => minutesCaseOf(told, meeting, about)),
  };
};

/** The words of a case, read where they were written. `withdrawn`: erased with health, at the person's request. */
export interface MinutesTexts {
  readonly question: string;
  readonly reasons: string;
  readonly next: string;
  readonly withdrawn: boolean;
}
/** What is printed: the frozen minutes, with the words of each case by « review.study ». */
export interface PrintedMinutes {
  readonly model: MinutesModel;
  readonly texts: ReadonlyMap<string, MinutesTexts>;
}

export const casesOf = ({
  cases,
  told,
}: MinutesModel): readonly { readonly review: ReviewId; readonly study: number }[] => [...cases, ...told];
