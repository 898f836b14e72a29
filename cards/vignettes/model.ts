import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** Vignettes: what was done and what is left; above them, the real files that this person is offered to score a second time. */
export const vignettesModel = z.strictObject({
  ...top,
  /** « On vous propose une double cotation : Situation P-2026-0001… », the two that end first. */
  offers: z.array(z.strictObject({ text, code })).max(2),
  /** « Et 1 autre ensuite. » */
  more: text.nullable(),
  intro: text,
  /** Said where there is no vignette. */
  empty: text.nullable(),
  /** « Nadia et les horaires du soir · à faire ». */
  items: z.array(choice),
  choice: text,
  /** Whether *Accord du groupe* is theirs to read. */
  readsAgreement: z.boolean(),
});
export type VignettesModel = z.infer<typeof vignettesModel>;
