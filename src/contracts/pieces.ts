/** `GET /api/pieces?referent&piece&month&cursor`: what is missing in the files, by référent and by person. Nothing of what was said. */
import * as z from "zod/mini";
import type { Completer, Lack, PieceId, PieceState } from "../domain/completeness/pieces.ts";

export const PIECES = [
  "identity",
  "rightToWork",
  "willing",
  "firstContact",
  "firstAppointment",
  "notice",
  "health",
  "situation",
  "esfEntry",
  "t0",
  "convention",
  "bilan",
  "synthesis",
  "sheetAgreement",
  "prescriber",
  "exitProof",
  "esfExit",
  "esfLater",
] as const satisfies readonly PieceId[];
const COMPLETERS = ["referent", "assistante", "person", "host"] as const satisfies readonly Completer[];
const LACKS = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "reachable",
  "prescriber",
  "begin",
  "finish",
  "sign",
] as const satisfies readonly Lack[];

const shared = {
  /** `mine`, `everyone`, or the id of a référent. */
  referent: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** One or the other. */
  piece: z.optional(z.enum(PIECES)),
  month: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
};
export const piecesQuery = z.strictObject({ ...shared, cursor: z.optional(z.string().check(z.maxLength(60))) });

export const PIECES_FILES = ["xlsx", "csv"] as const;
/** `GET /api/pieces/export?format&referent&piece&month`: the list whole, as a file. */
export const piecesExportQuery = z.strictObject({ ...shared, format: z.enum(PIECES_FILES) });

const referent = z.strictObject({ id: z.string(), name: z.nullable(z.string()) });

const aPiece = {
  piece: z.enum(PIECES),
  who: z.enum(COMPLETERS),
  lacks: z.readonly(z.array(z.enum(LACKS))),
};
const STATES = ["there", "missing", "notDue"] as const satisfies readonly PieceState[];

/** Of one person: each piece that is looked at, in the order of a parcours. `from`: since when it is missing, or from when it will be; null: nothing makes it due. */
export const piecesOfPerson = z.readonly(
  z.array(z.strictObject({ ...aPiece, state: z.enum(STATES), from: z.nullable(z.iso.date()) })),
);
export type PiecesOfPerson = z.infer<typeof piecesOfPerson>;

const missingLine = z.strictObject({
  code: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  /** Null: not in the team any more. */
  referent: z.nullable(z.string()),
  missing: z.readonly(z.array(z.strictObject({ ...aPiece, since: z.string() }))),
});
export type MissingLine = z.infer<typeof missingLine>;

const countLine = z.strictObject({
  referent,
  /** People with one piece at least to complete. */
  people: z.int(),
  pieces: z.readonly(z.array(z.strictObject({ piece: z.enum(PIECES), count: z.int() }))),
});
export type PiecesCount = z.infer<typeof countLine>;

export const piecesPage = z.strictObject({
  today: z.string(),
  /** By référent, in the order of their names; those of whom nothing is missing are not there. */
  counts: z.readonly(z.array(countLine)),
  items: z.readonly(z.array(missingLine)),
  next: z.nullable(z.string()),
  previous: z.nullable(z.string()),
  /** Whose people these are; null: everyone's. */
  referent: z.nullable(referent),
  /** Whether the caller may list everyone, and has people of their own. */
  everyone: z.boolean(),
  own: z.boolean(),
});
export type PiecesPage = z.infer<typeof piecesPage>;
