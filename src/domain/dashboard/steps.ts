/** Where a person stands, as lists and the dashboard say it: finer than the status during the first phase, the status itself afterwards. */
import type { CaseStatus } from "../participant/case-file.ts";

export const STEPS = [
  /** Oriented, not received yet. */
  "toMeet",
  /** Entered; too few domains addressed for the first assessment. */
  "assessing",
  /** First assessment done; the synthesis is still to be done with the person. */
  "assessed",
  /** Synthesis done with the person; not presented to a cell yet. */
  "synthesised",
  "underReview",
  /** A cell asked that the diagnostic be completed. */
  "toComplete",
  /** Decided; relays or the hand-over are under way. */
  "decided",
  "inPath",
  "reoriented",
  "left",
] as const;
export type Step = (typeof STEPS)[number];

/** From the orientation to the end of what the decision sets going. */
export const FIRST_PHASE = [
  "toMeet",
  "assessing",
  "assessed",
  "synthesised",
  "underReview",
  "toComplete",
  "decided",
] as const satisfies readonly Step[];

export interface Standing {
  readonly status: CaseStatus;
  readonly t0Met: boolean;
  readonly synthesisDone: boolean;
  readonly underReview: boolean;
  readonly toComplete: boolean;
}

/** Null: a record that was cancelled stands nowhere. */
export const stepOf = ({ status, t0Met, synthesisDone, underReview, toComplete }: Standing): Step | null => {
  if (status === "cancelled") return null;
  if (status === "oriented") return "toMeet";
  if (status !== "entered") return status;
  if (underReview) return "underReview";
  if (toComplete) return "toComplete";
  if (synthesisDone) return "synthesised";
  return t0Met ? "assessed" : "assessing";
};
