/** From the synthesis to the cell: *Présenter en cellule*. */
import type { CardData } from "../../cards/actions.ts";
import { submissionFields } from "../../cards/actions/submit.ts";
import { prepareReview, type PreparedReview } from "../../src/use-cases/prepare-review.ts";
import { submitReview } from "../../src/use-cases/submit-review.ts";
import { takeInitialChannels } from "../initial-channels.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = "review.prepare" | "review.preview" | "review.leave" | "review.submit";

export const afterPrepared = (turn: BotTurn, code: string, { kind }: PreparedReview): Screen => {
  if (kind === "conflict") return { screen: "conflict", code, about: "review", ...quiet };
  if (kind === "toMend") return { screen: "reviewForm", code, check: true, ...at(turn, "toMend") };
  if (kind === "kept") return { screen: "synthesis", code, round: null, ...at(turn, "draftKept") };
  return { screen: "reviewPreview", code, ...quiet };
};

const prepare = async (turn: BotTurn, intent: "record" | "keep", data: CardData<"review.preview">): Promise<Answer> => {
  const { code, rev } = data;
  if (intent === "record") await takeInitialChannels(turn);
  const inputs = typedIn(Object.keys(submissionFields), data, "whole");
  return does(
    turn,
    prepareReview,
    { code, rev, inputs, intent, settles: null },
    (outcome) => afterPrepared(turn, code, outcome),
    code,
  );
};

export const submitRoutes: Pick<Routes, Verbs> = {
  "review.prepare": (_turn, { code }) => Promise.resolve(shows({ screen: "reviewForm", code, check: false, ...quiet })),
  "review.preview": (turn, data) => prepare(turn, "record", data),
  "review.leave": (turn, data) => prepare(turn, "keep", data),
  "review.submit": (turn, data) =>
    does(
      turn,
      submitReview,
      data,
      (outcome): Screen => {
        const { code } = data;
        if (outcome.kind === "toMend") return { screen: "reviewForm", code, check: true, ...at(turn, "toMend") };
        if (outcome.kind === "moved") return { screen: "reviewPreview", code, ...at(turn, "previewMoved") };
        const notice = outcome.track === "short" ? "reviewShortSubmitted" : "reviewSubmitted";
        return { screen: "synthesis", code, round: null, ...at(turn, notice) };
      },
      data.code,
    ),
};
