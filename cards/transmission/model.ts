import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

const one = z.strictObject({ choices: z.array(choice), value: text });

/** Transmettre: what would leave, value by value, and what does not. A value that has no other is a sentence, not a choice. */
export const transmissionModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  /** What was confirmed already; null: nothing. */
  before: text.nullable(),
  to: text,
  toChoices: z.array(choice),
  toValue: text,
  contraintes: z
    .array(
      z.strictObject({
        id: text.max(3),
        label: text,
        from: text,
        choices: z.array(choice).min(2),
        value: text,
        problem: text.nullable(),
      }),
    )
    .max(8),
  situations: one,
  needs: one,
  strengths: one,
  trust: one,
  capacity: one,
  project: one,
  facts: text.nullable(),
  notSpoken: text.nullable(),
  toComplete: text.nullable(),
  never: text,
  told: text,
  problems: problemsOf(["to", "situations", "needs", "strengths", "trust", "capacity", "project", "told"]),
});
export type TransmissionModel = z.infer<typeof transmissionModel>;
