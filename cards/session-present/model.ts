import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *Qui a participé ?* after a collective action. */
export const sessionPresentModel = z.strictObject({
  ...top,
  heading: text,
  people: z.array(choice).min(1).max(60),
  /** Codes ticked, separated by commas. */
  present: text,
  data: z.strictObject({ session: text, shown: text }),
});
export type SessionPresentModel = z.infer<typeof sessionPresentModel>;
