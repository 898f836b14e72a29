/** *Pièces à compléter*: how many, and the person of one line. */
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { stopPieces } from "../../src/use-cases/stop-pieces.ts";
import { quiet } from "../screens.ts";
import { at, does, shows, type Routes } from "./route.ts";

export const piecesRoutes: Pick<Routes, "pieces.open" | "pieces.pick" | "pieces.stop"> = {
  "pieces.open": () => Promise.resolve(shows({ screen: "pieces", ...quiet })),
  "pieces.pick": (turn, { choice }) => {
    const code = participantCodeFrom(choice ?? "");
    return Promise.resolve(
      code === undefined
        ? shows({ screen: "pieces", ...at(turn, "chooseFirst") })
        : shows({ screen: "sheet", code, ...quiet }),
    );
  },
  "pieces.stop": (turn) =>
    does(turn, stopPieces, {}, () => ({ screen: "reminderSettings", ...at(turn, "piecesStopped") }), null),
};
