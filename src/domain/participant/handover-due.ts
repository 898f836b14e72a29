/** *Passage de relais*: what is due from the decision to the day when the partner is known to accompany the person (method §6). */
import type { Framework } from "../framework/schema.ts";
import type { HandoverClock } from "./clock-facts.ts";
import type { Milestone } from "./milestone-facts.ts";
import type { MilestoneId } from "./milestone-ids.ts";
import type { RunningClock } from "./running-clock.ts";

type Delays = Framework["milestones"];

/** *Passage urgent*: relays within two working days, whatever a PLIE counts for the others (method §6). */
const URGENT_WORKING_DAYS = 2;

const awaited = (of: HandoverClock, sentOn: string, delays: Delays, clock: RunningClock): readonly Milestone[] => {
  const within = (milestone: MilestoneId, days: number): Milestone => ({
    milestone,
    on: clock.worked(clock.after(sentOn, days)),
  });
  const { acceptedOn, remindedOn, calledOn, appointmentOn, kind } = of;
  const isAnswered = acceptedOn !== null;
  const appointment: Milestone =
    appointmentOn === null
      ? within("handoverAppointment", delays.handoverAppointmentDays)
      : { milestone: "handoverAppointment", on: clock.worked(appointmentOn) };
  if (isAnswered) return [appointment];
  const reminder =
    remindedOn === null && calledOn === null ? [within("handoverReminder", delays.handoverReminderDays)] : [];
  // A relay beside the référent: the same path, lighter.
  if (kind === "relay") return [...reminder, appointment];
  const call = calledOn === null ? [within("handoverCall", delays.handoverCallDays)] : [];
  return [...reminder, ...call, within("handoverFallback", delays.handoverFallbackDays), appointment];
};

const dueOf = (of: HandoverClock, delays: Delays, clock: RunningClock): readonly Milestone[] => {
  if (of.closedOn !== null || of.pausedOn !== null) return [];
  if (of.heldOn !== null) {
    const on = clock.worked(clock.after(of.heldOn, delays.handoverFollowDays));
    return of.kind === "relay" || of.followedOn !== null ? [] : [{ milestone: "handoverFollow", on }];
  }
  if (of.sentOn !== null) return awaited(of, of.sentOn, delays, clock);
  if (of.refusedOn !== null) return [{ milestone: "handoverFallback", on: clock.worked(of.refusedOn) }];
  const since = of.nextSince ?? of.decidedOn;
  const days = of.urgent ? URGENT_WORKING_DAYS : delays.handoverSendWorkingDays;
  return [{ milestone: "handoverSend", on: clock.workedAfter(since, days) }];
};

/** Of several hand-overs, the soonest of each milestone. */
export const handoversDue = (
  handovers: readonly HandoverClock[],
  delays: Delays,
  clock: RunningClock,
): readonly Milestone[] => {
  const soonest = new Map<MilestoneId, Milestone>();
  for (const due of handovers.flatMap((of) => dueOf(of, delays, clock))) {
    const known = soonest.get(due.milestone);
    if (known === undefined || due.on < known.on) soonest.set(due.milestone, due);
  }
  return [...soonest.values()];
};
