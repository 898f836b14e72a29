/** *Pièces du participant*: what a file holds, what is missing and since when. Nothing of what was said, and no figure that ranks people. */
import type { Day } from "../participant/codes.ts";

/** In the order of a parcours. */
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
] as const;
export type PieceId = (typeof PIECES)[number];

/** Who can complete a piece: the référent·e, whoever receives the papers, the person themself, the structure that receives them. */
export const COMPLETERS = ["referent", "assistante", "person", "host"] as const;
export type Completer = (typeof COMPLETERS)[number];

/** What a piece still lacks, where it has parts: fields of the identity, or how far a questionnaire is. */
export const LACKS = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "reachable",
  "prescriber",
  "begin",
  "finish",
  "sign",
] as const;
export type Lack = (typeof LACKS)[number];

/** A piece as it is recorded: what time makes of it is read with `stateOf`. */
export interface Piece {
  readonly piece: PieceId;
  readonly there: boolean;
  /** The day from which it is missing; null: nothing makes it due, or it is there. A day of the record, never the one on which it is read. */
  readonly from: Day | null;
  readonly who: Completer;
  readonly lacks: readonly Lack[];
}

export type PieceState = "there" | "missing" | "notDue";

/** Where a piece stands on a day. */
export const stateOf = ({ there, from }: Pick<Piece, "there" | "from">, today: Day): PieceState => {
  if (there) return "there";
  return from !== null && from <= today ? "missing" : "notDue";
};

/** What is missing on that day, the oldest first. */
export const missingOn = <P extends Pick<Piece, "there" | "from">>(
  pieces: readonly P[],
  today: Day,
): readonly (P & { readonly from: Day })[] =>
  pieces
    .flatMap((piece) => {
      const { from } = piece;
      return from !== null && stateOf(piece, today) === "missing" ? [{ ...piece, from }] : [];
    })
    .sort((one, other) => one.from.localeCompare(other.from));

/** The first day on which one of these is missing; null: none will be by time alone. */
export const firstMissingFrom = (pieces: readonly Pick<Piece, "there" | "from">[]): Day | null =>
  pieces.flatMap(({ there, from }) => (there || from === null ? [] : [from])).toSorted()[0] ?? null;
