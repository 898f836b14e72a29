import { z } from "zod";
import { code, text, top } from "../common.ts";

/** Accueil: who I am to the bot, and what waits for me. */
export const homeModel = z.strictObject({
  ...top,
  /** « Bonjour Claire ». */
  greeting: text,
  /** « Référent·e de parcours · PLIE de Dijon Métropole ». */
  identity: text,
  /** À recevoir, diagnostics en cours, échéances en retard…, each with its count in words or digits. */
  waiting: z.array(z.strictObject({ label: text, count: text })).max(8),
  /** What is due next, soonest first. */
  next: z.array(z.strictObject({ when: text, what: text })).max(5),
  /** Said when `next` is empty; null otherwise. */
  nextEmpty: text.nullable(),
  /** Services that now answer a need; said once. */
  news: z
    .strictObject({
      lines: z.array(text).min(1).max(6),
      /** The services for the first of these people; null where the subject is not said here. */
      link: z.strictObject({ title: text, data: z.strictObject({ domain: text.max(40), code }) }).nullable(),
    })
    .nullable(),
  /** A review waits for an opinion or a decision of theirs. */
  studies: z.boolean(),
  /** Something that was said of a service waits for this member. */
  confirmsOffer: z.boolean(),
  /** Something that was sent about a review may not have arrived, and this member leads reviews. */
  verifies: z.boolean(),
  /** Reads the needs of the whole territory. */
  seesTerritory: z.boolean(),
  /** False where six other buttons stand: « aide » can be written. */
  helps: z.boolean(),
  /** Our own tab; null where six other buttons stand. */
  tabUrl: z.url().nullable(),
  /** How to find services, in one line. */
  hint: text,
});
export type HomeModel = z.infer<typeof homeModel>;
