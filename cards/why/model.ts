import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** Pourquoi ?: how one figure of the synthesis comes about. */
export const whyModel = z.strictObject({
  ...top,
  code,
  /** The round of the synthesis explained; empty: the open one. */
  shownRound: text,
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

/** The inputs as they are drawn: one line each, because four columns cannot be read on a telephone. */
export const whyShown = whyModel.transform(({ explanation, ...model }) => ({
  ...model,
  explanation: explanation && {
    ...explanation,
    columns: explanation.columns.join(" · "),
    lines: explanation.rows.map(({ cells: [first = "", ...rest] }) => ({ first, rest: rest.join(" · ") })),
  },
}));
