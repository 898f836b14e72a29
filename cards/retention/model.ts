import { z } from "zod";
import { text, top } from "../common.ts";

/** Conservation: how many files wait for a confirmation, and where to confirm them. No name: they are read in the tab. */
export const retentionModel = z.strictObject({
  ...top,
  lines: z.array(text).min(1).max(4),
  url: z.url(),
});
export type RetentionModel = z.infer<typeof retentionModel>;
