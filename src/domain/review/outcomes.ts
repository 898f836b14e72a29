/** What a cell may propose and decide. */
import { z } from "zod";
import { leadKind } from "../suggestion/lead-kinds.ts";
import type { CellId } from "./codes.ts";

export const REVIEW_OUTCOMES = [
  "stay",
  "stayWithRelays",
  "reorient",
  "toComplete",
  "exitJob",
  "exitTraining",
  "exitOther",
  "goOn",
  "practice",
] as const;
export const reviewOutcome = z.enum(REVIEW_OUTCOMES);
export type ReviewOutcome = z.infer<typeof reviewOutcome>;

/** Entrée: stays, stays with relays, goes elsewhere, or the diagnostic is to be completed. Sortie: an exit, or goes on. GTA: a view on practice. */
export const outcomesOf: Readonly<Record<CellId, readonly ReviewOutcome[]>> = {
  entree: ["stay", "stayWithRelays", "reorient", "toComplete"],
  sortie: ["exitJob", "exitTraining", "exitOther", "goOn"],
  gta: ["practice"],
};

const EXITS: readonly ReviewOutcome[] = ["exitJob", "exitTraining", "exitOther"];
/** The phase with the PLIE ends: proofs are presented with it. */
export const isExit = (outcome: ReviewOutcome): boolean => EXITS.includes(outcome);

const WAYS_OUT: readonly ReviewOutcome[] = ["reorient", ...EXITS];
/** The person leaves the PLIE: their recorded view is needed. */
export const isWayOut = (outcome: ReviewOutcome): boolean => WAYS_OUT.includes(outcome);

/** Where a reorientation leads: one of the other leads, and one of its services when it is known. */
export const destination = z.strictObject({
  lead: leadKind.exclude(["plie"]),
  /** Id of a service frozen with the snapshot's lead; null: the structure is still to be chosen. */
  service: z.string().nullable(),
});
export type Destination = z.infer<typeof destination>;

/** What is presented with an exit (method §7: *with proofs*). */
export const EXIT_PROOFS = [
  "jobContract",
  "employerStatement",
  "payslip",
  "businessRegistration",
  "trainingStatement",
  "personsStatement",
  "none",
] as const;
export const exitProof = z.enum(EXIT_PROOFS);
export type ExitProof = z.infer<typeof exitProof>;
