/** *File active*: who is in it, and how each one left it (reference of the protocol: entries and exits of the path, reorientations included). */
import type { CaseFile } from "../participant/case-file.ts";
import { ENDINGS, firstEnding } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import { exitOf } from "../participant/exit-of.ts";
import { isExit } from "../review/outcomes.ts";
import { isFollowed } from "./followed.ts";

/** Exits that the exit cell decides, a reorientation once the partner received the person, and the other ends of a parcours. */
export const LEAVES = ["exitJob", "exitTraining", "exitOther", "reorient", ...ENDINGS] as const;
export type Leave = (typeof LEAVES)[number];

/** Employment or training, decided by the exit cell on its proofs. */
export const POSITIVE: readonly Leave[] = ["exitJob", "exitTraining"];
export const isPositive = (how: Leave): boolean => POSITIVE.includes(how);

/** How a parcours left the file, and when; null: it never entered it, or is still in it. */
export const leaveOf = (head: CaseFile, isPresent: boolean): { readonly how: Leave; readonly on: Day } | null => {
  const { entry, status, decided } = head;
  const ended = firstEnding(head);
  if (entry === null || status === "cancelled" || (isPresent && isFollowed(head))) return null;
  if (ended !== null) return { how: ended.how, on: ended.on };
  if (status === "reoriented") return { how: "reorient", on: exitOf(head) ?? entry.on };
  const how = decided !== null && isExit(decided.outcome) ? decided.outcome : "exitOther";
  return { how: how === "exitJob" || how === "exitTraining" ? how : "exitOther", on: decided?.on ?? entry.on };
};
