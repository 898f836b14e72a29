import { z } from "zod";
import { choice, cursor, pageLink, text, top } from "../common.ts";

/** Mes participants: search, one choice, pages. */
export const participantsModel = z.strictObject({
  ...top,
  query: text,
  /** The query that the list answers, even when another one is being typed. */
  shownQuery: text.max(200),
  /** The page shown; null: the first. */
  cursor,
  next: pageLink,
  previous: pageLink,
  /** « 55 personnes », « 3 réponses pour « benali » ». */
  count: text,
  /** « Amina B. · P-2026-0001 · entrée · diagnostic à tenir avant le 3 décembre ». */
  items: z.array(choice).max(8),
  choice: text,
});
export type ParticipantsModel = z.infer<typeof participantsModel>;
