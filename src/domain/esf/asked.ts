import type { Item } from "./questionnaire.ts";
import type { EsfAnswer, EsfAnswerSheet } from "./records.ts";

/** The values of an answer: one, several, or none. */
export const chosenIn = (answer: EsfAnswer | undefined): readonly string[] =>
  answer === undefined ? [] : typeof answer === "string" ? [answer] : answer;

/** Whether an item is asked, from the answers that it depends on. */
export const isAsked = ({ askedWhen }: Pick<Item, "askedWhen">, answers: EsfAnswerSheet): boolean =>
  askedWhen === undefined || chosenIn(answers[askedWhen.item]).some((value) => askedWhen.among.includes(value));
