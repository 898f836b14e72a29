/** How the pieces of a file are kept and listed. */
import { define } from "../codec.ts";
import { casePieces, piecesKeys, piecesOrder } from "./records.ts";

export const completenessCodecs = {
  casePieces: define({ schema: casePieces, id: (doc) => doc.code, keys: piecesKeys, order: piecesOrder }),
} as const;
