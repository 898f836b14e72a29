/** *Transmettre*. */
import type { CardData } from "../../cards/actions.ts";
import { transmissionFields } from "../../cards/actions/transmission.ts";
import { confirmTransmission } from "../../src/use-cases/confirm-transmission.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = "transmission.open" | "transmission.confirm" | "transmission.leave";

const transmit = (
  turn: BotTurn,
  intent: "record" | "keep",
  data: CardData<"transmission.confirm">,
): Promise<Answer> => {
  const { code, rev } = data;
  const inputs = typedIn(Object.keys(transmissionFields), data, "whole");
  return does(
    turn,
    confirmTransmission,
    { code, rev, inputs, intent, settles: null },
    ({ kind }): Screen => {
      if (kind === "toMend") return { screen: "transmission", code, check: true, ...at(turn, "toMend") };
      if (kind === "overtaken") return { screen: "transmission", code, check: false, ...at(turn, "transmissionMoved") };
      return { screen: "sheet", code, ...at(turn, kind === "kept" ? "draftKept" : "transmissionConfirmed") };
    },
    code,
  );
};

export const transmissionRoutes: Pick<Routes, Verbs> = {
  "transmission.open": (_turn, { code }) =>
    Promise.resolve(shows({ screen: "transmission", code, check: false, ...quiet })),
  "transmission.confirm": (turn, data) => transmit(turn, "record", data),
  "transmission.leave": (turn, data) => transmit(turn, "keep", data),
};
