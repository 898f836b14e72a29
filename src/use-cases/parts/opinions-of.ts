/** What was said of a case, in the study that is under way. */
import { countedOpinions, type OpinionCount } from "../../domain/review/minutes.ts";
import type { Opinion, Review } from "../../domain/review/records.ts";
import type { Services } from "../frame/services.ts";
import { studyIdOf } from "./on-review.ts";

/** A review counts no more givers. */
const AT_MOST = 60;

/** Every opinion, revealed or not: only for what is shown once they are. */
export const opinionsOf = async (services: Services, review: Review): Promise<readonly Opinion[]> => {
  const page = await services.store.list({ kind: "opinion", key: `study:${studyIdOf(review)}`, limit: AT_MOST });
  return page.items.map(({ doc }) => doc);
};

/** What may be read of them: nothing before they are revealed. */
export const revealedOpinions = async (services: Services, review: Review): Promise<readonly Opinion[]> =>
  review.revealed === null ? [] : opinionsOf(services, review);

/** How many of each, once revealed. */
export const countsOf = async (services: Services, review: Review): Promise<readonly OpinionCount[]> =>
  countedOpinions(await revealedOpinions(services, review));
