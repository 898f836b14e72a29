/** *Pièces à compléter*. */
import { z } from "zod";
import { action, nothing, typed } from "./action.ts";

export const piecesActions = {
  openPieces: action("pieces.open", nothing),
  pickPieces: action("pieces.pick", z.object({ choice: typed })),
  stopPieces: action("pieces.stop", nothing),
} as const;
