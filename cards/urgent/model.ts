import { z } from "zod";
import { code, problemsOf, rev, text, top } from "../common.ts";

/** Point urgent: whom to call, now, while the person is there. */
export const urgentModel = z.strictObject({
  ...top,
  code,
  rev,
  /** Id of the urgent point. */
  urgent: text.max(60),
  /** The screen to go on with: a domain, `overview`, `pause`, `sheet` or `synthesis`. */
  then: text.max(40),
  title: text,
  person: text,
  advice: text,
  calls: z.array(z.strictObject({ who: text, number: text.nullable(), when: text })),
  fields: z.strictObject({
    /** `2026-11-24`, or empty. */
    doneOn: text,
    doneBy: text,
  }),
  problems: problemsOf(["doneOn", "doneBy"]),
});
export type UrgentModel = z.infer<typeof urgentModel>;
