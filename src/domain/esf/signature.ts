/** *Signé le*: the day on which the person signed the questionnaire, on paper. */
import type { Day } from "../participant/codes.ts";
import { recentDayFrom, type DateProblem } from "../participant/typed.ts";
import type { SheetStanding } from "./standing.ts";

/** `incomplete`: something asked has no answer yet. `beforeAnswers`: the answers were given after that day. `beforeOpening`: before the entry, or the exit. */
export type SignatureProblem = DateProblem | "incomplete" | "beforeAnswers" | "beforeOpening";

export type SignatureRead =
  { readonly ok: true; readonly on: Day } | { readonly ok: false; readonly problem: SignatureProblem };

/** A blank is never taken for a decline: everything that is asked is answered, or declined, before anybody signs. */
export const signatureFrom = (typed: string, sheet: SheetStanding, today: Day): SignatureRead => {
  if (sheet.state !== "complete" && sheet.state !== "signed") return { ok: false, problem: "incomplete" };
  const read = recentDayFrom(typed, today);
  if (!read.ok) return { ok: false, problem: read.problem };
  if (sheet.opensOn !== null && read.value < sheet.opensOn) return { ok: false, problem: "beforeOpening" };
  if (sheet.answeredOn !== null && read.value < sheet.answeredOn) return { ok: false, problem: "beforeAnswers" };
  return { ok: true, on: read.value };
};
