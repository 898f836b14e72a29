/** From what was typed in *Réponse du partenaire* to what is recorded. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { anyDayFrom } from "../participant/typed.ts";
import { cleanText, lengthOf } from "../text.ts";
import type { AnswerField } from "./codes.ts";
import { refusalReason } from "./records.ts";
import type { Answered } from "./answered.ts";

export const ANSWER_CHOICES = ["accepted", "refused", "none"] as const;

export type AnswerProblem =
  | { readonly field: AnswerField; readonly code: "missing" | "notADate" }
  | { readonly field: "words"; readonly code: "tooLong"; readonly limit: number; readonly length: number };
type Read =
  /** `none`: no answer, whatever else was typed. */
  | { readonly ok: true; readonly said: Answered | "none" }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

type DayRead = { readonly day: Day | null; readonly problems: readonly AnswerProblem[] };
const dayOf = (field: "on" | "appointmentOn", typed: string, today: Day, isAsked: boolean): DayRead => {
  const read = anyDayFrom(typed, today);
  if (read.ok) return { day: read.value, problems: [] };
  if (read.problem === "empty") return { day: null, problems: isAsked ? [{ field, code: "missing" }] : [] };
  return { day: null, problems: [{ field, code: "notADate" }] };
};

/** A refusal has its reason: half of what it teaches is there. */
export const answerFromInputs = (
  inputs: TypedInputs,
  { today, wordsAtMost }: { readonly today: Day; readonly wordsAtMost: number },
): Read => {
  const typed = inputs["answer"] ?? "";
  if (typed === "none") return { ok: true, said: "none" };
  const answer = typed === "accepted" || typed === "refused" ? typed : null;
  const reason = refusalReason.safeParse(inputs["reason"]).data ?? null;
  const words = cleanText(inputs["words"] ?? "");
  const length = lengthOf(words);
  const on = dayOf("on", inputs["on"] ?? "", today, true);
  const given = dayOf("appointmentOn", inputs["appointmentOn"] ?? "", today, false);
  const problems: readonly AnswerProblem[] = [
    ...(answer === null ? [{ field: "answer", code: "missing" } as const] : []),
    ...on.problems,
    ...(answer === "refused" && reason === null ? [{ field: "reason", code: "missing" } as const] : []),
    ...(length > wordsAtMost ? [{ field: "words", code: "tooLong", limit: wordsAtMost, length } as const] : []),
    ...(answer === "accepted" ? given.problems : []),
  ];
  if (answer === null || on.day === null || problems.length > 0) return { ok: false, problems };
  const appointmentOn = answer === "accepted" ? given.day : null;
  return { ok: true, said: { answer, reason, words, on: on.day, appointmentOn } };
};
