import { z } from "zod";
import { code, pageLink, text, top } from "../common.ts";

/** *Qui a ouvert le dossier*, the latest first. */
export const openingsModel = z.strictObject({
  ...top,
  code,
  person: text,
  about: text,
  lines: z.array(z.strictObject({ title: text, acts: text })).max(40),
  /** Said where there is nothing; null otherwise. */
  empty: text.nullable(),
  older: pageLink,
});
export type OpeningsModel = z.infer<typeof openingsModel>;
