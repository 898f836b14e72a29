/** *FSE+* on the page of a person: each questionnaire, whether it is there and signed, and what it still waits for. */
import type { SheetStanding } from "../domain/esf/standing.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "./dates.ts";
import { enumerated, lowerFirst } from "./lists.ts";

export const esfTabWords = {
  title: "Questionnaires FSE+",
  stages: { entry: "À l'entrée", exit: "À la sortie", later: "Six mois après la sortie" },
  print: { answered: "Imprimer, avec les réponses", blank: "Imprimer un questionnaire vierge" },
  due: "Échéance",
  answers: "Ce qui a été répondu",
  missing: (labels: readonly string[]): string => `Il manque encore : ${enumerated(labels.map(lowerFirst))}.`,
  answered: (on: Day): string => `Réponses données le ${dayInWords(on)}.`,
  howToAnswer: (code: string): string =>
    `Pour répondre avec la personne ou noter « signé le » : dans la conversation avec Repère, écrivez « questionnaire ${code} ».`,
  /** For who receives the papers, and reads no answer. */
  howToSign: (code: string): string =>
    `Pour noter « signé le », ou un justificatif de sortie reçu : dans la conversation avec Repère, écrivez « questionnaire ${code} ».`,
} as const;

export const esfStateWords = ({ state, signedOn }: Pick<SheetStanding, "state" | "signedOn">): string => {
  if (signedOn !== null) return `Signé le ${dayInWords(signedOn)}`;
  return {
    notYet: "Pas encore demandé",
    blank: "À remplir",
    begun: "Commencé",
    complete: "Complet, à signer",
    signed: "Signé",
  }[state];
};
