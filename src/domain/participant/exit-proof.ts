/** *Justificatif de sortie*: what the financer asks to see once someone left towards a job or a training, and whether it came. */
import type { CaseFile } from "./case-file.ts";
import { firstEnding, hasDied, type Ending } from "./clock-facts.ts";
import type { Day } from "./codes.ts";
import { exitOf } from "./exit-of.ts";

const DECIDED: ReadonlySet<string> = new Set(["exitJob", "exitTraining"]);
const ENDED: ReadonlySet<Ending> = new Set(["lastingJob", "transitionJob", "training"]);

type Head = Pick<CaseFile, "status" | "entry" | "ended" | "decided" | "handovers" | "exitProofOn">;

/** The day of the exit that a document is to attest; null: none is asked. Nobody who was never met is a participant. */
export const exitToProve = (head: Head): Day | null => {
  if (head.status !== "left" || head.entry === null || hasDied(head)) return null;
  const ended = firstEnding(head);
  const isAsked = ended === null ? DECIDED.has(head.decided?.outcome ?? "") : ENDED.has(ended.how);
  return isAsked ? exitOf(head) : null;
};

/** The day on which it was received; null: not yet. What came before the present exit attested another one. */
export const exitProofOn = (head: Head): Day | null => {
  const from = exitToProve(head);
  return from !== null && head.exitProofOn !== null && head.exitProofOn >= from ? head.exitProofOn : null;
};
