import { addDays, addWorkingDays } from "../domain/participant/days.ts";
import type { Actor } from "../domain/people/actor.ts";
import { caseOnceDecided } from "../domain/review/after-decision.ts";
import { decisionFromInputs, type Decided } from "../domain/review/decision-from-inputs.ts";
import { isWayOut } from "../domain/review/outcomes.ts";
import type { Review, ReviewDecision } from "../domain/review/records.ts";
import type { Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { decidesReview, hindranceTo, loadDeciding, toDecide, type Deciding } from "./parts/deciding.ts";
import { findingsOf } from "./parts/dossier.ts";
import { decidedHandovers } from "./parts/decided-handovers.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { asRead, decideOnCase } from "./parts/on-case.ts";
import { queueOfReview } from "./parts/on-review.ts";
import { editPost } from "./parts/post-of.ts";
import { keepReviewTyped, reviewFormInput, type ReviewFormInput } from "./parts/review-form.ts";
import { tellReferent } from "./parts/tell-referent.ts";

/**
 * `hindered`: opinions are still hidden, or members are missing; `behind`: decided or withdrawn meanwhile; `overtaken`:
 * typed on a card that is older than the draft or the study. What was typed is kept in each case.
 */
export type DecidedReview = {
  /** Whose view may have to be recorded first. */
  readonly code: string;
  readonly kind: "decided" | "decidedUntold" | "toMend" | "kept" | "viewMissing" | "hindered" | "behind" | "overtaken";
};

/** What was typed waits with the decider's own drafts; nothing of the review nor of the case changes. */
const keep = (
  services: Services,
  actor: Actor,
  { form, view, dossier }: Deciding,
  kind: DecidedReview["kind"],
  inputs: Record<string, string>,
): Result<Decision<DecidedReview>> =>
  done({
    outcome: { kind, code: view.review.doc.code },
    head: null,
    writes: [asRead(dossier.file), keepReviewTyped(services, actor, form, inputs)],
    audit: { act: `decision.${kind}`, code: view.review.doc.code, details: { review: view.review.doc.id } },
  });

const decisionOf = (services: Services, actor: Actor, review: Review, decided: Decided): ReviewDecision => {
  const { letterWorkingDays, secondStudyDays } = services.frameworks.current.reviews;
  const on = services.clock.today();
  const { outcome, to, reasons, departs, proofs, next } = decided;
  // A second study closes the matter: what was asked of other members is not asked of others again.
  const open = review.cell !== "gta" && review.second === null;
  return {
    kind: "reviewDecision",
    schemaVersion: 1,
    review: review.id,
    study: review.study,
    code: review.code,
    ...{ outcome, to, reasons, departs, next, proofs: [...proofs] },
    by: actor.memberId,
    at: services.clock.now().toISOString(),
    on,
    letterDueOn: addWorkingDays(on, letterWorkingDays, (day) => services.calendar.isWorkingDay(day)),
    secondUntil: open ? addDays(on, secondStudyDays) : null,
  };
};

const decidedReview = (review: Review, doc: ReviewDecision, { concordant }: Decided): Review => {
  const { outcome, to, departs, on, by, at } = doc;
  return { ...review, state: "decided", decided: { outcome, to, departs, concordant, on, by, at } };
};

const record = async (
  services: Services,
  actor: Actor,
  loaded: Deciding,
  decided: Decided,
): Promise<Result<Decision<DecidedReview>>> => {
  const { view, dossier, form } = loaded;
  const { doc: review, version } = view.review;
  const decision = decisionOf(services, actor, review, decided);
  const next = decidedReview(review, decision, decided);
  const { outcome, to, on, by, departs } = decision;
  const { milestones, reviews } = services.frameworks.current;
  const completeUntil = addDays(on, reviews.completeDays);
  const { followUpMonths } = milestones;
  const handed = await decidedHandovers(services, actor, loaded, dossier.file.doc, decision);
  const head = {
    ...caseOnceDecided(dossier.file.doc, { review: review.id, outcome, to, on, by, completeUntil, followUpMonths }),
    handovers: handed.handovers,
  };
  const { told, writes: telling } = await tellReferent(services, actor, next, "reviewDecided");
  const writes: readonly Write[] = [
    { op: "put", doc: next, expected: version },
    { op: "put", doc: decision, expected: "new" },
    ...handed.writes,
    ...editPost(services, actor, next, view.post),
    ...telling,
    ...dropTyped(form),
  ];
  return decideOnCase<DecidedReview>(services, dossier, {
    act: "review.decided",
    details: { review: review.id, study: review.study, outcome, to: to?.lead ?? null, departs },
    outcome: { kind: told ? "decided" : "decidedUntold", code: review.code },
    writes,
    after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });
};

/**
 * *Décision*: the outcome, its reasons that the person can read, why it departs from the lead. Review, case, channel card and the message to the
 * référent are one batch: whole or nothing, and once.
 */
export const decideReview = command<ReviewFormInput, Deciding, DecidedReview>({
  act: "review.decide",
  input: reviewFormInput,
  queue: queueOfReview,
  load: loadDeciding,
  allow: decidesReview,
  decide: (services, actor, loaded, request) => {
    const { view, dossier, form, personView } = loaded;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const hindrance = hindranceTo(loaded);
    if (hindrance?.kind === "decided" || hindrance?.kind === "withdrawn")
      return keep(services, actor, loaded, "behind", inputs);
    const file = dossier.file.doc;
    if (file.status === "cancelled" || file.parcours !== view.review.doc.parcours) return refused("caseClosed");
    if (request.intent === "keep") return keep(services, actor, loaded, "kept", inputs);
    if (hindrance !== null) return keep(services, actor, loaded, "hindered", inputs);
    if (overtaken) return keep(services, actor, loaded, "overtaken", inputs);
    const read = decisionFromInputs(inputs, toDecide(loaded));
    if (!read.ok) return keep(services, actor, loaded, "toMend", inputs);
    if (isWayOut(read.decided.outcome) && personView === null)
      return keep(services, actor, loaded, "viewMissing", inputs);
    return record(services, actor, loaded, read.decided);
  },
});
