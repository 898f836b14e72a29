/** What changed in the framework, in words: where it stands, and what it was and is. */
import type { FAMILY_IDS, SourceKind } from "../domain/framework/schema.ts";
import type { Intensity } from "../domain/suggestion/rules.ts";
import { figure, quoted } from "./lists.ts";
import { themeInWords } from "./themes.ts";

/** Every field of the framework's file. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  version: "Numéro de version",
  publishedOn: "Date de publication",
  title: "Titre",
  families: "Groupes de domaines",
  levels: "Niveaux",
  impacts: "Poids sur le projet",
  thresholds: "Seuils",
  prioritiesAtMost: "Priorités au plus",
  needFromSeverity: "Niveau à partir duquel il y a besoin",
  t0Addressed: "Domaines à aborder pour le premier diagnostic",
  synthesisAddressed: "Domaines à aborder pour la synthèse",
  gapFrom: "Écart dont on reparle",
  ftStrongFromWeight: "Poids « Fort » pour France Travail",
  lengths: "Longueurs des textes",
  facts: "Faits",
  strength: "Ce qui aide",
  longText: "Texte long",
  milestones: "Échéances",
  firstContactWorkingDays: "Premier contact (jours ouvrés)",
  firstAppointmentDays: "Premier rendez-vous (jours)",
  outreachReviewDays: "Point sur les démarches (jours)",
  t0Days: "Premier diagnostic (jours)",
  decisionDays: "Décision (jours)",
  cellWithoutDateDays: "Cellule sans date connue (jours)",
  synthesisWorkingDaysBeforeCell: "Synthèse avant la cellule (jours ouvrés)",
  firstActionDays: "Première action choisie (jours)",
  actionDoneDays: "Première action faite (jours)",
  actionDoneWorkingDaysBeforeSynthesis: "Première action faite avant la synthèse (jours ouvrés)",
  bilanWorkingDays: "Bilan d'une action (jours ouvrés)",
  t1WorkingDays: "Refaire le point après un bilan (jours ouvrés)",
  handoverSendWorkingDays: "Envoi du passage de relais (jours ouvrés)",
  handoverReminderDays: "Relance du partenaire (jours)",
  handoverCallDays: "Appel au partenaire (jours)",
  handoverFallbackDays: "Solution de secours (jours)",
  handoverAppointmentDays: "Premier rendez-vous avec le partenaire (jours)",
  handoverFollowDays: "« Toujours suivi·e ? » (jours)",
  followUpMonths: "Points après une poursuite (mois)",
  exitFollowUpMonths: "Nouvelles après une sortie en emploi (mois)",
  esfEntryWorkingDays: "Questionnaire FSE+ d'entrée (jours ouvrés)",
  esfExitDays: "Questionnaire FSE+ de sortie (jours)",
  esfLaterMonths: "Questionnaire FSE+ après la sortie (mois)",
  activation: "Actions",
  kinds: "Actions collectives",
  pmsmp: "Immersions (PMSMP)",
  daysAtMost: "Durée au plus (jours)",
  hostDaysAtMost: "Chez un même hôte (jours)",
  rollingMonths: "Sur une période de (mois)",
  hoursAtMost: "Heures par semaine au plus",
  hoursWarned: "Heures par semaine, avertissement",
  ageAtLeast: "Âge au moins",
  ageAlone: "Âge sans représentant légal",
  renewalsAtMost: "Renouvellements au plus",
  criteria: "Grille d'observation",
  question: "Question",
  reviews: "Étude en cellule",
  drawnPercent: "Tirage au sort (sur 100)",
  smallestGroup: "Plus petit secteur nommé",
  presentationMinutes: "Présentation (minutes)",
  caseMinutes: "Temps par situation (minutes)",
  casesAtMost: "Situations par séance",
  letterWorkingDays: "Courrier (jours ouvrés)",
  secondStudyDays: "Réexamen (jours)",
  completeDays: "Diagnostic à compléter (jours)",
  unseenMinutes: "Envoi non confirmé (minutes)",
  concordanceAlarmPercent: "Alerte de concordance (sur 100)",
  concordanceAlarmDecisions: "Alerte de concordance (décisions)",
  domains: "Domaines",
  family: "Groupe",
  label: "Nom",
  about: "De quoi on parle",
  strengthPrompt: "Question sur ce qui aide",
  ft: "Codes de France Travail",
  themes: "Thématiques",
  anchors: "Repères des niveaux",
  situations: "Situations",
  situationRequiredFrom: "Situation à nommer à partir de",
  situationPrompt: "Question sur les situations",
  sources: "D'où vient le niveau",
  levelNote: "Précision sous les niveaux",
  questions: "Questions",
  mine: "Mon rôle",
  notMine: "Ce qui n'est pas mon rôle",
  takesOver: "Qui prend le relais",
  elsewhere: "Se note ailleurs",
  what: "Quoi",
  goesTo: "Se note dans",
  urgentPoints: "Points urgents",
  calls: "Appels",
  who: "Qui appeler",
  number: "Numéro",
  when: "Quand",
  advice: "Que dire ou faire",
  suggestion: "Piste de la méthode",
  core: "Cœur de métier",
  stepsAlsoFor: "Étapes aussi pour",
  manyLightFrom: "Cumul de difficultés légères",
  needsOutsideCoreFrom: "Besoins hors du cœur de métier",
  reinforcedFromExtent: "Ampleur qui demande un renfort",
  equivalentWithin: "Écart entre pistes équivalentes",
  prescriberMonths: "Délai pour un prescripteur (mois)",
  stepsAtMost: "Étapes au plus",
  relaysAtMost: "Relais au plus",
  worksUpToUnlessSaid: "Niveau travaillé quand ce n'est pas dit",
  exhaustiveUpTo: "Domaines ouverts, toutes combinaisons essayées",
  doubleScoredPercent: "Doubles cotations (sur 100)",
  leads: "Pistes",
  kind: "Sorte",
  intensity: "Intensité",
  works: "Domaines travaillés",
  domain: "Domaine",
  upTo: "Jusqu'au niveau",
  conditions: "Conditions",
  always: "Existe toujours",
  on: "Porte sur",
  fact: "Fait",
  is: "Réponses acceptées",
  from: "À partir de",
  under: "Avant",
  soon: "Réponses bientôt acceptées",
  id: "Identifiant",
};

const CODE_WORDS: Readonly<Record<(typeof FAMILY_IDS)[number] | SourceKind | Intensity, string>> = {
  vieQuotidienne: "Vie quotidienne",
  savoirsConfianceEntourage: "Savoirs, confiance, entourage",
  versEmploi: "Vers l'emploi",
  dit: "dit par la personne",
  observe: "observé",
  atteste: "attesté",
  light: "léger",
  reinforced: "renforcé",
};
const codes: Readonly<Record<string, string>> = CODE_WORDS;

type Step = { readonly field: string } | { readonly entry: string } | { readonly rank: number };
type Told = string | number | boolean | null | readonly string[];
type Labels = ReadonlyMap<string, string>;

const RANKS: Readonly<Record<string, (rank: number) => string>> = {
  levels: (rank) => `niveau ${rank}`,
  anchors: (rank) => `niveau ${rank}`,
  impacts: (rank) => `poids ${rank + 1}`,
};

const stepWords = (step: Step, at: number, path: readonly Step[], domains: Labels): string => {
  if ("field" in step) return FIELD_WORDS[step.field] ?? quoted(step.field);
  if ("entry" in step) return domains.get(step.entry) ?? step.entry;
  const list = path[at - 1];
  const ranked = list !== undefined && "field" in list ? RANKS[list.field] : undefined;
  return ranked?.(step.rank) ?? `n° ${step.rank + 1}`;
};

/** « Domaines, Mobilité, Repères des niveaux, niveau 2 »; the words of an entry hold commas of their own. */
export const changePlace = (path: readonly Step[], domains: Labels): string =>
  path.map((step, at) => stepWords(step, at, path, domains)).join(" › ");

const wordInWords = (word: string, domains: Labels): string => {
  if (word.includes("--")) return themeInWords(word);
  return domains.get(word) ?? codes[word] ?? word;
};

const NOTHING = "rien";

export const valueInWords = (value: Told, domains: Labels): string => {
  if (value === null || value === "") return NOTHING;
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return figure(value);
  if (typeof value === "string") return wordInWords(value, domains);
  return value.length === 0 ? NOTHING : value.map((word) => wordInWords(word, domains)).join(" ; ");
};

export const changeKindWords = {
  added: "Ajouté",
  removed: "Retiré",
  changed: "Changé",
  order: "Autre ordre",
} as const;
