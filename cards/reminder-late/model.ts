import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** To the chargé de projet: what became late in the team since the last card, by référent, and cells without a known date. */
export const reminderLateModel = z.strictObject({
  ...top,
  count: text,
  more: text.nullable(),
  /** « Basile Tilleul · En retard de 3 jours · Première évaluation · Amina B. · P-2026-0001 ». */
  items: z.array(choice).max(60),
  pick: z.strictObject({ on: text, card: z.literal("lead") }),
});
export type ReminderLateModel = z.infer<typeof reminderLateModel>;
