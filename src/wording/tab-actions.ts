/** Actions of a person on their page. */
import { dayInWords } from "./dates.ts";
import type { Observer } from "../domain/activation/rules.ts";

export const actionTabWords = {
  title: "Actions",
  none: "Aucune action pour l'instant.",
  notNamed: "Action collective",
  states: { planned: "Prévue", done: "Bilan fait", cancelled: "Annulée" },
  over: "Terminée, bilan à faire",
  signed: (on: string): string => `Convention signée par toutes les parties le ${dayInWords(on)}.`,
  unsigned: "Convention à faire signer par toutes les parties : l'action ne commence pas avant.",
  host: (name: string): string => `Chez ${name}.`,
  session: (title: string, place: string): string => `${title} · ${place}.`,
  job: (job: string): string => `Métier essayé : ${job}.`,
  hours: (hours: number): string => `${String(hours).replace(".", ",")} h par semaine.`,
  notPrepared: "La préparation reste à écrire : elle s'ouvre dans la conversation, depuis l'action.",
  sheetNames: {
    "preparation-referent": "Feuille de préparation",
    "preparation-personne": "Feuille de la personne",
    "preparation-structure": "Fiche de la structure",
    "carte-accident": "Carte accident",
    emargement: "Feuille d'émargement",
  },
  leaderSheet: "Fiche de l'animation",
  bilan: (on: string): string => `Bilan du ${dayInWords(on)}`,
  until: (on: string): string => `jusqu'au ${dayInWords(on)}`,
  agreement: "Avis de la personne",
  words: "Ce que la personne en dit",
  understood: "Ce qui a empêché de venir, selon elle",
  facts: "Faits de travail",
  observed: "Ce qui a été observé",
  observers: {
    host: "la structure",
    referent: "le ou la référent·e",
    person: "la personne",
  } satisfies Record<Observer, string>,
  seen: (label: string, fact: string, by: string): string => `${label} : ${fact} (${by})`,
  deferred: (on: string, reason: string, againOn: string, by: string | null): string =>
    `Première action différée le ${dayInWords(on)}${by === null ? "" : ` par ${by}`} : ${reason}. À revoir le ${dayInWords(againOn)}.`,
  parcours: (number: number): string => `parcours ${number}`,
} as const;
