/** What leaves besides what is chosen on the card, each value in words: nothing leaves that was not read first. */
import type { OrientationField, OrientationValues } from "../domain/exchange/orientation.ts";
import type { TransmittedValues } from "../domain/exchange/transmission.ts";
import { bulleted, quoted } from "./lists.ts";
import { contrainteWords, orientationLines } from "./orientation-sent.ts";

/** Chosen on the card, or said by what is chosen there. */
const CHOSEN: ReadonlySet<string> = new Set([
  ...Object.keys(contrainteWords),
  ...(["capacite_a_travailler", "projet_pro"] satisfies OrientationField[]),
]);
const noted = (values: OrientationValues): OrientationValues =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !CHOSEN.has(field)));

export const objectivesUnderWay = ({ contraintes }: Pick<TransmittedValues, "contraintes">): readonly string[] =>
  contraintes.flatMap(({ objectifs }) =>
    objectifs.flatMap(({ libelle, valeur }) =>
      valeur === "EN_COURS" ? [`objectif en cours : ${quoted(libelle)}`] : [],
    ),
  );

export const alsoLeaves = (values: TransmittedValues): string =>
  `Part aussi :\n${bulleted([
    "prénom, nom, date de naissance et code de la personne",
    "qui a noté chaque sujet, et quand",
    ...orientationLines(noted(values.orientation)),
    ...objectivesUnderWay(values).map((objective) => `${objective}, avec son sujet`),
    "les mêmes réponses, dans les mots des orientations",
  ])}`;
