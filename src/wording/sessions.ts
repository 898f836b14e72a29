/** Collective actions in the chat: what is planned, who is expected, who took part. */
import type { SessionProblem } from "../domain/activation/session-from-inputs.ts";
import type { SESSION_DAYS_AT_MOST } from "../domain/activation/sessions.ts";
import type { SESSION_PLACES_AT_MOST } from "../domain/activation/records.ts";
import { counted } from "./lists.ts";

export const sessionWords = {
  count: (count: number): string =>
    count === 0 ? "Aucune action collective n'est prévue." : counted(count, "action collective", "actions collectives"),
  more: "D'autres sont prévues plus tard : elles s'afficheront quand celles-ci seront passées.",
  free: (free: number, places: number): string =>
    free === 0 ? "complet" : `${counted(free, "place libre", "places libres")} sur ${places}`,
  over: "terminée",
  cancelled: "Cette action est annulée. Chaque personne qui était attendue peut en choisir une autre.",
  withWhom: (place: string, leader: string): string => `${place} · avec ${leader}`,
  perDay: (duration: string): string => `${duration} par jour`,
  expected: (count: number, free: number, places: number): string => {
    const people =
      count === 0 ? "Personne n'est inscrit·e" : counted(count, "personne attendue", "personnes attendues");
    return free === 0
      ? `${people}, complet`
      : `${people}, ${counted(free, "place libre", "places libres")} sur ${places}`;
  },
  namesElsewhere: "Leurs noms se lisent avec la personne qui anime, ou qui accompagne quelqu'un du groupe.",
  came: (count: number): string =>
    `${counted(count, "personne a participé", "personnes ont participé")}. Pour faire le bilan, choisissez une personne que vous accompagnez.`,
  tookPart: "a participé",
  bilanDone: "bilan fait",
  outside: "Quelqu'un d'autre",
  cancel: {
    title: "Annuler cette action collective",
    told: (count: number): string =>
      count === 0
        ? "Personne n'y est inscrit·e."
        : `${counted(count, "personne est attendue", "personnes sont attendues")} : l'action sera retirée de leur parcours. Prévenez-les.`,
    forGood: "On ne revient pas en arrière : il faudra en proposer une nouvelle.",
    act: "Annuler l'action",
  },
} as const;

const DAYS: typeof SESSION_DAYS_AT_MOST = 31;
const PLACES: typeof SESSION_PLACES_AT_MOST = 60;

export const sessionProblemWords: Readonly<Record<SessionProblem, string>> = {
  empty: "il manque une réponse.",
  notADate: "écrivez une date, par exemple 8/12/2026.",
  tooLong: "c'est trop long : 120 caractères au plus.",
  tooEarly: "cette date est trop tôt : le premier jour n'est pas passé, et le dernier vient après lui.",
  tooLate: "cette date est trop loin : un an au plus.",
  tooManyDays: `c'est trop long : ${DAYS} jours au plus, premier et dernier jour compris.`,
  notADuration: "écrivez une durée, par exemple 3 h 30 : d'un quart d'heure à 12 heures par jour.",
  notACount: `écrivez un nombre, de 1 à ${PLACES}.`,
};
