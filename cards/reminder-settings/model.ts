import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *Mes rappels*: the hour, and situations left out. */
export const reminderSettingsModel = z.strictObject({
  ...top,
  intro: text,
  /** Null for whoever leads nothing. */
  leads: text.nullable(),
  hours: z.array(choice).max(40),
  minute: text,
  /** What is said of the situations below. */
  stoppedSaid: text,
  stopped: z.array(choice).max(40),
  moreStopped: text.nullable(),
});
export type ReminderSettingsModel = z.infer<typeof reminderSettingsModel>;
