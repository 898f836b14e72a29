import { z } from "zod";
import { choice, problemsOf, rev, text, top } from "../common.ts";
import { reviewId } from "../../src/domain/review/codes.ts";

const labelled = z.strictObject({ label: text, text });

/** Décision: what each said side by side, then what is decided and why, in words that the person can read. Names nobody. */
export const decisionModel = z.strictObject({
  ...top,
  review: reviewId,
  rev,
  title: text,
  /** The cell, the circuit, a réexamen. */
  about: text,
  question: text,
  /** The person, their référent, the method. */
  voices: z.array(labelled).max(4),
  /** Opinions once revealed: how many of each, then why, shortened. Null: none is asked here. */
  opinions: z.strictObject({ title: text, lines: z.array(labelled).max(16) }).nullable(),
  /** *Diagnostic à compléter* was decided once already. */
  warning: text.nullable(),
  fields: z.strictObject({ outcome: text, to: text, reasons: text, departs: text, proofs: text, next: text }),
  choices: z.strictObject({
    outcome: z.array(choice),
    /** Empty: nothing here leads elsewhere. */
    to: z.array(choice),
    /** Empty: there is no lead to depart from. */
    departs: z.array(choice),
    /** Empty: no exit is decided here. */
    proofs: z.array(choice),
  }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: text.nullable(),
  /** The person's view is missing, for the outcome that was chosen: its button; null: none. */
  toView: text.nullable(),
  problems: problemsOf(["outcome", "to", "reasons", "departs", "proofs", "next"]),
});
export type DecisionModel = z.infer<typeof decisionModel>;
