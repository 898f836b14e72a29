import { z } from "zod";
import { domainId } from "../../src/domain/framework/schema.ts";
import { code, text, top } from "../common.ts";

/** Comment en parler ?: questions, what is mine, what is not, who takes over. */
export const guidanceModel = z.strictObject({
  ...top,
  code,
  domain: domainId,
  title: text,
  about: text,
  questions: z.array(text),
  mine: z.array(text),
  notMine: z.array(text),
  takesOver: z.array(text),
  /** « Titre de séjour : se note dans Droits et démarches ». */
  elsewhere: z.array(text),
});
export type GuidanceModel = z.infer<typeof guidanceModel>;
