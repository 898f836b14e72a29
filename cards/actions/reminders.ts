/** *À faire aujourd'hui*, what is late in the team, *Mes rappels*. */
import { z } from "zod";
import { day } from "../../src/domain/participant/codes.ts";
import { reminderCard } from "../../src/domain/reminders/codes.ts";
import { action, nothing, typed, whole } from "./action.ts";

/** The card of a day; what was chosen of it. */
const ofReminder = { on: day, choice: typed, later: typed };

export const reminderFields = { minute: typed, takenBack: typed } as const;

export const reminderActions = {
  pickReminder: action("reminder.pick", z.strictObject({ ...ofReminder, card: reminderCard })),
  postponeReminder: action("reminder.later", z.strictObject(ofReminder)),
  stopReminders: action("reminder.stop", z.strictObject(ofReminder)),
  openReminderSettings: action("reminder.settings", nothing),
  chooseReminders: action("reminder.choose", z.strictObject({ ...reminderFields, whole })),
} as const;
