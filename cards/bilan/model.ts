import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Bilan d'action: how it went, work facts, whether the person agrees, and what they say of it. */
export const bilanModel = z.strictObject({
  ...top,
  code,
  action: text,
  rev,
  person: text,
  /** « Immersion (PMSMP) chez…, du… au… ». */
  about: text,
  /** The question of the objective; of an immersion only. */
  objective: text,
  fields: z.strictObject({
    outcome: text,
    lastDay: text,
    missedHours: text,
    objectiveMet: text,
    facts: text,
    agreement: text,
    words: text,
    understood: text,
  }),
  /** `objectiveMet` empty: an action without an objective of its own. */
  choices: z.strictObject({ outcome: z.array(choice), objectiveMet: z.array(choice), agreement: z.array(choice) }),
  folded: z.strictObject({ partly: z.boolean(), missed: z.boolean() }),
  /** « La suite est gardée… » where more was typed than the card shows. */
  kept: z.strictObject({ facts: text.nullable(), words: text.nullable(), understood: text.nullable() }),
  /** What is observed so far, an observer a line; empty: the grid opens once the bilan of an action that took place is recorded. */
  grid: z.array(text),
  problems: problemsOf([
    "outcome",
    "lastDay",
    "missedHours",
    "objectiveMet",
    "facts",
    "agreement",
    "words",
    "understood",
  ]),
});
export type BilanModel = z.infer<typeof bilanModel>;
