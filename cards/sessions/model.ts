import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *Actions collectives*: what is planned, and what was held lately. */
export const sessionsModel = z.strictObject({
  ...top,
  count: text,
  items: z.array(choice).max(40),
  choice: text,
  /** There are more, later; null: these are all. */
  more: text.nullable(),
  mayOpen: z.boolean(),
  /** The person whom one is looked for, as a code; empty: nobody in particular. */
  data: z.strictObject({ code: text }),
});
export type SessionsModel = z.infer<typeof sessionsModel>;
