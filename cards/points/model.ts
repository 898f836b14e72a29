import { z } from "zod";
import { choice, text, top } from "../common.ts";

const place = z.strictObject({ referent: text.nullable(), page: z.number().int().min(0) });

/** *Points d'étape*: the people of one référent, ready for the quarterly meeting. */
export const pointsModel = z.strictObject({
  ...top,
  title: text,
  count: text,
  /** « Amina B. · P-2026-0001 · Point d'étape du 24 août 2026 ». Empty for who reads none of what was agreed. */
  items: z.array(choice).max(25),
  /** The same lines, where none can be opened. */
  lines: z.array(text).max(25),
  /** Whose lists may be read; empty: one's own only. */
  referents: z.array(choice).max(60),
  whose: text,
  place,
  previous: place.nullable(),
  next: place.nullable(),
  url: z.url(),
});
export type PointsModel = z.infer<typeof pointsModel>;
