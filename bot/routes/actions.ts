/** Planifier, modifier, renouveler, signer, annuler une action; and the list of a person's actions. */
import type { CardData } from "../../cards/actions.ts";
import { actionFields, actionMoveFields } from "../../cards/actions/action-verbs.ts";
import { TARGET } from "../../src/use-cases/parts/action-form.ts";
import { moveAction } from "../../src/use-cases/move-action.ts";
import { planAction, type PlannedAction } from "../../src/use-cases/plan-action.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, does, refusal, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "action.open"
  | "action.save"
  | "action.check"
  | "action.retype"
  | "action.leave"
  | "actions.open"
  | "actions.pick"
  | "action.see"
  | "action.edit"
  | "action.renew"
  | "action.moveOpen"
  | "action.move"
  | "action.moveLeave";

type Form = CardData<"action.save">;
type Move = CardData<"action.move">;

const formOf = (code: string, target: string): Screen => ({ screen: "action", code, target, check: false, ...quiet });

/** What was changed or renewed is left for its own card. */
const leftFor = ({ code, target }: Form, notice: { notice: NoticeCode; at: string }): Screen => {
  const [, action] = target.split(".", 2);
  return action === undefined
    ? { screen: "actions", code, ...notice }
    : { screen: "actionSeen", code, action, ...notice };
};

const SAID = {
  toMend: "toMend",
  fine: "actionFine",
  retyped: "draftKept",
  overtaken: "actionOvertaken",
} as const satisfies Partial<Record<PlannedAction["kind"], NoticeCode>>;

const afterPlanning = (turn: BotTurn, data: Form, outcome: PlannedAction): Screen => {
  const { code, target } = data;
  switch (outcome.kind) {
    case "planned":
      return { screen: "actionSeen", code, action: outcome.action, ...at(turn, "actionPlanned") };
    case "changed":
      return { screen: "actionSeen", code, action: outcome.action, ...at(turn, "saved") };
    case "deferred":
      return { screen: "actions", code, ...at(turn, "actionDeferred") };
    case "kept":
      return leftFor(data, at(turn, "draftKept"));
    case "toMend":
    case "fine":
    case "retyped":
    case "overtaken":
      return { screen: "action", code, target, check: outcome.kind === "toMend", ...at(turn, SAID[outcome.kind]) };
  }
};

const plan = (turn: BotTurn, intent: "record" | "check" | "retype" | "keep", data: Form): Promise<Answer> => {
  const { code, target, shown, rev } = data;
  if (!TARGET.test(target)) return Promise.resolve(refusal("changedMeanwhile", code));
  const inputs = typedIn(Object.keys(actionFields), data, "whole");
  return does(
    turn,
    planAction,
    { code, target, shown, rev, inputs, intent },
    (outcome) => afterPlanning(turn, data, outcome),
    code,
  );
};

const move = (turn: BotTurn, intent: "record" | "keep", data: Move): Promise<Answer> => {
  const { code, action, rev, move: which } = data;
  const inputs = typedIn(Object.keys(actionMoveFields), data, "whole");
  return does(
    turn,
    moveAction,
    { code, action, move: which, rev, inputs, intent },
    ({ kind }): Screen => {
      if (kind === "signed") return { screen: "actionSeen", code, action, ...at(turn, "actionSigned") };
      if (kind === "cancelled") return { screen: "actions", code, ...at(turn, "actionCancelled") };
      if (kind === "kept") return { screen: "actionSeen", code, action, ...at(turn, "draftKept") };
      const notice = kind === "toMend" ? "toMend" : "actionOvertaken";
      return { screen: "actionMove", code, action, move: which, check: kind === "toMend", ...at(turn, notice) };
    },
    code,
  );
};

const pick = (turn: BotTurn, code: string, choice = ""): Screen =>
  choice === ""
    ? { screen: "actions", code, ...at(turn, "chooseFirst") }
    : { screen: "actionSeen", code, action: choice.slice(0, 100), ...quiet };

const here = (screen: Screen): Promise<Answer> => Promise.resolve(shows(screen));

export const actionRoutes: Pick<Routes, Verbs> = {
  "action.open": (_turn, { code }) => here(formOf(code, "new")),
  "action.save": (turn, data) => plan(turn, "record", data),
  "action.check": (turn, data) => plan(turn, "check", data),
  "action.retype": (turn, data) => plan(turn, "retype", data),
  "action.leave": (turn, data) => plan(turn, "keep", data),
  "actions.open": (_turn, { code }) => here({ screen: "actions", code, ...quiet }),
  "actions.pick": (turn, { code, choice }) => here(pick(turn, code, choice)),
  "action.see": (_turn, { code, action }) => here({ screen: "actionSeen", code, action, ...quiet }),
  "action.edit": (_turn, { code, action }) => here(formOf(code, `edit.${action}`)),
  "action.renew": (_turn, { code, action }) => here(formOf(code, `renew.${action}`)),
  "action.moveOpen": (_turn, { code, action, move: which }) =>
    here({ screen: "actionMove", code, action, move: which, check: false, ...quiet }),
  "action.move": (turn, data) => move(turn, "record", data),
  "action.moveLeave": (turn, data) => move(turn, "keep", data),
};
