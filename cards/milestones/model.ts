import { z } from "zod";
import { choice, cursor, pageLink, text, top } from "../common.ts";

/** Mes échéances: late ones first, said in words. */
export const milestonesModel = z.strictObject({
  ...top,
  cursor,
  next: pageLink,
  previous: pageLink,
  /** « 3 échéances en retard, 5 à venir », or that nothing is due. */
  count: text,
  /** « En retard de 3 jours · Entrée à tenir · Amina B. P-2026-0001 ». */
  items: z.array(choice).max(8),
  choice: text,
  /** Chooses their reminders. */
  reminds: z.boolean(),
});
export type MilestonesModel = z.infer<typeof milestonesModel>;
