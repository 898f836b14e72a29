/** What every screen and document of the collegial review names in the same way. Nothing here says who the person is. */
import type { CellId, ReviewId } from "../domain/review/codes.ts";
import type { Destination, ReviewOutcome } from "../domain/review/outcomes.ts";
import type {
  ADJOURN_REASONS,
  AgeBand,
  FullReason,
  REOPEN_REASONS,
  ReviewState,
  WITHDRAW_REASONS,
} from "../domain/review/records.ts";
import { leadLabel, type LeadWords } from "./lead.ts";

/** « Situation 2026-001 ». */
export const reviewLabel = (id: ReviewId): string => `Situation ${id}`;

export const cellWords: Readonly<Record<CellId, string>> = {
  entree: "Cellule entrées",
  sortie: "Cellule sorties",
  gta: "GTA",
};

/** The same in a sentence: « la cellule entrées », « présentée au GTA ». */
export const cellNamed: Readonly<Record<CellId, Readonly<Record<"the" | "to" | "of" | "in", string>>>> = {
  entree: {
    the: "la cellule entrées",
    to: "à la cellule entrées",
    of: "de la cellule entrées",
    in: "en cellule entrées",
  },
  sortie: {
    the: "la cellule sorties",
    to: "à la cellule sorties",
    of: "de la cellule sorties",
    in: "en cellule sorties",
  },
  gta: { the: "le GTA", to: "au GTA", of: "du GTA", in: "en GTA" },
};

export const reviewStateWords: Readonly<Record<ReviewState, string>> = {
  submitted: "À étudier",
  underReview: "À l'étude",
  adjourned: "Ajournée",
  decided: "Décidée",
  withdrawn: "Retirée",
};

export const outcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  stay: "Poursuite en PLIE",
  stayWithRelays: "Poursuite avec relais",
  reorient: "Réorientation",
  toComplete: "Diagnostic à compléter",
  exitJob: "Sortie emploi",
  exitTraining: "Sortie formation",
  exitOther: "Autre sortie",
  goOn: "Poursuite",
  practice: "Avis de pratique",
};

/** « Mission locale », or with the service that is named, « Mission locale (Accueil du centre-ville) ». */
export const destinationWords = (framework: LeadWords, to: Destination, service: string | null): string => {
  const lead = leadLabel(framework, to.lead);
  return service === null ? lead : `${lead} (${service})`;
};

/** An opinion where something else follows it: « Réorientation (Mission locale, Accueil du centre-ville) ». */
export const opinionOutcomeWords = (
  framework: LeadWords,
  { outcome, to }: { readonly outcome: ReviewOutcome; readonly to: Destination | null },
  service: string | null,
): string => {
  if (to === null) return outcomeWords[outcome];
  const place = [leadLabel(framework, to.lead), ...(service === null ? [] : [service])].join(", ");
  return `${outcomeWords[outcome]} (${place})`;
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  under26: "Moins de 26 ans",
  "26to29": "26 à 29 ans",
  "30to44": "30 à 44 ans",
  "45to54": "45 à 54 ans",
  "55up": "55 ans et plus",
  unknown: "Âge non précisé",
};

/** « Première couronne nord »; too few people followed there to name it. */
export const communeGroupWords = (group: string | null): string => group ?? "Secteur non précisé";

/** Health and urgent points are seen together, in the sitting, never written on a screen of the review. */
export const seenInSitting = "à voir en séance";

/** Why a case takes the full study. */
export const fullReasonWords: Readonly<Record<FullReason, string>> = {
  wayOut: "Une sortie du PLIE est envisagée",
  disagreement: "Les points de vue ne se rejoignent pas encore",
  fragile: "La piste est fragile",
  noLead: "La méthode n'a pas de piste fiable",
  urgent: "Un point urgent est ouvert",
  onRequest: "L'étude complète est demandée",
  drawn: "La situation est tirée au sort",
  otherCell: "Cette cellule étudie toutes les situations",
  secondStudy: "La personne demande un réexamen",
};

export const adjournReasonWords: Readonly<Record<(typeof ADJOURN_REASONS)[number], string>> = {
  quorum: "Le quorum n'est pas atteint",
  personAbsent: "La personne souhaite être entendue et n'est pas là",
  referentAbsent: "Référent·e absent·e",
  toInform: "Il manque une information",
  noTime: "Le temps a manqué",
  other: "Autre raison",
};

export const withdrawReasonWords: Readonly<Record<(typeof WITHDRAW_REASONS)[number], string>> = {
  notReady: "La présentation n'est pas prête",
  situationChanged: "La situation a changé",
  personsRequest: "La personne le demande",
  error: "Présentée par erreur",
  other: "Autre raison",
};

export const reopenReasonWords: Readonly<Record<(typeof REOPEN_REASONS)[number], string>> = {
  newInformation: "Une information nouvelle",
  infoCorrected: "Une information a été corrigée",
  routeFailed: "Ce qui était décidé n'a pas pu se faire",
  personsRequest: "La personne le demande",
  other: "Autre raison",
};
