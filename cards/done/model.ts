import { z } from "zod";
import { button, text, top } from "../common.ts";

/** A card whose work is done: one line, « Enregistré : Entrée, P-2026-0001 à 14 h 32 ». */
export const doneModel = z.strictObject({
  ...top,
  text,
  buttons: z.array(button).max(4),
});
export type DoneModel = z.infer<typeof doneModel>;
