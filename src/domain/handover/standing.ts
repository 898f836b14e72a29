/** Where a hand-over stands, derived from what is recorded of it; and what the head of the case keeps of it for the clock. */
import type { HandoverClock } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import type { Handover, Sending } from "./records.ts";

export type HandoverState =
  /** Before a sending: the sheet, the agreement, the referring body. */
  | "preparing"
  | "sent"
  /** Refused, or without an answer: the next destination is to be tried. */
  | "refused"
  | "accepted"
  | "secured"
  | "followed"
  | "closed";

export const lastSending = ({ sendings }: Pick<Handover, "sendings">): Sending | undefined => sendings.at(-1);

/** The first appointment was held: the person says so, and the partner. The day of the appointment. */
export const heldOn = ({ appointment, held }: Pick<Handover, "appointment" | "held">): Day | null =>
  appointment !== null && held.byPerson !== null && held.byPartner !== null ? appointment.on : null;

/** The person says so, and the partner cannot be reached: noted, and not secured. */
export const byPersonOnly = ({ held }: Pick<Handover, "held">): boolean =>
  held.byPerson !== null && held.byPartner === null && held.unreachedOn !== null;

/** The sending that runs now: one that was refused, or had no answer, is behind as soon as another destination is chosen. */
const running = (handover: Handover): Sending | undefined => {
  const last = lastSending(handover);
  if (last === undefined || last.answer === "accepted" || last.answer === null) return last;
  return undefined;
};

export const stateOf = (handover: Handover): HandoverState => {
  if (handover.closed !== null) return handover.closed.because === "followed" ? "followed" : "closed";
  if (heldOn(handover) !== null) return "secured";
  const last = lastSending(handover);
  if (last === undefined) return "preparing";
  if (last.answer === null) return "sent";
  if (last.answer === "accepted") return "accepted";
  return handover.behind === handover.sendings.length ? "preparing" : "refused";
};

/** What follows a sending that led nowhere: the other destination is due at once, then to be sent within the days of a first sending. */
const afterRefusal = (handover: Handover): Pick<HandoverClock, "refusedOn" | "nextSince"> => {
  const last = lastSending(handover);
  if (last === undefined || running(handover) !== undefined) return { refusedOn: null, nextSince: null };
  const isBehind = handover.behind === handover.sendings.length;
  return { refusedOn: isBehind ? null : last.answeredOn, nextSince: isBehind ? last.answeredOn : null };
};

/** The one function from a hand-over to what the head of the case says of it: both are written in the same batch. */
export const clockOf = (handover: Handover): HandoverClock => {
  const { id, what, urgent, decidedOn, appointment, followed, closed, pausedOn } = handover;
  const now = running(handover);
  return {
    ...{ id, kind: what, urgent, decidedOn, pausedOn },
    sentOn: now?.on ?? null,
    remindedOn: now?.remindedOn ?? null,
    calledOn: now?.calledOn ?? null,
    acceptedOn: now?.answer === "accepted" ? now.answeredOn : null,
    ...afterRefusal(handover),
    appointmentOn: appointment?.on ?? null,
    heldOn: heldOn(handover),
    followedOn: followed?.on ?? null,
    closedOn: closed?.on ?? null,
  };
};
