import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** The cells of the PLIE, to choose from. */
export const cellsModel = z.strictObject({
  ...top,
  /** Said where no cell is open to this member; null otherwise. */
  none: text.nullable(),
  /** « Cellule entrées · 8 décembre 2026 · 3 situations ». */
  items: z.array(choice).max(3),
  /** The one that most likely is meant: a button pressed at once goes somewhere. */
  chosen: z.string(),
  /** Opens sittings. */
  leads: z.boolean(),
});
export type CellsModel = z.infer<typeof cellsModel>;
