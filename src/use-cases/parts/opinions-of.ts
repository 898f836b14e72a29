/** What was said of a case, in the study that is under way. */
import { maySeeCase, type Actor } from "../../domain/people/actor.ts";
import { withoutPerson } from "../../domain/review/identifies.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import { countedOpinions, type OpinionCount } from "../../domain/review/minutes.ts";
import type { Opinion, Review, ReviewDecision } from "../../domain/review/records.ts";
import { decisionWithoutPerson } from "../../domain/review/without-person.ts";
import type { Services } from "../frame/services.ts";
import { studyIdOf } from "./on-review.ts";
import type { Studied } from "./studied.ts";

/** A review counts no more givers. */
const AT_MOST = 60;

/** Every opinion, revealed or not: only for what is shown once they are. */
export const opinionsOf = async (services: Services, review: Review): Promise<readonly Opinion[]> => {
  const page = await services.store.list({ kind: "opinion", key: `study:${studyIdOf(review)}`, limit: AT_MOST });
  return page.items.map(({ doc }) => doc);
};

/** Who gave theirs on their own device, in this study: nobody else writes over it. */
export const giversThemselves = async (services: Services, review: Review): Promise<ReadonlySet<MemberId>> => {
  const ids = review.givers.map((id) => `${studyIdOf(review)}.${id}`);
  const given = await services.store.getMany("opinion", ids);
  return new Set(given.flatMap(({ doc }) => (doc.notedBy === null ? [doc.memberId] : [])));
};

/**
 * An opinion as this member reads it. What they wrote themself comes back as it is written, or the mask would tell them which name is the right one.
 */
export const opinionFor = (
  actor: Actor,
  { dossier, identity }: Pick<Studied, "dossier" | "identity">,
  opinion: Opinion,
): Opinion => {
  const writer = opinion.notedBy ?? opinion.memberId;
  if (writer === actor.memberId || maySeeCase(actor, dossier.file.doc)) return opinion;
  const { why, next } = opinion;
  return { ...opinion, why: withoutPerson(identity, why), next: withoutPerson(identity, next) };
};

/** A name corrected since the decision is recognised where it was not, for whoever does not read the case. */
export const decisionFor = (
  actor: Actor,
  { dossier, identity }: Pick<Studied, "dossier" | "identity">,
  decision: ReviewDecision | undefined,
): ReviewDecision | undefined =>
  decision === undefined || maySeeCase(actor, dossier.file.doc) ? decision : decisionWithoutPerson(identity, decision);

/** What may be read of them: nothing before they are revealed. */
export const revealedOpinions = async (services: Services, review: Review): Promise<readonly Opinion[]> =>
  review.revealed === null ? [] : opinionsOf(services, review);

/** How many of each, once revealed. */
export const countsOf = async (services: Services, review: Review): Promise<readonly OpinionCount[]> =>
  countedOpinions(await revealedOpinions(services, review));
