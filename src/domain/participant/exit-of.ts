import type { CaseFile } from "./case-file.ts";
import { firstEnding } from "./clock-facts.ts";
import type { Day } from "./codes.ts";

/**
 * The day someone left: their parcours was ended, a cell decided their exit, or the partner they were reoriented to first received them.
 * Null: they are still accompanied. A second study that decides *poursuite* undoes it.
 */
export const exitOf = (head: Pick<CaseFile, "status" | "ended" | "decided" | "handovers">): Day | null => {
  const received = head.handovers.flatMap(({ kind, heldOn }) => (kind === "reorient" ? (heldOn ?? []) : []));
  if (head.status === "reoriented") return received.toSorted().at(-1) ?? head.decided?.on ?? null;
  return head.status === "left" ? (firstEnding(head)?.on ?? head.decided?.on ?? null) : null;
};
