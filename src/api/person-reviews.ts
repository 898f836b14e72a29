/** Reviews of a person in codes, as they were frozen. */
import type { PersonReview, PersonStudy, SeenByCell } from "../contracts/person-reviews.ts";
import { DOMAIN_IDS } from "../domain/framework/schema.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { hasDied } from "../domain/participant/clock-facts.ts";
import { offerAt } from "../domain/review/destinations.ts";
import type { Destination } from "../domain/review/outcomes.ts";
import type { Opinion, ReviewDecision, Snapshot } from "../domain/review/records.ts";
import type { ReviewSeen, StudySeen } from "../use-cases/parts/read-studies.ts";
import type { NameOf } from "./person-rounds.ts";

const towards = ({ held }: Pick<StudySeen, "held">, to: Destination | null) =>
  to === null ? null : { lead: to.lead, service: offerAt(held, to)?.name ?? null };

const frozenOf = ({ findings }: Snapshot): SeenByCell["findings"] =>
  DOMAIN_IDS.flatMap((domain) => {
    const found = findings[domain];
    if (found === undefined) return [];
    const { state, severity, impact, selfSeverity, priority, strength, facts } = found;
    return [{ domain, state, severity, impact, selfSeverity, priority, strength, facts }];
  });

const leadOf = ({ lead }: Snapshot): SeenByCell["lead"] => {
  if (lead === null) return null;
  const { first, equivalents, toDiscuss, outcome, solid, relays, steps, unmet } = lead;
  return { first, equivalents, toDiscuss, outcome, solid, relays, steps, unmet };
};

const seenOf = (name: NameOf, snapshot: Snapshot): SeenByCell => {
  const { recommendation, personView } = snapshot;
  return {
    at: snapshot.at,
    by: name(snapshot.by),
    version: snapshot.frameworkVersion,
    question: snapshot.question,
    ageBand: snapshot.ageBand,
    communeGroup: snapshot.communeGroup,
    recommendation: recommendation === null ? null : { choice: recommendation.choice, why: recommendation.why },
    lead: leadOf(snapshot),
    view:
      personView === null
        ? null
        : { agreement: personView.agreement, words: personView.words, heard: personView.heard, on: personView.on },
    findings: frozenOf(snapshot),
    provisional: snapshot.provisional,
    urgentOpen: snapshot.urgentOpen,
    withdrawn: snapshot.withdrawn,
  };
};

const opinionOf = (name: NameOf, study: StudySeen, opinion: Opinion) => ({
  by: name(opinion.memberId),
  notedBy: opinion.notedBy === null ? null : name(opinion.notedBy),
  outcome: opinion.outcome,
  to: towards(study, opinion.to),
  why: opinion.why,
  next: opinion.next,
});

const decisionOf = (name: NameOf, study: StudySeen, decision: ReviewDecision): PersonStudy["decision"] => ({
  outcome: decision.outcome,
  to: towards(study, decision.to),
  reasons: decision.reasons,
  departs: decision.departs,
  proofs: decision.proofs,
  next: decision.next,
  by: name(decision.by),
  on: decision.on,
  letterDueOn: decision.letterDueOn,
  secondUntil: decision.secondUntil,
});

const studyOf = (name: NameOf, study: StudySeen): PersonStudy => ({
  number: study.study,
  seen: study.snapshot === undefined ? null : seenOf(name, study.snapshot),
  opinions: study.opinions?.map((one) => opinionOf(name, study, one)) ?? null,
  decision: study.decision === undefined ? null : decisionOf(name, study, study.decision),
});

const movedOf = (moved: { readonly at: string } | null) => (moved === null ? null : { at: moved.at });

export const reviewOf = (
  name: NameOf,
  file: Pick<CaseFile, "ended">,
  { review, studies }: ReviewSeen,
): PersonReview => ({
  id: review.id,
  cell: review.cell,
  status: review.state,
  track: review.track,
  because: review.fullBecause,
  parcours: review.parcours,
  submittedAt: review.submittedAt,
  submittedBy: name(review.submittedBy),
  dueOn: review.dueOn,
  secondOf: review.second?.of ?? null,
  adjourned: movedOf(review.adjourned),
  withdrawn: movedOf(review.withdrawn),
  reopened: movedOf(review.reopened),
  letter:
    review.state === "decided" && review.decided !== null && review.decided.outcome !== "practice" && !hasDied(file),
  studies: studies.map((study) => studyOf(name, study)),
});
