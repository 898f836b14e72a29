/** From what was typed in *Bilan d'action* and its grid to what is recorded, and back. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { severity, type Framework } from "../framework/schema.ts";
import type { Day } from "../participant/codes.ts";
import { anyDayFrom } from "../participant/typed.ts";
import { cleanText, lengthOf } from "../text.ts";
import { bilanOutcome, type Action, type ActionBilan, type BilanOutcome, type Observation } from "./records.ts";
import { OBSERVERS } from "./codes.ts";
import type { ObservationCriterion, Observer } from "./rules.ts";

export const BILAN_FIELDS = [
  "outcome",
  "lastDay",
  "missedHours",
  "objectiveMet",
  "facts",
  "agreement",
  "words",
  "understood",
] as const;
export type BilanField = (typeof BILAN_FIELDS)[number];

/** The field of one line of the grid. */
export const seenField = (by: Observer, criterion: string): string => `see_${by}_${criterion}`;

/** In the order that they are offered. */
export const BILAN_AGREEMENTS = ["agrees", "partly", "disagrees", "notAsked"] as const;
export type Agreement = (typeof BILAN_AGREEMENTS)[number];
const isAgreement = (typed: string): typed is Agreement => BILAN_AGREEMENTS.some((one) => one === typed);

export type BilanProblem =
  | { readonly field: "outcome"; readonly code: "missing" | "unsigned" }
  | { readonly field: "outcome"; readonly code: "notBegun" | "notEnded"; readonly on: Day }
  | { readonly field: "lastDay"; readonly code: "missing" | "notADate" | "inTheFuture" }
  | { readonly field: "lastDay"; readonly code: "outside"; readonly from: Day; readonly until: Day }
  | { readonly field: "missedHours"; readonly code: "notAFigure" }
  | { readonly field: "objectiveMet"; readonly code: "missing" }
  | { readonly field: "words"; readonly code: "missing" }
  | {
      readonly field: "facts" | "words" | "understood";
      readonly code: "tooLong";
      readonly limit: number;
      readonly length: number;
    };

export type BilanSaid = Pick<
  ActionBilan,
  | "outcome"
  | "lastDay"
  | "missedHours"
  | "observations"
  | "facts"
  | "agreement"
  | "words"
  | "understood"
  | "objectiveMet"
>;
export type BilanRead =
  { readonly ok: true; readonly said: BilanSaid } | { readonly ok: false; readonly problems: readonly BilanProblem[] };

export interface BilanContext {
  readonly action: Pick<Action, "from" | "until" | "pmsmp">;
  readonly criteria: readonly ObservationCriterion[];
  readonly lengths: Framework["lengths"];
  readonly today: Day;
}

const outcomeProblems = (
  outcome: BilanOutcome | undefined,
  { action, today }: BilanContext,
): readonly BilanProblem[] => {
  if (outcome === undefined) return [{ field: "outcome", code: "missing" }];
  if (today < action.from) return [{ field: "outcome", code: "notBegun", on: action.from }];
  if (outcome !== "didNotShow" && action.pmsmp?.signedOn === null) return [{ field: "outcome", code: "unsigned" }];
  const early = outcome === "completed" && today < action.until;
  return early ? [{ field: "outcome", code: "notEnded", on: action.until }] : [];
};

interface Partly {
  readonly lastDay: Day | null;
  readonly missedHours: number | null;
  readonly problems: readonly BilanProblem[];
}

const lastDayFrom = (typed: string, { action, today }: BilanContext): Pick<Partly, "lastDay" | "problems"> => {
  const read = anyDayFrom(typed, today);
  if (!read.ok) {
    const code = read.problem === "empty" ? "missing" : "notADate";
    return { lastDay: null, problems: [{ field: "lastDay", code }] };
  }
  const { from, until } = action;
  if (read.value < from || read.value > until)
    return { lastDay: null, problems: [{ field: "lastDay", code: "outside", from, until }] };
  return read.value > today
    ? { lastDay: null, problems: [{ field: "lastDay", code: "inTheFuture" }] }
    : { lastDay: read.value, problems: [] };
};

/** Of what was done in part: the last day, and the hours missed where they are known. */
const partlyFrom = (inputs: TypedInputs, context: BilanContext): Partly => {
  const last = lastDayFrom(inputs["lastDay"] ?? "", context);
  const typed = (inputs["missedHours"] ?? "").trim();
  const hours = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
  const wrong = typed !== "" && hours === null;
  return {
    lastDay: last.lastDay,
    missedHours: hours,
    problems: [...last.problems, ...(wrong ? [{ field: "missedHours", code: "notAFigure" } as const] : [])],
  };
};

