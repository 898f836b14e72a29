/** What became of the hand-overs that were decided, and why partners could not receive somebody. Nothing of what the person did or did not do. */
import { REFUSAL_REASONS, type Handover, type Sending } from "../handover/records.ts";
import { heldOn, lastSending } from "../handover/standing.ts";
import type { Pause } from "../participant/clock-facts.ts";
import type { CaseFile } from "../participant/case-file.ts";
import type { Day } from "../participant/codes.ts";
import type { IsWorkingDay } from "../participant/days.ts";
import { runningClock } from "../participant/running-clock.ts";
import { LEAD_KINDS, type LeadKind } from "../suggestion/lead-kinds.ts";
import type { Mark } from "./measures.ts";
import { isFollowed } from "./followed.ts";

/** `inTimeBy`: the last day on which the first appointment is in time, as its milestone says; null: nothing was sent. */
export type PictureHandover = Pick<
  Handover,
  "parcours" | "what" | "decidedOn" | "sendings" | "appointment" | "held" | "closed"
> & { readonly inTimeBy: Day | null };

/** Secured in time, secured later, not yet, or closed without. From best to worst: who has several relays counts for the best of them. */
export const HANDED_OVER = ["inTime", "later", "underWay", "without"] as const;
export type HandedOver = (typeof HANDED_OVER)[number];

/** Who accompanies from there on, or a relay beside the référent. */
const isPartner = (kind: LeadKind): kind is Exclude<LeadKind, "plie"> => kind !== "plie";
export const PARTNER_KINDS = [...LEAD_KINDS.filter(isPartner), "relay"] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];
export const NO_ANSWER = "noAnswer";
export const REFUSED_FOR = [...REFUSAL_REASONS, NO_ANSWER] as const;
export type RefusedFor = (typeof REFUSED_FOR)[number];

/** A structure that was named by hand: what was typed is in no mark. */
export const NOT_LISTED = "x";
const WORD = /^[\p{L}\p{N}._-]{1,100}$/u;

type DatedMark = Mark & { readonly on: Day };

export const handoverInPicture = (
  handover: Handover,
  { pauses }: { readonly pauses: readonly Pick<Pause, "from" | "resumedOn">[] },
  { days, isWorkingDay }: { readonly days: number; readonly isWorkingDay: IsWorkingDay },
): PictureHandover => {
  const { parcours, what, decidedOn, sendings, appointment, held, closed } = handover;
  const sentOn = lastSending(handover)?.on;
  const clock = runningClock(pauses, isWorkingDay);
  const inTimeBy = sentOn === undefined ? null : clock.worked(clock.after(sentOn, days));
  return { parcours, what, decidedOn, sendings, appointment, held, closed, inTimeBy };
};

/** Null: undone by another decision, and nobody was received. */
const outcomeOf = (one: PictureHandover, goesOn: boolean): HandedOver | null => {
  const held = heldOn(one);
  if (held !== null) return one.inTimeBy === null || held <= one.inTimeBy ? "inTime" : "later";
  if (one.closed?.because === "undone") return null;
  return one.closed === null && goesOn ? "underWay" : "without";
};

/** Once for each person, kind and month, for the latest of the best. */
const becameMarks = (handovers: readonly PictureHandover[], head: CaseFile): readonly DatedMark[] => {
  const best = new Map<string, { readonly one: PictureHandover; readonly rank: number }>();
  for (const one of handovers) {
    const outcome = outcomeOf(one, one.parcours === head.parcours && isFollowed(head));
    if (outcome === null) continue;
    const key = `${one.what} ${one.decidedOn.slice(0, 7)}`;
    const rank = HANDED_OVER.indexOf(outcome);
    const known = best.get(key);
    const isBetter = known === undefined || rank < known.rank;
    if (isBetter || (rank === known.rank && one.decidedOn > known.one.decidedOn)) best.set(key, { one, rank });
  }
  return [...best.values()].map(({ one, rank }) => ({
    measure: ["handedOver", one.what, HANDED_OVER[rank] ?? "underWay"],
    ...{ referent: head.referentId, on: one.decidedOn },
  }));
};

const refusalOf = ({ answer, reason }: Sending): RefusedFor | null => {
  if (answer === "refused") return reason ?? "other";
  return answer === "expired" ? NO_ANSWER : null;
};

const refusalMarks = (handovers: readonly PictureHandover[], { referentId }: CaseFile): readonly DatedMark[] =>
  handovers
    .flatMap(({ sendings }) => sendings)
    .flatMap((sending): readonly DatedMark[] => {
      const reason = refusalOf(sending);
      const { to, answeredOn: on } = sending;
      if (reason === null || on === null) return [];
      const service = to.service !== null && WORD.test(to.service) ? to.service : NOT_LISTED;
      return [
        { measure: ["refused", to.lead ?? "relay", reason], referent: referentId, on },
        { measure: ["refusedBy", service], referent: referentId, on },
      ];
    });

export const handoverMarks = (handovers: readonly PictureHandover[], head: CaseFile): readonly DatedMark[] => [
  ...becameMarks(handovers, head),
  ...refusalMarks(handovers, head),
];
