/** What a person does with a hand-over, step by step: each on a day, in order. Nothing moves by time alone. */
import type { Day, MemberId } from "../participant/codes.ts";
import { daysBetween } from "../participant/days.ts";
import type { HandoverStep } from "./codes.ts";
import { SENDINGS_AT_MOST, STAYS, type Handover, type Sending, type STILL } from "./records.ts";
import { heldOn, lastSending, stateOf } from "./standing.ts";

/** Why a step is not taken now; each has its sentence. */
export const STEP_PROBLEMS = [
  "paused",
  "notNow",
  "tooEarly",
  "beforeThat",
  "inTheFuture",
  "recipientMissing",
  "sheetMissing",
  "agreementMissing",
  "fallbackMissing",
  "referringFirst",
  "referringRefused",
  "tooMany",
] as const;
export type StepProblem = (typeof STEP_PROBLEMS)[number];

export interface Around {
  readonly today: Day;
  readonly by: MemberId;
  /** The person is on RSA: the referring body answers first. */
  readonly referred: boolean;
  /** Days after a sending without an answer from which the next destination is tried. */
  readonly fallbackDays: number;
}

export type Stepped =
  { readonly ok: true; readonly handover: Handover } | { readonly ok: false; readonly problem: StepProblem };
export const no = (problem: StepProblem): Stepped => ({ ok: false, problem });
export const yes = (handover: Handover): Stepped => ({ ok: true, handover });

/** What stands in the way of a sending; null: it can be sent. */
export const hindranceToSend = (handover: Handover, { referred }: Pick<Around, "referred">): StepProblem | null => {
  const { what, to, sheet, agreed, revised, fallback, referring, sendings } = handover;
  if (to === null || to.name === "") return "recipientMissing";
  if (sheet.asks === "") return "sheetMissing";
  // A way out has its other door decided before the first one is tried.
  if (what === "reorient" && sendings.length === 0 && fallback === null) return "fallbackMissing";
  if (agreed?.revised !== revised) return "agreementMissing";
  if (what === "reorient" && referred) {
    if (referring?.answer === "refused") return "referringRefused";
    if (referring?.answer !== "accepted") return "referringFirst";
  }
  return sendings.length >= SENDINGS_AT_MOST ? "tooMany" : null;
};

/** A day that a step may bear: not before what it follows, not after today. */
export const dayProblem = (on: Day, after: Day, today: Day): StepProblem | null => {
  if (on > today) return "inTheFuture";
  return on < after ? "beforeThat" : null;
};

export const changedLast = (handover: Handover, change: Partial<Sending>): Handover => ({
  ...handover,
  sendings: handover.sendings.map((one, index) =>
    index === handover.sendings.length - 1 ? { ...one, ...change } : one,
  ),
});

const blank = { remindedOn: null, calledOn: null, answer: null, reason: null, words: "", answeredOn: null } as const;

const send = (handover: Handover, on: Day, around: Around): Stepped => {
  if (stateOf(handover) !== "preparing") return no("notNow");
  const hindrance = hindranceToSend(handover, around);
  const { to, agreed, referring, decidedOn } = handover;
  if (hindrance !== null || to === null || agreed === null) return no(hindrance ?? "recipientMissing");
  const after = [decidedOn, agreed.on, referring?.answeredOn ?? "", lastSending(handover)?.answeredOn ?? ""];
  const day = dayProblem(on, after.sort().at(-1) ?? decidedOn, around.today);
  return day === null ? yes({ ...handover, sendings: [...handover.sendings, { to, on, ...blank }] }) : no(day);
};

/** Reminded, then called: while there is no answer. */
const chase = (handover: Handover, field: "remindedOn" | "calledOn", on: Day, { today }: Around): Stepped => {
  const last = lastSending(handover);
  if (stateOf(handover) !== "sent" || last === undefined) return no("notNow");
  const day = dayProblem(on, field === "calledOn" ? (last.remindedOn ?? last.on) : last.on, today);
  return day === null ? yes(changedLast(handover, { [field]: on })) : no(day);
};

