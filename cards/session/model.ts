import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** One collective action: when, where, with whom, who is expected, and what can be done. */
export const sessionModel = z.strictObject({
  ...top,
  title: text,
  heading: text,
  lines: z.array(text),
  /** Who is expected; empty: nobody, or whose names are for others. */
  people: z.array(choice).max(60),
  choice: text,
  /** People of the reader who may still join. */
  toEnrol: z.array(choice).max(201),
  enrol: text,
  /** `code`: who it was opened for; empty: nobody in particular. */
  data: z.strictObject({ session: text, code: text }),
  withdraws: z.boolean(),
  /** It began: the bilan of whoever is chosen. */
  assesses: z.boolean(),
  notes: z.boolean(),
  cancels: z.boolean(),
  sheetUrl: text.nullable(),
});
export type SessionModel = z.infer<typeof sessionModel>;
