/**
 * Every rule of an immersion (*PMSMP*, Code du travail L. 5135-1 and following; method §6), each as a pure function. A rule whose answers are
 * not typed yet says nothing: what is missing is said by the form itself.
 */
import type { Day } from "../participant/codes.ts";
import { addYears } from "../participant/days.ts";
import { foldedHost } from "./host-name.ts";
import type { Objective } from "./records.ts";
import { daysOf, fullestWindow, type Span } from "./rolling-days.ts";
import type { ActivationRules } from "./rules.ts";

type Rules = ActivationRules["pmsmp"];

/** What is known of it while it is typed. */
export interface PmsmpTyped {
  readonly objective: Objective | null;
  readonly job: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly hoursPerWeek: number | null;
  readonly signedOn: Day | null;
  readonly postFree: "yes" | "no" | null;
  readonly representative: "yes" | "no" | null;
}

/** Another immersion of the same person at the same host, neither cancelled nor the one that is typed. */
export interface Before extends Span {
  readonly objective: Objective;
  readonly job: string;
}

/** The immersion that it goes on with. `before`: how many renewals it already stands on. */
export interface Renewed {
  readonly objective: Objective;
  readonly until: Day;
  readonly sameHost: boolean;
  readonly before: number;
  readonly again: boolean;
  /** What its bilan says of its objective; null: it has none, or says nothing. */
  readonly met: "yes" | "no" | null;
}

export interface PmsmpContext {
  readonly rules: Rules;
  readonly today: Day;
  readonly birthDate: Day | null;
  readonly delegations: readonly { readonly from: string; readonly until: Day }[];
  readonly atHost: readonly Before[];
  readonly renews: Renewed | null;
}

export type PmsmpProblem =
  | { readonly field: "until"; readonly code: "endsBefore" }
  | { readonly field: "until"; readonly code: "tooLong"; readonly days: number; readonly limit: number }
  | {
      readonly field: "until";
      readonly code: "hostFull";
      readonly days: number;
      readonly already: number;
      readonly limit: number;
      readonly months: number;
      readonly window: Span;
    }
  | { readonly field: "until"; readonly code: "noDelegation" }
  | { readonly field: "until"; readonly code: "delegationEnds"; readonly from: string; readonly on: Day }
  | { readonly field: "hoursPerWeek"; readonly code: "tooManyHours"; readonly limit: number }
  | { readonly field: "from"; readonly code: "tooYoung"; readonly age: number; readonly on: Day }
  | { readonly field: "from"; readonly code: "ageUnknown"; readonly age: number }
  | { readonly field: "from"; readonly code: "unsigned" }
  | { readonly field: "from"; readonly code: "beforeRenewed"; readonly until: Day }
  | { readonly field: "representative"; readonly code: "representative"; readonly age: number }
  | { readonly field: "signedOn"; readonly code: "signedAfter"; readonly on: Day }
  | { readonly field: "postFree"; readonly code: "postTaken" }
  | { readonly field: "objective"; readonly code: "sameAgain" }
  | { readonly field: "why"; readonly code: "noBilan" | "objectiveMet" | "renewedEnough" | "otherThanRenewed" };

type Rule = (typed: PmsmpTyped, context: PmsmpContext) => readonly PmsmpProblem[];

const spanOf = ({ from, until }: PmsmpTyped): Span | null =>
  from === null || until === null || until < from ? null : { from, until };

const inOrder: Rule = ({ from, until }) =>
  from !== null && until !== null && until < from ? [{ field: "until", code: "endsBefore" }] : [];

const lasts: Rule = (typed, { rules }) => {
  const span = spanOf(typed);
  const days = span === null ? 0 : daysOf(span);
  return days > rules.daysAtMost ? [{ field: "until", code: "tooLong", days, limit: rules.daysAtMost }] : [];
};

const atOneHost: Rule = (typed, { rules, atHost }) => {
  const span = spanOf(typed);
  // One that is far too long is said by its own rule.
  if (span === null || daysOf(span) > rules.hostDaysAtMost) return [];
  const { days, already, from, until } = fullestWindow(span, atHost, rules.rollingMonths);
  if (days <= rules.hostDaysAtMost) return [];
  const window = { from, until };
  return [
    {
      field: "until",
      code: "hostFull",
      days,
      already,
      limit: rules.hostDaysAtMost,
      months: rules.rollingMonths,
      window,
    },
  ];
};

