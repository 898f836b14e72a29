/** From what was typed in *Rencontrer* to what is noted: an attempt, an appointment, or how the person wants to be reached. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { addDays } from "../participant/days.ts";
import { anyDayFrom, recentDayFrom, type DateProblem } from "../participant/typed.ts";
import { attemptResult, attemptWay, type AttemptResult, type AttemptWay, type Reach } from "./records.ts";

export const CONTACT_FIELDS = ["way", "result", "on", "appointmentOn", "preferredWay", "noMessage"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

export type ContactProblem =
  | DateProblem
  | "missing"
  | "nothingToNote"
  | "appointmentMissing"
  /** No appointment comes of this result. */
  | "noAppointment"
  | "tooFar";
export type ContactProblems = Partial<Readonly<Record<ContactField, ContactProblem>>>;

export interface NotedContact {
  readonly attempt: { readonly way: AttemptWay; readonly result: AttemptResult } | null;
  readonly on: Day;
  readonly appointmentOn: Day | null;
  readonly reach: Reach;
}
export type ContactRead =
  { readonly ok: true; readonly noted: NotedContact } | { readonly ok: false; readonly problems: ContactProblems };

/** A choice needs a value of its own. */
export const NO_PREFERENCE = "none";

/** An appointment further ahead is a typing error. */
const FURTHEST_DAYS = 180;

interface Around {
  readonly today: Day;
  readonly orientedOn: Day;
  readonly reach: Reach | null;
}

type DayRead = { readonly value: Day | null; readonly problem?: ContactProblem };

const appointmentFrom = (typed: string, { today, orientedOn }: Around): DayRead => {
  const read = anyDayFrom(typed, today);
  if (!read.ok) return read.problem === "empty" ? { value: null } : { value: null, problem: read.problem };
  if (read.value < orientedOn) return { value: null, problem: "tooEarly" };
  return read.value > addDays(today, FURTHEST_DAYS) ? { value: null, problem: "tooFar" } : { value: read.value };
};

/** An appointment is taken with the person, or proposed in a message. */
const WITH_APPOINTMENT: ReadonlySet<AttemptResult> = new Set(["appointment", "spoke", "message"]);

const appointmentProblem = (result: AttemptResult | null, { value, problem }: DayRead): ContactProblem | undefined => {
  if (problem !== undefined) return problem;
  if (result === "appointment" && value === null) return "appointmentMissing";
  return result !== null && value !== null && !WITH_APPOINTMENT.has(result) ? "noAppointment" : undefined;
};

const reachFrom = (inputs: TypedInputs): Reach => ({
  noMessage: inputs["noMessage"] === "true",
  way: attemptWay.safeParse(inputs["preferredWay"]).data ?? null,
});

const sameReach = (one: Reach, other: Reach | null): boolean =>
  one.noMessage === (other?.noMessage ?? false) && one.way === (other?.way ?? null);

/** The result makes an attempt; without it, an appointment or a preference is noted alone. */
export const contactFromInputs = (inputs: TypedInputs, around: Around): ContactRead => {
  const result = attemptResult.safeParse(inputs["result"]).data ?? null;
  const way = attemptWay.safeParse(inputs["way"]).data ?? null;
  const on = recentDayFrom(inputs["on"] ?? "", around.today, around.orientedOn);
  const given = appointmentFrom(inputs["appointmentOn"] ?? "", around);
  const wanted = reachFrom(inputs);
  const wrong = appointmentProblem(result, given);
  const nothing = result === null && given.value === null && wrong === undefined && sameReach(wanted, around.reach);
  const problems: ContactProblems = {
    ...(result !== null && way === null ? { way: "missing" } : {}),
    ...(nothing ? { result: "nothingToNote" } : {}),
    ...(on.ok ? {} : { on: on.problem }),
    ...(wrong === undefined ? {} : { appointmentOn: wrong }),
  };
  if (!on.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    noted: {
      attempt: result === null || way === null ? null : { way, result },
      on: on.value,
      appointmentOn: given.value,
      reach: wanted,
    },
  };
};

/** The form as it opens: the way that is proposed, today, and what is known of how the person wants to be reached. */
export const inputsForContact = (
  way: AttemptWay,
  today: Day,
  reach: Reach | null,
): Readonly<Record<ContactField, string>> => ({
  way,
  result: "",
  on: today,
  appointmentOn: "",
  preferredWay: reach?.way ?? NO_PREFERENCE,
  noMessage: String(reach?.noMessage ?? false),
});
