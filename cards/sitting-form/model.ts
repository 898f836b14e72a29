import { z } from "zod";
import { cellId } from "../../src/domain/review/codes.ts";
import { choice, text, top } from "../common.ts";

/** Before a sitting opens: what it will study, and who takes notes. */
export const sittingFormModel = z.strictObject({
  ...top,
  title: text,
  /** The day it is, and the next date of the calendar where it is another one. */
  when: text,
  /** « Cellule entrées · séance du 8 décembre 2026 ». */
  heading: text,
  /** « Séance ouverte à 14 h 05 »; null: none is open. */
  open: text.nullable(),
  total: text,
  items: z.array(z.strictObject({ label: text, about: text })).max(60),
  /** Decided in the short circuit since the last sitting. */
  short: z.strictObject({ title: text, lines: z.array(text).min(1) }).nullable(),
  /** Opened in a passage urgent, to be confirmed; codes for whoever reads cases. */
  toConfirm: z.strictObject({ title: text, lines: z.array(text).max(20) }).nullable(),
  later: text.nullable(),
  data: z.strictObject({ cell: cellId }),
  secretaries: z.array(choice).min(1),
});
export type SittingFormModel = z.infer<typeof sittingFormModel>;
