import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *Envois à vérifier*: what was sent about reviews and may not have arrived, oldest first. */
export const sendingsModel = z.strictObject({
  ...top,
  /** « 3 envois à vérifier », or that there are none. */
  count: text,
  /** Situation, what was sent, why it is here, when. */
  items: z.array(choice).max(8),
});
export type SendingsModel = z.infer<typeof sendingsModel>;
