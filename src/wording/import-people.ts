/** What the import of orientations and identities says, line by line and as a whole. */
import type { ImportField } from "../domain/exchange/import-mapping.ts";
import type { AsideReason, ChangedField, LineProblem, LineWarning } from "../domain/exchange/import-records.ts";
import type { TableFault } from "../domain/exchange/table.ts";
import type { TitlesRefused } from "../domain/exchange/import-titles.ts";
import { enumerated, lowerFirst, quoted } from "./lists.ts";
import { personProblemWords } from "./problems.ts";

const SAVE_AS_CSV = "Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 », puis envoyez ce fichier-là.";

const faults: Readonly<Record<TableFault, string>> = {
  unreadable: "Le fichier n'est pas arrivé en entier. Envoyez-le à nouveau.",
  tooBig: "Ce fichier est trop lourd (20 Mo au plus). Découpez-le en plusieurs fichiers, chacun avec ses titres.",
  tooManyLines: "Ce fichier a plus de 20 000 lignes. Découpez-le en plusieurs fichiers, chacun avec ses titres.",
  empty: "Ce fichier est vide.",
  titlesOnly: "Ce fichier n'a que ses titres : aucune personne à importer.",
  workbook: `C'est un classeur, pas un fichier CSV : enregistrez en CSV. ${SAVE_AS_CSV}`,
  pdf: "C'est un PDF. Demandez au logiciel un export au format CSV.",
  webPage: `C'est une page web, même si son nom finit par « .xls » : ouvrez-la et enregistrez en CSV. ${SAVE_AS_CSV}`,
  notText: `Ce fichier n'est pas du texte : enregistrez en CSV. ${SAVE_AS_CSV}`,
  badEncoding: `Les lettres de ce fichier ne se lisent pas : enregistrez en CSV. ${SAVE_AS_CSV}`,
  quoteNotClosed: "Un guillemet est ouvert et jamais refermé : le reste du fichier ne se lit pas. Refermez-le.",
  rowTooLong: "Une ligne est bien trop longue : un guillemet n'est sans doute pas refermé.",
  notCsv: `Ce fichier ne se lit pas comme un CSV : enregistrez en CSV. ${SAVE_AS_CSV}`,
};

export const importFaultWords = (fault: TableFault, line: number | null): string =>
  line === null ? faults[fault] : `Ligne ${line} : ${lowerFirst(faults[fault])}`;

export const importFieldWords: Readonly<Record<ImportField, string>> = {
  externalId: "numéro dans le logiciel",
  givenName: "prénom",
  familyName: "nom",
  birthDate: "date de naissance",
  commune: "commune",
  insee: "code INSEE",
  postalCode: "code postal",
  phone: "téléphone",
  email: "courriel",
  address: "adresse",
  prescriber: "orienté·e par",
  orientationOn: "date d'orientation",
  referent: "référent·e",
  rightToWork: "droit de travailler en France",
  willing: "d'accord pour commencer",
};

export const changedFieldWords: Readonly<Record<ChangedField, string>> = {
  givenName: "Prénom",
  familyName: "Nom",
  birthDate: "Date de naissance",
  commune: "Commune",
  phone: "Téléphone",
  email: "Courriel",
  address: "Adresse",
  prescriber: "Orienté·e par",
  orientedOn: "Date d'orientation",
  rightToWork: "Droit de travailler",
  willing: "D'accord pour commencer",
};

const RENAME =
  "Renommez la colonne dans le fichier, ou demandez à la personne qui s'occupe de Repère d'ajouter le titre de votre logiciel.";

/** Why the titles of a file refuse it. `unknown`: those that are there and that nothing answers to. */
export const titlesWords = (
  { missing, twice, unknown, none }: TitlesRefused,
  accepted: (field: ImportField) => readonly string[],
): string =>
  [
    ...(none ? ["Aucun titre de colonne connu dans les premières lignes : le fichier commence par ses titres."] : []),
    ...missing.map(
      (field) =>
        `Il manque une colonne pour : ${importFieldWords[field]}. Titres reconnus : ${enumerated(accepted(field).map(quoted), "ou")}.`,
    ),
    ...(missing.length === 0 || unknown.length === 0
      ? []
      : [`Dans le fichier, ces titres ne sont pas reconnus : ${enumerated(unknown.map(quoted))}.`]),
    ...(missing.length === 0 ? [] : [RENAME]),
    ...twice.map(
      (titles) => `Ces colonnes disent la même chose : ${enumerated(titles.map(quoted), "et")}. Gardez-en une.`,
    ),
  ].join(" ");

