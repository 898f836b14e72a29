/** Words of *Parcours*: where a person's actions, contacts, hand-overs, suspension and suppléance stand, and what can be done. */
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Pause } from "../domain/participant/clock-facts.ts";
import { dayInWords, shortDay } from "./dates.ts";

export const pathWords = {
  someone: "une autre personne de l'équipe",
  nothingYet: "Rien n'est encore noté de ce parcours : ni action, ni contact, ni passage de relais.",
  /** In the order of the list; each one is shown only where it can be done. */
  choices: {
    actions: "Voir ou planifier une action",
    handover: "Préparer ou suivre un passage de relais",
    sessions: "Inscrire à une action collective",
    evidence: "Voir ce qui a été observé en action",
    resume: "Reprendre le parcours, ou changer la date de retour",
    followUp: "Faire le point à trois mois",
    exitNews: "Noter les nouvelles six mois après la sortie",
    contact: "Contacts et rendez-vous",
    told: "Retour au prescripteur",
    end: "Mettre fin au parcours",
    death: "Noter un décès",
    questionnaire: "Remplir ou signer un questionnaire FSE+",
    situation: "Noter la situation de la personne",
    study: "Voir l'étude en cellule",
    transfer: "Noter une suppléance ou un changement de référent·e",
    pause: "Suspendre le parcours",
    transmit: "Transmettre à France Travail ou à l'organisme qui oriente",
    rights: "Droits de la personne : notice, accords, demandes",
    manage: "Gérer la fiche",
  },
} as const;
export type PathChoice = keyof typeof pathWords.choices;

export interface PathLine {
  readonly label: string;
  readonly value: string;
}

const activationLine = ({ activation }: CaseFile, today: Day): string | null => {
  if (activation === null) return null;
  const { chosenOn, deferredOn, endsOn, bilanOn } = activation;
  if (endsOn !== null)
    return endsOn < today
      ? `terminée le ${shortDay(endsOn, today)}, sans bilan`
      : `jusqu'au ${shortDay(endsOn, today)}`;
  if (bilanOn !== null) return `bilan fait le ${shortDay(bilanOn, today)}`;
  if (deferredOn !== null) return `différée le ${shortDay(deferredOn, today)}`;
  return chosenOn === null ? null : `choisie le ${shortDay(chosenOn, today)}`;
};

const pauseLine = (open: Pause | undefined): string | null => {
  if (open === undefined) return null;
  const back = open.returnOn === null ? "sans date de retour" : `retour prévu le ${dayInWords(open.returnOn)}`;
  return `depuis le ${dayInWords(open.from)}, ${back}`;
};

/** Kept after an exit, for who would go on: nobody is waited for then. */
const nextPointLine = ({ followUpOn, status }: CaseFile): string | null =>
  followUpOn === null || (status !== "inPath" && status !== "decided") ? null : `le ${dayInWords(followUpOn)}`;

const handoverLine = ({ handovers }: CaseFile): string | null => {
  const open = handovers.filter(({ closedOn }) => closedOn === null).length;
  if (open === 0) return null;
  return open === 1 ? "1 en cours" : `${String(open)} en cours`;
};

const substituteLine = ({ substitute }: CaseFile, nameOf: (id: string) => string): string | null =>
  substitute === null
    ? null
    : `${nameOf(substitute.memberId)}, du ${dayInWords(substitute.from)} au ${dayInWords(substitute.until)}`;

/** What is known, a line each; nothing of what is not. */
export const pathLines = (
  file: CaseFile,
  suspended: Pause | undefined,
  today: Day,
  nameOf: (id: string) => string,
): readonly PathLine[] => {
  const lines: readonly (readonly [string, string | null])[] = [
    ["Dernier contact", file.lastContactOn === null ? null : `le ${dayInWords(file.lastContactOn)}`],
    ["Aller vers", file.outreach === null ? null : `depuis le ${dayInWords(file.outreach.openedOn)}`],
    ["Action", activationLine(file, today)],
    ["Passages de relais", handoverLine(file)],
    ["Parcours suspendu", pauseLine(suspended)],
    ["Suppléance", substituteLine(file, nameOf)],
    ["Prochain point", nextPointLine(file)],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
};
