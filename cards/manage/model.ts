import { z } from "zod";
import { code, rev, text, top } from "../common.ts";

/** Gérer la fiche: agreement about health, corrections, mistakes. A button exists when its flag is true. */
export const manageModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** « D'accord depuis le 3 novembre 2026 », « Pas encore demandé »… */
  healthAgreement: text,
  canCorrect: z.boolean(),
  canAgree: z.boolean(),
  canRefuse: z.boolean(),
  canWithdraw: z.boolean(),
  canCancel: z.boolean(),
  canMerge: z.boolean(),
  /** A cancelled file can be opened again. */
  canReopen: z.boolean(),
});
export type ManageModel = z.infer<typeof manageModel>;
