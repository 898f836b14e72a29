/** The page *Réglages* of the tab: thresholds, delays and channels in words. */
import type { Framework } from "../domain/framework/schema.ts";
import type { CellId } from "../domain/review/codes.ts";
import { linkCommand } from "./channel.ts";
import { counted, figure, quoted } from "./lists.ts";

type Figures<Of> = { readonly [Key in keyof Of]: (value: number) => string };

const days = (count: number): string => counted(count, "jour", "jours");
const workingDays = (count: number): string => counted(count, "jour ouvré", "jours ouvrés");
const minutes = (count: number): string => counted(count, "minute", "minutes");
const domains = (count: number): string => counted(count, "domaine", "domaines");

const milestoneRules: Figures<Framework["milestones"]> = {
  firstContactWorkingDays: (n) => `Premier contact : ${workingDays(n)} après l'orientation.`,
  firstAppointmentDays: (n) => `Premier rendez-vous : ${days(n)} après l'orientation.`,
  outreachReviewDays: (n) => `Sans entrée, point sur les démarches : ${days(n)} après l'orientation.`,
  t0Days: (n) => `Premier diagnostic (T0) : ${days(n)} après l'entrée.`,
  decisionDays: (n) => `Décision : ${days(n)} après l'entrée.`,
  cellWithoutDateDays: (n) => `Passage en cellule, tant qu'aucune date n'est connue : ${days(n)} après l'entrée.`,
  synthesisWorkingDaysBeforeCell: (n) => `Synthèse : ${workingDays(n)} avant la cellule.`,
  firstActionDays: (n) => `Première action choisie, ou différée avec une raison : ${days(n)} après l'entrée.`,
  actionDoneDays: (n) => `Première action faite : ${days(n)} après l'entrée, au plus tard.`,
  actionDoneWorkingDaysBeforeSynthesis: (n) => `Première action faite aussi ${workingDays(n)} avant la synthèse.`,
  bilanWorkingDays: (n) => `Bilan : ${workingDays(n)} après la fin de l'action.`,
  t1WorkingDays: (n) =>
    `Refaire le point : ${workingDays(n)} après le bilan d'une action, et jamais après la synthèse.`,
  handoverSendWorkingDays: (n) => `Fiche de passage de relais envoyée : ${workingDays(n)} après la décision.`,
  handoverReminderDays: (n) => `Relance du partenaire : ${days(n)} après l'envoi.`,
  handoverCallDays: (n) => `Appel au partenaire : ${days(n)} après l'envoi.`,
  handoverFallbackDays: (n) => `Solution de secours : ${days(n)} après l'envoi, sans réponse.`,
  handoverAppointmentDays: (n) => `Premier rendez-vous avec le partenaire : ${days(n)} après l'envoi, au plus tard.`,
  handoverFollowDays: (n) => `« Toujours suivi·e ? » : ${days(n)} après ce rendez-vous.`,
  followUpMonths: (n) => `Après une poursuite, un point tous les ${figure(n)} mois.`,
  exitFollowUpMonths: (n) => `Après une sortie en emploi, des nouvelles ${figure(n)} mois plus tard.`,
  esfEntryWorkingDays: (n) => `Questionnaire FSE+ d'entrée signé : ${workingDays(n)} après l'entrée.`,
  esfExitDays: (n) => `Questionnaire FSE+ de sortie signé : ${days(n)} après la sortie, jamais plus tard.`,
  esfLaterMonths: (n) => `Questionnaire FSE+ sur la suite : ${figure(n)} mois après la sortie.`,
};

type Levels = readonly string[];
const levelAt = (levels: Levels, at: number): string => quoted(levels[at] ?? String(at));

const thresholdRules = (levels: Levels): Figures<Framework["thresholds"]> => ({
  prioritiesAtMost: (n) => `Priorités de la personne : ${figure(n)} au plus.`,
  needFromSeverity: (n) => `Une difficulté est un besoin à partir de ${levelAt(levels, n)}.`,
  t0Addressed: (n) => `Le premier diagnostic est fait quand ${domains(n)} sont abordés.`,
  synthesisAddressed: (n) => `La synthèse est complète quand ${domains(n)} sont abordés ; avant, elle est provisoire.`,
  gapFrom: (n) =>
    `On reparle d'un domaine quand les deux points de vue diffèrent de ${counted(n, "niveau", "niveaux")} ou plus.`,
  ftStrongFromWeight: (n) => `Pour France Travail, un domaine est « Fort » à partir d'un poids de ${figure(n)} sur 12.`,
});

