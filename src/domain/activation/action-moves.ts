/** From what was typed in *Convention signée* or *Annuler l'action* to what is kept. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { recentDayFrom } from "../participant/typed.ts";
import type { ActionMove } from "./codes.ts";
import { cancelReason, type Action, type CancelReason } from "./records.ts";

export type SignProblem =
  | { readonly code: "missing" | "notADate" | "inTheFuture" | "tooEarly" }
  | { readonly code: "signedAfter"; readonly from: Day };
type Signed = { readonly ok: true; readonly on: Day } | { readonly ok: false; readonly problem: SignProblem };

const CODES = {
  empty: "missing",
  notADate: "notADate",
  inTheFuture: "inTheFuture",
  tooLongAgo: "tooEarly",
  tooEarly: "tooEarly",
} as const;

/** An immersion does not begin before everyone signed: signed later, its dates are changed first. */
export const signedFrom = (inputs: TypedInputs, { from }: Pick<Action, "from">, today: Day): Signed => {
  const read = recentDayFrom(inputs["signedOn"] ?? "", today);
  if (!read.ok) return { ok: false, problem: { code: CODES[read.problem] } };
  return read.value > from ? { ok: false, problem: { code: "signedAfter", from } } : { ok: true, on: read.value };
};

export const cancelledFrom = (inputs: TypedInputs): CancelReason | null =>
  cancelReason.safeParse(inputs["reason"]).data ?? null;

const waits = ({ state }: Action): boolean => state === "planned";
/** Whether it can be done with this action, as it stands. */
export const mayMove: Readonly<Record<ActionMove, (action: Action) => boolean>> = {
  sign: (action) => waits(action) && action.pmsmp !== null && action.pmsmp.signedOn === null,
  cancel: waits,
};
