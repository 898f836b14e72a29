import { reviewIdOf, type ReviewId } from "../../domain/review/codes.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

/** The next « 2026-001 » of the year, and the write that makes sure it is never given twice. */
export const nextReviewId = async (services: Services): Promise<{ readonly id: ReviewId; readonly write: Write }> => {
  const year = Number(services.clock.today().slice(0, 4));
  const id = `review.${year}`;
  const sequence = await services.store.get("sequence", id);
  const last = (sequence?.doc.last ?? 0) + 1;
  return {
    id: reviewIdOf(year, last),
    write: { op: "put", doc: { kind: "sequence", schemaVersion: 1, id, last }, expected: sequence?.version ?? "new" },
  };
};
