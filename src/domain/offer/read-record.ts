/** What a file of services or structures gives, record by record, whatever its format. */

/** Why a file was not read to its end: nothing of it is kept. */
export const BROKEN_CODES = [
  "unreadable",
  "notUtf8",
  "notJson",
  "notCsv",
  "truncated",
  "notRecords",
  "partialPage",
  "tooDeep",
  "tooBig",
] as const;
export type BrokenCode = (typeof BROKEN_CODES)[number];

/** Why one record could not be read, while the others can. */
export type UnfitCode = "recordTooBig" | "columns";

/** `rank` is the place in the file, from 1. `broken` comes last, and only once. */
export type ReadRecord =
  | { readonly what: "record"; readonly rank: number; readonly value: unknown }
  | { readonly what: "unfit"; readonly rank: number; readonly id: string | null; readonly code: UnfitCode }
  | { readonly what: "broken"; readonly code: BrokenCode };

/** Limits of a file, the same for every format. */
export const FILE_LIMITS = {
  bytes: 512 * 1024 * 1024,
  /** Characters of one record. */
  record: 200_000,
  depth: 32,
} as const;
export type FileLimits = { readonly [limit in keyof typeof FILE_LIMITS]: number };
