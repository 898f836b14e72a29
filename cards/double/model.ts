import { z } from "zod";
import { domainId } from "../../src/domain/framework/schema.ts";
import { choice, code, rev, text, top } from "../common.ts";
import { anchors, scoringProblems } from "../vignette/model.ts";

/** A real file to score a second time, by its code alone: what was noted, and a level to give for each domain. */
export const doubleModel = z.strictObject({
  ...top,
  code,
  rev,
  title: text,
  until: text,
  about: text,
  /** Said where nothing is left to score; null: something is. */
  nothing: text.nullable(),
  families: z
    .array(
      z.strictObject({
        label: text,
        fold: text,
        anchors,
        lines: z.array(z.strictObject({ domain: domainId, label: text, notes: text, value: text })),
      }),
    )
    .max(3),
  choices: z.array(choice),
  problems: scoringProblems,
});
export type DoubleModel = z.infer<typeof doubleModel>;
