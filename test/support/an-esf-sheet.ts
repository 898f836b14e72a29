import fc from "fast-check";
import { DECLINED } from "../../src/domain/esf/codes.ts";
import { itemsOf, valuesOf, type Item, type Questionnaire } from "../../src/domain/esf/questionnaire.ts";
import type { EsfAnswer, EsfAnswerSheet } from "../../src/domain/esf/records.ts";
import { thePapers } from "./the-papers.ts";

/** The questionnaires that are asked now. */
export const ESF = thePapers().esf;

const anAnswer = (item: Item): fc.Arbitrary<EsfAnswer> => {
  if (item.type === "date")
    return fc.constantFrom("1950-02-28", "1984-03-12", "2001-11-24", "2008-11-25", "2010-01-01");
  if (item.type === "commune") return fc.constantFrom("21166", "21231", "75056");
  const values = valuesOf(item).map(({ value }) => value);
  const one = fc.constantFrom(...values, ...(item.sensitive ? [DECLINED] : []));
  return item.type === "choice" ? one : fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
};

/** Any sheet of answers to that questionnaire: each item answered, declined, or left blank. */
export const anySheet = (questionnaire: Questionnaire): fc.Arbitrary<EsfAnswerSheet> =>
  fc
    .tuple(...itemsOf(questionnaire).map((item) => fc.option(anAnswer(item), { nil: undefined, freq: 4 })))
    .map((answers) =>
      Object.fromEntries(
        itemsOf(questionnaire).flatMap(({ id }, at) => {
          const answer = answers[at];
          return answer === undefined ? [] : [[id, answer] as const];
        }),
      ),
    );
