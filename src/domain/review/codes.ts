import { z } from "zod";

/** The label of a case in a cell, without the word: « 2026-001 ». Counted per PLIE and year, never reused. Says nothing of the person. */
export const reviewId = z.string().regex(/^\d{4}-\d{3,6}$/);
export type ReviewId = z.infer<typeof reviewId>;

export const reviewIdOf = (year: number, count: number): ReviewId => `${year}-${String(count).padStart(3, "0")}`;

/** The meetings that study cases: entries, exits, and the référents' monthly one. */
export const CELL_IDS = ["entree", "sortie", "gta"] as const;
export const cellId = z.enum(CELL_IDS);
export type CellId = z.infer<typeof cellId>;

/** One sitting of a cell: `entree.2026-12-08`. */
export const meetingId = z.string().regex(/^(?:entree|sortie|gta)\.\d{4}-\d{2}-\d{2}$/);
export type MeetingId = z.infer<typeof meetingId>;
export const meetingIdOf = (cell: CellId, on: string): MeetingId => `${cell}.${on}`;

/** What is done with a review besides deciding it. */
export const REVIEW_MOVES = ["adjourn", "withdraw", "reopen", "second"] as const;
export type ReviewMove = (typeof REVIEW_MOVES)[number];
