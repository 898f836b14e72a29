/** A parcours that goes on after a suspension. */
import type { CaseFile } from "./case-file.ts";
import type { Day } from "./codes.ts";
import { addDays, daysBetween } from "./days.ts";
import { openPause } from "./milestones.ts";

/** The next point, which is a day that was agreed, goes as far as the suspension lasted; where it was due before, it stays. */
export const resumed = <Head extends Pick<CaseFile, "pauses" | "followUpOn">>(head: Head, resumedOn: Day): Head => {
  const open = openPause(head.pauses);
  if (open === undefined) return head;
  const { followUpOn } = head;
  const pauses = head.pauses.map((one) => (one === open ? { ...one, resumedOn } : one));
  if (followUpOn === null || followUpOn < open.from) return { ...head, pauses };
  return { ...head, pauses, followUpOn: addDays(followUpOn, daysBetween(open.from, resumedOn)) };
};
