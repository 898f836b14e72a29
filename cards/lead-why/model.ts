import { z } from "zod";
import { code, text, top } from "../common.ts";

/** Pourquoi cette piste ?: can be read to the person as it is. Nothing of the notes. */
export const leadWhyModel = z.strictObject({
  ...top,
  code,
  person: text,
  /** The lead in one sentence. */
  lead: text,
  /** What the method counts for, and who decides. */
  contribution: z.array(text).max(4),
  /** « Mobilité » : « Difficulté forte, pèse beaucoup · dit le 3 novembre ». */
  data: z.array(z.strictObject({ label: text, said: text })).max(24),
  /** What was not used, and why. */
  unused: z.array(text).max(6),
  parameters: z.array(text).max(8),
  /** The tests in their order, with the figures of this person; then the leads that conditions keep apart, then what was chosen. */
  operations: z.array(text).max(9),
  /** What would change the lead. */
  change: z.array(text).max(4),
  rights: z.array(text).max(3),
  versions: text,
  /** Address of the page to print on our own tab; null: none. */
  documentUrl: z.url().nullable(),
});
