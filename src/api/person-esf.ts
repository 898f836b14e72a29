/** The ESF+ questionnaires of a person, with what was answered for who carries the case only. */
import type { PersonEsf } from "../contracts/person-esf.ts";
import { answerInWords } from "../documents/questionnaire.ts";
import { ESF_MILESTONES } from "../domain/esf/codes.ts";
import { itemsOf } from "../domain/esf/questionnaire.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { EsfOfCase } from "../use-cases/parts/esf.ts";
import type { PersonView } from "../use-cases/see-person.ts";
import { communeIn } from "./questionnaires.ts";

type Sheet = NonNullable<PersonEsf>["sheets"][number];

const answersOf = (
  { plie }: Pick<Services, "plie">,
  { questionnaire, sheet }: EsfOfCase,
): NonNullable<Sheet["answers"]> =>
  itemsOf(questionnaire).flatMap((item) => {
    const answer = sheet?.doc.answers[item.id];
    return answer === undefined ? [] : [{ label: item.label, said: answerInWords(item, answer, communeIn(plie)) }];
  });

const missingOf = ({ standing }: EsfOfCase, carries: boolean): readonly string[] => {
  if (standing.state === "signed") return [];
  const open = standing.blocks.filter(({ state }) => state !== "done");
  return carries
    ? open.flatMap(({ missing }) => missing.map(({ label }) => label))
    : open.map(({ block }) => block.title);
};

export const esfOf = (services: Pick<Services, "plie">, { esf, due, may }: PersonView): PersonEsf =>
  esf === null
    ? null
    : {
        sheets: esf.map((one) => ({
          stage: one.stage,
          state: one.standing.state,
          dueOn: due.find(({ milestone }) => milestone === ESF_MILESTONES[one.stage])?.on ?? null,
          answeredOn: one.standing.answeredOn,
          signedOn: one.standing.signedOn,
          missing: missingOf(one, may.carry),
          answers: may.carry ? answersOf(services, one) : null,
        })),
      };