const leadRules = (levels: Levels): Figures<Omit<Framework["suggestion"], "core" | "stepsAlsoFor" | "leads">> => ({
  manyLightFrom: (n) =>
    `Sans besoin, ${domains(n)} ou plus à ${levelAt(levels, 1)} font un cumul de difficultés légères.`,
  needsOutsideCoreFrom: (n) =>
    `${counted(n, "besoin", "besoins")} ou plus hors du cœur de métier demandent un accompagnement renforcé.`,
  reinforcedFromExtent: (n) => `Une ampleur de ${figure(n)} sur 100 ou plus demande un accompagnement renforcé.`,
  equivalentWithin: (n) =>
    `Deux pistes sont équivalentes quand ce qu'elles couvrent diffère de ${figure(n)} % au plus.`,
  prescriberMonths: (n) =>
    `Une structure qui a orienté la personne depuis moins de ${figure(n)} mois n'est pas proposée.`,
  stepsAtMost: (n) => `Étapes proposées : ${figure(n)} au plus.`,
  relaysAtMost: (n) => `Relais proposés : ${figure(n)} au plus.`,
  worksUpToUnlessSaid: (n) => `Un service qui ne le dit pas travaille jusqu'à ${levelAt(levels, n)}.`,
  exhaustiveUpTo: (n) => `Toutes les combinaisons sont essayées tant que ${domains(n)} au plus restent ouverts.`,
  doubleScoredPercent: (n) => `Diagnostics cotés une seconde fois par un·e collègue : ${figure(n)} sur 100.`,
});

const reviewRules: Figures<Framework["reviews"]> = {
  drawnPercent: (n) =>
    `Poursuites simples étudiées tout de même en cellule, par tirage au sort : ${figure(n)} sur 100.`,
  smallestGroup: (n) =>
    `Un secteur n'est nommé que si ${counted(n, "personne accompagnée", "personnes accompagnées")} ou plus y habitent.`,
  presentationMinutes: (n) => `Présentation d'une situation : ${minutes(n)}.`,
  caseMinutes: (n) => `Temps pour une situation : ${minutes(n)} en tout.`,
  casesAtMost: (n) => `Situations dans une séance : ${figure(n)} au plus.`,
  letterWorkingDays: (n) => `Courrier à la personne : ${workingDays(n)} après la décision.`,
  secondStudyDays: (n) => `La personne peut demander un réexamen pendant ${days(n)}.`,
  completeDays: (n) => `Un diagnostic à compléter revient dans les ${days(n)}.`,
  unseenMinutes: (n) => `Un envoi que Teams n'a pas confirmé est signalé au bout de ${minutes(n)}.`,
  concordanceAlarmPercent: (n) =>
    `Concordance : alerte dès que ${figure(n)} décisions sur 100 suivent la piste de la méthode.`,
  concordanceAlarmDecisions: (n) => `Concordance : aucune alerte avant ${counted(n, "décision", "décisions")}.`,
};

const said = (rules: Readonly<Record<string, (value: number) => string>>, values: Readonly<Record<string, number>>) =>
  Object.entries(rules).flatMap(([name, words]) => {
    const value = values[name];
    return value === undefined ? [] : [words(value)];
  });

type Values = Readonly<Record<string, number>>;

/** Every threshold and delay in a sentence, group by group. */
export const ruleSentences = (
  rules: Readonly<Record<"milestones" | "thresholds" | "suggestion" | "reviews", Values>>,
  levels: Levels,
): readonly { readonly title: string; readonly sentences: readonly string[] }[] => [
  { title: "Échéances", sentences: said(milestoneRules, rules.milestones) },
  { title: "Diagnostic", sentences: said(thresholdRules(levels), rules.thresholds) },
  { title: "Piste de la méthode", sentences: said(leadRules(levels), rules.suggestion) },
  {
    title: "Étude en cellule",
    sentences: said(reviewRules, rules.reviews),
  },
];

