/** *Passage de relais*: the list of a case, one of them step by step, and its two forms. */
import { handoverAnswerFields, handoverSheetFields } from "../../cards/actions/handover.ts";
import type { CardData } from "../../cards/actions.ts";
import { addRelay } from "../../src/use-cases/add-relay.ts";
import { answerHandover, type AnsweredHandover } from "../../src/use-cases/answer-handover.ts";
import { stepHandover } from "../../src/use-cases/step-handover.ts";
import { writeHandoverSheet, type WrittenSheet } from "../../src/use-cases/write-handover-sheet.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "handover.list"
  | "handover.pick"
  | "handover.relay"
  | "handover.urgent"
  | "handover.open"
  | "handover.step"
  | "handover.sheetOpen"
  | "handover.sheet"
  | "handover.sheetLeave"
  | "handover.answerOpen"
  | "handover.answer"
  | "handover.answerLeave";

interface Named {
  readonly code: string;
  readonly handover: string;
}
const none = { problem: null, on: "" } as const;
const card = ({ code, handover }: Named): Screen => ({ screen: "handover", code, handover, ...none, ...quiet });
const listOf = (code: string): Screen => ({ screen: "handovers", code, ...quiet });

const relay = (turn: BotTurn, code: string, rev: string, urgent: boolean): Promise<Answer> =>
  does(
    turn,
    addRelay,
    { code, rev, urgent },
    ({ id }): Screen =>
      urgent
        ? { screen: "handover", code, handover: id, ...none, ...at(turn, "relayUrgent") }
        : { screen: "handoverSheet", code, handover: id, check: false, ...quiet },
    code,
  );

const step = (
  turn: BotTurn,
  { code, handover, rev, step: taken, on = "" }: CardData<"handover.step">,
): Promise<Answer> =>
  does(
    turn,
    stepHandover,
    { code, handover, rev, step: taken, on },
    (outcome): Screen =>
      outcome.kind === "done"
        ? { screen: "handover", code, handover, ...none, ...at(turn, "saved") }
        : { screen: "handover", code, handover, problem: outcome.problem, on: on.slice(0, 40), ...quiet },
    code,
  );

const SHEET_NOTICES = { recorded: "handoverSheetSaved", kept: "draftKept", behind: "handoverBehind" } as const;
const afterSheet = (turn: BotTurn, { code, handover }: Named, kind: WrittenSheet["kind"]): Screen => {
  if (kind === "toMend") return { screen: "handoverSheet", code, handover, check: true, ...at(turn, "toMend") };
  if (kind === "overtaken")
    return { screen: "handoverSheet", code, handover, check: false, ...at(turn, "handoverOvertaken") };
  return { screen: "handover", code, handover, ...none, ...at(turn, SHEET_NOTICES[kind]) };
};

const sheet = (turn: BotTurn, intent: "record" | "keep", data: CardData<"handover.sheet">): Promise<Answer> => {
  const { code, handover, rev } = data;
  const inputs = typedIn(Object.keys(handoverSheetFields), data, "whole");
  return does(
    turn,
    writeHandoverSheet,
    { code, handover, rev, inputs, intent },
    ({ kind }) => afterSheet(turn, data, kind),
    code,
  );
};

const afterAnswer = (turn: BotTurn, { code, handover }: Named, outcome: AnsweredHandover): Screen => {
  const form = { screen: "handoverAnswer", code, handover } as const;
  switch (outcome.kind) {
    case "recorded":
      return { screen: "handover", code, handover, ...none, ...at(turn, "saved") };
    case "kept":
      return { screen: "handover", code, handover, ...none, ...at(turn, "draftKept") };
    case "overtaken":
      return { ...form, check: false, problem: null, ...at(turn, "handoverOvertaken") };
    case "toMend":
      return { ...form, check: true, problem: null, ...at(turn, "toMend") };
    case "notNow":
      return { ...form, check: false, problem: outcome.problem, ...quiet };
  }
};

const answer = (turn: BotTurn, intent: "record" | "keep", data: CardData<"handover.answer">): Promise<Answer> => {
  const { code, handover, rev } = data;
  const inputs = typedIn(Object.keys(handoverAnswerFields), data, "whole");
  return does(
    turn,
    answerHandover,
    { code, handover, rev, inputs, intent },
    (outcome) => afterAnswer(turn, data, outcome),
    code,
  );
};

export const handoverRoutes: Pick<Routes, Verbs> = {
  "handover.list": (_turn, { code }) => Promise.resolve(shows(listOf(code))),
  "handover.pick": (turn, { code, choice = "" }) =>
    Promise.resolve(
      shows(
        choice.startsWith(`${code}.`)
          ? card({ code, handover: choice.slice(0, 60) })
          : { screen: "handovers", code, ...at(turn, "chooseFirst") },
      ),
    ),
  "handover.relay": (turn, { code, rev }) => relay(turn, code, rev, false),
  "handover.urgent": (turn, { code, rev }) => relay(turn, code, rev, true),
  "handover.open": (_turn, data) => Promise.resolve(shows(card(data))),
  "handover.step": step,
  "handover.sheetOpen": (_turn, { code, handover }) =>
    Promise.resolve(shows({ screen: "handoverSheet", code, handover, check: false, ...quiet })),
  "handover.sheet": (turn, data) => sheet(turn, "record", data),
  "handover.sheetLeave": (turn, data) => sheet(turn, "keep", data),
  "handover.answerOpen": (_turn, { code, handover }) =>
    Promise.resolve(shows({ screen: "handoverAnswer", code, handover, check: false, problem: null, ...quiet })),
  "handover.answer": (turn, data) => answer(turn, "record", data),
  "handover.answerLeave": (turn, data) => answer(turn, "keep", data),
};
