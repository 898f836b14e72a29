import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** Parcours: where it stands in a few lines, then one choice of what to do. */
export const pathModel = z.strictObject({
  ...top,
  code,
  person: text,
  lines: z.array(z.strictObject({ label: text, value: text })).max(8),
  /** Said where there is no line; null otherwise. */
  empty: text.nullable(),
  items: z.array(choice).max(20),
  /** The one that is chosen already. */
  choice: text,
  /** Address of the Feuille d'entretien on our own tab; null: no button. */
  interviewSheetUrl: z.url().nullable(),
});
export type PathModel = z.infer<typeof pathModel>;
