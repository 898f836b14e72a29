import { z } from "zod";
import { choice, text, top } from "../common.ts";

/** Pièces à compléter: how many files, by référent where one lists everyone; one's own to open. */
export const piecesModel = z.strictObject({
  ...top,
  lines: z.array(text).min(1).max(2),
  /** For who lists everyone: how many files by piece, then by référent. Never a name of a person. */
  groups: z.array(z.strictObject({ title: text, lines: z.array(text).min(1).max(13) })).max(2),
  /**
   * « Amina B. P-2026-0001 · premier diagnostic (T0), depuis le 2 décembre (et 2 autres pièces) ». Empty for who lists everyone: the tab has the files.
   */
  items: z.array(choice).max(8),
  /** The weekly card can be stopped from here. */
  stops: z.boolean(),
  url: z.url(),
});
export type PiecesModel = z.infer<typeof piecesModel>;
