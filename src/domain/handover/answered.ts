/** What a partner answered. A refusal teaches by its reason; a first appointment that moves is confirmed anew. */
import type { Day } from "../participant/codes.ts";
import type { Handover, RefusalReason } from "./records.ts";
import { lastSending, stateOf } from "./standing.ts";
import { changedLast, dayProblem, no, yes, type Around, type Stepped } from "./steps.ts";

export interface Answered {
  readonly answer: "accepted" | "refused";
  readonly reason: RefusalReason | null;
  readonly words: string;
  readonly on: Day;
  readonly appointmentOn: Day | null;
}

/** What the partner answered; or, once they accepted, the day of the first appointment, given anew where it moved. */
export const answered = (handover: Handover, said: Answered, { today }: Pick<Around, "today">): Stepped => {
  if (handover.closed !== null) return no("notNow");
  if (handover.pausedOn !== null) return no("paused");
  const last = lastSending(handover);
  const state = stateOf(handover);
  if (last === undefined || (state !== "sent" && state !== "accepted")) return no("notNow");
  const day = dayProblem(said.on, last.on, today);
  if (day !== null) return no(day);
  if (said.appointmentOn !== null && said.appointmentOn < last.on) return no("beforeThat");
  const { answer, reason, words, on, appointmentOn } = said;
  const noted = changedLast(handover, {
    ...{ answer, words, answeredOn: on },
    reason: answer === "refused" ? reason : null,
  });
  if (answer === "refused" || appointmentOn === null)
    return yes({ ...noted, appointment: null, held: { byPerson: null, byPartner: null, unreachedOn: null } });
  const moved = handover.appointment?.on !== appointmentOn;
  return yes({
    ...noted,
    appointment: moved ? { on: appointmentOn, givenOn: on } : handover.appointment,
    held: moved ? { byPerson: null, byPartner: null, unreachedOn: null } : handover.held,
  });
};
