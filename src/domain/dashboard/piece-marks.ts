/** What the pieces of a case count for: who reads a number sums the days that have come, so that it is right at any hour. */
import { firstMissingFrom, PIECES, type Piece, type PieceId } from "../completeness/pieces.ts";
import type { Day, MemberId } from "../participant/codes.ts";
import { counterKey, readCounterKey, type Counts, type Mark } from "./measures.ts";

/** Missing as soon as it is known of: the day of each would only make numbers of numbers. */
const AT_ONCE: ReadonlySet<PieceId> = new Set(["identity", "rightToWork", "willing"]);

export const pieceMarks = (pieces: readonly Piece[], referent: MemberId): Mark[] => {
  const open = pieces.filter(({ there, from }) => !there && from !== null);
  const first = firstMissingFrom(open);
  if (first === null) return [];
  const atOnce = open.some(({ piece }) => AT_ONCE.has(piece));
  const marks = open.map(({ piece, from }) => ({
    measure: ["missing", piece],
    referent,
    on: AT_ONCE.has(piece) ? null : from,
  }));
  const all: Mark[] = [...marks, { measure: ["incomplete"], referent, on: atOnce ? null : first }];
  return all.sort((one, other) => (counterKey(one) < counterKey(other) ? -1 : 1));
};

/** What is missing in the files of one référent on a day. */
export interface MissingCounts {
  readonly referent: MemberId;
  /** People with one piece at least to complete. */
  readonly people: number;
  /** Of these, files of another référent for whom they stand in that day: counted with that référent's as well. */
  readonly stoodIn: number;
  readonly pieces: ByPiece;
  /** Of these, pieces of the files that they stand in for. */
  readonly stoodInPieces: ByPiece;
}
type ByPiece = Readonly<Partial<Record<PieceId, number>>>;

const isPiece = (word: string | undefined): word is PieceId => PIECES.some((piece) => piece === word);

/** By référent, in any order; those of whom nothing is missing are not there. */
export const missingCounts = (counts: Counts, today: Day): readonly MissingCounts[] => {
  const byReferent = new Map<MemberId, { people: number; pieces: Partial<Record<PieceId, number>> }>();
  for (const [key, count] of Object.entries(counts)) {
    const { measure, referent, on } = readCounterKey(key);
    const [what, piece] = measure;
    if (referent === null || (on !== null && on > today)) continue;
    const known = byReferent.get(referent) ?? { people: 0, pieces: {} };
    if (what === "incomplete") known.people += count;
    if (what === "missing" && isPiece(piece)) known.pieces[piece] = (known.pieces[piece] ?? 0) + count;
    byReferent.set(referent, known);
  }
  return [...byReferent].map(([referent, known]) => ({ referent, ...known, stoodIn: 0, stoodInPieces: {} }));
};

const withEach = (counts: ByPiece, missing: readonly Pick<Piece, "piece">[]): ByPiece =>
  missing.reduce<ByPiece>((known, { piece }) => ({ ...known, [piece]: (known[piece] ?? 0) + 1 }), counts);

const NONE = { people: 0, stoodIn: 0, pieces: {}, stoodInPieces: {} };

/** The same, with a file that this référent carries for another one. */
export const withStoodIn = (
  counts: readonly MissingCounts[],
  referent: MemberId,
  missing: readonly Pick<Piece, "piece">[],
): readonly MissingCounts[] => {
  const known = counts.find((one) => one.referent === referent) ?? { referent, ...NONE };
  const more = {
    referent,
    people: known.people + 1,
    stoodIn: known.stoodIn + 1,
    pieces: withEach(known.pieces, missing),
    stoodInPieces: withEach(known.stoodInPieces, missing),
  };
  return [...counts.filter((one) => one.referent !== referent), more];
};

/** How many files lack each piece, each file once. */
export const piecesInAll = (counts: readonly MissingCounts[]): ByPiece =>
  Object.fromEntries(
    PIECES.map((piece) => [
      piece,
      counts.reduce((sum, { pieces, stoodInPieces }) => sum + (pieces[piece] ?? 0) - (stoodInPieces[piece] ?? 0), 0),
    ]),
  );
