import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Rencontrer: what was tried, the next step and words to adapt, then one form where an attempt is noted. */
export const contactModel = z.strictObject({
  ...top,
  code,
  rev,
  title: text,
  person: text,
  meeting: z.array(text).max(6),
  reach: z.array(text).max(6),
  tried: z.array(text).min(1).max(9),
  next: z.array(text).min(1).max(4),
  message: z.strictObject({ title: text, text }),
  fields: z.strictObject({
    way: text,
    result: text,
    on: text,
    appointmentOn: text,
    preferredWay: text,
    noMessage: text,
  }),
  choices: z.strictObject({ way: z.array(choice), result: z.array(choice), preferredWay: z.array(choice) }),
  /** The day of the appointment that is shown; empty: none. */
  appointment: rev,
  canMiss: z.boolean(),
  canHold: z.boolean(),
  canReview: z.boolean(),
  canTell: z.boolean(),
  canEnd: z.boolean(),
  problems: problemsOf(["way", "result", "on", "appointmentOn"]),
});
export type ContactModel = z.infer<typeof contactModel>;
