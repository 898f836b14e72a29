/** Words of the *Fiche*. */
import { quoted } from "./lists.ts";

export const sheetWords = {
  oriented: "Orientation reçue",
  by: (prescriber: string): string => `, par ${prescriber}`,
  firstInterview: "Premier entretien",
  notice: "Notice expliquée",
  language: (language: string): string => `langue : ${language}`,
  withInterpreter: "avec interprète",
  health: "Accord pour la santé",
  referent: "Référent·e",
  mergedInto: (code: string): string => `fusionnée avec ${code}`,
  parcours: (count: number): string => `parcours ${count}`,
  roundOpen: (round: string): string => `${round} en cours`,
  communeTyped: (label: string, typed: string): string => `${label} (noté : ${quoted(typed)})`,
} as const;
