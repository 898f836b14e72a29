/** The impact assessment, in French: why each kind of document is kept, what each field is, who receives what, and how it is protected. */
import type { Keeping } from "../domain/records/keeping.ts";
import { diagnosticFields, identityFields, routeFields, situationFields, wordsFields } from "./aipd-fields.ts";
import { actionFields, exchangeFields, messageFields, pathFields, traceFields } from "./aipd-more-fields.ts";

export const FIELD_CATEGORIES = [
  { title: "Identité et coordonnées", fields: identityFields },
  { title: "Situation et droits", fields: situationFields },
  { title: "Diagnostic et réponses FSE+", fields: diagnosticFields },
  { title: "Paroles et notes", fields: wordsFields },
  { title: "Piste, décision et relais", fields: routeFields },
  { title: "Parcours et dates", fields: pathFields },
  { title: "Actions", fields: actionFields },
  { title: "Échanges et imports", fields: exchangeFields },
  { title: "Auteurs, traces et comptes", fields: traceFields },
  { title: "Messages et fonctionnement", fields: messageFields },
] as const satisfies readonly { readonly title: string; readonly fields: Readonly<Record<string, string>> }[];

export const keepingWords: Readonly<Record<Keeping, string>> = {
  person: "Part avec le dossier de la personne",
  esf: "Réponses FSE+ : part à la fin de sa propre durée",
  trace: "Codes et dates, sans nom ni texte : reste après un effacement",
  derived: "Recalculé ; les lignes d'une personne effacée partent",
  team: "Sur les membres de l'équipe",
  plie: "Sur personne",
  passing: "Part tout seul après quelques jours",
};

const PURPOSES = {
  accompany: "Accompagner la personne",
  decide: "Étudier et décider, avec des raisons",
  handover: "Préparer et sécuriser un passage de relais",
  esf: "Rendre compte à l'Union européenne",
  rights: "Respecter les droits de la personne",
  count: "Compter le travail du PLIE, sans nom",
  prove: "Prouver qui a fait quoi",
  exchange: "Échanger avec les logiciels du PLIE et les organismes",
  team: "Organiser le travail de l'équipe",
  offer: "Connaître l'offre du territoire",
  run: "Faire fonctionner Repère",
} as const;
type Purpose = keyof typeof PURPOSES;

/** By purpose: what each kind of document is. One without its line here fails the test of the assessment. */
const KINDS: Readonly<Record<Purpose, Readonly<Record<string, string>>>> = {
  accompany: {
    ...{ identity: "Identité", case: "Où en est la personne", pastParcours: "Parcours précédents" },
    ...{ assessment: "Diagnostic, par domaine", pastFinding: "Ce qui était noté avant", round: "Évaluations" },
    ...{
      draft: "Brouillons",
      situation: "Situation",
      checkpoint: "Points du parcours",
      exitNews: "Nouvelles après la sortie",
    },
    ...{
      attempt: "Démarches pour rencontrer la personne",
      endingWords: "Mots de fin de parcours",
      stagePoint: "Points d'étape",
    },
    ...{ action: "Actions et immersions", actionDeferral: "Actions différées", actionBilan: "Bilans d'action" },
    ...{
      evidence: "Observations",
      session: "Actions collectives",
      casePieces: "Pièces du dossier",
      summary: "Échéances",
    },
  },
  decide: {
    ...{
      recommendation: "Préconisation",
      lead: "Piste de la méthode",
      review: "Études en cellule",
      snapshot: "Situation figée",
    },
    ...{ opinion: "Avis", reviewDecision: "Décisions", meeting: "Séances", minutes: "Comptes rendus (codes)" },
    ...{ doubleScoring: "Doubles cotations", reviewPost: "Cartes des cellules" },
  },
  handover: { handover: "Passages de relais", prescriberTold: "Retours au prescripteur" },
  esf: {
    esfAnswers: "Questionnaires FSE+",
    extraction: "Extractions du mois",
    extractionRow: "Lignes d'extraction, sans nom",
  },
  rights: {
    ...{ agreement: "Notice, accords et retraits", rightsRequest: "Demandes et contestations" },
    ...{ retentionList: "Listes de conservation", erased: "Ce qui reste compté, sans nom", posted: "Cartes à effacer" },
  },
  count: {
    ...{
      counter: "Nombres",
      event: "Gestes à compter",
      marker: "Gestes à compter bientôt",
      listed: "Lignes des listes",
    },
    ...{ projection: "Avancement des nombres", caseNeeds: "Besoins sans réponse", delaysFollowed: "Délais suivis" },
  },
  prove: { audit: "Traces", chain: "Chaînes de traces", seal: "Scellés du jour", sequence: "Numéros donnés" },
  exchange: {
    ...{
      importRun: "Imports",
      importLine: "Lignes d'import en attente",
      externalId: "Identifiants d'autres logiciels",
    },
    ...{ externalMark: "Empreintes d'import", transmission: "Ce qui a été transmis" },
  },
  team: {
    ...{ reminderChoice: "Heures de rappel", reminderStop: "Rappels arrêtés", reminded: "Rappels faits" },
    ...{ reminderDay: "Rappels du jour", caseMove: "Absences et transferts", movedCase: "Dossiers confiés" },
    ...{
      vignetteScore: "Cotations de situations fictives",
      conversation: "Où écrire à un membre",
      persona: "Rôle joué (essai)",
    },
  },
  offer: {
    ...{
      offerNews: "Nouvelles de l'offre",
      offerNote: "Signalements",
      offerState: "Places et délais",
      host: "Structures d'accueil",
    },
    ...{ structure: "Structures", service: "Services", serviceExtension: "Ce qui est su d'un service" },
    ...{ directoryVersion: "Versions du répertoire", directory: "Répertoire en cours" },
  },
  run: {
    ...{ seen: "Messages déjà traités", click: "Derniers clics", outbox: "Messages à envoyer", lane: "Rythme d'envoi" },
    ...{ sendShare: "Partage d'envoi", sendTrouble: "Envois sans réponse", cellLink: "Canaux des cellules" },
    ...{ framework: "Référentiels", paper: "Textes versionnés", facts: "Le magasin lui-même" },
  },
};

/** What a kind of document is and why it is kept; undefined: nobody said. */
export const kindWords = (kind: string): { readonly name: string; readonly purpose: string } | undefined => {
  for (const [purpose, kinds] of Object.entries(KINDS)) {
    const name = kinds[kind];
    const said = Object.entries(PURPOSES).find(([id]) => id === purpose)?.[1];
    if (name !== undefined && said !== undefined) return { name, purpose: said };
  }
  return undefined;
};
