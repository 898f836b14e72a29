import { z } from "zod";
import { code, text, top } from "../common.ts";

/** One action: its dates, its host, its convention, and what can be done now. */
export const actionSeenModel = z.strictObject({
  ...top,
  code,
  action: text,
  title: text,
  person: text,
  /** What has to be said first; null: nothing. */
  alert: text.nullable(),
  facts: z.array(z.strictObject({ label: text, value: text })).max(14),
  free: text.nullable(),
  canPrepare: z.boolean(),
  /** Preparing comes first, until its bilan can be done. */
  prepareStyle: z.enum(["default", "positive"]),
  /** *Faire le bilan*, *Voir le bilan*; null: no button. */
  bilan: text.nullable(),
  canSign: z.boolean(),
  canRenew: z.boolean(),
  canEdit: z.boolean(),
  canCancel: z.boolean(),
  canList: z.boolean(),
});
export type ActionSeenModel = z.infer<typeof actionSeenModel>;
