import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *Absences et transferts*: what is asked, to come or under way. */
export const absencesModel = z.strictObject({
  ...top,
  count: text,
  /** « Suppléance · toutes ses personnes · Basile Tilleul pour Alix Lavande · du … au … · en cours ». */
  items: z.array(choice).max(8),
  /** The button that plans one for all the cases of a référent. */
  plan: z.strictObject({ title: text, data: z.strictObject({ code: z.null() }) }),
});
export type AbsencesModel = z.infer<typeof absencesModel>;
