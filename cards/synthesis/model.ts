import { z } from "zod";
import { code, openUrgent, text, top } from "../common.ts";

const named = z.strictObject({ label: text, text });

/** Synthèse: can be read aloud to the person. What helps comes first. */
export const synthesisModel = z.strictObject({
  ...top,
  code,
  /** The round that is shown; empty: the open one. */
  shownRound: text,
  /** The round before it; empty: none. */
  earlierRound: text,
  person: text,
  /** « Première évaluation, ouverte le 3 novembre 2026 · référentiel 2026.1 ». */
  round: text,
  urgent: openUrgent,
  /** Below the threshold: what is missing; null: the synthesis stands. */
  provisional: z.strictObject({ text }).nullable(),
  /** What already helps, by domain, in the words that were typed. */
  strengths: z.array(named).max(14),
  priorities: z.array(text).max(14),
  /** By weight: « Difficulté forte, pèse beaucoup ». */
  difficulties: z.array(named).max(14),
  /** Said where a list is empty; null where it is not. */
  empty: z.strictObject({ strengths: text.nullable(), priorities: text.nullable(), difficulties: text.nullable() }),
  extent: z.strictObject({
    /** « 34 sur 100, entre 28 et 51 selon ce qui n'est pas encore abordé » or « Non calculable : … ». */
    sentence: text,
    /** One bar for the whole, one per family, and the top of the scale; empty: nothing to draw. */
    chart: z.array(z.strictObject({ x: text, y: z.number() })).max(5),
    /** The same figures for who cannot see the chart. */
    rows: z.array(z.strictObject({ label: text, extent: text, range: text })).max(4),
  }),
  /** « 12 domaines abordés sur 14 », then which are not. */
  addressed: text,
  /** What was said and what was observed, a line for each domain where something was; a card holds five. */
  seen: z.array(text).max(5),
  /** Where the other domains are read; null: all are here. */
  seenElsewhere: text.nullable(),
  /** À reparler ensemble: a line for each domain, in one block, which weighs less; empty: none. */
  gaps: text,
  /** Since the previous assessment, the same way. */
  movement: text,
  /** « Plutôt d'accord, le 24 novembre » and the person's words; null: not asked yet. */
  personView: z
    .strictObject({
      agreement: text,
      words: text,
      /** Souhaite être entendu·e; null: not said. */ heard: text.nullable(),
    })
    .nullable(),
  /** Under study by a cell: which, and when; null: it is not. */
  study: text.nullable(),
  /** Whether this reader records the person's view, or only reads. */
  canRecordView: z.boolean(),
  /** *Ma préconisation* is still to be written, by this reader. */
  canRecommend: z.boolean(),
  /** Title of the button that opens the recommendation with the lead; null: none is written. */
  lead: text.nullable(),
  /** Title of the button that presents it to a cell; null: not to be presented now, or not by this reader. */
  present: text.nullable(),
  canPlan: z.boolean(),
  /** A card holds six buttons: the sheet and the diagnostic give their place where there are more. */
  canOpenSheet: z.boolean(),
  /** Title of the button that goes on with the diagnostic; null: none. */
  diagnostic: text.nullable(),
});
export type SynthesisModel = z.infer<typeof synthesisModel>;
