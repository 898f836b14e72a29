import { z } from "zod";
import { domainId } from "../../src/domain/framework/schema.ts";
import { choice, code, openUrgent, rev, text, top } from "../common.ts";

/** One domain on one line. `closed` says why it cannot be chosen (no agreement for health); then `value` and `choices` are not shown. */
export const overviewLine = z.strictObject({
  domain: domainId,
  label: text,
  value: text,
  /** The five choices, and a sixth for an assessed domain: « Évalué : Difficulté réelle ». */
  choices: z.array(choice),
  closed: text.nullable(),
});

/** Tour d'horizon: fourteen lines in three families, in two minutes. */
export const overviewModel = z.strictObject({
  ...top,
  code,
  rev,
  /** What each line said when the card was made; comes back with the buttons. */
  shown: text.max(400),
  person: text,
  /** « Première évaluation », « Point du 24 novembre 2026 »… */
  round: text,
  /** « 5 domaines abordés sur 14 ». */
  addressed: text,
  urgent: openUrgent,
  families: z.array(z.strictObject({ label: text, lines: z.array(overviewLine) })).max(3),
  urgentChoices: z.array(choice),
  /** Ids of the urgent points ticked, separated by commas; empty: none. */
  urgentTicked: text,
  /** False shows the urgent points unfolded. */
  urgentFolded: z.boolean(),
  /** Domains that can be opened, and the one chosen. */
  targets: z.array(choice),
  target: text,
  /** A reassessment offers « Rien n'a changé pour le reste ». */
  reassessment: z.boolean(),
  interviewSheetUrl: z.url().nullable(),
});
export type OverviewModel = z.infer<typeof overviewModel>;