const WHOLE: Partly = { lastDay: null, missedHours: null, problems: [] };

const levelFrom = (typed: string | undefined) => (/^[0-4]$/.test(typed ?? "") ? severity.parse(Number(typed)) : null);

/** What each observer saw of each criterion; *pas observé* is nothing, and never a zero. */
export const observationsFrom = (
  inputs: TypedInputs,
  criteria: readonly ObservationCriterion[],
): readonly Observation[] =>
  OBSERVERS.flatMap((by) =>
    criteria.flatMap(({ id }) => {
      const level = levelFrom(inputs[seenField(by, id)]);
      return level === null ? [] : [{ criterion: id, by, level }];
    }),
  );

const tooLong = (field: "facts" | "words" | "understood", text: string, limit: number): readonly BilanProblem[] => {
  const length = lengthOf(text);
  return length > limit ? [{ field, code: "tooLong", limit, length }] : [];
};

/** What does not go along with the person is recorded with their words. */
const wordsAsked = (agreement: Agreement): boolean => agreement === "partly" || agreement === "disagrees";

interface Typed {
  readonly facts: string;
  readonly words: string;
  readonly understood: string;
  readonly agreement: Agreement;
  readonly objectiveMet: ActionBilan["objectiveMet"];
}

const typedFrom = (inputs: TypedInputs): Typed => {
  const agreement = inputs["agreement"] ?? "";
  const met = inputs["objectiveMet"];
  return {
    facts: cleanText(inputs["facts"] ?? ""),
    words: cleanText(inputs["words"] ?? ""),
    understood: cleanText(inputs["understood"] ?? ""),
    agreement: isAgreement(agreement) ? agreement : "notAsked",
    objectiveMet: met === "yes" || met === "no" ? met : null,
  };
};

/** What only an action that took place is asked. */
const heldProblems = ({ agreement, words, objectiveMet }: Typed, { action }: BilanContext): readonly BilanProblem[] => [
  ...(action.pmsmp !== null && objectiveMet === null ? [{ field: "objectiveMet", code: "missing" } as const] : []),
  ...(wordsAsked(agreement) && words === "" ? [{ field: "words", code: "missing" } as const] : []),
];

/** A no-show keeps no observation, no fact and no hour: only what the person says of what kept them from coming. */
const noShow = ({ understood, words, agreement }: Typed): BilanSaid => ({
  outcome: "didNotShow",
  lastDay: null,
  missedHours: null,
  observations: [],
  facts: "",
  agreement,
  words,
  understood,
  objectiveMet: null,
});

export const bilanFromInputs = (inputs: TypedInputs, context: BilanContext): BilanRead => {
  const outcome = bilanOutcome.safeParse(inputs["outcome"]).data;
  const typed = typedFrom(inputs);
  const held = outcome !== undefined && outcome !== "didNotShow";
  const partly = outcome === "partial" ? partlyFrom(inputs, context) : WHOLE;
  const { longText, facts } = context.lengths;
  const problems = [
    ...outcomeProblems(outcome, context),
    ...partly.problems,
    ...(held ? [...heldProblems(typed, context), ...tooLong("facts", typed.facts, facts)] : []),
    ...tooLong("words", typed.words, longText),
    ...(held ? [] : tooLong("understood", typed.understood, longText)),
  ];
  if (outcome === undefined || problems.length > 0) return { ok: false, problems };
  if (outcome === "didNotShow") return { ok: true, said: noShow(typed) };
  const { lastDay, missedHours } = partly;
  const observations = [...observationsFrom(inputs, context.criteria)];
  return { ok: true, said: { ...typed, outcome, lastDay, missedHours, observations, understood: "" } };
};

/** What the form is filled with: what is recorded, else nothing but *pas encore demandé*. */
export const inputsFromBilan = (bilan: ActionBilan | undefined): TypedInputs => ({
  outcome: bilan?.outcome ?? "",
  lastDay: bilan?.lastDay ?? "",
  missedHours: bilan?.missedHours == null ? "" : String(bilan.missedHours),
  objectiveMet: bilan?.objectiveMet ?? "",
  facts: bilan?.facts ?? "",
  agreement: bilan?.agreement ?? "notAsked",
  words: bilan?.words ?? "",
  understood: bilan?.understood ?? "",
  ...Object.fromEntries(
    (bilan?.observations ?? []).map(({ by, criterion, level }) => [seenField(by, criterion), String(level)]),
  ),
});
