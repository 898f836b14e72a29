import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

const FIELDS = ["firstInterviewOn", "noticeOn", "language", "interpreter", "healthAgreement"] as const;

/** Entrée: the first interview was held, the notice given and explained. */
export const entryModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  fields: z.strictObject({
    /** `2026-11-24`, or empty. */
    firstInterviewOn: text,
    noticeOn: text,
    language: text,
    interpreter: z.enum(["true", "false"]),
    healthAgreement: text,
  }),
  choices: z.strictObject({ healthAgreement: z.array(choice) }),
  problems: problemsOf(FIELDS),
});
export type EntryModel = z.infer<typeof entryModel>;
