/** How the end of a file is said: who reached it, what is proposed, what goes and what stays. */
import type { ARCHIVE_GROUNDS } from "../domain/participant/clock-facts.ts";
import type { ContactWay, Proposal, Settling, UnarchiveReason } from "../domain/rights/retention-records.ts";
import { counted } from "./lists.ts";

type Ground = (typeof ARCHIVE_GROUNDS)[number];

const monthName = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });
/** « novembre 2026 ». */
export const monthInWords = (month: string): string => monthName.format(new Date(`${month}-01T00:00:00Z`));

const files = (count: number): string => counted(count, "dossier", "dossiers");

export const proposalWords: Readonly<Record<Proposal, string>> = {
  noContact: "La durée prévue est passée : effacer, ou archiver si un motif l'exige",
  archiveOver: "La durée de l'archive est passée : effacer",
  esfOver: "Dossier déjà effacé : restent les questionnaires FSE+, dont la durée est passée",
};

export const settledWords: Readonly<Record<Settling, string>> = {
  erased: "Effacé",
  archived: "Archivé",
  accompanied: "Toujours accompagné·e",
};

export const groundWords: Readonly<Record<Ground, string>> = {
  legalObligation: "Obligation légale de conserver",
  litigation: "Litige ou recours en cours",
};

export const contactWayWords: Readonly<Record<ContactWay, string>> = {
  meeting: "Rendez-vous",
  call: "Appel",
  message: "Message ou courriel",
  letter: "Courrier",
  partner: "Par un partenaire",
};

export const unarchiveWords: Readonly<Record<UnarchiveReason, string>> = {
  comesBack: "La personne revient",
  litigation: "Litige ou recours rouvert",
  error: "Archivé par erreur",
};

export const retentionWords = {
  waiting: (month: string, count: number): string =>
    count === 0
      ? `Liste de ${monthInWords(month)} : tout est confirmé.`
      : `Liste de ${monthInWords(month)} : ${files(count)} ${count < 2 ? "attend" : "attendent"} une confirmation.`,
  noList: "La première liste sera faite le premier jour travaillé du mois.",
  human: "Rien n'est effacé sans que la coordinatrice le confirme, personne par personne.",
  archived: (count: number): string => `${files(count)} ${count < 2 ? "est archivé" : "sont archivés"}.`,
  fileClosed: "Cette carte a été vidée : un dossier dont elle parlait n'est plus en usage.",
  goes: "Effacer supprime tout ce qui est noté de cette personne : identité, coordonnées, diagnostic, notes, avis, décisions, relais, et les cartes envoyées dans Teams. C'est définitif.",
  stays:
    "Restent le code du dossier, les dates des actes et les chiffres déjà comptés, sans nom : ils prouvent ce qui a été fait, et le code n'est jamais redonné.",
  esfStays:
    "Les questionnaires FSE+ restent, sans nom, jusqu'à la fin de leur propre durée : le contrôle des fonds l'exige.",
  archives:
    "Archiver sort le dossier des listes et des échéances. Seule la coordinatrice peut l'ouvrir, ici, et chaque ouverture est notée.",
} as const;
