import { z } from "zod";
import { code, openUrgent, rev, text, top } from "../common.ts";

/** Fiche: where one person stands, and what can be done now. */
export const sheetModel = z.strictObject({
  ...top,
  code,
  rev,
  /** « Amina B. · P-2026-0001 ». */
  person: text,
  /** The status in words. */
  status: text,
  /** « Contestation en cours : le diagnostic », « À l'étude en Cellule entrées (Situation 2026-001) », « Décidé le 8 décembre 2026 : Poursuite en PLIE ». */
  standing: z.array(text).max(7),
  /** Orientation, entrée, premier entretien… with their dates. */
  dates: z.array(z.strictObject({ label: text, value: text })).max(8),
  /** À compléter. */
  missing: z.array(text).max(12),
  /** « 6 domaines abordés sur 14 »; null before the entry. */
  progress: text.nullable(),
  /** « Situation : 9 réponses sur 14 »; null before the entry, and for who does not read the case. */
  situation: text.nullable(),
  milestones: z.array(z.strictObject({ when: text, what: text })).max(12),
  urgent: openUrgent,
  /** Which buttons exist. `diagnostic` is its title: Commencer le diagnostic, Continuer le diagnostic; null: none. */
  /** The study to read; empty: none. */
  study: text,
  canGoHome: z.boolean(),
  canEnter: z.boolean(),
  canMeet: z.boolean(),
  /** Someone is handed over elsewhere. */
  canHandOver: z.boolean(),
  diagnostic: text.nullable(),
  canOpenRound: z.boolean(),
  /** The ESF+ questionnaire of the entry is not signed yet. */
  canFillEsf: z.boolean(),
  canWriteSituation: z.boolean(),
  canSeeSynthesis: z.boolean(),
  canPlan: z.boolean(),
  canSeePath: z.boolean(),
  canManage: z.boolean(),
  /** Address of the Feuille d'entretien on our own tab; null: no button. */
  interviewSheetUrl: z.url().nullable(),
  /** The page of this person on our own tab; null: no room for it. */
  tabUrl: z.url().nullable(),
});
export type SheetModel = z.infer<typeof sheetModel>;
