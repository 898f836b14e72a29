/** What the projector keeps of the pieces of each case, so that a list reads its own lines and no others. */
import { z } from "zod";
import { day, memberId, participantCode, type Day } from "../participant/codes.ts";
import { addDays } from "../participant/days.ts";
import { COMPLETERS, firstMissingFrom, LACKS, PIECES, type PieceId } from "./pieces.ts";

/** Holds the name, as a line of the lists does. States are read on a day: time alone makes a piece missing. */
export const casePieces = z.strictObject({
  kind: z.literal("casePieces"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  givenName: z.string(),
  familyName: z.string(),
  referentId: memberId,
  substituteId: memberId.nullable(),
  orientedOn: day,
  enteredOn: day.nullable(),
  pieces: z
    .array(
      z.strictObject({
        piece: z.enum(PIECES),
        there: z.boolean(),
        from: day.nullable(),
        who: z.enum(COMPLETERS),
        lacks: z.array(z.enum(LACKS)),
      }),
    )
    .max(PIECES.length),
});
export type CasePieces = z.infer<typeof casePieces>;

/** Of the entry, or of the orientation for whoever did not enter. */
const monthOf = ({ enteredOn, orientedOn }: Pick<CasePieces, "enteredOn" | "orientedOn">): string =>
  (enteredOn ?? orientedOn).slice(0, 7);

/** What a list of files is narrowed to: one référent, and one piece or one month. */
export interface PiecesFilter {
  readonly referent: string | null;
  readonly among: { readonly piece: PieceId } | { readonly month: string } | null;
}

const amongWord = (among: PiecesFilter["among"]): string => {
  if (among === null) return "missing";
  return "piece" in among ? `piece:${among.piece}` : `month:${among.month}`;
};

/** The key to ask for files with something to complete, the oldest first; bounded with `missingBefore`. */
export const piecesKey = ({ referent, among }: PiecesFilter): string =>
  `${amongWord(among)}${referent === null ? "" : `:${referent}`}`;

/** Files with something to complete that somebody stands in for, whoever does. */
export const STOOD_IN_KEY = "stoodIn";

/** Where the list ends on a day: what is not missing yet stands after it. */
export const missingBefore = (today: Day): string => addDays(today, 1);

export const piecesOrder = ({ pieces, code }: CasePieces): string =>
  `${firstMissingFrom(pieces) ?? "9999-12-31"} ${code}`;

export const piecesKeys = (doc: CasePieces): readonly string[] => {
  const open = doc.pieces.flatMap(({ piece, there, from }) => (there || from === null ? [] : [piece]));
  if (open.length === 0) return [`case:${doc.code}`];
  const referents = new Set([null, doc.referentId, ...(doc.substituteId === null ? [] : [doc.substituteId])]);
  const among: readonly PiecesFilter["among"][] = [null, { month: monthOf(doc) }, ...open.map((piece) => ({ piece }))];
  const keys = [...referents].flatMap((referent) => among.map((one) => piecesKey({ referent, among: one })));
  return [`case:${doc.code}`, ...keys, ...(doc.substituteId === null ? [] : [STOOD_IN_KEY])];
};
