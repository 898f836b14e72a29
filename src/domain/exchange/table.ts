/** What a file of rows gives, whatever its encoding and its separator: its titles, then its rows one by one, or why it cannot be read. */

/** Nothing of such a file is taken. */
export const TABLE_FAULTS = [
  "unreadable",
  "tooBig",
  "tooManyLines",
  "empty",
  "titlesOnly",
  /** A workbook, not a CSV. */
  "workbook",
  "pdf",
  "webPage",
  "notText",
  /** The bytes are not what its first ones announce. */
  "badEncoding",
  "quoteNotClosed",
  "rowTooLong",
  "notCsv",
] as const;
export type TableFault = (typeof TABLE_FAULTS)[number];

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15"] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const SEPARATORS = [";", ",", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** `line` is where the row begins in the file, from 1. `broken` comes last, and only once. */
export type TableRead =
  | {
      readonly what: "titles";
      readonly titles: readonly string[];
      readonly encoding: Encoding;
      readonly separator: Separator;
    }
  | { readonly what: "row"; readonly line: number; readonly cells: readonly string[] }
  | { readonly what: "broken"; readonly code: TableFault; readonly line: number | null };

export const TABLE_LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 20_000,
  /** Characters of one row. */
  row: 20_000,
  columns: 300,
} as const;
export type TableLimits = { readonly [limit in keyof typeof TABLE_LIMITS]: number };
