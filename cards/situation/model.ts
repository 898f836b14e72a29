import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

const QUESTIONS = [
  "seeksWork",
  "franceTravail",
  "accompaniedBy",
  "engagement",
  "wantsToCreate",
  "rsa",
  "referringBody",
  "ass",
  "aah",
  "rqth",
  "qpv",
  "lastJob",
  "iae",
  "diploma",
] as const;
const each = <S extends z.ZodType>(shape: S) =>
  z.strictObject({
    seeksWork: shape,
    franceTravail: shape,
    accompaniedBy: shape,
    engagement: shape,
    wantsToCreate: shape,
    rsa: shape,
    referringBody: shape,
    ass: shape,
    aah: shape,
    rqth: shape,
    qpv: shape,
    lastJob: shape,
    iae: shape,
    diploma: shape,
  });

/** Situation: facts for eligibility and reports. Each question has its own answers; *Pas demandé* is the first, and pre-set. */
export const situationModel = z.strictObject({
  ...top,
  code,
  rev,
  /** Where it goes back to. */
  back: z.enum(["sheet", "lead"]),
  person: text,
  fields: each(text).extend({ rightToWorkUntil: text }),
  choices: each(z.array(choice).min(2)),
  problems: problemsOf([...QUESTIONS, "rightToWorkUntil"]),
});
export type SituationModel = z.infer<typeof situationModel>;
