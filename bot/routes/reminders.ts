/** *À faire aujourd'hui*, *Plus tard*, *Ne plus me rappeler cette situation*, *Mes rappels*. */
import { participantCode } from "../../src/domain/participant/codes.ts";
import type { ReminderCard } from "../../src/domain/reminders/records.ts";
import { CHOSEN_MINUTES, LATER_CHOICES } from "../../src/domain/reminders/when.ts";
import { chooseReminders } from "../../src/use-cases/choose-reminders.ts";
import { postponeReminder } from "../../src/use-cases/postpone-reminder.ts";
import { stopReminders } from "../../src/use-cases/stop-reminders.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, type BotTurn, type Routes } from "./route.ts";

type Verbs = "reminder.pick" | "reminder.later" | "reminder.stop" | "reminder.settings" | "reminder.choose";

/** The person that a line is about. */
const codeOf = (choice: string | undefined): string | undefined =>
  participantCode.safeParse((choice ?? "").split(".", 1)[0]).data;

type Noticed = Pick<Screen, "notice" | "at">;
const cardOf = ({ actor }: BotTurn, on: string, noticed: Noticed, card: ReminderCard = "own"): Screen => ({
  ...{ screen: "reminder", card, member: actor.memberId, on },
  ...noticed,
});

const minuteFrom = (typed: string | undefined): number | null | undefined =>
  typed === "none" ? null : CHOSEN_MINUTES.find((minute) => String(minute) === typed);

export const reminderRoutes: Pick<Routes, Verbs> = {
  "reminder.pick": (turn, { on, card, choice }) => {
    const code = codeOf(choice);
    const next: Screen =
      code === undefined ? cardOf(turn, on, at(turn, "chooseFirst"), card) : { screen: "sheet", code, ...quiet };
    return Promise.resolve(shows(next));
  },
  "reminder.later": async (turn, { on, later }) => {
    const choice = LATER_CHOICES.find((one) => one === later);
    if (choice === undefined) return shows(cardOf(turn, on, at(turn, "chooseFirst")));
    return does(turn, postponeReminder, { on, choice }, () => cardOf(turn, on, at(turn, "reminderPutOff")), null);
  },
  "reminder.stop": async (turn, { on, choice }) => {
    const code = codeOf(choice);
    if (code === undefined) return shows(cardOf(turn, on, at(turn, "chooseFirst")));
    return does(turn, stopReminders, { code }, () => cardOf(turn, on, at(turn, "reminderStopped")), code);
  },
  "reminder.settings": () => Promise.resolve(shows({ screen: "reminderSettings", ...quiet })),
  "reminder.choose": (turn, { minute, takenBack }) => {
    const chosen = minuteFrom(minute);
    const back = (takenBack ?? "").split(",").flatMap((code) => participantCode.safeParse(code.trim()).data ?? []);
    const input = { takenBack: back.slice(0, 60), ...(chosen === undefined ? {} : { minute: chosen }) };
    const next = (): Screen => ({ screen: "reminderSettings", ...at(turn, "remindersChosen") });
    return does(turn, chooseReminders, input, next, null);
  },
};
