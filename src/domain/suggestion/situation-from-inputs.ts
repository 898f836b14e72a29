/** From what was chosen and typed in *Situation* to the facts, and back. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day } from "../participant/codes.ts";
import { addYears } from "../participant/days.ts";
import { anyDayFrom } from "../participant/typed.ts";
import { FACT_IDS, situationFacts, type FactId, type SituationFacts } from "./facts.ts";

export const SITUATION_FIELDS = [...FACT_IDS, "rightToWorkUntil"] as const satisfies readonly (keyof SituationFacts)[];
export type SituationField = (typeof SITUATION_FIELDS)[number];

/** `notAnAnswer`: what came is in no list of ours; it is refused rather than taken for a question that was not asked. */
export type SituationProblem =
  | { readonly field: FactId; readonly code: "notAnAnswer" }
  | { readonly field: "rightToWorkUntil"; readonly code: "notADate" | "farAway" };
export type SituationRead =
  | { readonly ok: true; readonly facts: SituationFacts }
  | { readonly ok: false; readonly problems: readonly SituationProblem[] };

/** Something of each fact: none can be forgotten. */
export const eachFact = <V>(make: (fact: FactId) => V): Readonly<Record<FactId, V>> => ({
  seeksWork: make("seeksWork"),
  accompaniedBy: make("accompaniedBy"),
  lastJob: make("lastJob"),
  franceTravail: make("franceTravail"),
  rsa: make("rsa"),
  ass: make("ass"),
  aah: make("aah"),
  rqth: make("rqth"),
  iae: make("iae"),
  diploma: make("diploma"),
  qpv: make("qpv"),
  referringBody: make("referringBody"),
  engagement: make("engagement"),
  wantsToCreate: make("wantsToCreate"),
});

/** A right that ended longer ago, or that ends later, is a typing error in the year. */
const YEARS_BACK = 10;
const YEARS_AHEAD = 20;

const untilFrom = (
  typed: string,
  today: Day,
): { readonly until: Day | null; readonly problem?: "notADate" | "farAway" } => {
  const read = anyDayFrom(typed, today);
  if (!read.ok) return read.problem === "empty" ? { until: null } : { until: null, problem: read.problem };
  const likely = read.value >= addYears(today, -YEARS_BACK) && read.value <= addYears(today, YEARS_AHEAD);
  return likely ? { until: read.value } : { until: null, problem: "farAway" };
};

/** Nothing is asked for: an empty answer is a question that was not put. Only what cannot be read is refused. */
export const situationFromInputs = (inputs: TypedInputs, today: Day): SituationRead => {
  const chosen = (fact: FactId): string | null => (inputs[fact] === "" ? null : (inputs[fact] ?? null));
  const { until, problem } = untilFrom(inputs["rightToWorkUntil"] ?? "", today);
  const read = situationFacts.safeParse({
    ...Object.fromEntries(FACT_IDS.map((fact) => [fact, chosen(fact)])),
    rightToWorkUntil: until,
  });
  const unknown = new Set(read.error?.issues.map((issue) => issue.path[0]));
  const problems: SituationProblem[] = FACT_IDS.filter((fact) => unknown.has(fact)).map((field) => ({
    field,
    code: "notAnAnswer",
  }));
  if (problem !== undefined) problems.push({ field: "rightToWorkUntil", code: problem });
  return read.success && problems.length === 0 ? { ok: true, facts: read.data } : { ok: false, problems };
};

/** As the form shows it: empty where it was not asked, the date as it is written in French. */
export const inputsFromSituation = (facts: SituationFacts): Readonly<Record<SituationField, string>> => ({
  ...eachFact((fact) => facts[fact] ?? ""),
  rightToWorkUntil: facts.rightToWorkUntil === null ? "" : facts.rightToWorkUntil.split("-").reverse().join("/"),
});

/** What one record of a person lacks, taken from another of the same person; what it has stays. */
export const completedFacts = (kept: SituationFacts, other: SituationFacts): SituationFacts => {
  const lacking = Object.entries(kept).filter(([, answer]) => answer === null);
  return situationFacts.parse({
    ...kept,
    ...Object.fromEntries(Object.entries(other).filter(([fact]) => lacking.some(([missing]) => missing === fact))),
  });
};

/** How many questions were asked, whatever the answer. The date stays out: most people have none to give. */
export const answeredFacts = (facts: SituationFacts): { readonly count: number; readonly of: number } => ({
  count: FACT_IDS.filter((fact) => facts[fact] !== null).length,
  of: FACT_IDS.length,
});
