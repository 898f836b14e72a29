/** What is typed to plan a suppléance or a transfer: read, or what has to be mended, field by field. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day, MemberId } from "../participant/codes.ts";
import { addDays, addYears } from "../participant/days.ts";
import { anyDayFrom } from "../participant/typed.ts";
import type { MoveKind, TransferReason } from "./absence.ts";
import { MOVE_KINDS, TRANSFER_REASONS, type CaseMove } from "./absence.ts";

export const MOVE_FIELDS = ["what", "fromId", "toId", "from", "until", "why"] as const;
export type MoveField = (typeof MOVE_FIELDS)[number];

export type MoveProblem =
  | { readonly field: "what"; readonly code: "missing" }
  | { readonly field: "fromId"; readonly code: "missing" }
  | { readonly field: "toId"; readonly code: "missing" | "same" | "away" }
  | { readonly field: "from"; readonly code: "missing" | "notADate" | "past" | "tooFar" | "twice" }
  | { readonly field: "until"; readonly code: "missing" | "notADate" | "beforeFrom" | "past" | "tooLong" }
  | { readonly field: "why"; readonly code: "missing" };

/** What is planned, as it was typed. */
export type PlannedMove = Pick<CaseMove, "what" | "fromId" | "from" | "until" | "why"> & {
  readonly toId: MemberId | null;
};

export interface MoveContext {
  readonly today: Day;
  /** The référents of the team: who may stand in, and whom a case may pass to. */
  readonly referents: readonly MemberId[];
  /** Whose cases they are; null: it is chosen. */
  readonly fromId: MemberId | null;
  /** Whom it may be chosen among. */
  readonly carriers: readonly MemberId[];
  readonly kinds: readonly MoveKind[];
  /** A référent asks a chargé de projet for it: the successor may be left to them. */
  readonly asks: boolean;
}

/** Someone who fell ill is said to be away once somebody knows. */
const ALREADY_AWAY_DAYS = 31;

type Read<V> = { readonly value: V | null; readonly problems: readonly MoveProblem[] };
const fine = <V>(value: V): Read<V> => ({ value, problems: [] });
const wrong = (problem: MoveProblem): Read<never> => ({ value: null, problems: [problem] });

const oneOf = <V extends string>(values: readonly V[], typed: string | undefined): V | undefined =>
  values.find((value) => value === typed);

const fromIdIn = (inputs: TypedInputs, { fromId, carriers }: MoveContext): Read<MemberId> => {
  const chosen = fromId ?? oneOf(carriers, inputs["fromId"]);
  return chosen === undefined ? wrong({ field: "fromId", code: "missing" }) : fine(chosen);
};

const toIdIn = (
  inputs: TypedInputs,
  fromId: MemberId | null,
  context: MoveContext,
  asks: boolean,
): Read<MemberId | null> => {
  const chosen = oneOf(context.referents, inputs["toId"]);
  if (chosen === undefined) return asks ? fine(null) : wrong({ field: "toId", code: "missing" });
  return chosen === fromId ? wrong({ field: "toId", code: "same" }) : fine(chosen);
};

const fromDayIn = (inputs: TypedInputs, what: MoveKind, { today }: MoveContext): Read<Day> => {
  const read = anyDayFrom(inputs["from"] ?? "", today);
  if (!read.ok) return wrong({ field: "from", code: read.problem === "empty" ? "missing" : "notADate" });
  const earliest = what === "absence" ? addDays(today, -ALREADY_AWAY_DAYS) : today;
  if (read.value < earliest) return wrong({ field: "from", code: "past" });
  return read.value > addYears(today, 1) ? wrong({ field: "from", code: "tooFar" }) : fine(read.value);
};

const untilIn = (inputs: TypedInputs, from: Day | null, { today }: MoveContext): Read<Day> => {
  const read = anyDayFrom(inputs["until"] ?? "", today);
  if (!read.ok) return wrong({ field: "until", code: read.problem === "empty" ? "missing" : "notADate" });
  if (read.value < today) return wrong({ field: "until", code: "past" });
  if (from !== null && read.value < from) return wrong({ field: "until", code: "beforeFrom" });
  return from !== null && read.value > addYears(from, 1)
    ? wrong({ field: "until", code: "tooLong" })
    : fine(read.value);
};

const whyIn = (inputs: TypedInputs): Read<TransferReason> => {
  const chosen = oneOf(TRANSFER_REASONS, inputs["why"]);
  return chosen === undefined ? wrong({ field: "why", code: "missing" }) : fine(chosen);
};

export type ReadMove =
  { readonly ok: true; readonly move: PlannedMove } | { readonly ok: false; readonly problems: readonly MoveProblem[] };

/** A first field that is missing hides none of the others. */
export const moveFromInputs = (inputs: TypedInputs, context: MoveContext): ReadMove => {
  const what = oneOf(context.kinds, inputs["what"]) ?? (context.kinds.length === 1 ? context.kinds[0] : undefined);
  const kind = what ?? MOVE_KINDS[0];
  const isAbsence = kind === "absence";
  const whose = fromIdIn(inputs, context);
  const to = toIdIn(inputs, whose.value, context, context.asks && !isAbsence);
  const from = fromDayIn(inputs, kind, context);
  const until = isAbsence ? untilIn(inputs, from.value, context) : fine(null);
  const why = isAbsence ? fine("absence" as const) : whyIn(inputs);
  const problems: readonly MoveProblem[] = [
    ...(what === undefined ? [{ field: "what", code: "missing" } as const] : []),
    ...[whose, to, from, until, why].flatMap((read) => read.problems),
  ];
  if (problems.length > 0 || whose.value === null || from.value === null || why.value === null)
    return { ok: false, problems };
  const dated = { from: from.value, until: until.value, why: why.value };
  return { ok: true, move: { what: kind, fromId: whose.value, toId: to.value, ...dated } };
};
