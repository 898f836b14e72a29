/**
 * Whether the conditions that a partner states are met. They are the only way in which age, commune or a fact of the situation may move anything:
 * unknown, declined and not asked are *à vérifier*, and what is not recorded never excludes.
 */
import type { Day } from "../participant/codes.ts";
import type { Condition, Eligibility } from "./condition.ts";
import type { SituationFacts } from "./facts.ts";
import type { LeadInputs } from "./lead.ts";
import type { Offer } from "./offer.ts";

/** What conditions are read against. */
export interface Situation {
  readonly age: number | null;
  readonly commune: string | null;
  readonly epci: string | null;
  readonly facts: SituationFacts;
}

/** Stands for the zone of a service among its stated conditions. The screen puts it in words. */
export const ZONE_CONDITION = "zone";
/** Begins the condition that stands for the publics of a service, as data·inclusion writes them, separated by commas. */
export const PUBLICS_CONDITION = "publics:";

/** From the most open to the least. */
export const OPENNESS: Readonly<Record<Eligibility, number>> = { eligible: 0, soon: 1, toVerify: 2, excluded: 3 };

export const situationOf = ({ birthDate, asOf, commune, epci, facts }: LeadInputs): Situation => ({
  age: birthDate === null ? null : ageOn(birthDate, asOf),
  commune,
  epci,
  facts,
});

/** Whole years on a day. */
const ageOn = (birthDate: Day, on: Day): number => {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

export const judgeCondition = (condition: Condition, { age, facts }: Situation): Eligibility => {
  if (condition.on === "stated") return "toVerify";
  if (condition.on === "age") {
    if (age === null) return "toVerify";
    return age >= (condition.from ?? 0) && age < (condition.under ?? Infinity) ? "eligible" : "excluded";
  }
  const answer = facts[condition.fact];
  if (answer === null) return "toVerify";
  if (condition.is.includes(answer)) return "eligible";
  if (condition.soon?.includes(answer) === true) return "soon";
  return answer === "unknown" || answer === "declined" ? "toVerify" : "excluded";
};

const YOUNG_UNDER = 26;
/** Between the two, what *jeunes* means differs from one partner to the next. */
const NO_LONGER_YOUNG_FROM = 30;

const answered = (answer: SituationFacts["rsa"]): Eligibility =>
  answer === "yes" ? "eligible" : answer === "no" ? "excluded" : "toVerify";

const young = ({ age }: Situation): Eligibility =>
  age === null || (age >= YOUNG_UNDER && age < NO_LONGER_YOUNG_FROM)
    ? "toVerify"
    : age < YOUNG_UNDER
      ? "eligible"
      : "excluded";

const onMinimumIncome = ({ facts: { rsa, ass, aah } }: Situation): Eligibility => {
  if (rsa === "yes" || ass === "yes" || aah === "yes") return "eligible";
  return rsa === "no" && ass === "no" && aah === "no" ? "excluded" : "toVerify";
};

/** Publics that something recorded can speak of; of any other, nothing is known here. */
const PUBLICS: Readonly<Record<string, (situation: Situation) => Eligibility>> = {
  "tous-publics": () => "eligible",
  jeunes: young,
  "beneficiaires-des-minimas-sociaux": onMinimumIncome,
  "demandeurs-emploi": ({ facts }) => answered(facts.franceTravail),
  "residents-qpv-frr": ({ facts }) => answered(facts.qpv),
  // Handicap is wider than its recognition: no status excludes.
  "personnes-en-situation-de-handicap": ({ facts }) =>
    facts.rqth === "yes" || facts.aah === "yes" ? "eligible" : facts.rqth === "requested" ? "soon" : "toVerify",
  actifs: ({ facts }) => (facts.iae === "yes" || facts.lastJob === "EN_ACTIVITE" ? "eligible" : "toVerify"),
};

/** One public that fits is enough; one that will fit comes before one that nobody can tell. */
const judgePublics = (publics: Offer["publics"], situation: Situation): Eligibility => {
  if (publics.length === 0) return "eligible";
  let found: Eligibility = "excluded";
  for (const name of publics) {
    const judged = PUBLICS[name]?.(situation) ?? "toVerify";
    if (judged === "eligible") return judged;
    if (OPENNESS[judged] < OPENNESS[found]) found = judged;
  }
  return found;
};

const ONLY_DIGITS = /^\d{9}$/;
const COMMUNE = /^(?:\d{2}|2[AB])\d{3}$/;
const DEPARTMENT = /^(?:\d{2}|2[AB]|9[78]\d)$/;

/** Does one code cover the commune? Null: this code cannot be told. */
const covers = (code: string, commune: string, epci: string | null): boolean | null => {
  if (code === commune) return true;
  if (COMMUNE.test(code)) return false;
  if (DEPARTMENT.test(code)) return commune.startsWith(code);
  return ONLY_DIGITS.test(code) && epci !== null ? code === epci : null;
};

const judgeZone = (zone: Offer["zone"], { commune, epci }: Situation): Eligibility => {
  if (zone === null || zone.length === 0 || zone.includes("france")) return "eligible";
  if (commune === null) return "toVerify";
  let found: Eligibility = "excluded";
  for (const code of zone) {
    const covered = covers(code, commune, epci);
    if (covered === true) return "eligible";
    if (covered === null) found = "toVerify";
  }
  return found;
};

/** All of them must be met: one that is not is enough. */
const worst = (one: Eligibility, other: Eligibility): Eligibility => (OPENNESS[one] >= OPENNESS[other] ? one : other);

/** Zone, publics and stated conditions of a service: all of them must be met. */
export const judgeOffer = (offer: Offer, situation: Situation): Eligibility => {
  let found = judgeZone(offer.zone, situation);
  if (found !== "excluded") found = worst(found, judgePublics(offer.publics, situation));
  for (const condition of offer.conditions) {
    if (found === "excluded") return found;
    found = worst(found, judgeCondition(condition, situation));
  }
  return found;
};

interface Judged {
  readonly eligibility: Eligibility;
  readonly conditions: readonly string[];
}

/** The same, with the conditions that it comes from; `also`: conditions stated beside the service's own. */
export const explainOffer = (offer: Offer, situation: Situation, also: readonly Condition[] = []): Judged =>
  together([
    [judgeZone(offer.zone, situation), ZONE_CONDITION],
    [judgePublics(offer.publics, situation), `${PUBLICS_CONDITION}${offer.publics.join(",")}`],
    ...judgeEach([...also, ...offer.conditions], situation),
  ]);

/** Conditions stated by the framework alone. */
export const explainConditions = (conditions: readonly Condition[], situation: Situation): Judged =>
  together(judgeEach(conditions, situation));

const judgeEach = (conditions: readonly Condition[], situation: Situation): (readonly [Eligibility, string])[] =>
  conditions.map((condition) => [judgeCondition(condition, situation), condition.label] as const);

const together = (judged: readonly (readonly [Eligibility, string])[]): Judged => {
  const eligibility = judged.reduce<Eligibility>((found, [one]) => worst(found, one), "eligible");
  const counts = (one: Eligibility): boolean => one === eligibility || (eligibility === "toVerify" && one === "soon");
  const conditions = eligibility === "eligible" ? [] : judged.flatMap(([one, label]) => (counts(one) ? [label] : []));
  return { eligibility, conditions: [...new Set(conditions)] };
};
