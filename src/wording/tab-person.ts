/** Words of the page of a person. What the cards say already is said with their words. */
import { counted, quoted } from "./lists.ts";
import { pastActWords } from "./past-acts.ts";

export const personWords = {
  unnamed: "Prénom et nom à compléter",
  sheet: "Fiche à remettre à la personne",
  referent: (name: string): string => `Référent·e : ${name}`,
  mine: "Vous accompagnez cette personne",
  noReferent: "Référent·e qui n'est plus dans l'équipe",
  cancelled: (day: string, reason: string): string => `Fiche annulée le ${day} : ${reason}`,
  howToEdit: (code: string): string =>
    `Pour compléter ou corriger : dans la conversation avec Repère, écrivez « diagnostic ${code} ».`,
  sections: {
    where: "Où en est la personne",
    next: "Ce qui vient",
    path: "Ce qui est fait",
    helps: "Ce qui aide déjà",
    difficult: "Ce qui est difficile aujourd'hui",
    profile: "Le diagnostic, domaine par domaine",
    lead: "Préconisation et piste de la méthode",
    reviews: "Études et décisions",
    situation: "Situation",
    identity: "Identité et coordonnées",
    completeness: "Ce qui manque à la fiche",
    history: "Historique",
  },
  nothingComes: "Aucune échéance n'attend.",
  met: {
    oriented: "Orientation reçue",
    entered: "Premier entretien, notice expliquée",
    t0: "Première évaluation faite",
    round: (label: string): string => `${label} ouverte`,
    synthesis: "Synthèse avec la personne",
    decided: "Décision",
  },
  notAnnounced: "date du PLIE à confirmer",
  notEntered: "Le diagnostic s'ouvre avec le premier entretien, une fois la notice remise et expliquée.",
  noRound: "Rien n'est encore noté dans le diagnostic.",
  priorities: (labels: string): string => `Priorités de la personne : ${labels}.`,
  carried: (count: number): string =>
    count === 1
      ? "1 domaine n'est pas encore repris dans la nouvelle évaluation : il est montré comme à la précédente."
      : `${count} domaines ne sont pas encore repris dans la nouvelle évaluation : ils sont montrés comme à la précédente.`,
  toExplore: (labels: string): string => `Encore à creuser : ${labels}.`,
} as const;

export const urgentTabWords = {
  open: (count: number): string => (count === 1 ? "Point urgent en cours" : `${count} points urgents en cours`),
  done: (count: number): string => (count === 1 ? "Point urgent traité" : `${count} points urgents traités`),
  call: (who: string, number: string | null): string => (number === null ? who : `${who} : ${number}`),
  calls: "Appeler",
  raised: (moment: string): string => `Noté ${moment}.`,
  doneBy: (day: string, by: string): string => `Fait le ${day}${by === "" ? "" : ` par ${by}`}.`,
  settle: (code: string): string =>
    `Quand c'est fait : dans la conversation avec Repère, écrivez « diagnostic ${code} », puis notez « Fait le… par… ».`,
} as const;

export const profileWords = {
  round: "Évaluation",
  referentMark: "Niveau dit",
  personMark: "Selon la personne",
  scale: (first: string, last: string): string => `De gauche à droite : ${quoted(first)} à ${quoted(last)}.`,
  seenMark: "Observé ou attesté",
  said: (day: string, level: string): string => `Dit le ${day} : ${level}`,
  seen: { dit: "Dit", observe: "Observé", atteste: "Attesté" },
  seenOn: (kind: string, day: string, level: string): string => `${kind} le ${day} : ${level}`,
  heard: (level: string, day: string): string => `${level}, le ${day}`,
  own: (level: string): string => `Selon la personne : ${level}`,
  priority: "Priorité de la personne",
  gap: "À reparler ensemble",
  healthClosed: "Retiré à la demande de la personne",
  asTable: "Voir le tableau",
  asChart: "Voir le profil",
  caption: "Le diagnostic, une ligne par domaine",
  columns: {
    domain: "Domaine",
    noted: (round: string): string => `${round} : noté`,
    own: (round: string): string => `${round} : selon la personne`,
    said: "Dit",
    seen: "Observé ou attesté",
    moved: "Depuis la dernière fois",
    source: "D'où vient l'information",
  },
  notAsked: "pas demandé",
  notes: (domain: string): string => `Ce qui est noté : ${domain}`,
  helps: "Ce qui aide",
  facts: "Faits utiles",
  situations: "Ce qui se passe",
  source: (kind: string, day: string, by: string | null): string =>
    `${kind}, le ${day}${by === null ? "" : `, par ${by}`}.`,
  written: (moment: string, by: string | null): string => `Écrit ${moment}${by === null ? "" : ` par ${by}`}.`,
  before: "Noté avant, dans la même évaluation",
  provisional: "Provisoire",
} as const;

