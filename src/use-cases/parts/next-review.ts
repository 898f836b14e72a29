import { reviewIdOf, type ReviewId } from "../../domain/review/codes.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { nextNumber } from "./next-number.ts";

/** The next « 2026-001 » of the year, and the write that makes sure it is never given twice. */
export const nextReviewId = async (services: Services): Promise<{ readonly id: ReviewId; readonly write: Write }> => {
  const year = Number(services.clock.today().slice(0, 4));
  const { number, write } = await nextNumber(services, `review.${year}`);
  return { id: reviewIdOf(year, number), write };
};
