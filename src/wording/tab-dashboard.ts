/** Words of *Tableau de bord*, on the screen and in what leaves it. */
import type { DelayId } from "../domain/dashboard/delays.ts";
import type { Phase } from "../domain/dashboard/decisions.ts";
import type { Leave } from "../domain/dashboard/file-marks.ts";
import type { RefusedFor } from "../domain/dashboard/handover-marks.ts";
import type { Criterion, CriterionValue } from "../domain/dashboard/equity.ts";
import type { MaskedCount } from "../domain/dashboard/mask.ts";
import type { Day } from "../domain/participant/codes.ts";
import { endingReasonWords } from "./ending.ts";
import { refusalReasonWords } from "./handover.ts";
import { counted, figure, lowerFirst } from "./lists.ts";
import { ageBandWords, outcomeWords } from "./reviews.ts";
import { territoryNeedsWords } from "./territory-needs.ts";

export const dashboardWords = {
  title: "Tableau de bord",
  narrow: "Période et référent·e",
  period: "Période",
  presets: {
    month: "Ce mois-ci",
    quarter: "Les 3 derniers mois",
    twelve: "Les 12 derniers mois",
    year: "Cette année civile",
    lastYear: "L'année civile précédente",
    other: "D'autres mois",
  },
  from: "Du mois",
  to: "Au mois",
  show: "Afficher",
  monthsRefused: "Choisissez deux mois, le premier avant le second, trois ans d'écart au plus.",
  referent: "Référent·e",
  everyone: "Toute l'équipe",
  gone: "N'est plus dans l'équipe",
  print: "Imprimer",
  files: { xlsx: "Télécharger pour Excel", csv: "Télécharger en CSV" },
  fileFailed: "Le fichier n'a pas pu être préparé. Réessayez dans un instant.",
  outMasked: "Sur papier et dans les fichiers, les nombres de 1 à 4 personnes sont masqués.",
  upTo: territoryNeedsWords.upTo,
  notYet: "Le compte commence : les chiffres arrivent dans un instant.",
  readingAgain: "Toutes les situations sont relues : ces nombres bougent encore.",
  number: "Personnes",
  what: "Quoi",
  total: "Ensemble",
  table: "Tableau",
  line: "Ligne",
  column: "Colonne",
  value: "Valeur",
  about: "À propos",
  none: "Pas encore",
  median: "Médiane",
  goOn: "Poursuites décidées par la cellule sorties :",
  people: (count: number): string => counted(count, "personne en première phase.", "personnes en première phase."),
  decided: (count: number): string => counted(count, "décision.", "décisions."),
} as const;

/** « Du 1er décembre 2025 au 30 novembre 2026. Toute l'équipe. » */
export const periodSentence = (from: string, to: string, who: string): string => `Du ${from} au ${to}. ${who}.`;

export const dashboardTitles = {
  orientations: "Orientations et entrées",
  firstPhase: "Première phase : où en sont les personnes",
  milestones: "Échéances",
  delays: "Délais",
  decisions: "Décisions de la cellule entrées",
  file: "File active",
  exits: "Sorties décidées en cellule",
  concordance: "Décisions et piste de la méthode",
  workload: "Personnes accompagnées par chaque référent·e",
  barriers: "Difficultés des personnes accompagnées",
  moved: "Ce qui a bougé depuis la première évaluation",
  equity: "Équité des orientations",
  prescribers: "Orientations par prescripteur",
  origins: "Orientations par secteur",
  notMet: "Personnes jamais reçues : pourquoi",
  handovers: "Passages de relais",
  refusals: "Refus des partenaires",
  refusedBy: "Refus par structure",
  unmet: "Besoins sans réponse",
  saturated: "Besoins en attente de place",
} as const;
export type DashboardTitle = keyof typeof dashboardTitles;

