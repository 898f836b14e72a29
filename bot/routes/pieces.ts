/** *Pièces à compléter*: how many, and the person of one line. */
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { quiet } from "../screens.ts";
import { at, shows, type Routes } from "./route.ts";

export const piecesRoutes: Pick<Routes, "pieces.open" | "pieces.pick"> = {
  "pieces.open": () => Promise.resolve(shows({ screen: "pieces", ...quiet })),
  "pieces.pick": (turn, { choice }) => {
    const code = participantCodeFrom(choice ?? "");
    return Promise.resolve(
      code === undefined
        ? shows({ screen: "pieces", ...at(turn, "chooseFirst") })
        : shows({ screen: "sheet", code, ...quiet }),
    );
  },
};
