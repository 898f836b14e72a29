/** *Situation*: facts for eligibility and reports only. */
import type { CardData } from "../../cards/actions.ts";
import { NOT_ASKED } from "../../cards/actions/action.ts";
import { situationFields } from "../../cards/actions/situation.ts";
import { recordSituation } from "../../src/use-cases/record-situation.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = "situation.open" | "situation.save" | "situation.leave";

/** On the card a question that was not asked is a choice of its own; in what is kept it is empty. */
const inputsOf = (data: CardData<"situation.save">): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typedIn(Object.keys(situationFields), data, "whole")).map(([field, typed]) => [
      field,
      typed === NOT_ASKED ? "" : typed,
    ]),
  );

const situation = (turn: BotTurn, intent: "record" | "keep", data: CardData<"situation.save">): Promise<Answer> => {
  const { code, rev, back = "sheet" } = data;
  return does(
    turn,
    recordSituation,
    { code, rev, inputs: inputsOf(data), intent, settles: null },
    ({ kind }): Screen => {
      if (kind === "conflict") return { screen: "conflict", code, about: "situation", ...quiet };
      if (kind === "toMend") return { screen: "situation", code, back, check: true, ...at(turn, "toMend") };
      const said = at(turn, kind === "kept" ? "draftKept" : "saved");
      return back === "lead" ? { screen: "lead", code, check: false, ...said } : { screen: "sheet", code, ...said };
    },
    code,
  );
};

export const situationRoutes: Pick<Routes, Verbs> = {
  "situation.open": (_turn, { code, back = "sheet" }) =>
    Promise.resolve(shows({ screen: "situation", code, back, check: false, ...quiet })),
  "situation.save": (turn, data) => situation(turn, "record", data),
  "situation.leave": (turn, data) => situation(turn, "keep", data),
};
