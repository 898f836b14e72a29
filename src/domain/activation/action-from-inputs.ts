/** From what was typed in *Action* to a collective action, or to a first action that is put off. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { addYears } from "../participant/days.ts";
import { anyDayFrom } from "../participant/typed.ts";
import { NO_SESSION } from "./codes.ts";
import { chosen, datesFrom, line, type ActionDays, type Read } from "./action-typed.ts";
import { deferral, type Deferral } from "./records.ts";

export interface CollectiveRead {
  /** Null: held without a session of ours, on these dates. */
  readonly session: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** `sessions`: those of that type that may still be joined. */
export const collectiveFromInputs = (
  inputs: TypedInputs,
  days: ActionDays,
  sessions: readonly { readonly id: string; readonly from: Day; readonly until: Day }[],
): Read<CollectiveRead> => {
  const choice = inputs["session"] ?? "";
  const session = sessions.find(({ id }) => id === choice);
  if (session !== undefined)
    return { value: { session: session.id, from: session.from, until: session.until }, problems: [] };
  if (sessions.length > 0 && choice !== NO_SESSION)
    return { value: { session: null, from: null, until: null }, problems: [{ field: "session", code: "missing" }] };
  const { from, until } = datesFrom(inputs, days);
  const ends = from.value !== null && until.value !== null && until.value < from.value;
  return {
    value: { session: null, from: from.value, until: until.value },
    problems: [...from.problems, ...until.problems, ...(ends ? [{ field: "until", code: "endsBefore" } as const] : [])],
  };
};

export interface DeferralRead {
  readonly reason: Deferral | null;
  readonly words: string;
  readonly againOn: Day | null;
}

const aheadFrom = (inputs: TypedInputs, today: Day): Read<Day | null> => {
  const field = "againOn";
  const read = anyDayFrom(inputs[field] ?? "", today);
  if (!read.ok) return { value: null, problems: [{ field, code: read.problem === "empty" ? "missing" : "notADate" }] };
  if (read.value <= today) return { value: null, problems: [{ field, code: "notAhead" }] };
  return read.value > addYears(today, 1)
    ? { value: null, problems: [{ field, code: "tooFar" }] }
    : { value: read.value, problems: [] };
};

/** *Différée*: why, and when it is looked at again. Another reason is said in words. */
export const deferralFromInputs = (inputs: TypedInputs, today: Day): Read<DeferralRead> => {
  const reason = chosen(inputs, "reason", deferral);
  const words = line(inputs, "words", inputs["reason"] === "other");
  const again = aheadFrom(inputs, today);
  return {
    value: { reason: reason.value, words: words.value, againOn: again.value },
    problems: [...reason.problems, ...words.problems, ...again.problems],
  };
};
