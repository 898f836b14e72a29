import { z } from "zod";
import { choice, code, rev, text, top } from "../common.ts";

/** Passages de relais of one person: where each stands, and which one to open. */
export const handoversModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** Said where there is none; null otherwise. */
  empty: text.nullable(),
  lines: z.array(text).max(3),
  items: z.array(choice).max(25),
  choice: text,
  mayAdd: z.boolean(),
  mayDecideAtOnce: z.boolean(),
});
export type HandoversModel = z.infer<typeof handoversModel>;
