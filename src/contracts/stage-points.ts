/** `GET /api/stage-points?referent`: the list of a référent for the quarterly meeting; `POST /api/stage-points`: what the meeting agreed for one person. */
import * as z from "zod/mini";
import { MILESTONES, STEPS } from "./codes.ts";

export const stagePointsQuery = z.strictObject({
  referent: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

const colleague = z.strictObject({ id: z.string(), name: z.nullable(z.string()) });

const stagePointLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  step: z.enum(STEPS),
  due: z.array(z.strictObject({ milestone: z.enum(MILESTONES), on: z.string() })),
  /** `words` null: not for this reader. */
  last: z.nullable(
    z.strictObject({
      from: z.enum(["stagePoint", "checkpoint"]),
      on: z.string(),
      words: z.nullable(z.string()),
      thisQuarter: z.boolean(),
    }),
  ),
  /** Null: not for this reader to write. */
  form: z.nullable(z.strictObject({ rev: z.string(), agreed: z.string() })),
});
export type StagePointLine = z.infer<typeof stagePointLine>;

export const stagePointsPage = z.strictObject({
  quarter: z.string(),
  today: z.string(),
  referent: colleague,
  referents: z.array(colleague),
  people: z.array(stagePointLine),
});
export type StagePointsPage = z.infer<typeof stagePointsPage>;

export const stagePointTold = z.object({ kind: z.enum(["recorded", "toMend", "kept", "overtaken"]) });
