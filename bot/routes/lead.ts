/** *Ma préconisation*, then *Piste de la méthode* beside it. */
import type { CardData } from "../../cards/actions.ts";
import { recommendationFields } from "../../cards/actions/lead.ts";
import { asideReason } from "../../src/domain/suggestion/stored-lead.ts";
import { recordRecommendation } from "../../src/use-cases/record-recommendation.ts";
import { setLeadAside, takeLeadBack } from "../../src/use-cases/set-lead-aside.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "recommendation.open"
  | "recommendation.save"
  | "recommendation.leave"
  | "lead.open"
  | "lead.why"
  | "lead.setAside"
  | "lead.takeBack";

const recommendation = (
  turn: BotTurn,
  intent: "record" | "keep",
  data: CardData<"recommendation.save">,
): Promise<Answer> => {
  const { code, rev } = data;
  const inputs = typedIn(Object.keys(recommendationFields), data, "whole");
  return does(
    turn,
    recordRecommendation,
    { code, rev, inputs, intent, settles: null },
    ({ kind }): Screen => {
      if (kind === "conflict") return { screen: "conflict", code, about: "recommendation", ...quiet };
      if (kind === "toMend") return { screen: "recommendation", code, check: true, ...at(turn, "toMend") };
      if (kind === "kept") return { screen: "synthesis", code, round: null, ...at(turn, "draftKept") };
      return { screen: "lead", code, check: false, ...at(turn, "recommended") };
    },
    code,
  );
};

export const leadRoutes: Pick<Routes, Verbs> = {
  "recommendation.open": (_turn, { code }) =>
    Promise.resolve(shows({ screen: "recommendation", code, check: false, ...quiet })),
  "recommendation.save": (turn, data) => recommendation(turn, "record", data),
  "recommendation.leave": (turn, data) => recommendation(turn, "keep", data),
  "lead.open": (_turn, { code }) => Promise.resolve(shows({ screen: "lead", code, check: false, ...quiet })),
  "lead.why": (_turn, { code }) => Promise.resolve(shows({ screen: "leadWhy", code, ...quiet })),
  "lead.setAside": (turn, { code, rev, reason }) => {
    const chosen = asideReason.safeParse(reason);
    if (!chosen.success) return Promise.resolve(shows({ screen: "lead", code, check: true, ...at(turn, "toMend") }));
    return does(
      turn,
      setLeadAside,
      { code, rev, reason: chosen.data },
      () => ({ screen: "lead", code, check: false, ...at(turn, "leadAside") }),
      code,
    );
  },
  "lead.takeBack": (turn, data) =>
    does(
      turn,
      takeLeadBack,
      data,
      () => ({ screen: "lead", code: data.code, check: false, ...at(turn, "leadBack") }),
      data.code,
    ),
};
