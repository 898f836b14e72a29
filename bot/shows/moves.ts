/** *Absences et transferts*. */
import { listCaseMoves, seeCaseMove, seeMoveForm } from "../../src/use-cases/see-case-moves.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const movesShows: Pick<Shows, "absences" | "move" | "moveForm"> = {
  absences: (screen, on) =>
    through(screen, on, listCaseMoves, {}, (view) => present.presentAbsences(screen, view, on.reader)),
  move: (screen, on) =>
    through(screen, on, seeCaseMove, { move: screen.move }, (view) => present.presentMove(screen, view, on.reader)),
  moveForm: (screen, on) => {
    const { code, what, fromId, toId, from, until, why } = screen;
    const inputs = { what, fromId, toId, from, until, why };
    return through(screen, on, seeMoveForm, { code, inputs }, (view) =>
      present.presentMoveForm(screen, view, on.reader),
    );
  },
};
