/** What becomes of a case as its hand-overs move on: nobody is left without somebody who answers for them. */
import type { CaseFile } from "../participant/case-file.ts";
import { STAYS, type Handover } from "./records.ts";
import { withHandovers } from "./opened.ts";
import { heldOn } from "./standing.ts";

const STAYS_HERE = "inPath";

/** Secured: a reorientation at its first appointment held; relays once the first of them received the person, or when none is left to try. */
const statusAfter = (file: CaseFile, changed: Handover, handovers: CaseFile["handovers"]): CaseFile["status"] => {
  if (file.status !== "decided") return file.status;
  if (changed.what === "reorient") {
    if (heldOn(changed) !== null) return "reoriented";
    return changed.closed?.because === STAYS ? STAYS_HERE : file.status;
  }
  if (file.decided?.outcome === "reorient") return file.status;
  const waits = handovers.some(({ closedOn, heldOn: held }) => closedOn === null && held === null);
  const received = handovers.some(({ heldOn: held }) => held !== null);
  return received || !waits ? STAYS_HERE : file.status;
};

export const caseAfterHandover = (file: CaseFile, changed: Handover): CaseFile => {
  const handovers = withHandovers(file, [changed]);
  return { ...file, handovers, status: statusAfter(file, changed, handovers) };
};
