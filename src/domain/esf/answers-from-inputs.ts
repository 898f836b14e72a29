/** From what was chosen and typed in a block to its answers. What cannot be read is said, item by item; the rest is kept. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { communeFrom, type Commune } from "../participant/communes.ts";
import { birthDateFrom, recentDayFrom, type DateProblem } from "../participant/typed.ts";
import { isAsked } from "./asked.ts";
import { DECLINED } from "./codes.ts";
import { valuesOf, type Block, type Item } from "./questionnaire.ts";
import type { EsfAnswer, EsfAnswerSheet } from "./records.ts";

export const ANSWERED_ON = "answeredOn";

export type EsfProblem =
  | { readonly code: "notAnAnswer" | "notAsked" | "alone" | "communeUnknown" }
  | { readonly code: "communeClose"; readonly names: readonly string[] }
  | { readonly code: DateProblem };
/** By item, or `answeredOn`. */
export type EsfProblems = Readonly<Record<string, EsfProblem>>;

export type EsfRead =
  | { readonly ok: true; readonly answers: EsfAnswerSheet; readonly on: Day }
  | { readonly ok: false; readonly problems: EsfProblems };

export interface Reading {
  readonly today: Day;
  readonly communes: readonly Commune[];
  /** The first day that the answers can speak of: the entry, the exit, six months after it. */
  readonly notBefore: Day;
  /** The item that says the birth date; undefined: none does. */
  readonly birth: string | undefined;
}

/** Undefined: not answered. */
type Found = { readonly answer?: EsfAnswer | undefined } | { readonly problem: EsfProblem };

/** Several values come as one text, separated by commas. */
const listed = (typed: string): readonly string[] => [...new Set(typed.split(",").filter((one) => one !== ""))];

const choiceFrom = (item: Item, typed: string): Found => {
  const chosen = item.type === "choices" ? listed(typed) : [typed].filter((one) => one !== "");
  if (chosen.length === 0) return {};
  const offered = valuesOf(item);
  const isOffered = (one: string) => (one === DECLINED ? item.sensitive : offered.some(({ value }) => value === one));
  if (!chosen.every(isOffered)) return { problem: { code: "notAnAnswer" } };
  const isAlone = (one: string) => one === DECLINED || offered.some(({ value, alone }) => alone && value === one);
  if (chosen.length > 1 && chosen.some(isAlone)) return { problem: { code: "alone" } };
  const [first] = chosen;
  return { answer: item.type === "choices" && first !== DECLINED ? [...chosen] : first };
};

const dateFrom = (item: Item, typed: string, { today, birth }: Reading): Found => {
  const read = item.id === birth ? birthDateFrom(typed, today) : recentDayFrom(typed, today);
  if (read.ok) return { answer: read.value };
  return read.problem === "empty" ? {} : { problem: { code: read.problem } };
};

const INSEE = /^(?:\d{2}|2[AB])\d{3}$/;

/** One of the PLIE's communes by its name, or any commune by its INSEE code. */
const communeAnswer = (typed: string, communes: readonly Commune[]): Found => {
  const read = communeFrom(typed, communes);
  if (read.kind === "empty") return {};
  if (read.kind === "found") return { answer: read.commune.insee };
  const code = typed.trim().toUpperCase();
  if (INSEE.test(code)) return { answer: code };
  return read.kind === "suggestions"
    ? { problem: { code: "communeClose", names: read.communes.map(({ name }) => name) } }
    : { problem: { code: "communeUnknown" } };
};

const answerFrom = (item: Item, typed: string, reading: Reading): Found => {
  switch (item.type) {
    case "choice":
    case "choices":
      return choiceFrom(item, typed);
    case "date":
      return dateFrom(item, typed, reading);
    case "commune":
      return communeAnswer(typed, reading.communes);
  }
};

/** A question that does not arise for this person, and was answered all the same: one of the two answers is wrong, and only they can say which. */
const notAskedIn = (block: Block, answers: EsfAnswerSheet): readonly string[] =>
  block.items.filter((item) => answers[item.id] !== undefined && !isAsked(item, answers)).map(({ id }) => id);

const dayFrom = (typed: string, { today, notBefore }: Reading) => recentDayFrom(typed, today, notBefore);

/** Nothing is required here: what is not answered stays missing, and is said to be. The day on which the person answered is needed. */
export const answersFromInputs = (block: Block, inputs: TypedInputs, reading: Reading): EsfRead => {
  const problems: Record<string, EsfProblem> = {};
  const answers: Record<string, EsfAnswer> = {};
  for (const item of block.items) {
    const found = answerFrom(item, inputs[item.id] ?? "", reading);
    if ("problem" in found) problems[item.id] = found.problem;
    else if (found.answer !== undefined) answers[item.id] = found.answer;
  }
  for (const id of notAskedIn(block, answers)) problems[id] ??= { code: "notAsked" };
  const on = dayFrom(inputs[ANSWERED_ON] ?? "", reading);
  if (!on.ok) problems[ANSWERED_ON] = { code: on.problem };
  return on.ok && Object.keys(problems).length === 0 ? { ok: true, answers, on: on.value } : { ok: false, problems };
};

/** As a form shows an answer: several values as one text, a day as it is written in French, a commune by its name. */
export const typedAnswer = (item: Item, answer: EsfAnswer | undefined, communes: readonly Commune[]): string => {
  if (answer === undefined) return "";
  if (typeof answer !== "string") return answer.join(",");
  if (item.type === "date") return answer.split("-").reverse().join("/");
  if (item.type === "commune") return communes.find(({ insee }) => insee === answer)?.name ?? answer;
  return answer;
};
