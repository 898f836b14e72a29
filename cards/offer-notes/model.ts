import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** *Offre à confirmer*: what was said of services, oldest first. */
export const offerNotesModel = z.strictObject({
  ...top,
  /** « 3 signalements à confirmer ». */
  count: text,
  /** Service, structure, what was said, by whom and when. */
  items: z.array(choice).max(8),
  toServices: z.strictObject({ domain: z.literal(""), code: z.null() }),
});
export type OfferNotesModel = z.infer<typeof offerNotesModel>;
