/** Words of the reminders: *À faire aujourd'hui*, what is late in the team, *Mes rappels*. */
import type { LaterChoice } from "../domain/reminders/when.ts";
import { counted } from "./lists.ts";

const said = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

interface Counts {
  readonly late: number;
  readonly today: number;
  readonly coming: number;
}

export const reminderWords = {
  title: "À faire aujourd'hui",
  titleOf: (day: string): string => `À faire, rappel du ${day}`,
  /** « 2 en retard, 1 aujourd'hui, 3 à venir. » */
  count: ({ late, today, coming }: Counts): string =>
    `${said([
      late === 0 ? "" : `${late} en retard`,
      today === 0 ? "" : `${today} aujourd'hui`,
      coming === 0 ? "" : `${coming} à venir`,
    ])}.`,
  allDone: "Plus rien à faire de ce rappel : tout est fait, ou vous est rappelé ailleurs.",
  more: (count: number): string =>
    `Et ${counted(count, "autre", "autres")} : « Mes échéances » les montre, le prochain rappel aussi.`,
  later: (moment: string): string => `Cette carte reviendra ${moment}.`,
  lines: "À faire",
  laterLabel: "Plus tard : quand ?",
  laterChoices: {
    hour: "Dans une heure",
    afternoon: "Cet après-midi, à 14 h",
    tomorrow: "Demain, à mon heure",
    nextWorkingDay: "Le prochain jour travaillé, à mon heure",
  } satisfies Readonly<Record<LaterChoice, string>>,
} as const;

export const lateReminderWords = {
  title: "En retard dans l'équipe",
  count: (late: number, noDate: number): string =>
    `${said([
      late === 0 ? "" : `${counted(late, "échéance passée", "échéances passées")} depuis le dernier rappel`,
      noDate === 0 ? "" : `${counted(noDate, "situation", "situations")} sans date de cellule connue`,
    ])}. Chaque retard est dit une fois ; les référent·es en ont été informé·es.`,
  allDone: "Plus rien en retard de ce rappel.",
  noDate: "Aucune date de cellule connue",
  someone: "Une personne de l'équipe",
} as const;

const hour = (minute: number): string => `${Math.floor(minute / 60)} h ${String(minute % 60).padStart(2, "0")}`;

export const reminderSettingsWords = {
  title: "Mes rappels",
  intro:
    "Une carte par jour au plus, les jours travaillés, à l'heure que vous choisissez. Chaque échéance vous est dite quand elle approche, puis une fois encore si elle est en retard.",
  digest:
    "Une carte par semaine, le premier jour travaillé, à l'heure que vous choisissez : les pièces à compléter, par référent·e. Rien s'il n'en manque aucune.",
  leads: "Ce qui est en retard dans l'équipe vous est dit dans tous les cas.",
  hour,
  none: "Aucun rappel",
  stopped: "Situations sans rappel",
  takeBack: "Pour rappeler de nouveau une situation, cochez-la.",
  noneStopped: "Aucune situation n'est laissée de côté.",
  moreStopped: "Il y en a d'autres : elles apparaîtront ici quand celles-ci seront reprises.",
} as const;
