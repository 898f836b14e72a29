import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** Pourquoi ?: how one figure of the synthesis comes about. */
export const whyModel = z.strictObject({
  ...top,
  code,
  person: text,
  figures: z.array(choice),
  /** Value of the figure explained, or empty. */
  figure: text,
  explanation: z
    .strictObject({
      title: text,
      result: text,
      /** Titles of the columns of `rows`, then the inputs, line by line; no row: no table. */
      columns: z.array(text).max(6),
      rows: z.array(z.strictObject({ cells: z.array(text).max(6) })).max(20),
      /** Parameters and weights. */
      weights: z.array(text),
      operation: text,
      rule: text,
      /** « Référentiel 2026.1 ». */
      version: text,
    })
    .nullable(),
});
export type WhyModel = z.infer<typeof whyModel>;
