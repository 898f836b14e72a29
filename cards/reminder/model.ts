import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *À faire aujourd'hui*: what was told that day and is still to do, late ones first. */
export const reminderModel = z.strictObject({
  ...top,
  title: text,
  /** « 2 en retard, 1 aujourd'hui, 3 à venir. », or that nothing is left. */
  count: text,
  /** What did not fit; null: everything did. */
  more: text.nullable(),
  /** When it comes back, once it was put off. */
  later: text.nullable(),
  /** « En retard de 3 jours · Première évaluation · Amina B. · P-2026-0001 ». */
  items: z.array(choice).max(60),
  laterItems: z.array(choice).max(4),
  laterChoice: text,
  data: z.strictObject({ on: text }),
  pick: z.strictObject({ on: text, card: z.literal("own") }),
});
export type ReminderModel = z.infer<typeof reminderModel>;
