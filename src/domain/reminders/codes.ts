import { z } from "zod";

/** `own`: what is due in the cases one carries. `lead`: what is late in the whole team, for the chargé de projet. */
export const REMINDER_CARDS = ["own", "lead"] as const;
export const reminderCard = z.enum(REMINDER_CARDS);
export type ReminderCard = z.infer<typeof reminderCard>;
