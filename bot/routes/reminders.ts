/** *À faire aujourd'hui*, *Plus tard*, *Ne plus me rappeler cette situation*, *Mes rappels*. */
import type { EsfStage } from "../../src/domain/esf/codes.ts";
import { participantCode, type ParticipantCode } from "../../src/domain/participant/codes.ts";
import { MILESTONES, type MilestoneId } from "../../src/domain/participant/milestone-ids.ts";
import type { ReminderCard } from "../../src/domain/reminders/codes.ts";
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

type Opens = (code: ParticipantCode) => Screen;
const fiche: Opens = (code) => ({ screen: "sheet", code, ...quiet });
const actions: Opens = (code) => ({ screen: "actions", code, ...quiet });
const handovers: Opens = (code) => ({ screen: "handovers", code, ...quiet });

const questionnaire =
  (stage: EsfStage): Opens =>
  (code) => ({ screen: "questionnaire", code, stage, ...quiet });

/** Where what is due is done; from the fiche for what needs more than one look. */
const PLACES: Readonly<Record<MilestoneId, Opens>> = {
  ...{ firstContact: fiche, firstAppointment: fiche, outreachReview: fiche },
  ...{ t0: fiche, firstAction: fiche, actionDone: actions, bilan: actions, t1: fiche },
  ...{ synthesis: fiche, cell: fiche, complete: fiche, decision: fiche },
  ...{ handoverSend: handovers, handoverReminder: handovers, handoverCall: handovers, handoverFallback: handovers },
  ...{ handoverAppointment: handovers, handoverFollow: handovers },
  followUp: (code) => ({ screen: "followUp", code, check: false, ...quiet }),
  exitFollowUp: (code) => ({ screen: "exitNews", code, check: false, ...quiet }),
  ...{ esfEntry: questionnaire("entry"), esfExit: questionnaire("exit"), esfLater: questionnaire("later") },
  rightsAnswer: (code) => ({ screen: "rights", code, ...quiet }),
  resume: (code) => ({ screen: "pause", code, check: false, ...quiet }),
};

/** Where a line leads: its référent to what is to be done, whoever leads the team to the person. */
const placeOf = (choice: string | undefined, card: ReminderCard): Opens => {
  const [, due] = (choice ?? "").split(".", 2);
  const milestone = MILESTONES.find((one) => one === due);
  return card !== "own" || milestone === undefined ? fiche : PLACES[milestone];
};

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
      code === undefined ? cardOf(turn, on, at(turn, "chooseFirst"), card) : placeOf(choice, card)(code);
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
