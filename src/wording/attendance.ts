/** The attendance sheet of a collective action, one page for each day. */
import type { Session } from "../domain/activation/records.ts";
import type { Day } from "../domain/participant/codes.ts";
import { durationWords } from "./action-facts.ts";
import { dayInWords } from "./dates.ts";

export const attendanceWords = {
  title: "Feuille d'émargement",
  name: "Prénom et nom",
  morning: "Signature du matin",
  afternoon: "Signature de l'après-midi",
  leader: "Signature de la personne qui anime",
  facts: ({ minutes, place, leader }: Pick<Session, "minutes" | "place" | "leader">, day: Day): readonly string[] => [
    `Date : ${dayInWords(day)}`,
    `Durée : ${durationWords(minutes)}`,
    `Lieu : ${place}`,
    `Animation : ${leader}`,
  ],
  nobody: "Personne n'est inscrit·e pour le moment.",
  page: (page: number, of: number): string => `Jour ${page} sur ${of}`,
} as const;
