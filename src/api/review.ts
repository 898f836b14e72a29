/** One case under study, for the tab: what the cell saw, what was said once revealed, what its reader may do next in their own conversation. */
import type { Request } from "restify";
import { z } from "zod";
import type { DecisionOut, NextStep, OpinionOut, ReviewOut, SeenOut } from "../contracts/review.ts";
import type { DomainId, Framework } from "../domain/framework/schema.ts";
import { hasDied } from "../domain/participant/clock-facts.ts";
import type { Actor } from "../domain/people/actor.ts";
import { reviewId } from "../domain/review/codes.ts";
import { offerAt } from "../domain/review/destinations.ts";
import type { Destination, ReviewOutcome } from "../domain/review/outcomes.ts";
import type { Opinion, Snapshot } from "../domain/review/records.ts";
import { HEALTH, seenBy, type SeenDifficulty } from "../domain/review/seen.ts";
import { leadKind } from "../domain/suggestion/lead-kinds.ts";
import { standOf } from "../use-cases/parts/cell-reviews.ts";
import { seeReview, type ReviewHub } from "../use-cases/see-review.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { liveReply, problemReply, type Reply } from "./reply.ts";
import { caseOut, placeIn } from "./review-parts.ts";

const reviewPath = z.object({ review: z.string() });

const nameIn = ({ people }: Services, id: string | null): string | null =>
  id === null ? null : (people.byObjectId(id)?.name ?? null);

const labelIn = ({ domains }: Framework, domain: DomainId): string =>
  domains.find(({ id }) => id === domain)?.label ?? domain;

const difficultyOut = (framework: Framework, { domain, severity, impact }: SeenDifficulty) => ({
  domain: labelIn(framework, domain),
  level: severity === null ? null : framework.levels[severity],
  impact: impact === null ? null : (framework.impacts[impact - 1] ?? null),
});

const leadOut = (framework: Framework, lead: Snapshot["lead"]): SeenOut["lead"] => {
  if (lead === null) return null;
  const { first, outcome, toDiscuss, solid } = lead;
  return {
    ...{ outcome: first === null ? null : outcome, toDiscuss, solid },
    place: outcome === "reorient" ? placeIn(framework, first) : null,
  };
};

type Choice = NonNullable<SeenOut["recommendation"]>["choice"];
const placeOfChoice = (framework: Framework, choice: Choice): string | null => {
  const kind = leadKind.safeParse(choice.split(":")[1]);
  return kind.success ? placeIn(framework, kind.data) : null;
};

const seenOut = (framework: Framework, actor: Actor, snapshot: Snapshot | undefined): ReviewOut["seen"] => {
  if (snapshot === undefined) return null;
  const { recommendation, lead, helps, difficulties, ...seen } = seenBy(actor, snapshot);
  return {
    ...seen,
    helps: helps.map((domain) => labelIn(framework, domain)),
    difficulties: difficulties.map((one) => difficultyOut(framework, one)),
    health: labelIn(framework, HEALTH),
    recommendation:
      recommendation === null ? null : { ...recommendation, place: placeOfChoice(framework, recommendation.choice) },
    lead: leadOut(framework, lead),
  };
};

const saidOut = (
  { dossier: { framework }, held }: ReviewHub,
  { outcome, to }: { readonly outcome: ReviewOutcome; readonly to: Destination | null },
) => {
  const offer = offerAt(held, to);
  return {
    outcome,
    place: placeIn(framework, to?.lead ?? null),
    service: offer === undefined ? null : { name: offer.name, structure: offer.structure },
  };
};

const opinionOut = (services: Services, hub: ReviewHub, opinion: Opinion): OpinionOut => ({
  who: nameIn(services, opinion.memberId),
  notedBy: nameIn(services, opinion.notedBy),
  ...saidOut(hub, opinion),
  ...{ why: opinion.why, next: opinion.next },
});

const decisionOut = (services: Services, hub: ReviewHub): DecisionOut | null => {
  const { decision, facts, may, dossier } = hub;
  if (decision === undefined) return null;
  const { reasons, departs, next, on, by, outcome } = decision;
  return {
    ...saidOut(hub, decision),
    referred: outcome === "reorient" && facts.rsa === "yes" ? { body: facts.referringBody } : null,
    ...{ reasons, departs, next, on, by: nameIn(services, by) },
    letter: may.openSheet && outcome !== "practice" && !hasDied(dossier.file.doc),
  };
};

const nextOf = ({ may, mine }: ReviewHub): readonly NextStep[] => [
  ...(may.giveOpinion ? [mine === undefined ? ("giveOpinion" as const) : ("changeOpinion" as const)] : []),
  ...(may.noteOpinion ? (["noteOpinion"] as const) : []),
  ...(may.reveal ? (["reveal"] as const) : []),
  ...(may.decide ? (["decide"] as const) : []),
  ...may.moves,
];

/** What happened to it besides opinions: what holds now. */
const marksOut = (services: Services, { view }: ReviewHub) => {
  const { revealed, adjourned, withdrawn, reopened, state } = view.review.doc;
  const mark = <B>({ because, at }: { readonly because: B; readonly at: string }) => ({ because, at });
  return {
    revealed: revealed === null ? null : { by: nameIn(services, revealed.by), at: revealed.at },
    adjourned: adjourned === null || state !== "adjourned" ? null : mark(adjourned),
    withdrawn: withdrawn === null || state !== "withdrawn" ? null : mark(withdrawn),
    reopened: reopened === null ? null : mark(reopened),
  };
};

const reviewOut = async (services: Services, actor: Actor, hub: ReviewHub): Promise<ReviewOut> => {
  const { framework } = hub.dossier;
  const { view, mine, opinions, may } = hub;
  const { doc } = view.review;
  return {
    today: services.clock.today(),
    timeZone: services.plie.timeZone,
    ...caseOut(framework, doc, await standOf(services, doc, view.sitting)),
    because: doc.fullBecause,
    secondOf: doc.second?.of ?? null,
    ...marksOut(services, hub),
    seen: seenOut(framework, actor, view.snapshot?.doc),
    mine: mine === undefined ? null : saidOut(hub, mine),
    opinions: opinions?.map((one) => opinionOut(services, hub, one)) ?? null,
    decision: decisionOut(services, hub),
    next: nextOf(hub),
    file: may.openSheet ? doc.code : null,
  };
};

export const reviewRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const review = reviewId.safeParse(reviewPath.parse(request.params).review);
  if (!review.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeReview, { review: review.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return liveReply(request, await reviewOut(services, actor, answer.value));
};
