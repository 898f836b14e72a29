/** Where a person stands, in words. */
import type { CaseStatus, CaseFile, HealthAgreement, Answer } from "../domain/participant/case-file.ts";
import type { ToComplete } from "../domain/participant/identity-from-inputs.ts";
import type { MilestoneId } from "../domain/participant/milestones.ts";
import type { DomainState, Round } from "../domain/diagnostic/assessment.ts";
import type { SourceKind } from "../domain/framework/schema.ts";

export const statusWords: Readonly<Record<CaseStatus, string>> = {
  oriented: "Orientation reçue, premier entretien à tenir",
  entered: "Entrée dans le parcours",
  decided: "Décision prise, relais en cours",
  inPath: "En parcours",
  reoriented: "Réorientation faite",
  left: "Sortie du PLIE",
  cancelled: "Fiche annulée",
};

/** In a list, after a name. */
export const shortStatusWords: Readonly<Record<CaseStatus, string>> = {
  oriented: "à recevoir",
  entered: "entrée faite",
  decided: "décision prise",
  inPath: "en parcours",
  reoriented: "réorientation faite",
  left: "sortie du PLIE",
  cancelled: "fiche annulée",
};

export const stateWords: Readonly<Record<DomainState, string>> = {
  notAddressed: "Pas abordé",
  nothing: "Rien à signaler",
  toExplore: "À creuser",
  assessed: "Évalué",
  declined: "Ne souhaite pas en parler",
  notApplicable: "Sans objet",
};

export const sourceWords: Readonly<Record<SourceKind, string>> = {
  dit: "Dit pendant l'entretien",
  observe: "Observé pendant une action",
  atteste: "Attesté par un document ou un partenaire",
};

export const healthWords: Readonly<Record<HealthAgreement, string>> = {
  notAsked: "Pas encore demandé. Le domaine reste fermé jusqu'à la réponse de la personne.",
  agreed: "La personne est d'accord pour que l'on note ce que sa santé change au travail.",
  refused: "La personne ne souhaite pas en parler. Rien n'est noté.",
  withdrawn: "La personne a retiré son accord. Ce qui était noté a été effacé.",
};

/** In one or two words, on the sheet. */
export const shortHealthWords: Readonly<Record<HealthAgreement, string>> = {
  notAsked: "Pas encore demandé",
  agreed: "Oui",
  refused: "Ne souhaite pas en parler",
  withdrawn: "Retiré à la demande de la personne",
};

/** Why the line of health cannot be chosen; null: it can. */
export const closedHealthWords: Readonly<Record<HealthAgreement, string | null>> = {
  notAsked: "pas abordé. La personne n'a pas encore dit si l'on peut le noter (Gérer la fiche).",
  agreed: null,
  refused: "ne souhaite pas en parler.",
  withdrawn: "ne souhaite pas en parler.",
};

export const milestoneWords: Readonly<Record<MilestoneId, string>> = {
  firstContact: "Premier contact",
  firstAppointment: "Premier entretien",
  outreachReview: "Faire le point sur les démarches pour rencontrer la personne",
  t0: "Première évaluation",
  firstAction: "Première action à choisir, ou à différer avec une raison",
  actionDone: "Première action à faire",
  bilan: "Bilan de l'action",
  t1: "Refaire le point après l'action",
  synthesis: "Synthèse avec la personne",
  cell: "Cellule visée",
  complete: "Diagnostic à compléter, puis nouvelle présentation",
  decision: "Décision de la première phase",
  handoverSend: "Fiche de passage de relais à envoyer",
  handoverReminder: "Relancer le partenaire",
  handoverCall: "Appeler le partenaire",
  handoverFallback: "Passer à la solution de secours",
  handoverAppointment: "Premier rendez-vous avec le partenaire",
  handoverFollow: "Demander si la personne est toujours suivie",
  followUp: "Point à trois mois",
  exitFollowUp: "Nouvelles six mois après la sortie",
  esfEntry: "Questionnaire FSE+ d'entrée à signer",
  esfExit: "Questionnaire FSE+ de sortie à signer",
  esfLater: "Questionnaire FSE+ six mois après la sortie",
  rightsAnswer: "Réponse à une demande de la personne sur ses données",
  resume: "Suspension : retour à faire, ou date à revoir",
};

export const answerWords: Readonly<Record<Answer, string>> = { yes: "Oui", no: "Non", unknown: "À vérifier" };
export const willingWords: Readonly<Record<Answer, string>> = {
  yes: "Oui",
  no: "Non, pas pour le moment",
  unknown: "À revoir avec la personne",
};

type CancelReason = NonNullable<CaseFile["cancelled"]>["reason"];
export const cancelReasonWords: Readonly<Record<CancelReason, string>> = {
  error: "Erreur de saisie",
  duplicate: "La personne a déjà une fiche",
  request: "À la demande de la personne",
};

type ViewAgreement = NonNullable<Round["personView"]>["agreement"];
export const agreementWords: Readonly<Record<ViewAgreement, string>> = {
  agrees: "D'accord",
  partly: "En partie d'accord",
  disagrees: "Pas d'accord",
};

export const toCompleteWords: Readonly<Record<ToComplete, string>> = {
  givenName: "Prénom",
  familyName: "Nom",
  birthDate: "Date de naissance",
  commune: "Commune de résidence",
  reachable: "Un moyen de joindre la personne : téléphone, courriel ou adresse",
  prescriber: "Qui a orienté la personne",
  rightToWork: "Droit de travailler en France : à vérifier",
  willing: "D'accord pour commencer : à revoir avec la personne",
};

const ORDINALS = ["Première", "Deuxième", "Troisième", "Quatrième", "Cinquième", "Sixième", "Septième", "Huitième"];

/** « Première évaluation » for the first round. */
export const roundWords = (round: number): string =>
  ORDINALS[round] === undefined ? `Évaluation n° ${round + 1}` : `${ORDINALS[round]} évaluation`;
