import { z } from "zod";
import { cellId } from "../../src/domain/review/codes.ts";
import { text, top } from "../common.ts";

/** *Ordre du jour* of a cell, in a member's own chat. */
export const agendaModel = z.strictObject({
  ...top,
  title: text,
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
  leads: z.boolean(),
  /** Null: no sitting was closed yet. */
  minutesUrl: text.nullable(),
});
export type AgendaModel = z.infer<typeof agendaModel>;
