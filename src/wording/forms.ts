/** Labels of what is compared or offered in the forms. */
import type { IdentityField } from "../domain/participant/identity-from-inputs.ts";
import type { EntryField } from "../domain/participant/entry-from-inputs.ts";
import type { FindingField } from "../domain/diagnostic/finding-from-inputs.ts";

export const identityLabels: Readonly<Record<IdentityField, string>> = {
  givenName: "Prénom",
  familyName: "Nom",
  birthDate: "Date de naissance",
  commune: "Commune de résidence",
  phone: "Téléphone",
  email: "Courriel",
  address: "Adresse",
  prescriber: "Orienté·e par",
};

export const entryLabels: Readonly<Record<EntryField, string>> = {
  firstInterviewOn: "Premier entretien le",
  noticeOn: "Notice remise et expliquée le",
  language: "Langue",
  interpreter: "Interprète",
  healthAgreement: "Accord pour la santé",
};

export const findingLabels: Readonly<Record<FindingField, string>> = {
  strength: "Ce qui aide déjà",
  severity: "Niveau de difficulté",
  impact: "Poids sur le projet",
  situations: "Ce qui se passe concrètement",
  selfSeverity: "Niveau selon la personne",
  priority: "Priorité pour la personne",
  source: "D'où vient l'information",
  facts: "Faits utiles",
};

export const personViewLabels = {
  agreement: "La personne est",
  words: "Ses mots",
  heard: "Souhaite être entendu·e par la cellule",
} as const;

export const formTitles = {
  overview: "Tour d'horizon",
  entry: "Entrée",
  identity: "Identité",
  personView: "Point de vue de la personne",
  situation: "Situation",
  recommendation: "Ma préconisation",
  review: "Présenter en cellule",
} as const;

export const formWords = {
  otherPrescriber: "Autre",
  notAskedYet: "Pas demandé",
  yes: "Oui",
  no: "Non",
  nothingTyped: "Rien de saisi",
  restKept: "… (la suite est gardée)",
  healthChoices: { agreed: "Oui", refused: "Non", notAsked: "Pas encore demandé" },
} as const;