/** Under a title: what is counted, in one sentence. */
export const dashboardNotes = {
  firstPhase: "Aujourd'hui, de l'orientation à la fin de ce que la décision met en route.",
  milestones: "Aujourd'hui. À venir : dans les 14 jours.",
  delays: "Pour la moitié des personnes, il a fallu au plus ce nombre de jours.",
  exits: "Décidées par une cellule. Le taux de sorties positives est dans « File active ».",
  file: "Personnes entrées dans le parcours et ni sorties, ni réorientées. Sorties positives, comme au protocole : sorties emploi et formation décidées par la cellule sorties sur justificatifs, rapportées à toutes les sorties de la période, réorientations et autres fins de parcours comprises.",
  concordance: "Sur les décisions de la cellule entrées pour lesquelles la méthode avait une piste.",
  workload:
    "Aujourd'hui, par ordre de nom : pour équilibrer, pas pour comparer. Le filtre par référent·e ne s'y applique pas.",
  territory:
    "Aujourd'hui, toutes les personnes accompagnées du PLIE : ni la période ni le filtre par référent·e ne s'y appliquent, pour qu'aucun petit nombre ne puisse s'en déduire.",
  equity: (year: string): string =>
    `Décisions de toute l'année ${year}, toute l'équipe : ni la période choisie ni le filtre par référent·e ne s'y appliquent, pour qu'aucun petit nombre ne puisse s'en déduire.`,
  equityWays:
    "Poursuite : décidée par la cellule entrées. Réorientation ou sortie : à la fin de la première phase, ou pendant celle-ci.",
  masked:
    "De 1 à 4 personnes : « moins de 5 », pour que personne ne soit reconnu. « Non affiché » : ce nombre ferait retrouver un petit nombre.",
  saturated: territoryNeedsWords.aboutSaturated,
  notMoved: "Aucune personne n'a encore été évaluée deux fois.",
} as const;

export const orientedWords = {
  total: "Personnes orientées",
  met: "Reçues",
  waiting: "Pas encore reçues",
  reaching: "Dont démarches en cours pour les rencontrer (aller vers)",
  notMet: "Jamais reçues",
  entered: "Entrées dans le parcours",
  late: "Attendent aujourd'hui, délai du premier entretien passé",
  outreach: "Dont délai du point sur les démarches passé",
} as const;

/** What must never be missed: nobody is lost, or how many were. */
export const lostSentence = (notMet: number, oriented: number): string => {
  if (oriented === 0) return "Aucune orientation reçue sur la période.";
  if (notMet === 0) return "Zéro personne perdue : chaque personne orientée a été reçue, ou le sera.";
  return notMet === 1
    ? `1 personne orientée n'a jamais été reçue, sur ${figure(oriented)}.`
    : `${figure(notMet)} personnes orientées n'ont jamais été reçues, sur ${figure(oriented)}.`;
};

export const waitingSentence = (late: number): string | null => {
  if (late === 0) return null;
  return late === 1
    ? "1 personne attend encore son premier entretien, échéance passée."
    : `${figure(late)} personnes attendent encore leur premier entretien, échéance passée.`;
};

export const milestoneColumns = { late: "En retard", coming: "À venir" } as const;
export const noMilestone = "Aucune échéance en retard, ni dans les 14 jours.";

export const delayWords: Readonly<Record<DelayId, string>> = {
  entry: "De l'orientation à l'entrée",
  t0: "De l'entrée à la première évaluation",
  decision: "De l'entrée à la décision",
};
/** « 12 jours », « 12,5 jours ». */
export const daysWords = (days: number): string => `${figure(days)} ${days < 2 ? "jour" : "jours"}`;
export const delayOver = (people: number): string => `sur ${counted(people, "personne", "personnes")}`;
export const medianColumn = "Médiane, en jours";

export const phaseWords: Readonly<Record<Phase, string>> = {
  during: "Pendant la première phase",
  after: "Après la première phase",
};
export const positiveWords = "Sorties positives";
export const positiveSentence = (positive: number, total: number, percent: number | null): string =>
  percent === null
    ? "Aucune sortie sur la période."
    : `Sorties positives : ${figure(positive)} sur ${figure(total)}, soit ${figure(percent)} %.`;

export const fileWords = {
  start: "Dans la file au début de la période",
  entries: "Entrées",
  exit: (how: string): string => `Sorties : ${lowerFirst(how)}`,
  exits: "Ensemble des sorties",
  end: "Dans la file à la fin de la période, ou aujourd'hui",
} as const;
/** How somebody left the file. */
export const leaveWords: Readonly<Record<Leave, string>> = {
  ...endingReasonWords,
  exitJob: outcomeWords.exitJob,
  exitTraining: outcomeWords.exitTraining,
  exitOther: outcomeWords.exitOther,
  reorient: "Réorientation, premier rendez-vous tenu avec le partenaire",
};

export const concordanceWords = {
  yes: "Comme la piste",
  no: "Autrement que la piste",
  none: "Sans piste à comparer",
} as const;
export const concordanceSentence = (yes: number, compared: number, percent: number | null): string =>
  percent === null
    ? "Aucune décision à comparer sur la période."
    : `Décisions qui suivent la piste : ${figure(yes)} sur ${figure(compared)}, soit ${figure(percent)} %.`;
