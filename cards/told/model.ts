import { z } from "zod";
import { TOLD } from "../../src/domain/outreach/codes.ts";
import { code, text, top } from "../common.ts";

/** Retour au prescripteur: three sentences, and what was said. */
export const toldModel = z.strictObject({
  ...top,
  code,
  person: text,
  prescriber: text,
  sentences: z.array(text).length(3),
  told: z.array(text).min(1).max(4),
  /** How far the sentences go now. */
  what: z.enum(TOLD),
  canTell: z.boolean(),
  documentUrl: z.url(),
});
export type ToldModel = z.infer<typeof toldModel>;
