/** Words of a domain's card, of *Comment en parler ?*, and of two versions side by side. */
import { counted, quoted } from "./lists.ts";

export const domainWords = {
  /** What is left, this one included: a rank among what is left would start again at each domain. */
  left: (others: number): string =>
    others === 0 ? "Dernier domaine à creuser" : `Encore ${others + 1} domaines à creuser, avec celui-ci`,
  /** The same on a domain that was opened without being marked « À creuser ». */
  leftAfter: (others: number): string =>
    others === 0 ? "Aucun autre domaine à creuser" : `Ensuite, ${counted(others, "domaine", "domaines")} à creuser`,
  previous: (day: string, words: string): string => `La dernière fois, le ${day} : ${words}.`,
  priorities: (chosen: number, atMost: number): string =>
    chosen === 0
      ? `${atMost} au plus, aucune choisie ailleurs`
      : `${chosen} sur ${atMost} déjà ${chosen < 2 ? "choisie" : "choisies"} ailleurs`,
  elsewhere: (what: string, label: string): string => `${what} : se note dans ${quoted(label)}`,
} as const;

export const conflictWords = {
  recordedBy: (name: string, moment: string): string => `Enregistré par ${name} ${moment}.`,
  recorded: "Une autre version est enregistrée.",
  yours: (moment: string): string => `Votre version est gardée, saisie ${moment}.`,
  someone: "un autre membre de l'équipe",
} as const;

export const urgentWords = {
  open: (count: number): string =>
    count === 1 ? "Un point urgent est ouvert" : `${count} points urgents sont ouverts`,
  line: (label: string, call: { who: string; number: string | null } | undefined, moment: string): string =>
    `${label}.${call === undefined ? "" : ` Appeler : ${[call.who, call.number].filter((part) => part !== null).join(", ")}.`} Noté ${moment}.`,
  doneOn: "indiquez le jour où c'est fait : aujourd'hui ou avant.",
  doneBy: "indiquez par qui c'est fait.",
} as const;

export const recordWords = {
  reasonMissing: "choisissez une raison.",
  intoMissing: "écrivez le code de la fiche à garder, par exemple P-2026-0001.",
  intoSame: "c'est le code de cette fiche. Écrivez celui de l'autre.",
  intoUnknown: "aucune fiche qui vous soit ouverte ne porte ce code.",
} as const;
