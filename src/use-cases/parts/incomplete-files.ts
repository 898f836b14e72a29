/** How many files have something to complete, by référent: read from the counters, whatever the number of people. */
import { PART_PIECES } from "../../domain/dashboard/measures.ts";
import { missingCounts, type MissingCounts } from "../../domain/dashboard/piece-marks.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import type { Services } from "../frame/services.ts";
import { readCounters } from "./read-counters.ts";

export const incompleteFiles = async (services: Services): Promise<readonly MissingCounts[]> => {
  const { counts } = await readCounters(services, [PART_PIECES]);
  return missingCounts(counts.get(PART_PIECES) ?? {}, services.clock.today());
};

/** In the files of one référent. */
export const incompleteOf = async (services: Services, referentId: MemberId): Promise<number> =>
  (await incompleteFiles(services)).find(({ referent }) => referent === referentId)?.people ?? 0;
