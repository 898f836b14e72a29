import type { CaseFile } from "./case-file.ts";
import type { Pause } from "./clock-facts.ts";

const ENDED: ReadonlySet<CaseFile["status"]> = new Set(["cancelled", "left", "reoriented"]);

/** The suspension under way; undefined: the clock runs. A parcours that has ended waits for nobody's return. */
export const suspendedNow = ({ pauses, status }: Pick<CaseFile, "pauses" | "status">): Pause | undefined =>
  ENDED.has(status) ? undefined : pauses.find(({ resumedOn }) => resumedOn === null);
