/** From what was typed of a person's request, or of its answer, to what is recorded: a value, or what is to be mended field by field. */
import { z } from "zod";
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { addMonths } from "../participant/days.ts";
import { recentDayFrom } from "../participant/typed.ts";
import { cleanText, lengthOf } from "../text.ts";
import {
  CONTESTED,
  REQUEST_OUTCOMES,
  REQUESTS,
  type Contested,
  type RequestKind,
  type RequestOutcome,
} from "./codes.ts";
import { WORDS_AT_MOST } from "./records.ts";

export const RIGHTS_PROBLEMS = ["missing", "notADate", "inTheFuture", "tooLongAgo", "tooEarly", "tooLong"] as const;
export type RightsProblem = (typeof RIGHTS_PROBLEMS)[number];
type Problems<Field extends string> = Partial<Readonly<Record<Field, RightsProblem>>>;
type Read<Value, Field extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: Problems<Field> };

type Found<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: RightsProblem };
const found = <Value>(value: Value): Found<Value> => ({ ok: true, value });
const wrong = (problem: RightsProblem): Found<never> => ({ ok: false, problem });

const one = <T extends string>(schema: z.ZodType<T>, typed: string | undefined): Found<T> => {
  const read = schema.safeParse(typed);
  return read.success ? found(read.data) : wrong("missing");
};
const dayFrom = (typed: string | undefined, today: Day, notBefore?: Day): Found<Day> => {
  const read = recentDayFrom(typed ?? "", today, notBefore);
  if (read.ok) return read;
  return wrong(read.problem === "empty" ? "missing" : read.problem);
};
const wordsFrom = (typed: string | undefined, needed: boolean): Found<string> => {
  const words = cleanText(typed ?? "");
  if (words === "" && needed) return wrong("missing");
  return lengthOf(words) > WORDS_AT_MOST ? wrong("tooLong") : found(words);
};
const problemIn = <Field extends string>(field: Field, read: Found<unknown>): Problems<Field> => {
  const none: Problems<Field> = {};
  return read.ok ? none : { ...none, [field]: read.problem };
};

export const REQUEST_FIELDS = ["what", "contested", "receivedOn", "words"] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];
export interface Requested {
  readonly what: RequestKind;
  readonly contested: Contested | null;
  readonly receivedOn: Day;
  readonly words: string;
}

/** What is false or contested is to be said; the rest may be asked without a word more. */
const NEEDS_WORDS: ReadonlySet<RequestKind> = new Set(["correct", "contest"]);

/** A person may ask from the day the PLIE knows them. What is contested is asked of a contestation only. */
export const requestFromInputs = (
  inputs: TypedInputs,
  { orientedOn }: { readonly orientedOn: Day },
  today: Day,
): Read<Requested, RequestField> => {
  const what = one(z.enum(REQUESTS), inputs["what"]);
  const contests = what.ok && what.value === "contest";
  const contested: Found<Contested | null> = contests ? one(z.enum(CONTESTED), inputs["contested"]) : found(null);
  const receivedOn = dayFrom(inputs["receivedOn"], today, orientedOn);
  const words = wordsFrom(inputs["words"], what.ok && NEEDS_WORDS.has(what.value));
  if (what.ok && contested.ok && receivedOn.ok && words.ok)
    return {
      ok: true,
      value: { what: what.value, contested: contested.value, receivedOn: receivedOn.value, words: words.value },
    };
  const problems = {
    ...problemIn("what", what),
    ...problemIn("contested", contested),
    ...problemIn("receivedOn", receivedOn),
    ...problemIn("words", words),
  };
  return { ok: false, problems };
};

/** GDPR, article 12.3: one month from the day it was received. */
export const answerDueOn = (receivedOn: Day, answerMonths: number): Day => addMonths(receivedOn, answerMonths);

export const ANSWER_FIELDS = ["outcome", "answeredOn", "answer"] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export interface Answered {
  readonly outcome: RequestOutcome;
  readonly on: Day;
  readonly words: string;
}

export const answerFromInputs = (
  inputs: TypedInputs,
  { receivedOn }: { readonly receivedOn: Day },
  today: Day,
): Read<Answered, AnswerField> => {
  const outcome = one(z.enum(REQUEST_OUTCOMES), inputs["outcome"]);
  const on = dayFrom(inputs["answeredOn"], today, receivedOn);
  const words = wordsFrom(inputs["answer"], true);
  if (outcome.ok && on.ok && words.ok)
    return { ok: true, value: { outcome: outcome.value, on: on.value, words: words.value } };
  return {
    ok: false,
    problems: { ...problemIn("outcome", outcome), ...problemIn("answeredOn", on), ...problemIn("answer", words) },
  };
};
