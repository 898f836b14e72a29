import { z } from "zod";
import { text, top } from "../common.ts";

/** What was typed is given back when it could not be kept: nothing is lost, and the same button tries again. */
export const retryModel = z.strictObject({
  ...top,
  title: text,
  text,
  reference: text,
  /** The texts that were typed, as fields that can be copied or sent again. */
  fields: z.array(z.strictObject({ id: text, label: text, value: text })).max(12),
  /** « Réessayer ». */
  button: text,
  verb: text,
  /** Everything else that came with the button. */
  data: z.record(z.string(), z.unknown()),
});
export type RetryModel = z.infer<typeof retryModel>;
