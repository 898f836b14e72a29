/**
 * *Point d'étape trimestriel*: what the meeting of the quarter agreed for one person. What was typed is argued with health as a point with the person is:
 * it goes when the agreement is withdrawn.
 */
import { z } from "zod";
import { day, instant, memberId, participantCode, type Day } from "./codes.ts";

/** « 2026-T4 ». */
export const quarter = z.string().regex(/^\d{4}-T[1-4]$/);
export type Quarter = z.infer<typeof quarter>;

export const stagePoint = z.strictObject({
  kind: z.literal("stagePoint"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  quarter,
  on: day,
  /** Of the case when it was recorded: one id for each point, and nothing is written over. */
  edition: z.number().int().nonnegative(),
  agreed: z.string(),
  by: memberId,
  at: instant,
});
export type StagePoint = z.infer<typeof stagePoint>;

export const stagePointId = ({ code, parcours, edition }: Pick<StagePoint, "code" | "parcours" | "edition">): string =>
  `${code}.${parcours}.${edition}`;

export const quarterOf = (on: Day): Quarter => `${on.slice(0, 4)}-T${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
