/** ESF+ questionnaires of a person: what is there and signed, for whoever sees that the file is complete; what was answered, for who carries the case. */
import * as z from "zod/mini";
import type { EsfStage } from "../domain/esf/codes.ts";
import type { SheetStanding } from "../domain/esf/standing.ts";

const STAGES = ["entry", "exit", "later"] as const satisfies readonly EsfStage[];
const STATES = ["notYet", "blank", "begun", "complete", "signed"] as const satisfies readonly SheetStanding["state"][];
const day = z.nullable(z.iso.date());
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

const sheet = z.strictObject({
  stage: z.enum(STAGES),
  state: z.enum(STATES),
  dueOn: day,
  answeredOn: day,
  signedOn: day,
  /** Questions without an answer, for who carries the case; for the others their blocks: that a question arises tells an answer. */
  missing: many(z.string()),
  /** Null for who does not carry the case. */
  answers: z.nullable(many(z.strictObject({ label: z.string(), said: z.string() }))),
});

/** Null: nobody is asked before their first interview. */
export const personEsf = z.nullable(z.strictObject({ sheets: many(sheet) }));
export type PersonEsf = z.infer<typeof personEsf>;
