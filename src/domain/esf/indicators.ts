/** Which indicators a sheet of answers feeds, with the questionnaire of its own version. Pure: the same sheet always gives the same list. */
import type { Day } from "../participant/codes.ts";
import { addYears } from "../participant/days.ts";
import { chosenIn, isAsked } from "./asked.ts";
import { DECLINED } from "./codes.ts";
import { itemsOf, valuesOf, type Feed, type Indicator, type Item, type Questionnaire } from "./questionnaire.ts";
import type { EsfAnswerSheet } from "./records.ts";

/** Whole years between a birth date and a day. */
export const ageOn = (birthDate: Day, on: Day): number => {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return addYears(birthDate, years) <= on ? years : years - 1;
};

interface Sheet {
  readonly answers: EsfAnswerSheet;
  /** Whole years on the day that the answers speak of; null: the birth date is not known. */
  readonly age: number | null;
}

const within = ({ ages }: Feed, age: number | null): boolean =>
  ages === undefined || (age !== null && age >= (ages.from ?? 0) && age <= (ages.to ?? Infinity));

const holds = (feed: Feed, { answers, age }: Sheet): boolean =>
  within(feed, age) &&
  (feed.with ?? []).every(({ item, among }) => chosenIn(answers[item]).some((value) => among.includes(value)));

/** What the answer to one item feeds: nothing when it was not asked, not answered, or declined. */
const fedBy = (item: Item, sheet: Sheet): readonly string[] => {
  const chosen = chosenIn(sheet.answers[item.id]);
  if (chosen.length === 0 || chosen.includes(DECLINED) || !isAsked(item, sheet.answers)) return [];
  const of = valuesOf(item).filter(({ value }) => chosen.includes(value));
  return [...item.feeds, ...of.flatMap(({ feeds }) => feeds)]
    .filter((feed) => holds(feed, sheet))
    .map(({ indicator }) => indicator);
};

const ageIn = ({ birth }: Pick<Questionnaire, "birth">, answers: EsfAnswerSheet, on: Day): number | null => {
  const born = birth === undefined ? undefined : answers[birth];
  return typeof born !== "string" || born === DECLINED ? null : ageOn(born, on);
};

/** Each indicator that the answers feed, in the order of the file, once. `on`: the day that they speak of (entry, exit, six months after it). */
export const indicatorsFed = (
  questionnaire: Pick<Questionnaire, "blocks" | "birth" | "indicators">,
  answers: EsfAnswerSheet,
  on: Day,
): readonly Indicator[] => {
  const sheet = { answers, age: ageIn(questionnaire, answers, on) };
  const fed = new Set(itemsOf(questionnaire).flatMap((item) => fedBy(item, sheet)));
  return questionnaire.indicators.filter(({ code }) => fed.has(code));
};