/** The other destination takes its place, and is read with the person again; where they stay at the PLIE, it closes. */
const next = (handover: Handover, on: Day, around: Around): Stepped => {
  const last = lastSending(handover);
  const state = stateOf(handover);
  if (last === undefined || (state !== "sent" && state !== "refused")) return no("notNow");
  if (state === "sent" && daysBetween(last.on, around.today) < around.fallbackDays) return no("tooEarly");
  const day = dayProblem(on, last.answeredOn ?? last.calledOn ?? last.remindedOn ?? last.on, around.today);
  if (day !== null) return no(day);
  const behind = state === "sent" ? changedLast(handover, { answer: "expired", answeredOn: on }) : handover;
  const { fallback } = handover;
  if (fallback === STAYS) return yes({ ...behind, closed: { on, because: "stays" } });
  const revised = handover.revised + 1;
  return yes({ ...behind, to: fallback, fallback: null, revised, behind: handover.sendings.length });
};

const agree = (handover: Handover, on: Day, { today, by }: Around): Stepped => {
  if (stateOf(handover) !== "preparing") return no("notNow");
  if (handover.to === null || handover.to.name === "") return no("recipientMissing");
  if (handover.sheet.asks === "") return no("sheetMissing");
  const day = dayProblem(on, handover.decidedOn, today);
  return day === null ? yes({ ...handover, agreed: { on, by, revised: handover.revised } }) : no(day);
};

const refer = (handover: Handover, on: Day, { today, referred }: Around): Stepped => {
  if (!referred || handover.what !== "reorient" || handover.referring !== null) return no("notNow");
  if (stateOf(handover) !== "preparing") return no("notNow");
  const day = dayProblem(on, handover.decidedOn, today);
  return day === null ? yes({ ...handover, referring: { sentOn: on, answer: null, answeredOn: null } }) : no(day);
};

const referAnswered = (handover: Handover, answer: "accepted" | "refused", on: Day, { today }: Around): Stepped => {
  const { referring } = handover;
  if (referring === null || referring.answer !== null) return no("notNow");
  const day = dayProblem(on, referring.sentOn, today);
  return day === null ? yes({ ...handover, referring: { ...referring, answer, answeredOn: on } }) : no(day);
};

/** Once the appointment has come: by each of them, on the day they said so. */
const held = (handover: Handover, field: keyof Handover["held"], on: Day, { today }: Around): Stepped => {
  const { appointment } = handover;
  if (stateOf(handover) !== "accepted" || appointment === null || handover.held[field] !== null) return no("notNow");
  const day = dayProblem(on, appointment.on, today);
  return day === null ? yes({ ...handover, held: { ...handover.held, [field]: on } }) : no(day);
};

const followed = (handover: Handover, still: (typeof STILL)[number], on: Day, { today }: Around): Stepped => {
  const since = heldOn(handover);
  if (since === null || stateOf(handover) !== "secured") return no("notNow");
  const day = dayProblem(on, since, today);
  if (day !== null) return no(day);
  return yes({ ...handover, followed: { on, still }, closed: { on, because: "followed" } });
};

/** A relay that the person does not want any more; a reorientation is undone by who decided it. */
const giveUp = (handover: Handover, on: Day, { today }: Around): Stepped => {
  const state = stateOf(handover);
  if (handover.what !== "relay" || state === "secured") return no("notNow");
  const day = dayProblem(on, handover.decidedOn, today);
  return day === null ? yes({ ...handover, closed: { on, because: "givenUp" } }) : no(day);
};

const STEP: Readonly<Record<HandoverStep, (handover: Handover, on: Day, around: Around) => Stepped>> = {
  refer,
  referAccepted: (handover, on, around) => referAnswered(handover, "accepted", on, around),
  referRefused: (handover, on, around) => referAnswered(handover, "refused", on, around),
  agree,
  send,
  remind: (handover, on, around) => chase(handover, "remindedOn", on, around),
  call: (handover, on, around) => chase(handover, "calledOn", on, around),
  next,
  heldPerson: (handover, on, around) => held(handover, "byPerson", on, around),
  heldPartner: (handover, on, around) => held(handover, "byPartner", on, around),
  unreached: (handover, on, around) => held(handover, "unreachedOn", on, around),
  stillYes: (handover, on, around) => followed(handover, "yes", on, around),
  stillNo: (handover, on, around) => followed(handover, "no", on, around),
  stillUnknown: (handover, on, around) => followed(handover, "unknown", on, around),
  giveUp,
};

/** Null where it was closed meanwhile: nothing is done with it any more. */
export const stepped = (handover: Handover, step: HandoverStep, on: Day, around: Around): Stepped => {
  if (handover.closed !== null) return no("notNow");
  if (handover.pausedOn !== null) return no("paused");
  return STEP[step](handover, on, around);
};
