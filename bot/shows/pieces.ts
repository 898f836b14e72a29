/** What is missing in the files. */
import { listPieces } from "../../src/use-cases/list-pieces.ts";
import { PIECES_SHOWN, presentPieces } from "../presenters/pieces.ts";
import { through, type Shows } from "./show.ts";

export const piecesShows: Pick<Shows, "pieces"> = {
  pieces: (screen, on) =>
    through(screen, on, listPieces, { whose: null, among: null, cursor: null, limit: PIECES_SHOWN }, (seen) =>
      presentPieces(screen, seen, on.reader),
    ),
};
