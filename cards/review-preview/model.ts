import { z } from "zod";
import { code, rev, text, top } from "../common.ts";

const line = z.strictObject({ title: text, value: text });

/** What the channel will show, read before anything is published. */
export const reviewPreviewModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** What publishing will do, and who will read it. */
  about: z.array(text).min(1).max(3),
  /** As on the card of the channel: « Situation 2026-001 — Cellule entrées ». */
  title: text,
  question: z.strictObject({ label: text, text }),
  facts: z.array(line).max(8),
  difficulties: z.strictObject({ label: text, lines: z.array(text).max(15) }),
  voices: z.array(line).max(3),
  /** « Publier », or « Transmettre » in the short circuit. */
  act: text,
});
export type ReviewPreviewModel = z.infer<typeof reviewPreviewModel>;
