/** *Points d'étape trimestriels*: the page, and the paper of the meeting. */
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords, shortDay } from "./dates.ts";
import { counted } from "./lists.ts";

/** « 4e trimestre 2026 », « 1er trimestre 2027 ». */
const quarterWords = (quarter: string): string => {
  const [year = "", rank = ""] = quarter.split("-T");
  return `${rank === "1" ? "1er" : `${rank}e`} trimestre ${year}`;
};

export const stagePointWords = {
  title: (quarter: string): string => `Points d'étape, ${quarterWords(quarter)}`,
  about: "Les personnes accompagnées, où elles en sont, ce qui est à faire, et ce qui a été convenu la dernière fois.",
  whose: "Référent·e",
  gone: "Personne qui n'est plus dans l'équipe",
  print: "Imprimer la liste",
  person: "Personne",
  step: "Étape",
  due: "Échéances",
  nothingDue: "Rien à échéance",
  dueOn: (what: string, on: Day, today: Day): string =>
    `${what}\u00A0: ${shortDay(on, today)}${on < today ? ", date passée" : ""}`,
  last: "Convenu la dernière fois",
  never: "Rien encore",
  lastOn: (from: "stagePoint" | "checkpoint", on: Day): string =>
    `${from === "stagePoint" ? "Point d'étape" : "Point avec la personne"} du ${dayInWords(on)}`,
  agreed: "Ce qui est convenu aujourd'hui",
  agreedOf: (name: string): string => `Ce qui est convenu aujourd'hui pour ${name}`,
  hint: "1 000 caractères au plus.",
  write: "Noter",
  writeOf: (name: string): string => `Noter ce qui est convenu pour ${name}`,
  record: "Enregistrer",
  keep: "Garder pour plus tard",
  told: {
    recorded: "Enregistré. Ce sera montré au prochain point d'étape.",
    toMend: "Écrivez ce qui est convenu, en 1 000 caractères au plus. Ce qui est tapé est gardé.",
    kept: "Gardé. Rien n'est enregistré.",
    overtaken: "Quelqu'un a écrit entre-temps. Relisez, puis enregistrez : ce que vous avez tapé est gardé.",
    failed: "Rien n'a été enregistré. Ce que vous avez tapé est encore là : réessayez dans un instant.",
  },
  nobody: "Aucune personne dans cette liste pour le moment.",
  /** « 3 personnes, point noté pour 1 d'entre elles ce trimestre. » */
  count: (people: number, noted: number): string =>
    `${counted(people, "personne", "personnes")}${noted === 0 ? "" : `, point noté ce trimestre pour ${noted}`}.`,
  inMeeting:
    "Ce que la réunion convient pour cette personne, dans des mots qu'elle peut lire. Ce sera montré au prochain point d'étape.",
  problems: {
    missing: "écrivez ce qui est convenu pour cette personne.",
    tooLong: "ce texte est trop long : 1 000 caractères au plus. Raccourcissez-le pour l'enregistrer.",
  },
  printedOn: (on: Day): string => `Établi le ${dayInWords(on)}`,
} as const;
