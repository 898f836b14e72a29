import type { CaseFile, CaseStatus } from "../participant/case-file.ts";

const FOLLOWED: ReadonlySet<CaseStatus> = new Set(["entered", "decided", "inPath"]);

/** People whom the PLIE follows: received, neither gone elsewhere nor out. */
export const isFollowed = ({ status, entry, mergedInto }: CaseFile): boolean =>
  FOLLOWED.has(status) && entry !== null && mergedInto === null;
