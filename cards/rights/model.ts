import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** *Droits*: the notice, what was agreed to, what the person asked and by when it is answered. */
export const rightsModel = z.strictObject({
  ...top,
  code,
  person: text,
  given: z.array(text).min(1).max(2),
  agreements: z.array(text).max(8),
  requests: z
    .array(z.strictObject({ title: text, standing: text, words: text.nullable(), answer: text.nullable() }))
    .max(6),
  /** Said where the person asked nothing; null otherwise. */
  noRequest: text.nullable(),
  /** « La suite est dans l'onglet »; null: everything is here. */
  more: text.nullable(),
  /** Those that wait for their answer. */
  open: z.array(choice).max(20),
  choice: text,
  noticeUrl: z.url(),
  /** Null: no button. */
  copyUrl: z.url().nullable(),
  /** The notice changed since: the one of today can be noted as given. */
  canGive: z.boolean(),
  canNote: z.boolean(),
});
export type RightsModel = z.infer<typeof rightsModel>;
