/** *Extraction mensuelle*: its page, and what its files say of themselves. */
import type { ExtractionColumn } from "../domain/exchange/extraction-columns.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords, monthInWords } from "./dates.ts";
import { upperFirst } from "./lists.ts";

export const columnFormatWords: Readonly<Record<ExtractionColumn["format"], string>> = {
  text: "Texte",
  date: "Date (année-mois-jour)",
  number: "Nombre",
  list: "Liste, séparée par des points-virgules",
};

export const extractionWords = {
  about:
    "Une ligne par personne : des codes, des dates et les réponses FSE+. Ni nom, ni récit, ni niveau, ni tentative, ni absence.",
  title: (month: string): string => `Extraction mensuelle, ${monthInWords(month)}`,
  month: (month: string): string => upperFirst(monthInWords(month)),
  frozen: (on: Day): string => `Arrêtée le ${dayInWords(on)}. Elle ne change plus.`,
  provisional: (on: Day): string =>
    `Provisoire, établie le ${dayInWords(on)} : elle change avec ce qui est enregistré, jusqu'à l'arrêté du mois.`,
  toFreeze: (on: Day): string => `Provisoire. Le mois sera arrêté à partir du ${dayInWords(on)}.`,
  version: (version: string): string => `Liste des colonnes : version ${version}.`,
  dates: "Ce qui est daté d'après la fin du mois n'y figure pas.",
  months: "Mois à prendre",
  monthColumn: "Mois",
  state: "État",
  people: "Personnes",
  files: "Fichiers",
  take: { xlsx: "Excel", csv: "CSV" },
  takeOf: (format: "xlsx" | "csv", month: string): string =>
    `${format === "xlsx" ? "Excel" : "CSV"}, ${monthInWords(month)}`,
  preparing: "Préparation du fichier.",
  ready: "Le fichier est prêt.",
  failed: "Le fichier n'a pas pu être préparé. Réessayez dans un instant.",
  columns: "Ce que dit chaque colonne",
  showColumns: (count: number): string => `Voir les ${count} colonnes`,
  column: {
    title: "Colonne",
    meaning: "Ce qu'elle dit",
    format: "Format",
    source: "D'où elle vient",
    values: "Valeurs possibles",
  },
} as const;
