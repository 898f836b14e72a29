/** What is kept of the path after *poursuite*: its points, and the news after an exit to employment. Words that were typed live here only. */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "./codes.ts";

const common = {
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  on: day,
  by: memberId,
  at: instant,
};

/** *Point à trois mois*: what was agreed with the person, and when the next one is. */
export const checkpoint = z.strictObject({
  kind: z.literal("checkpoint"),
  ...common,
  /** Of the case when it was recorded: one id for each point. */
  edition: z.number().int().nonnegative(),
  agreed: z.string(),
  nextOn: day,
});
export type Checkpoint = z.infer<typeof checkpoint>;

export const AGREED_AT_MOST = 1_000;

export const STILL_EMPLOYED = ["yes", "no", "unknown"] as const;
export const stillEmployed = z.enum(STILL_EMPLOYED);
export type StillEmployed = z.infer<typeof stillEmployed>;
export const PROOFS_OF_NEWS = ["attested", "said", "none"] as const;
export const proofOfNews = z.enum(PROOFS_OF_NEWS);
export type ProofOfNews = z.infer<typeof proofOfNews>;

/** *Six mois après la sortie*: still in employment or not, and how it is known. */
export const exitNews = z.strictObject({
  kind: z.literal("exitNews"),
  ...common,
  still: stillEmployed,
  proof: proofOfNews,
});
