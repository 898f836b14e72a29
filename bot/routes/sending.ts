/** *Envois à vérifier*: what a person says became of a sending. */
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { settleSending, type SettledSending } from "../../src/use-cases/settle-sending.ts";
import { quiet, screen, type NoticeCode, type Screen } from "../screens.ts";
import { at, refusal, shows, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = "sending.open" | "sending.appears" | "sending.again" | "sending.done" | "sending.resend";
type How = "appears" | "again" | "done";

const SAID: Readonly<Record<SettledSending["kind"], NoticeCode>> = {
  appears: "sendingSettled",
  done: "sendingSettled",
  sent: "sendingAgain",
  waits: "sendingWaits",
  over: "sendingOver",
  closed: "sendingChatClosed",
};

type Place = { readonly screen: "sendings" } | { readonly screen: "sendingAsk"; readonly entry: string };

/** What somebody else settled meanwhile is shown as they did: whoever comes second reads it. */
const settle = async (turn: BotTurn, entry: string, how: How, place: Place): Promise<Answer> => {
  const next = ({ kind }: SettledSending): Screen => ({ ...place, ...at(turn, SAID[kind]) });
  const result = await perform(turn.services, turn.actor, settleSending, { entry, how }, turn.delivery, next);
  if (result.ok) return { screen: screen.parse(result.value), kept: true };
  if (result.refusal === "alreadyDone") return shows({ screen: "sendingAsk", entry, ...quiet });
  return refusal(result.refusal, null);
};

const settleChosen = (turn: BotTurn, choice: string | undefined, how: How): Promise<Answer> =>
  choice === undefined || choice === ""
    ? Promise.resolve(shows({ screen: "sendings", ...at(turn, "chooseFirst") }))
    : settle(turn, choice.slice(0, 200), how, { screen: "sendings" });

export const sendingRoutes: Pick<Routes, Verbs> = {
  "sending.open": () => Promise.resolve(shows({ screen: "sendings", ...quiet })),
  "sending.appears": (turn, { entry }) => settle(turn, entry, "appears", { screen: "sendingAsk", entry }),
  "sending.again": (turn, { entry }) => settle(turn, entry, "again", { screen: "sendingAsk", entry }),
  "sending.done": (turn, { choice }) => settleChosen(turn, choice, "done"),
  "sending.resend": (turn, { choice }) => settleChosen(turn, choice, "again"),
};
