import { countedOpinions, type OpinionCount } from "../../domain/review/minutes.ts";
import type { Review } from "../../domain/review/records.ts";
import type { Services } from "../frame/services.ts";
import { studyIdOf } from "./on-review.ts";

const OPINIONS_AT_MOST = 60;

/** How many of each opinion, once revealed; nothing before. */
export const countsOf = async (services: Services, review: Review): Promise<readonly OpinionCount[]> => {
  if (review.revealed === null) return [];
  const key = `study:${studyIdOf(review)}`;
  const { items } = await services.store.list({ kind: "opinion", key, limit: OPINIONS_AT_MOST });
  return countedOpinions(items.map(({ doc }) => doc));
};
