import { z } from "zod";
import { code, rev, text, top } from "../common.ts";

/** Two versions of the same thing, side by side: nothing newer is overwritten silently. Only what differs is listed. */
export const conflictModel = z.strictObject({
  ...top,
  code,
  rev,
  /** `overview`, `entry`, `identity`, `personView`, `situation`, `recommendation` or a domain. */
  about: text.max(40),
  /** « Mobilité », « Entrée »… */
  title: text,
  person: text,
  /** « Enregistré par Karim B. à 14 h 32 ». */
  recordedBy: text,
  fields: z.array(z.strictObject({ label: text, recorded: text, yours: text })).max(16),
});
export type ConflictModel = z.infer<typeof conflictModel>;
