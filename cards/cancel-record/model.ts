import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Annuler la fiche, with a reason. */
export const cancelRecordModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  reasons: z.array(choice),
  reason: text,
  problems: problemsOf(["reason"]),
});
export type CancelRecordModel = z.infer<typeof cancelRecordModel>;
