/**
 * How long things are kept, as the PLIE's own file says (`config/papers/retention.json`).
 *
 * Sources: CNIL, deliberations 2021-028 and 2023-095 (social accompaniment): an active base two years after the last contact, then a restricted
 * archive only for a legal obligation or litigation, then erased or anonymised. Regulation (EU) 2021/1060, article 82: evidence of an operation is
 * kept for audit. GDPR, article 12.3: an answer within one month.
 */
import { z } from "zod";
import { day } from "../participant/codes.ts";

const months = z.number().int().positive().max(600);

export const retentionRules = z.strictObject({
  version: z.string().trim().min(1).max(40),
  /** Months after the last contact during which a file stays in the active base. */
  activeMonths: months,
  /** Months that a restricted archive lasts at most, from the day it was archived. */
  archiveMonths: months,
  /** Last day on which typed ESF+ items are kept for audit. */
  esfKeptUntil: day,
  /** Months within which a request about one's data is answered. */
  answerMonths: months,
  /** Names of the values above that no authority has confirmed to this PLIE yet. */
  unconfirmed: z.array(z.string()).max(20),
});
export type RetentionRules = z.infer<typeof retentionRules>;