export const concordanceAlarm =
  "Alerte : presque toutes les décisions suivent la piste. Une cellule qui valide toujours ne décide plus ; reprenez quelques situations ensemble, en GTA.";

export const criterionWords: Readonly<Record<Criterion, string>> = {
  age: "Âge à la décision",
  rsa: "RSA",
  rqth: "RQTH",
  qpv: "Quartier prioritaire (QPV)",
};
const answers = { yes: "Oui", no: "Non", requested: "Demandée, pas encore reçue", unknown: "Non précisé" } as const;
export const criterionValueWords: Readonly<Record<CriterionValue, string>> = { ...ageBandWords, ...answers };
/** The age is not known either, and then says so itself. */
export const criterionLabel = (criterion: Criterion, value: CriterionValue): string =>
  criterion === "age" && value === "unknown" ? ageBandWords.unknown : criterionValueWords[value];

export const equityColumns = {
  stay: "Poursuite",
  out: "Réorientation ou sortie",
  total: "Ensemble",
  percent: "Réorientation ou sortie, sur 100",
} as const;
export const equityNobody = "Aucune décision cette année.";
export const equityTooFew = "Trop peu de décisions cette année : un tableau montrerait des personnes.";

export const originWords = {
  prescriber: "Prescripteur",
  group: "Secteur",
  unknown: "Non précisé",
  nobody: "Aucune personne n'a été orientée sur la période.",
  tooFew: "Trop peu de personnes sur la période : un tableau en montrerait.",
  nobodyLost: "Aucune : chaque personne orientée a été reçue, ou le sera.",
  note: "Par mois d'orientation, toute l'équipe : le filtre par référent·e ne s'y applique pas, pour qu'aucun petit nombre ne puisse s'en déduire.",
} as const;

export const handedOverWords = {
  total: "Décidés sur la période",
  inTime: "Premier rendez-vous tenu dans le délai",
  later: "Premier rendez-vous tenu après le délai",
  underWay: "En cours",
  without: "Arrêtés sans premier rendez-vous",
  reorient: "Réorientation",
  relay: "Relais (reste au PLIE)",
  note: "Par mois de décision. Dans le délai : premier rendez-vous avec le partenaire au plus tard au jour prévu après le dernier envoi. Une personne qui a plusieurs relais compte une fois, pour le mieux avancé.",
  refusalsNote:
    "Par mois de réponse. Une personne compte une fois par partenaire et par raison. Sans réponse : la solution de secours a été prise.",
  reason: "Raison",
  partner: "Partenaire",
  structure: "Structure",
  relays: "Relais",
  noAnswer: "Sans réponse",
  byHand: "Structures notées à la main",
  notListed: "N'est plus dans l'annuaire",
  noRefusal: "Aucun refus sur la période.",
} as const;
/** « Réorientations sécurisées dans le délai : 12 sur 20. » */
export const securedSentence = (inTime: number, total: number): string =>
  total === 0
    ? "Aucune réorientation décidée sur la période."
    : `Réorientations sécurisées dans le délai : ${figure(inTime)} sur ${figure(total)}.`;
export const refusedForWords: Readonly<Record<RefusedFor, string>> = {
  ...refusalReasonWords,
  noAnswer: handedOverWords.noAnswer,
};
/** By the names of the method. */
export const partnerWords = (partner: string, leads: Readonly<Record<string, string>>): string =>
  partner === "relay" ? handedOverWords.relays : (leads[partner] ?? partner);
/** By the names of the directory; x: named by hand. */
export const structureWords = (service: string, partners: Readonly<Record<string, string>>): string =>
  service === "x" ? handedOverWords.byHand : (partners[service] ?? handedOverWords.notListed);

export const needsColumns = { theme: "Thème", domain: "Domaine", referent: "Référent·e" } as const;

const FEW = "moins de 5";
const HIDDEN = "non affiché";
/** A number that may be masked, alone in its cell. */
export const maskedWords = (people: MaskedCount): string => {
  if (people.kind === "count") return figure(people.count);
  return people.kind === "few" ? FEW : HIDDEN;
};
/** The same in a file: numbers stay numbers. */
export const maskedCell = (people: MaskedCount): string | number =>
  people.kind === "count" ? people.count : maskedWords(people);
export const tooFewToSay = "non affiché (moins de 5 personnes)";

export const yearOfDay = (day: Day): string => day.slice(0, 4);
