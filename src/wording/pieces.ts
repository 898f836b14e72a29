/** *Pièces du participant*, in words: what is missing, who can complete it. No reproach, nothing of what was said. */
import type { Completer, Lack, PieceId } from "../domain/completeness/pieces.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords, monthInWords } from "./dates.ts";
import { counted, enumerated, lowerFirst, upperFirst } from "./lists.ts";

export const pieceWords: Readonly<Record<PieceId, string>> = {
  identity: "Identité",
  rightToWork: "Droit de travailler",
  willing: "Volontariat",
  firstContact: "Premier contact",
  firstAppointment: "Premier rendez-vous",
  notice: "Notice d'information",
  health: "Question sur la santé",
  situation: "Situation de la personne",
  esfEntry: "Questionnaire FSE+ d'entrée",
  t0: "Premier diagnostic (T0)",
  convention: "Signature de la convention d'immersion",
  bilan: "Bilan de l'action",
  synthesis: "Synthèse avec la personne",
  sheetAgreement: "Accord sur la fiche de relais",
  prescriber: "Retour au prescripteur",
  exitProof: "Justificatif de sortie",
  esfExit: "Questionnaire FSE+ de sortie",
  esfLater: "Questionnaire FSE+ à six mois",
};

const lackWords: Readonly<Record<Lack, string>> = {
  givenName: "prénom",
  familyName: "nom",
  birthDate: "date de naissance",
  commune: "commune",
  reachable: "moyen de joindre",
  prescriber: "prescripteur",
  begin: "à commencer",
  finish: "à finir",
  sign: "à signer",
};

/** « prénom et commune », « à signer ». */
export const lacksSaid = (lacks: readonly Lack[]): string => enumerated(lacks.map((lack) => lackWords[lack]));

/** « Identité : prénom et commune », « Questionnaire FSE+ d'entrée : à signer ». */
export const pieceSaid = (piece: PieceId, lacks: readonly Lack[]): string =>
  lacks.length === 0 ? pieceWords[piece] : `${pieceWords[piece]} : ${enumerated(lacks.map((lack) => lackWords[lack]))}`;

export const completerWords: Readonly<Record<Completer, string>> = {
  referent: "Référent·e",
  assistante: "Assistante de direction",
  person: "La personne, avec son ou sa référent·e",
  host: "La structure d'accueil et la personne",
};

const people = (count: number): string => counted(count, "personne", "personnes");

export const piecesWords = {
  title: "Pièces à compléter",
  someone: "Une personne qui n'est plus dans l'équipe",
  none: "Aucune pièce à compléter pour le moment.",
  /** « 3 personnes ». */
  people,
  /** « Pièces à compléter : 3 personnes. » */
  count: (count: number): string => `Pièces à compléter : ${people(count)}.`,
  /** « Et 4 autres dossiers : l'onglet les montre tous. » */
  more: (count: number): string =>
    `Et ${counted(count, "autre dossier", "autres dossiers")} : l'onglet les montre tous.`,
  /** « Basile : 3 personnes ». */
  ofReferent: (name: string, count: number): string => `${name} : ${people(count)}`,
  byReferent: "Par référent·e",
  byPiece: "Par pièce",
  /** « Bilan de l'action : 3 dossiers ». */
  ofPiece: (piece: string, count: number): string => `${piece} : ${counted(count, "dossier", "dossiers")}`,
  others: "La suite est dans l'onglet.",
  /** « identité : prénom, depuis le 3 décembre (et 2 autres pièces) ». */
  firstOf: (first: string, since: string, by: string | null, others: number): string =>
    [
      `${lowerFirst(first)}, depuis le ${since}`,
      ...(by === null ? [] : [`, à voir avec : ${lowerFirst(by)}`]),
      ...(others === 0 ? [] : [` (et ${counted(others, "autre pièce", "autres pièces")})`]),
    ].join(""),
} as const;

/** The same list, as a file. */
export const piecesFileWords = {
  sheet: "Pièces",
  title: "Pièces à compléter",
  on: (day: Day): string => `Ce qui manque au ${dayInWords(day)}`,
  about: "Ce fichier contient des noms : gardez-le dans un espace réservé à l'équipe, et supprimez-le après usage.",
  columns: {
    code: "Code",
    givenName: "Prénom",
    familyName: "Nom",
    referent: "Référent·e",
    piece: "Pièce",
    lacks: "Ce qui manque",
    since: "Depuis le",
    who: "Qui peut la compléter",
  },
} as const;

/** The view of the tab. */
export const piecesViewWords = {
  intro:
    "Ce qui manque dans les dossiers, depuis quand, et qui peut le compléter. Seul ce qui est dû à ce jour y figure.",
  byReferent: piecesWords.byReferent,
  someone: "N'est plus dans l'équipe",
  noName: "Prénom et nom à compléter",
  referent: "Référent·e",
  people: "Personnes",
  list: "Dossiers à compléter",
  whose: "De qui",
  mine: "Les personnes que j'accompagne",
  everyone: "Tout le monde",
  piece: "Pièce",
  anyPiece: "Toutes",
  month: "Mois d'entrée, ou d'orientation",
  anyMonth: "Tous les mois",
  monthOf: (month: string): string => upperFirst(monthInWords(month)),
  take: { xlsx: "Prendre la liste (Excel)", csv: "Prendre la liste (CSV)" },
  preparing: "Le fichier se prépare…",
  ready: "Le fichier est prêt : il contient des noms, gardez-le dans un espace réservé à l'équipe.",
  failed: "Le fichier n'a pas pu être préparé. Réessayez dans un instant.",
  person: "Personne",
  missing: "Ce qui manque",
  since: (day: string): string => `depuis le ${day}`,
  previous: "Page précédente",
  next: "Page suivante",
  pages: "Pages de la liste",
  narrow: "Choisir quels dossiers sont montrés",
  nobody: "Aucun dossier à compléter dans cette liste.",
  lookFurther: "Aucun dossier à compléter sur cette page ; la suivante en montre peut-être.",
} as const;

/** On the page of a person. */
export const personPiecesWords = {
  title: "Pièces du dossier",
  allThere: "Rien ne manque à ce jour.",
  missing: "Ce qui manque",
  there: "Ce qui est là",
  coming: "Ce qui sera demandé plus tard",
  /** « Bilan de l'action, à partir du 3 décembre 2026 ». */
  from: (piece: string, day: string | null): string => (day === null ? piece : `${piece}, à partir du ${day}`),
} as const;
