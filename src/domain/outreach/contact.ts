/** What a contact, or a missed appointment, changes of where a person stands. */
import type { CaseFile } from "../participant/case-file.ts";
import { touched } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import type { AttemptResult } from "./records.ts";

const REACHED: ReadonlySet<AttemptResult> = new Set(["appointment", "spoke", "notNow"]);

export interface Contact {
  /** Null: an appointment was given, without an attempt of ours. */
  readonly result: AttemptResult | null;
  readonly on: Day;
  readonly appointmentOn: Day | null;
}

/** The first contact is the first time that the person was reached, or given an appointment. */
export const afterContact = (head: CaseFile, { result, on, appointmentOn }: Contact): CaseFile => {
  const reached = result !== null && REACHED.has(result);
  return {
    ...(reached ? touched(head, on) : head),
    firstContactOn: head.firstContactOn ?? (reached || appointmentOn !== null ? on : null),
    appointment: appointmentOn === null ? head.appointment : { on: appointmentOn, missedOn: null },
  };
};

/** Not met yet, and to be met. */
export const isToMeet = ({ status, entry }: Pick<CaseFile, "status" | "entry">): boolean =>
  status === "oriented" && entry === null;

/** A missed appointment is where outreach begins, for whoever was not met yet; it counts against nobody. */
export const afterMissed = (head: CaseFile, today: Day): CaseFile => ({
  ...head,
  appointment: head.appointment === null ? null : { ...head.appointment, missedOn: today },
  outreach:
    isToMeet(head) && head.outreach === null ? { openedOn: today, why: "missed", reviewedOn: null } : head.outreach,
});

/** The appointment took place. */
export const afterHeld = (head: CaseFile): CaseFile =>
  head.appointment === null ? head : { ...touched(head, head.appointment.on), appointment: null };

/** An appointment was given, and nobody said what became of it. */
export const waitsForOutcome = ({ appointment }: Pick<CaseFile, "appointment">, today: Day): boolean =>
  appointment !== null && appointment.missedOn === null && appointment.on <= today;
