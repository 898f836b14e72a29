import { z } from "zod";
import { text, top } from "../common.ts";

/** Aide: what can be typed, each with an example. */
export const helpModel = z.strictObject({
  ...top,
  intro: text,
  commands: z.array(z.strictObject({ example: text, what: text })).max(30),
  /** Whom to ask when this is not enough; null: nobody named. */
  contact: text.nullable(),
});
export type HelpModel = z.infer<typeof helpModel>;
