import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** Actions: what was planned and done with one person. */
export const actionsListModel = z.strictObject({
  ...top,
  code,
  person: text,
  lines: z.array(text).max(3),
  items: z.array(choice),
  choice: text,
  canPlan: z.boolean(),
});
export type ActionsListModel = z.infer<typeof actionsListModel>;