export const extentTabWords = {
  why: "Pourquoi ce chiffre ?",
  table: "Ce qui entre dans le calcul",
  families: "La même ampleur, groupe par groupe",
  family: "Groupe de domaines",
  outOf: "Sur 100",
  leftOut: (lines: string): string => `N'entrent pas dans ce chiffre : ${lines}.`,
  bandLabel: (value: number, low: number, high: number): string =>
    `Ampleur ${value} sur 100, fourchette de ${low} à ${high}`,
} as const;

export const leadTabWords = {
  toWrite: (code: string): string =>
    `Votre préconisation d'abord : la piste s'affichera ici juste après. Dans la conversation avec Repère, écrivez « synthèse ${code} », puis « Ma préconisation ».`,
  notWritten: "La préconisation n'est pas encore écrite : la piste de la méthode se lit après elle.",
  print: "« Pourquoi cette piste ? », à imprimer pour la personne",
  why: "Les règles, dans l'ordre",
  rule: (test: number, sentence: string): string => `Règle ${test}. ${sentence}`,
  steps: "Étapes dans l'accompagnement",
  relays: "Relais",
  needs: "Les autres besoins",
  excluded: "Fermés par une condition du partenaire",
  noService: "Aucune étape ni aucun relais n'est proposé.",
  toVerify: (domains: string): string => `Éligibilité à vérifier pour : ${domains}.`,
  versions: (framework: string, directory: string, day: string): string =>
    `Référentiel ${framework} · ${directory} · calculé le ${day}`,
  directory: (number: number | null, fictional: boolean): string =>
    number === null ? "répertoire des services vide" : `répertoire n° ${number}${fictional ? ", fictif" : ""}`,
} as const;

export const reviewTabWords = {
  none: "Aucune cellule n'a encore étudié cette situation.",
  parcours: (count: number): string => `parcours ${count}`,
  submitted: (moment: string, by: string | null): string => `Présentée ${moment}${by === null ? "" : ` par ${by}`}.`,
  adjourned: (moment: string): string => `Ajournée ${moment} : les avis donnés sont gardés.`,
  withdrawn: (moment: string): string => `Retirée ${moment}.`,
  reopened: (moment: string): string => `Rouverte ${moment}.`,
  study: (rank: number): string => `Étude n° ${rank}`,
  seen: (moment: string): string => `Ce que la cellule a vu, figé ${moment}`,
  seenWithdrawn: "Ce qui touchait à la santé en a été retiré à la demande de la personne.",
  notSeen: "Ce que la cellule a vu n'est pas ouvert à votre rôle.",
  question: "Question posée",
  who: "Présentée ainsi",
  opinions: (count: number): string =>
    count === 0 ? "Aucun avis n'a été donné" : counted(count, "avis donné", "avis donnés"),
  hidden: "Les avis restent cachés jusqu'à ce qu'ils soient révélés.",
  opinion: (by: string, outcome: string): string => `${by} : ${outcome}.`,
  someone: "Une personne qui n'est plus dans l'équipe",
  decidedBy: (day: string, by: string | null): string => `Décidé le ${day}${by === null ? "" : ` par ${by}`}.`,
  proofs: (list: string): string => `Présenté avec : ${list}.`,
  letter: "Courrier à la personne",
  letterBefore: (day: string): string => `à remettre avant le ${day}`,
  unmet: (domains: string): string => `Personne n'y répondait : ${domains}.`,
  steps: (count: number): string => counted(count, "étape", "étapes"),
  findings: "Le diagnostic tel que la cellule l'a vu",
  noted: "Ce qui est noté",
} as const;

export const identityWords = {
  birthDate: "Date de naissance",
  commune: "Commune",
  phone: "Téléphone",
  email: "Courriel",
  address: "Adresse",
  prescriber: "Orienté·e par",
  language: "Langue de l'entretien",
  withInterpreter: (language: string): string => `${language}, avec interprète`,
  before: (count: number, from: string, to: string, status: string): string =>
    `Parcours ${count}, du ${from} au ${to} : ${status}.`,
  unknown: "Pas noté",
} as const;

export const completenessWords = {
  complete: "L'identité et les accords sont complets.",
  healthNotAsked: "Accord pour la santé : pas encore demandé",
  noEntry: "Premier entretien et notice : pas encore faits",
} as const;

export const situationTabWords = {
  notAsked: "Rien n'a encore été demandé.",
  noted: (moment: string, by: string | null): string => `Noté ${moment}${by === null ? "" : ` par ${by}`}.`,
  rest: (labels: string): string => `Pas encore demandé : ${labels}.`,
} as const;

export const historyWords = {
  open: "Qui a fait quoi, et quand",
  older: "Les actes plus anciens restent gardés, sans être montrés ici.",
  none: "Aucun acte n'est noté.",
  columns: { what: "Quoi", when: "Quand", who: "Qui" },
  line: (act: string, about: string | null): string => (about === null ? act : `${act} : ${about}`),
  someone: "un membre qui n'est plus dans l'équipe",
  acts: pastActWords,
} as const;
