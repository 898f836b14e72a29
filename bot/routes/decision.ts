/** *Décision*, what is done with a review besides deciding it, and the short circuit. */
import type { CardData } from "../../cards/actions.ts";
import { decisionFields } from "../../cards/actions/decision.ts";
import { adjournReason, reopenReason, withdrawReason } from "../../src/domain/review/records.ts";
import { adjournReview } from "../../src/use-cases/adjourn-review.ts";
import { askSecondStudy } from "../../src/use-cases/ask-second-study.ts";
import { decideReview, type DecidedReview } from "../../src/use-cases/decide-review.ts";
import { reopenReview } from "../../src/use-cases/reopen-review.ts";
import { studyInFull } from "../../src/use-cases/study-in-full.ts";
import { withdrawReview } from "../../src/use-cases/withdraw-review.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "decision.open"
  | "decision.save"
  | "decision.toView"
  | "decision.leave"
  | "review.inFull"
  | "review.moveOpen"
  | "review.move"
  | "review.moveLeave";

const review = (id: string): Screen => ({ screen: "review", review: id, ...quiet });

/** Decided, left or overtaken: back to the study. Something to mend or to wait for: the form, with what was typed. */
const afterDecision = (turn: BotTurn, id: string, kind: DecidedReview["kind"]): Screen => {
  switch (kind) {
    case "decided":
    case "decidedUntold":
      return { screen: "review", review: id, ...at(turn, kind) };
    case "kept":
      return { screen: "review", review: id, ...at(turn, "draftKept") };
    case "behind":
      return { screen: "review", review: id, ...at(turn, "decisionBehind") };
    case "overtaken":
      return { screen: "decision", review: id, check: true, ...at(turn, "decisionOvertaken") };
    case "viewMissing":
      return { screen: "decision", review: id, check: true, ...at(turn, "viewFirst") };
    case "toMend":
      return { screen: "decision", review: id, check: true, ...at(turn, "toMend") };
    case "hindered":
      return { screen: "decision", review: id, check: false, ...quiet };
  }
};

const decision = (
  turn: BotTurn,
  intent: "record" | "keep",
  data: CardData<"decision.save">,
  next: (outcome: DecidedReview) => Screen = ({ kind }) => afterDecision(turn, data.review, kind),
): Promise<Answer> => {
  const inputs = typedIn(Object.keys(decisionFields), data, "whole");
  return does(turn, decideReview, { review: data.review, rev: data.rev, inputs, intent }, next, null);
};

/** What is typed waits; the person's view, then back. */
const toView = (turn: BotTurn, data: CardData<"decision.toView">): Promise<Answer> =>
  decision(turn, "keep", data, ({ kind, code }) =>
    kind === "kept"
      ? { screen: "personView", code, check: false, back: data.review, ...quiet }
      : afterDecision(turn, data.review, kind),
  );

const toMend = (turn: BotTurn, { review: id, move }: CardData<"review.move">): Promise<Answer> =>
  Promise.resolve(shows({ screen: "reviewMove", review: id, move, check: true, ...at(turn, "toMend") }));

const moves = (turn: BotTurn, data: CardData<"review.move">): Promise<Answer> => {
  const { review: id, rev } = data;
  switch (data.move) {
    case "adjourn": {
      const because = adjournReason.safeParse(data.because);
      if (!because.success) return toMend(turn, data);
      const said: Screen = { screen: "review", review: id, ...at(turn, "reviewAdjourned") };
      return does(turn, adjournReview, { review: id, rev, because: because.data }, () => said, null);
    }
    case "withdraw": {
      const because = withdrawReason.safeParse(data.because);
      if (!because.success) return toMend(turn, data);
      const said: Screen = { screen: "review", review: id, ...at(turn, "reviewWithdrawn") };
      return does(turn, withdrawReview, { review: id, rev, because: because.data }, () => said, null);
    }
    case "reopen": {
      const because = reopenReason.safeParse(data.because);
      if (!because.success) return toMend(turn, data);
      const said: Screen = { screen: "review", review: id, ...at(turn, "reviewReopened") };
      return does(turn, reopenReview, { review: id, rev, because: because.data }, () => said, null);
    }
    case "second":
      return does(
        turn,
        askSecondStudy,
        { review: id, rev, because: null },
        ({ id: second }) => ({ screen: "review", review: second, ...at(turn, "secondAsked") }),
        null,
      );
  }
};

export const decisionRoutes: Pick<Routes, Verbs> = {
  "decision.open": (_turn, { review: id }) =>
    Promise.resolve(shows({ screen: "decision", review: id, check: false, ...quiet })),
  "decision.save": (turn, data) => decision(turn, "record", data),
  "decision.toView": toView,
  "decision.leave": (turn, data) => decision(turn, "keep", data),
  "review.inFull": (turn, { review: id }) =>
    does(
      turn,
      studyInFull,
      { review: id },
      () => ({ screen: "review", review: id, ...at(turn, "reviewInFull") }),
      null,
    ),
  "review.moveOpen": (_turn, { review: id, move }) =>
    Promise.resolve(shows({ screen: "reviewMove", review: id, move, check: false, ...quiet })),
  "review.move": (turn, data) => moves(turn, data),
  "review.moveLeave": (_turn, { review: id }) => Promise.resolve(shows(review(id))),
};
