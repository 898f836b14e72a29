/** Words of an ESF+ questionnaire on paper: who asks, why, what may be declined, and what becomes of the answers. */
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "./dates.ts";
import { factAnswerWords } from "./situation-facts.ts";

export const questionnairePaperWords = {
  who: "Qui demande, et pourquoi",
  collects: (responsible: string, plie: string): string =>
    `${responsible} (${plie}) recueille ces réponses. Elles rendent compte de l'aide de l'Union européenne (Fonds social européen plus, FSE+) : qui est accompagné, et ce que cela change.`,
  answered: (on: Day): string => `Réponses données le ${dayInWords(on)}.`,
  declined: factAnswerWords.rqth.declined,
  fields: { name: "Prénom et nom", code: "Numéro de dossier", day: "Jour / mois / année", commune: "Commune" },
  rights: "Vos droits",
  right: {
    answer:
      "Vous pouvez ne pas répondre aux questions personnelles : cela ne change rien pour vous. Vous pouvez lire vos réponses, les faire corriger ou dire que vous n'êtes pas d'accord.",
    kept: (until: Day): string =>
      `Elles sont gardées à part de votre dossier, jusqu'au ${dayInWords(until)} au plus, pour les contrôles de l'Union européenne, puis effacées. Une question, une réclamation : votre référent·e, ou la CNIL (www.cnil.fr).`,
  },
  signatures: {
    person: "La personne",
    referent: (name: string | null): string => (name === null ? "Le ou la référent·e" : `${name}, référent·e`),
    onAndSigned: "Le : … / … / …… Signature :",
    signedOn: (on: Day): string => `Signé le ${dayInWords(on)}.`,
  },
  foot: (plie: string, version: string, printedOn: Day): string =>
    `${plie} · questionnaire ${version} · imprimé le ${dayInWords(printedOn)}`,
} as const;
