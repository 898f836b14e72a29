/** An ESF+ questionnaire to print, for what prints it. */
import type { QuestionnaireToPrint } from "../../src/documents/questionnaire.ts";
import { DECLINED, itemsOf, type EsfStage, type Item } from "../../src/domain/esf/questionnaire.ts";
import type { EsfAnswer } from "../../src/domain/esf/records.ts";
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
