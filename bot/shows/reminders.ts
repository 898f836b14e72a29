/** What members are told of what is due, and how they choose to be told. */
import { seeReminder } from "../../src/use-cases/see-reminder.ts";
import { seeReminderSettings } from "../../src/use-cases/see-reminder-settings.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const reminderShows: Pick<Shows, "reminder" | "reminderSettings"> = {
  reminder: (screen, on) =>
    through(screen, on, seeReminder, { card: screen.card, member: screen.member, on: screen.on }, (view) =>
      present.presentReminder(screen, view, on.reader),
    ),
  reminderSettings: (screen, on) =>
    through(screen, on, seeReminderSettings, {}, (view) => present.presentReminderSettings(screen, view, on.reader)),
};
