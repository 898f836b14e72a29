import { z } from "zod";
import { text, top } from "../common.ts";

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
});
export type HomeModel = z.infer<typeof homeModel>;
