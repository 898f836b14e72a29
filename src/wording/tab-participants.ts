/** Words of the page *Participants*. */
import type { Step } from "../domain/dashboard/steps.ts";
import type { CaseStatus } from "../domain/participant/case-file.ts";
import type { MilestoneId } from "../domain/participant/milestones.ts";
import { dayInWords, dueDateBeside, dueInWords } from "./dates.ts";
import { counted, lowerFirst, quoted } from "./lists.ts";
import { milestoneWords, shortStatusWords, statusWords } from "./situation.ts";
import { stepWords } from "./steps.ts";

export const participantsWords = {
  search: "Rechercher une personne",
  searchHint: "Par nom, avec une faute de frappe au plus, ou par code. Échap efface.",
  narrow: "Choisir qui est montré",
  referent: "Référent·e",
  mine: "Les personnes que j'accompagne",
  everyone: "Tout le monde",
  where: "Où en est la personne",
  anywhere: "Partout",
  milestone: "Échéance à venir ou en retard",
  anyMilestone: "Toutes",
  late: "En retard seulement",
  sort: "Ranger",
  sorts: {
    name: "Par ordre de nom",
    since: "Par date d'entrée ou d'orientation, la plus récente d'abord",
    due: "Par échéance, la plus proche d'abord",
  },
  /** In the order of milestones, whoever has none is not there. */
  withoutDue: "Qui n'a pas d'échéance n'est pas dans cette liste.",
  columns: {
    person: "Personne",
    referent: "Référent·e",
    where: "Où elle en est",
    due: "Prochaine échéance",
    since: "Entrée ou orientation",
    month: "Mois",
  },
  previous: "Page précédente",
  next: "Page suivante",
  pages: "Pages de la liste",
  toEveryone: "Voir tout le monde",
  toMine: "Voir toute la liste",
  amongEveryone: "Chercher parmi tout le monde",
  noDue: "Rien à faire pour l'instant",
  gone: "N'est plus dans l'équipe",
  noName: "Prénom et nom à compléter",
  nobody: "Personne dans cette liste pour le moment.",
  emptied: "Plus personne sur cette page : la liste a changé. Revenez à la page précédente.",
  begin: "Dans la conversation avec Repère : « nouveau » enregistre une personne orientée.",
  partial: "Beaucoup de noms commencent ainsi : tous ne sont pas là. Ajoutez le prénom, ou écrivez le nom en entier.",
  searching: "Recherche…",
} as const;

/** « 3 personnes », « 25 personnes sur cette page ». */
export const countedPeople = (count: number, more: boolean): string =>
  `${counted(count, "personne", "personnes")}${more ? " sur cette page" : ""}`;

/** « Entrée le 12 novembre 2026 ». */
export const sinceWords = (orientedOn: string, enteredOn: string | null): string =>
  enteredOn === null ? `Orientation le ${dayInWords(orientedOn)}` : `Entrée le ${dayInWords(enteredOn)}`;

/** « Premier entretien », then « En retard de 2 jours, 12 novembre 2026 ». */
export const nextDueWords = (
  milestone: MilestoneId,
  on: string,
  today: string,
): { readonly what: string; readonly when: string; readonly date: string } => ({
  what: milestoneWords[milestone],
  when: dueInWords(on, today),
  date: dueDateBeside(on, today),
});

export const whereWords = (status: CaseStatus, step: Step): string =>
  status === "cancelled" ? statusWords.cancelled : stepWords[step];

export interface ShownPeople {
  /** Undefined: everyone's; `own`: the reader's. */
  readonly of: "own" | "everyone" | { readonly name: string | null };
  readonly step: Step | undefined;
  readonly status: CaseStatus | undefined;
  readonly milestone: MilestoneId | undefined;
  readonly when: keyof typeof whenWords | undefined;
}

const whenWords = {
  late: "en retard",
  soon: "à venir dans les 14 jours",
  outreach: "pas encore reçues, délai du point sur les démarches passé",
} as const;

const whoseWords = (of: ShownPeople["of"]): string => {
  if (of === "own") return "Les personnes que vous accompagnez";
  if (of === "everyone") return "Toutes les personnes du PLIE";
  return of.name === null
    ? "Les personnes dont le ou la référent·e n'est plus dans l'équipe"
    : `Les personnes accompagnées par ${of.name}`;
};

/** « Les personnes que vous accompagnez, à recevoir, en retard ». */
export const shownPeopleWords = ({ of, step, status, milestone, when }: ShownPeople): string =>
  [
    whoseWords(of),
    ...(step === undefined ? [] : [lowerFirst(stepWords[step])]),
    ...(status === undefined ? [] : [shortStatusWords[status]]),
    ...(milestone === undefined ? [] : [`échéance ${quoted(milestoneWords[milestone])}`]),
    ...(when === undefined ? [] : [whenWords[when]]),
  ].join(", ");
