import type { Handover } from "../../domain/handover/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Services } from "../frame/services.ts";

/** Of the present parcours, in the order in which they were decided. */
export const readHandovers = async (services: Services, file: CaseFile): Promise<readonly Handover[]> => {
  const found = await services.store.getMany(
    "handover",
    file.handovers.map(({ id }) => id),
  );
  const known = new Map(found.map(({ doc }) => [doc.id, doc]));
  return file.handovers.flatMap(({ id }) => known.get(id) ?? []);
};