const hours: Rule = ({ hoursPerWeek }, { rules }) =>
  hoursPerWeek !== null && hoursPerWeek > rules.hoursAtMost
    ? [{ field: "hoursPerWeek", code: "tooManyHours", limit: rules.hoursAtMost }]
    : [];

/** On its first day. Under the age at which one signs alone, the legal representative signs too. */
const age: Rule = ({ from, representative }, { rules, birthDate }) => {
  if (birthDate === null) return [{ field: "from", code: "ageUnknown", age: rules.ageAtLeast }];
  if (from === null) return [];
  const on = addYears(birthDate, rules.ageAtLeast);
  if (from < on) return [{ field: "from", code: "tooYoung", age: rules.ageAtLeast, on }];
  const signsToo = from < addYears(birthDate, rules.ageAlone) && representative !== "yes";
  return signsToo ? [{ field: "representative", code: "representative", age: rules.ageAlone }] : [];
};

/** The PLIE prescribes immersions by delegation: one that ends before the last day covers nothing of what follows. */
const delegated: Rule = ({ until }, { delegations }) => {
  const longest = delegations.toSorted((one, other) => other.until.localeCompare(one.until)).at(0);
  if (longest === undefined) return [{ field: "until", code: "noDelegation" }];
  return until !== null && longest.until < until
    ? [{ field: "until", code: "delegationEnds", from: longest.from, on: longest.until }]
    : [];
};

/** It is planned before it is signed; it does not begin before. */
const signed: Rule = ({ from, signedOn }, { today }) => {
  if (from === null) return [];
  if (signedOn === null) return from <= today ? [{ field: "from", code: "unsigned" }] : [];
  return from < signedOn ? [{ field: "signedOn", code: "signedAfter", on: signedOn }] : [];
};

const freePost: Rule = ({ postFree }) => (postFree === "no" ? [{ field: "postFree", code: "postTaken" }] : []);

/** The same objective, for the same job, at the same host: that is a renewal, and is asked as one. */
const again: Rule = ({ objective, job }, { atHost, renews }) =>
  renews === null &&
  job !== "" &&
  atHost.some((before) => before.objective === objective && foldedHost(before.job) === foldedHost(job))
    ? [{ field: "objective", code: "sameAgain" }]
    : [];

const renewal: Rule = ({ objective, from }, { renews, rules }) => {
  if (renews === null) return [];
  const codes = [
    ...(renews.again || renews.before + 1 > rules.renewalsAtMost ? (["renewedEnough"] as const) : []),
    ...(renews.met === null ? (["noBilan"] as const) : []),
    ...(renews.met === "yes" ? (["objectiveMet"] as const) : []),
    ...(!renews.sameHost || (objective !== null && objective !== renews.objective)
      ? (["otherThanRenewed"] as const)
      : []),
  ];
  const [first] = codes;
  return [
    ...(first === undefined ? [] : [{ field: "why", code: first } as const]),
    ...(from !== null && from <= renews.until
      ? [{ field: "from", code: "beforeRenewed", until: renews.until } as const]
      : []),
  ];
};

const RULES: readonly Rule[] = [inOrder, lasts, atOneHost, hours, age, delegated, signed, freePost, again, renewal];

/** Every problem at once, in the order of the rules. */
export const pmsmpProblems = (typed: PmsmpTyped, context: PmsmpContext): readonly PmsmpProblem[] =>
  RULES.flatMap((rule) => rule(typed, context));

/** Allowed, and worth saying: above it a convention has to tell why. */
export const manyHours = ({ hoursPerWeek }: Pick<PmsmpTyped, "hoursPerWeek">, rules: Rules): boolean =>
  hoursPerWeek !== null && hoursPerWeek > rules.hoursWarned && hoursPerWeek <= rules.hoursAtMost;

/** Whether a legal representative is asked for: under the age on that day. */
export const needsRepresentative = (birthDate: Day | null, on: Day, rules: Rules): boolean =>
  birthDate !== null && on < addYears(birthDate, rules.ageAlone);
