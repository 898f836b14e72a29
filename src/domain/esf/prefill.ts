/** What the questionnaires may suggest from what is known already, each with its source. The référent confirms with the person; nothing is recorded by itself. */
import type { CaseFile } from "../participant/case-file.ts";
import { firstEnding } from "../participant/clock-facts.ts";
import type { Identity } from "../participant/identity.ts";
import type { StillEmployed } from "../participant/path-records.ts";
import type { SituationFacts } from "../suggestion/facts.ts";
import type { Prefill, PrefillSource } from "./prefill-names.ts";
import type { Item } from "./questionnaire.ts";
import { valuesOf } from "./questionnaire.ts";
import type { EsfAnswer } from "./records.ts";

/** What is known of a person in the present parcours; null: not asked, or not noted. */
export interface Known {
  readonly identity: Pick<Identity, "birthDate" | "commune">;
  readonly situation: SituationFacts | null;
  readonly head: Pick<CaseFile, "status" | "ended" | "decided" | "health">;
  readonly exitNews: { readonly still: StillEmployed } | null;
}

export interface EsfSuggestion {
  readonly answer: EsfAnswer;
  readonly source: PrefillSource;
}

const from = (source: PrefillSource, answer: EsfAnswer | null | undefined): EsfSuggestion | null =>
  answer === null || answer === undefined ? null : { answer, source };

const yesNo = (fact: string | null | undefined): "yes" | "no" | null => (fact === "yes" || fact === "no" ? fact : null);

const labourOf = ({ situation }: Known): string | null => {
  if (situation?.lastJob === "EN_ACTIVITE") return "employed";
  if (situation?.seeksWork === "yes") return "unemployed";
  return situation?.seeksWork === "notNow" || situation?.seeksWork === "doesNotWish" ? "inactive" : null;
};

const WITHOUT_WORK: Readonly<Record<string, string>> = { PLUS_DEUX_ANS: "twoYearsAndMore", JAMAIS: "never" };
const minimaOf = ({ situation }: Known): string[] | null => {
  const received = (["rsa", "ass", "aah"] as const).filter((one) => situation?.[one] === "yes");
  return received.length === 0 ? null : received;
};

/** A status said for that purpose. Who took back that their health be noted is asked anew, without a word suggested. */
const handicapOf = ({ situation, head }: Known): string | null =>
  situation?.rqth === "yes" && head.health !== "withdrawn" ? "yes" : null;

/** How someone left: as it was ended without a cell, else as a cell decided. */
const exitAs = <Answer extends string>(
  { head }: Known,
  said: Readonly<Record<string, Answer>>,
): EsfSuggestion | null => {
  const ended = firstEnding(head);
  if (ended !== null) return from("ending", said[ended.how]);
  return head.status === "left" && head.decided !== null ? from("cell", said[head.decided.outcome]) : null;
};

const SUGGESTIONS: Readonly<Record<Prefill, (known: Known) => EsfSuggestion | null>> = {
  "identity.birthDate": ({ identity }) => from("identity", identity.birthDate),
  "identity.commune": ({ identity }) => from("identity", identity.commune),
  "situation.labour": (known) => from("situation", labourOf(known)),
  "situation.withoutWork": ({ situation }) => from("situation", WITHOUT_WORK[situation?.lastJob ?? ""]),
  "situation.jobseeker": ({ situation }) => from("situation", yesNo(situation?.franceTravail)),
  "situation.diploma": ({ situation }) => from("situation", situation?.diploma),
  "situation.minima": (known) => from("situation", minimaOf(known)),
  "situation.qpv": ({ situation }) => from("situation", yesNo(situation?.qpv)),
  "situation.rqth": (known) => from("situation", handicapOf(known)),
  "exit.employment": (known) =>
    exitAs(known, { lastingJob: "yes", transitionJob: "yes", exitJob: "yes", retirement: "no" }),
  "exit.duration": (known) => exitAs(known, { lastingJob: "sixMonths" }),
  "exit.training": (known) => exitAs(known, { training: "yes", exitTraining: "yes" }),
  "later.employment": ({ exitNews }) => from("exitNews", yesNo(exitNews?.still)),
};

/** What an item suggests; null: nothing is known. A value that its list does not offer (*ne sait pas*, a decline said for another purpose) is none. */
export const suggestionFor = (item: Item, known: Known): EsfSuggestion | null => {
  const suggested = item.prefill === undefined ? null : SUGGESTIONS[item.prefill](known);
  if (suggested === null || (item.type !== "choice" && item.type !== "choices")) return suggested;
  const offered = new Set(valuesOf(item).map(({ value }) => value));
  const chosen = typeof suggested.answer === "string" ? [suggested.answer] : suggested.answer;
  return chosen.every((value) => offered.has(value)) ? suggested : null;
};