type ChannelState = "linked" | "toConfirm" | "unread" | "gone" | "botRemoved";

export const channelStateWords: Readonly<Record<ChannelState | "none", string>> = {
  linked: "Relié",
  toConfirm: "À confirmer",
  unread: "En attente",
  gone: "Canal perdu",
  botRemoved: "Repère retiré de l'équipe",
  none: "Aucun canal",
};

export const channelNext = (cell: CellId, state: ChannelState | "none", outsiders: number): string => {
  const link = `Dans le canal voulu, écrivez « @Repère ${linkCommand[cell]} ».`;
  return {
    linked: `Pour en changer : dans un autre canal, écrivez « @Repère ${linkCommand[cell]} ».`,
    toConfirm: `${counted(outsiders, "personne du canal n'est pas", "personnes du canal ne sont pas")} dans l'équipe. Un·e chargé·e de projet confirme dans sa conversation avec Repère ; d'ici là, rien n'est publié.`,
    unread:
      "Repère n'a pas encore pu lire qui est dans ce canal. Il réessaie de lui-même ; d'ici là, rien n'est publié.",
    gone: `Il a été supprimé, archivé, ou n'est plus ouvert à Repère. Aucun avis n'est perdu. ${link}`,
    botRemoved: `Ajoutez de nouveau Repère à l'équipe dans Teams. Puis, dans le canal, écrivez « @Repère ${linkCommand[cell]} ».`,
    none: link,
  }[state];
};

export const settingsWords = {
  about: "Ce que disent les fichiers du PLIE. Rien ne se change ici.",
  team: "Équipe",
  teamAbout:
    "Le fichier config/team.json dit qui fait quoi. Modifiez-le là où Repère est installé : il est relu dans la minute, sans redémarrer.",
  teamRefused: "La dernière version de ce fichier est refusée ; la précédente sert encore.",
  teamCount: (count: number): string => counted(count, "membre", "membres"),
  name: "Nom",
  roles: "Rôles",
  cells: "Cellules et canaux",
  noCell: "Le fichier config/plie.json ne tient aucune cellule.",
  linkedBy: (day: string, by: string | null): string => `depuis le ${day}${by === null ? "" : `, par ${by}`}`,
  quorum: "Quorum",
  quorumOf: (count: number): string => counted(count, "membre présent·e", "membres présent·es"),
  members: "Membres",
  dates: "Prochaines dates",
  noDate: "aucune date connue",
  todo: "Que faire",
  rules: "Seuils et délais",
  rulesAbout: (version: string): string =>
    `Référentiel ${version}. Ces nombres sont dans config/framework.json : changez-y aussi « version », puis redémarrez Repère.`,
  framework: "Référentiel",
  inForce: (version: string, published: string): string => `En vigueur : version ${version}, publiée le ${published}.`,
  versions: "Versions gardées",
  version: "Version",
  published: "Publiée le",
  since: "Utilisée ici depuis",
  onlyOne: "Une seule version a servi ici : il n'y a rien à comparer.",
  from: "De la version",
  to: "À la version",
  changes: (from: string, to: string): string => `De la version ${from} à la version ${to}`,
  changeCount: (count: number): string => counted(count, "changement", "changements"),
  noChange: "Ces deux versions disent la même chose.",
  where: "Où",
  before: "Avant",
  after: "Après",
  kind: "Changement",
  what: "Quoi",
  which: "Combien et lesquels",
  listed: (count: string, which: string): string => `${count} : ${which}`,
  communes: "Communes",
  communesIn: (count: number, groups: number): string =>
    `${counted(count, "commune", "communes")} en ${counted(groups, "groupe", "groupes")}`,
  prescribers: "Prescripteurs",
  prescriberCount: (count: number): string => counted(count, "structure", "structures"),
  entryDates: "Dates connues de la cellule entrées",
  dateCount: (count: number): string => counted(count, "date", "dates"),
  directory: "Répertoire des services",
  serviceCount: (count: number): string => counted(count, "service ouvert", "services ouverts"),
  directoryIs: (number: number, day: string): string => `n° ${figure(number)}, depuis le ${day}`,
  noDirectory: "vide",
} as const;
