import { z } from "zod";
import { domainId } from "../../src/domain/framework/schema.ts";
import { choice, code, openUrgent, problemsOf, rev, text, top } from "../common.ts";

const FIELDS = [
  "strength",
  "severity",
  "impact",
  "situations",
  "selfSeverity",
  "priority",
  "source",
  "facts",
  "urgent",
] as const;

/** Domaine: one domain explored with the person. What was typed stands in `fields`, several ticks separated by commas. */
export const domainModel = z.strictObject({
  ...top,
  code,
  rev,
  domain: domainId,
  title: text,
  person: text,
  /** « Domaine 3 sur 6 à creuser ». */
  position: text,
  about: text,
  /** The last assessment of this domain, in a reassessment: « La dernière fois, le 12 mars : Difficulté forte, pèse ». */
  previous: text.nullable(),
  urgent: openUrgent,
  /** The question that opens with what already helps. */
  strengthPrompt: text,
  levelNote: text.nullable(),
  situationPrompt: text,
  /** « 2 sur 3 déjà choisies ». */
  priorityNote: text,
  fields: z.strictObject({
    strength: text,
    severity: text,
    impact: text,
    situations: text,
    selfSeverity: text,
    priority: z.enum(["true", "false"]),
    source: text,
    facts: text,
    urgent: text,
  }),
  choices: z.strictObject({
    /** « 2 · Difficulté réelle : anchor ». */
    severity: z.array(choice),
    impact: z.array(choice),
    situations: z.array(choice),
    selfSeverity: z.array(choice),
    source: z.array(choice),
    urgent: z.array(choice),
  }),
  /** « La suite est gardée… » where more was typed than the card shows; null: everything is shown. */
  kept: z.strictObject({ strength: text.nullable(), facts: text.nullable() }),
  /** Folds useful facts and urgent points; false when one holds something or has a problem. */
  folded: z.boolean(),
  problems: problemsOf(FIELDS),
});
export type DomainModel = z.infer<typeof domainModel>;
