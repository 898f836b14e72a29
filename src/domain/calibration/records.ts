/** Calibration: vignettes scored alone, and real files scored a second time by someone whose access is limited to it. */
import { z } from "zod";
import { domainId, severity } from "../framework/schema.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";

/** A level for each domain that was scored; absent: not scored. */
export const scores = z.partialRecord(domainId, severity);
export type Scores = z.infer<typeof scores>;

export const vignetteScore = z.strictObject({
  kind: z.literal("vignetteScore"),
  schemaVersion: z.literal(1),
  vignette: z.string(),
  memberId,
  scores,
  at: instant,
});
export type VignetteScore = z.infer<typeof vignetteScore>;

export const DOUBLE_STATES = ["offered", "accepted", "done", "declined", "expired"] as const;
/** A second référent scores a real file: offered by a chargé de projet, open until `until`, closed once scored. */
export const doubleScoring = z.strictObject({
  kind: z.literal("doubleScoring"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  round: z.number().int().nonnegative(),
  /** Who follows the person, and the levels recorded when it was offered. */
  firstId: memberId,
  first: scores,
  secondId: memberId,
  second: scores.nullable(),
  state: z.enum(DOUBLE_STATES),
  offeredBy: memberId,
  until: day,
  at: instant,
});
export type DoubleScoring = z.infer<typeof doubleScoring>;
