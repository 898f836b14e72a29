/** What an import did, counted as it goes: only the first rejections are kept in detail. */
import type { RecordKind } from "./check-record.ts";
import type { BrokenCode, UnfitCode } from "./read-record.ts";

/** Why a record is not taken, besides what the schema says of it: for whoever sent the file. */
export const REJECTION_WORDS: Readonly<Record<UnfitCode | "twice" | "own", string>> = {
  recordTooBig: "cet enregistrement dépasse 200 000 caractères",
  columns: "cette ligne n'a pas autant de cellules que l'en-tête",
  twice: "cet identifiant est déjà dans le fichier : seule sa première ligne compte",
  own: "cet identifiant est celui d'un service ou d'une structure du PLIE, que l'import ne remplace pas",
};

/** Why nothing changed. `busy`: somebody else moved the directory meanwhile. */
export type ImportFault = BrokenCode | "empty" | "otherKind" | "nothingValid" | "closesMost" | "busy";

export const IMPORT_FAULT_WORDS: Readonly<Record<ImportFault, string>> = {
  unreadable: "Le fichier n'a pas pu être lu jusqu'au bout.",
  notUtf8: "Le fichier n'est pas en UTF-8 : enregistrez-le dans ce codage.",
  notJson: "Le fichier n'est pas du JSON valide.",
  notCsv: "Le fichier n'est pas du CSV valide.",
  truncated: "Le fichier est coupé : il manque sa fin.",
  notRecords: "Le fichier ne contient pas de liste d'enregistrements data·inclusion.",
  partialPage: "Ce n'est qu'une page de l'API : il manque les autres, et ce qui n'y est pas aurait été fermé.",
  tooDeep: "Le fichier est trop imbriqué pour être une liste de services.",
  tooBig: "Le fichier dépasse 512 Mo : importez une zone plus petite.",
  empty: "Le fichier ne contient aucun enregistrement.",
  otherKind: "Le fichier contient des structures à la place des services, ou l'inverse.",
  nothingValid: "Aucun enregistrement n'est valide.",
  closesMost:
    "Cet import fermerait plus de la moitié des services de ses sources et de sa zone : le fichier est sans doute partiel. Si c'est voulu, recommencez avec closing=most (ou --closing most).",
  busy: "Le répertoire a changé pendant l'import. Réessayez dans un instant.",
};

export interface Rejected {
  /** Its place in the file, from 1. */
  readonly rank: number;
  readonly id: string | null;
  /** In French. */
  readonly reasons: readonly string[];
}

export interface Tally {
  valid: number;
  added: number;
  changed: number;
  unchanged: number;
  closed: number;
  reopened: number;
  rejected: number;
  otherKind: number;
  /** Rejected without an id: nothing is closed then, it may be any of those that are missing. */
  unnamed: number;
  readonly first: Rejected[];
}

export const newTally = (): Tally => ({
  valid: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  closed: 0,
  reopened: 0,
  rejected: 0,
  otherKind: 0,
  unnamed: 0,
  first: [],
});

const IN_DETAIL = 100;

export const reject = (tally: Tally, rejected: Rejected): void => {
  tally.rejected += 1;
  if (rejected.id === null) tally.unnamed += 1;
  if (tally.first.length < IN_DETAIL) tally.first.push(rejected);
};

export const differs = ({ added, changed, closed, reopened }: Tally): boolean =>
  added + changed + closed + reopened > 0;

export interface ImportReport {
  readonly kind: RecordKind;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly reopened: number;
  readonly rejected: number;
  readonly first: readonly Rejected[];
  /** Nothing was closed, because a record came without an id. */
  readonly closedNothing: boolean;
  /** Whether the pointer moved, and the number of the directory that is read from now on; null when nothing was kept. */
  readonly directory: { readonly moved: boolean; readonly number: number } | null;
}

export const reportOf = (kind: RecordKind, tally: Tally, directory: ImportReport["directory"]): ImportReport => {
  const { added, changed, unchanged, closed, reopened, rejected, first, unnamed } = tally;
  const counts = { added, changed, unchanged, closed, reopened, rejected };
  return { kind, ...counts, first, closedNothing: unnamed > 0, directory };
};