/** 6,12E+08: what a spreadsheet makes of a number, for good. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const phoneWords = (cell: string): string =>
  ROUNDED.test(cell)
    ? "le tableur a arrondi ce numéro. Mettez la colonne au format Texte, puis écrivez le numéro à nouveau, ou laissez la case vide."
    : "un seul numéro, sans autre texte : dix chiffres, ou l'indicatif du pays avec un +. Laissez la case vide s'il manque.";

const DAY_FIRST = "Écrivez le jour, le mois, puis l'année en entier : 12/03/1984.";
const IN_SPREADSHEET = "Dans le tableur, mettez la colonne au format JJ/MM/AAAA, puis enregistrez à nouveau en CSV.";
const dateWords = (cell: string): string =>
  /^\d{4,5}$/.test(cell)
    ? `c'est un nombre, pas une date. ${IN_SPREADSHEET}`
    : `cette date ne se lit pas. ${DAY_FIRST}`;

const problems: Readonly<Record<LineProblem["code"], (cell: string) => string>> = {
  notADate: dateWords,
  yearOnTwoDigits: () => `${personProblemWords.yearOnTwoDigits} ${IN_SPREADSHEET}`,
  inTheFuture: () => personProblemWords.inTheFuture,
  tooLongAgo: () => personProblemWords.tooLongAgo,
  noName: () => personProblemWords.noName,
  tooLong: () => "ce texte est trop long. Raccourcissez-le.",
  notAPhone: phoneWords,
  notAnEmail: () => personProblemWords.notAnEmail,
  badAnswer: () => "écrivez oui, non, ou laissez vide.",
  noReferent: () => "indiquez qui accompagnera cette personne, dans la colonne de la ou du référent·e.",
  unknownReferent: () =>
    "ce nom n'est pas celui d'un·e référent·e de l'équipe. Écrivez prénom et nom comme dans l'équipe, ou demandez à la personne qui s'occupe de Repère d'ajouter ce nom.",
  severalReferents: () => "plusieurs référent·es portent ce nom. Écrivez leur identifiant.",
  noExternalId: () => "le numéro dans le logiciel manque : il permet de reconnaître la personne la prochaine fois.",
  notEnoughToKnowAgain: () =>
    "indiquez la date de naissance et la date d'orientation : elles permettent de reconnaître la personne.",
  twiceInFile: (line) => `cette personne est déjà à la ligne ${line}. Gardez une seule des deux lignes.`,
  otherPerson: (code) =>
    `ce numéro est celui de ${code} dans Repère, dont deux au moins du prénom, du nom et de la date de naissance sont différents. Vérifiez le numéro. Si c'est bien la même personne, faites d'abord corriger sa fiche par sa ou son référent·e, ou par un·e chargé·e de projet, puis envoyez de nouveau le fichier.`,
  tooManyCells: () =>
    "il y a plus de cases que de titres. Une case contient sans doute le séparateur : mettez-la entre guillemets. Le reste de la ligne n'a pas été lu.",
  tooFewCells: () =>
    "il y a moins de cases que de titres. La ligne est peut-être coupée en deux par un retour à la ligne : remettez-la d'un seul tenant.",
};

const shortYear = (cell: string): string => /(\d{2})(?:[T ]\d+[:h].*)?$/.exec(cell)?.[1] ?? "";

const warnings: Readonly<Record<LineWarning["code"], (cell: string) => string>> = {
  communeToComplete: () => "commune hors du territoire, ou non reconnue : gardée telle quelle, à compléter.",
  unknownPrescriber: () => "prescripteur inconnu du PLIE : gardé tel quel.",
  zeroAdded: (cell) => `le ${/^33/.test(cell) ? "+" : "zéro"} du début manquait : il est ajouté.`,
  noOrientationDate: () => "sans date d'orientation : ce sera le jour de l'import.",
  yearCompleted: (cell) => `l'année est sur deux chiffres : elle est lue 20${shortYear(cell)}. Vérifiez-la.`,
  endMissing: () =>
    "les dernières colonnes manquent : elles sont lues comme vides. Si la suite est à la ligne d'après, la ligne est coupée en deux : remettez-la d'un seul tenant.",
  otherReferent: () =>
    "le fichier nomme un·e autre référent·e que Repère. L'import n'y touche pas : le changement se décide dans Repère, ou se corrige dans le logiciel.",
};

const atColumn = ({ column }: { readonly column: string | null }): string =>
  column === null ? "" : `, ${quoted(column)}`;
const ofCell = ({ cell, column }: { readonly cell: string; readonly column: string | null }): string =>
  cell === "" || column === null ? "" : ` (${quoted(cell)})`;

/** « Ligne 12, « Date de naissance » (« 31/02/1990 ») : cette date n'existe pas… » */
export const lineProblemWords = (line: number, problem: LineProblem): string =>
  `Ligne ${line}${atColumn(problem)}${ofCell(problem)} : ${problems[problem.code](problem.cell)}`;
export const lineWarningWords = (line: number, warning: LineWarning): string =>
  `Ligne ${line}${atColumn(warning)}${ofCell(warning)} : ${warnings[warning.code](warning.cell)}`;

const asides: Readonly<Record<AsideReason, string>> = {
  erased:
    "cette personne a été effacée de Repère. L'import ne la recrée pas : si elle revient, enregistrez-la par « nouveau ».",
  archived: "son dossier est archivé. L'import n'y touche pas.",
  cancelled: "sa fiche a été annulée. L'import n'y touche pas.",
  ended: "son parcours est terminé. L'import n'y touche pas.",
  missing: "son dossier n'est plus là. L'import n'y touche pas.",
  unreadable:
    "un document de ce dossier ne se lit plus. L'import n'y touche pas, les autres lignes se font. Prévenez la personne qui s'occupe de Repère, puis envoyez cette ligne à nouveau.",
};
/** Archived or erased: the same words for whoever may not read which. */
const RETIRED =
  "l'import n'y touche pas. Si cette personne revient, enregistrez-la par « nouveau » ; la coordinatrice peut vous en dire plus.";
export const asideWords = (line: number, reason: AsideReason, readsRetired: boolean): string =>
  `Ligne ${line} : ${!readsRetired && (reason === "archived" || reason === "erased") ? RETIRED : asides[reason]}`;
