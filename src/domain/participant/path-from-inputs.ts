/** From what was typed about a suspension, a return, a point or news after an exit, to what is recorded. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { cleanText, lengthOf } from "../text.ts";
import type { CaseFile } from "./case-file.ts";
import { pauseReason, type PauseReason } from "./clock-facts.ts";
import type { Day } from "./codes.ts";
import { addYears } from "./days.ts";
import { AGREED_AT_MOST, proofOfNews, stillEmployed, type ProofOfNews, type StillEmployed } from "./path-records.ts";
import { anyDayFrom, recentDayFrom, type DateProblem } from "./typed.ts";

export const PATH_PROBLEMS = [
  "missing",
  /** Before the end of an earlier suspension. */
  "overlaps",
  /** Before the suspension began. */
  "beforePause",
  /** A day to come is asked. */
  "notAhead",
  "tooFar",
  "tooLong",
] as const;
export type PathProblem = DateProblem | (typeof PATH_PROBLEMS)[number];
export type PathProblems<Field extends string> = Partial<Readonly<Record<Field, PathProblem>>>;
export type PathRead<Value, Field extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: PathProblems<Field> };

interface Found<Value> {
  readonly value?: Value;
  readonly problem?: PathProblem;
}
const found = <Value>(value: Value): Found<Value> => ({ value });
const wrong = (problem: PathProblem): Found<never> => ({ problem });

/** Further ahead, a date is a typing error. */
const YEARS_AHEAD = 3;

const aheadFrom = (typed: string, today: Day, after: Day): Found<Day> => {
  const read = anyDayFrom(typed, today);
  if (!read.ok) return wrong(read.problem);
  if (read.value <= after) return wrong("notAhead");
  return read.value > addYears(today, YEARS_AHEAD) ? wrong("tooFar") : found(read.value);
};
const aheadOrNone = (typed: string, today: Day, after: Day): Found<Day | null> =>
  cleanText(typed) === "" ? found(null) : aheadFrom(typed, today, after);
const pastFrom = (typed: string, today: Day, notBefore: Day, otherwise: PathProblem): Found<Day> => {
  const read = recentDayFrom(typed, today, notBefore);
  if (read.ok) return found(read.value);
  return wrong(read.problem === "tooEarly" ? otherwise : read.problem);
};

/** Everything found, or what is to be mended. */
const together = <Field extends string, Value>(
  fields: Readonly<Record<Field, Found<unknown>>>,
  value: Value | null,
): PathRead<Value, Field> => {
  const entries = Object.entries<Found<unknown>>(fields).filter(([, { problem }]) => problem !== undefined);
  const problems: PathProblems<Field> = {};
  const named = Object.fromEntries(entries.map(([field, { problem }]) => [field, problem]));
  return value === null || entries.length > 0
    ? { ok: false, problems: { ...problems, ...named } }
    : { ok: true, value };
};

export const PAUSE_FIELDS = ["reason", "from", "returnOn"] as const;
export type PauseField = (typeof PAUSE_FIELDS)[number];
export interface Suspended {
  readonly reason: PauseReason;
  readonly from: Day;
  readonly returnOn: Day | null;
}

/** A suspension begins today at the latest, once the earlier one is over. */
export const pauseFromInputs = (
  inputs: TypedInputs,
  { orientedOn, pauses }: Pick<CaseFile, "orientedOn" | "pauses">,
  today: Day,
): PathRead<Suspended, PauseField> => {
  const chosen = pauseReason.safeParse(inputs["reason"]);
  const reason: Found<PauseReason> = chosen.success ? found(chosen.data) : wrong("missing");
  const resumed = pauses
    .flatMap(({ resumedOn }) => (resumedOn === null ? [] : [resumedOn]))
    .sort()
    .at(-1);
  const before = resumed === undefined || resumed < orientedOn ? orientedOn : resumed;
  const from = pastFrom(inputs["from"] ?? "", today, before, before === orientedOn ? "tooEarly" : "overlaps");
  const returnOn = aheadOrNone(inputs["returnOn"] ?? "", today, from.value ?? today);
  const isWhole = reason.value !== undefined && from.value !== undefined && returnOn.value !== undefined;
  return together(
    { reason, from, returnOn },
    isWhole ? { reason: reason.value, from: from.value, returnOn: returnOn.value } : null,
  );
};

export const RETURN_FIELDS = ["returnOn", "resumedOn"] as const;
export type ReturnField = (typeof RETURN_FIELDS)[number];

/** Another date of return, or none. */
export const returnFromInputs = (
  inputs: TypedInputs,
  { from }: { readonly from: Day },
  today: Day,
): PathRead<{ readonly returnOn: Day | null }, ReturnField> => {
  const returnOn = aheadOrNone(inputs["returnOn"] ?? "", today, from);
  return together({ returnOn, resumedOn: {} }, returnOn.value === undefined ? null : { returnOn: returnOn.value });
};

/** The day of the return counts again: today at the latest, and not before the suspension began. */
export const resumptionFromInputs = (
  inputs: TypedInputs,
  { from }: { readonly from: Day },
  today: Day,
): PathRead<{ readonly resumedOn: Day }, ReturnField> => {
  const resumedOn = pastFrom(inputs["resumedOn"] ?? "", today, from, "beforePause");
  return together({ returnOn: {}, resumedOn }, resumedOn.value === undefined ? null : { resumedOn: resumedOn.value });
};

export const FOLLOW_UP_FIELDS = ["on", "agreed", "nextOn"] as const;
export type FollowUpField = (typeof FOLLOW_UP_FIELDS)[number];

export const followUpFromInputs = (
  inputs: TypedInputs,
  notBefore: Day,
  today: Day,
): PathRead<{ readonly on: Day; readonly agreed: string; readonly nextOn: Day }, FollowUpField> => {
  const on = pastFrom(inputs["on"] ?? "", today, notBefore, "tooEarly");
  const words = cleanText(inputs["agreed"] ?? "");
  const agreed: Found<string> =
    words === "" ? wrong("missing") : lengthOf(words) > AGREED_AT_MOST ? wrong("tooLong") : found(words);
  const nextOn = aheadFrom(inputs["nextOn"] ?? "", today, today);
  const isWhole = on.value !== undefined && agreed.value !== undefined && nextOn.value !== undefined;
  return together(
    { on, agreed, nextOn },
    isWhole ? { on: on.value, agreed: agreed.value, nextOn: nextOn.value } : null,
  );
};

export const EXIT_NEWS_FIELDS = ["on", "still", "proof"] as const;
export type ExitNewsField = (typeof EXIT_NEWS_FIELDS)[number];

/** Who says that the person is still in employment says how it is known. */
export const exitNewsFromInputs = (
  inputs: TypedInputs,
  exitOn: Day,
  today: Day,
): PathRead<{ readonly on: Day; readonly still: StillEmployed; readonly proof: ProofOfNews }, ExitNewsField> => {
  const on = pastFrom(inputs["on"] ?? "", today, exitOn, "tooEarly");
  const said = stillEmployed.safeParse(inputs["still"]);
  const still: Found<StillEmployed> = said.success ? found(said.data) : wrong("missing");
  const known = proofOfNews.safeParse(inputs["proof"]);
  const isAsked = said.success && said.data !== "unknown";
  const proof: Found<ProofOfNews> = !isAsked ? found("none") : known.success ? found(known.data) : wrong("missing");
  const isWhole = on.value !== undefined && still.value !== undefined && proof.value !== undefined;
  return together({ on, still, proof }, isWhole ? { on: on.value, still: still.value, proof: proof.value } : null);
};
