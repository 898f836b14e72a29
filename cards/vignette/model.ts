import { z } from "zod";
import { domainId } from "../../src/domain/framework/schema.ts";
import { choice, rev, text, top } from "../common.ts";

/** A fold of the levels' anchors: for each domain its label, then a line for each level. Empty: there is no room for them. */
export const anchors = z.array(text);
export const scoringProblems = z.record(z.string(), text);

/** One vignette to score alone: its text, then a level for each domain, in three families. */
export const vignetteModel = z.strictObject({
  ...top,
  vignette: text.max(60),
  rev,
  title: text,
  /** « Situation fictive · 34 ans · Chenôve ». */
  about: text,
  paragraphs: z.array(text).min(1),
  /** That it is scored once. */
  once: text,
  families: z
    .array(
      z.strictObject({
        label: text,
        /** The id of the fold. */
        fold: text,
        anchors,
        lines: z.array(z.strictObject({ domain: domainId, label: text, value: text })),
      }),
    )
    .max(3),
  /** The same for every domain: *Pas abordé*, then the five levels. */
  choices: z.array(choice),
  problems: scoringProblems,
});
export type VignetteModel = z.infer<typeof vignetteModel>;
