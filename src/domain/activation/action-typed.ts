/** What the forms of an action are made of: their fields, and how each kind of answer is read. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { addYears } from "../participant/days.ts";
import { anyDayFrom, recentDayFrom, shortTextFrom, type Parsed } from "../participant/typed.ts";
import { cleanText, lengthOf } from "../text.ts";
import type { ActionField } from "./codes.ts";
import type { PmsmpProblem } from "./pmsmp.ts";

export type TypedProblem =
  | {
      readonly field: ActionField;
      readonly code:
        | "missing"
        | "notADate"
        | "tooFar"
        | "tooEarly"
        | "inTheFuture"
        | "notAhead"
        | "notHours"
        | "notSiret"
        | "endsBefore"
        | "askIfSame";
    }
  | { readonly field: ActionField; readonly code: "tooLong"; readonly over: number; readonly limit: number };
export type ActionProblem = TypedProblem | PmsmpProblem;

export interface ActionDays {
  readonly today: Day;
  readonly orientedOn: Day;
}

/** What is read so far, and what is wrong with it. */
export interface Read<V> {
  readonly value: V;
  readonly problems: readonly TypedProblem[];
}

const LONGEST: Partial<Readonly<Record<ActionField, number>>> = { host: 120, job: 120, commune: 80, contact: 200 };
const LONGEST_TEXT = 600;
const YEARS_AHEAD = 2;

const isMissing = (problem: string): boolean => problem === "empty";

export const line = (inputs: TypedInputs, field: ActionField, needed: boolean): Read<string> => {
  const limit = LONGEST[field] ?? LONGEST_TEXT;
  const typed = inputs[field] ?? "";
  const read = shortTextFrom(typed, limit);
  if (read.ok) return { value: read.value, problems: [] };
  if (!isMissing(read.problem))
    return { value: "", problems: [{ field, code: "tooLong", over: lengthOf(cleanText(typed)) - limit, limit }] };
  return { value: "", problems: needed ? [{ field, code: "missing" }] : [] };
};

export const planned = (
  inputs: TypedInputs,
  field: "from" | "until",
  { today, orientedOn }: ActionDays,
): Read<Day | null> => {
  const read = anyDayFrom(inputs[field] ?? "", today);
  const wrong = (code: "missing" | "notADate" | "tooFar" | "tooEarly") => ({
    value: null,
    problems: [{ field, code }],
  });
  if (!read.ok) return wrong(read.problem === "empty" ? "missing" : "notADate");
  if (read.value > addYears(today, YEARS_AHEAD)) return wrong("tooFar");
  return read.value < orientedOn ? wrong("tooEarly") : { value: read.value, problems: [] };
};

const PAST_CODES = {
  tooLongAgo: "tooEarly",
  tooEarly: "tooEarly",
  inTheFuture: "inTheFuture",
  notADate: "notADate",
} as const;

export const signature = (inputs: TypedInputs, { today }: ActionDays): Read<Day | null> => {
  const read = recentDayFrom(inputs["signedOn"] ?? "", today);
  if (read.ok) return { value: read.value, problems: [] };
  return {
    value: null,
    problems: read.problem === "empty" ? [] : [{ field: "signedOn", code: PAST_CODES[read.problem] }],
  };
};

const WEEK_HOURS = 168;
/** « 35 », « 35 h », « 17,5 », « 17 h 30 ». */
export const hoursFrom = (typed: string): Parsed<number, "missing" | "notHours"> => {
  const text = cleanText(typed).toLowerCase().replace(/\s+/g, "");
  if (text === "") return { ok: false, problem: "missing" };
  const said = /^(\d{1,3})(?:[.,](\d{1,2})|h(?:eures?)?(\d{1,2})?)?$/.exec(text);
  const decimals = said?.[2] === undefined ? 0 : Number(`0.${said[2]}`);
  const hours = Number(said?.[1] ?? "0") + decimals + Number(said?.[3] ?? "0") / 60;
  const minutesWrong = Number(said?.[3] ?? "0") > 59;
  return said === null || minutesWrong || hours === 0 || hours > WEEK_HOURS
    ? { ok: false, problem: "notHours" }
    : { ok: true, value: Math.round(hours * 100) / 100 };
};

export const chosen = <V>(
  inputs: TypedInputs,
  field: ActionField,
  schema: { readonly safeParse: (value: unknown) => { readonly data?: V } },
): Read<V | null> => {
  const value = schema.safeParse(inputs[field]).data ?? null;
  return { value, problems: value === null ? [{ field, code: "missing" }] : [] };
};

export const datesFrom = (inputs: TypedInputs, days: ActionDays) => ({
  from: planned(inputs, "from", days),
  until: planned(inputs, "until", days),
});
