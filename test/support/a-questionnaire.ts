/** An ESF+ questionnaire to print, for what prints it. */
import type { QuestionnaireToPrint } from "../../src/documents/questionnaire.ts";
import { DECLINED, type EsfStage } from "../../src/domain/esf/codes.ts";
import { itemsOf, type Item } from "../../src/domain/esf/questionnaire.ts";
import type { EsfAnswer, EsfAnswers } from "../../src/domain/esf/records.ts";
import { ALIX } from "./chat.ts";
import { thePapers } from "./the-papers.ts";

const answerTo = (item: Item): EsfAnswer => {
  switch (item.type) {
    case "date":
      return "1987-03-14";
    case "commune":
      return "21231";
    case "choice":
      return item.sensitive ? DECLINED : item.values[0]!.value;
    case "choices":
      return item.values.slice(0, 2).map(({ value }) => value);
  }
};

/** Every question answered, the personal ones declined; `blank`: for nobody yet. */
export const aQuestionnaire = (
  stage: EsfStage,
  overrides: Partial<QuestionnaireToPrint> = {},
): QuestionnaireToPrint => {
  const questionnaire = thePapers().esf[stage];
  const answers = Object.fromEntries(itemsOf(questionnaire).map((item) => [item.id, answerTo(item)]));
  const asked = Object.fromEntries(questionnaire.blocks.map(({ id }) => [id, "2026-11-20"]));
  return {
    questionnaire,
    given: { answers, asked, signedOn: "2026-11-23" },
    person: { givenName: "Camille", familyName: "Essai", code: "P-2026-0001" },
    referent: "Basile Tilleul",
    plie: "PLIE de Dijon Métropole",
    responsible: "CREATIV', l'association qui porte le PLIE",
    keptUntil: "2035-12-31",
    today: "2026-11-27",
    communeOf: (insee) => (insee === "21231" ? "Dijon" : insee),
    ...overrides,
  };
};

export const aBlankQuestionnaire = (stage: EsfStage): QuestionnaireToPrint =>
  aQuestionnaire(stage, { given: null, person: null, referent: null });

/** The entry questionnaire, answered in part: the person has no job, and does not wish to say one thing. */
export const begunEsfAnswers = (code: string): EsfAnswers => ({
  ...{
    kind: "esfAnswers",
    schemaVersion: 1,
    code,
    parcours: 1,
    stage: "entry",
    version: thePapers().esf.entry.version,
  },
  ...{ edition: 1, by: ALIX, at: "2026-11-20T10:00:00.000Z", signedOn: null },
  answers: {
    ...{ birthDate: "1972-04-14", sex: "female", commune: "21355", rural: "no", qpv: "no" },
    ...{ labour: "unemployed", jobseeker: "yes", minima: ["rsa"], handicap: "declined" },
  },
  sources: {},
  asked: { person: "2026-11-20", work: "2026-11-20", situation: "2026-11-20" },
});
