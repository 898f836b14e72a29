import { z } from "zod";
import { text } from "../common.ts";

const line = z.strictObject({ label: text, text });

/** What the cell saw of a case, without a name and without a level of health. */
export const seenByCell = z.strictObject({
  /** « 30 à 44 ans · Dijon ». */
  who: text,
  question: text,
  /** A label and what is said of it: person, recommendation, lead, what helps. */
  voices: z.array(line).min(1),
  difficulties: z.array(line),
  /** Urgent points, a provisional diagnostic. */
  warnings: z.array(text),
});
export type SeenByCell = z.infer<typeof seenByCell>;
