/** The minutes of a sitting: its headings and counts. */
import type { Framework } from "../domain/framework/schema.ts";
import type { OpinionCount } from "../domain/review/minutes.ts";
import { leadLabel } from "./lead.ts";
import { counted } from "./lists.ts";
import { outcomeWords } from "./reviews.ts";

type Words = Pick<Framework, "levels" | "impacts" | "domains" | "suggestion" | "thresholds">;

export const minutesWords = {
  title: "Compte rendu de séance",
  attendance: "Présences",
  columns: ["Nom", "Présence", "Signature"],
  present: "Présent·e",
  absent: "Absent·e",
  cases: "Situations étudiées",
  noCase: "Aucune situation n'était à l'ordre du jour.",
  told: "Décidé depuis la séance précédente, hors séance",
  toDo: "Ce qui reste à faire",
  toDoColumns: ["Situation", "Quoi", "Qui", "Pour quand"],
  nothingToDo: "Rien de particulier.",
  noName: "Aucune personne accompagnée n'est nommée dans ce compte rendu.",
  open: (from: string, until: string, duration: string): string => `Ouverte à ${from}, close à ${until} (${duration})`,
  ledBy: (name: string): string => `Séance menée par ${name}`,
  secretary: (name: string): string => `Secrétaire : ${name}`,
  quorum: (quorum: number): string => `Quorum : ${counted(quorum, "membre", "membres")}`,
} as const;

export const minutesIn = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** « 40 minutes », « 2 h 05 ». */
export const lastedWords = (minutes: number): string =>
  minutes < 60
    ? counted(minutes, "minute", "minutes")
    : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, "0")}`;

/** « Poursuite en PLIE : 3 · Réorientation (Mission locale) : 1 ». */
export const countedWords = (framework: Words, counts: readonly OpinionCount[]): string =>
  counts
    .map(({ outcome, to, count }) => {
      const kind = to === null ? "" : ` (${leadLabel(framework, to)})`;
      return `${outcomeWords[outcome]}${kind} : ${String(count)}`;
    })
    .join(" · ");
