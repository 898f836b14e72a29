import { z } from "zod";
import { text, top } from "../common.ts";

const section = z.strictObject({
  title: text,
  /** How to understand the title, or that nobody is concerned; null where the lines say enough. */
  about: text.nullable(),
  /** « Préparer un permis · 12 personnes », then by commune group. */
  lines: z.array(z.strictObject({ what: text, where: text })).max(12),
  /** What is not shown; null: everything is. */
  more: text.nullable(),
});

/** Besoins sans réponse sur le territoire: numbers of people, small ones masked; no name, no level. */
export const needsModel = z.strictObject({
  ...top,
  /** Until when it counts, and that every case is being read again. */
  standing: z.array(text).min(1).max(2),
  sections: z.array(section).max(2),
  /** How it is counted and what is masked. */
  how: z.array(text).max(2),
});
export type NeedsModel = z.infer<typeof needsModel>;
