import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { ReviewId } from "../domain/review/codes.ts";
import { mayLeadReviews } from "../domain/review/members.ts";
import type { Review } from "../domain/review/records.ts";
import { submissionFromInputs, type Submission } from "../domain/review/submission-from-inputs.ts";
import { trackOf } from "../domain/review/track.ts";
import type { Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped } from "./parts/form.ts";
import { nextReviewId } from "./parts/next-review.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { reachOwnChat } from "./parts/own-chat.ts";
import { firstPost, readLink } from "./parts/post-of.ts";
import {
  dueOnOf,
  freezeSubmission,
  loadPresenting,
  mayPresent,
  toSubmit,
  type Frozen,
  type Presenting,
} from "./parts/submission.ts";

const input = z.strictObject({ code: participantCode, rev: z.string() });
type Input = z.infer<typeof input>;

export type SubmittedReview =
  | { readonly kind: "submitted"; readonly track: Review["track"] }
  /** What the cell would see is not what was read any more, or cannot be submitted as it is typed now. */
  | { readonly kind: "moved" }
  | { readonly kind: "toMend" };

const newReview = (
  services: Services,
  actor: Actor,
  id: ReviewId,
  { cell }: Submission,
  { kept, toTrack }: Frozen,
): Review => {
  const { dossier } = kept.view;
  const file = dossier.file.doc;
  const { drawnPercent } = services.frameworks.current.reviews;
  return {
    kind: "review",
    schemaVersion: 1,
    id,
    code: file.code,
    parcours: file.parcours,
    round: file.round ?? 0,
    cell,
    ...trackOf(toTrack, services.ids.random(), drawnPercent),
    state: "submitted",
    study: 1,
    referentId: file.referentId,
    substituteId: file.substitute?.memberId ?? null,
    submittedBy: actor.memberId,
    submittedAt: services.clock.now().toISOString(),
    dueOn: dueOnOf(services, dossier, cell),
    givers: [],
    revealed: null,
    decided: null,
    adjourned: null,
    withdrawn: null,
    reopened: null,
    second: null,
    secondedBy: null,
    toldIn: null,
  };
};

/** In the short circuit, whoever may decide is told in their own chat; a chat that cannot be reached finds it in « à étudier ». */
const tellDeciders = async (services: Services, { id, code, referentId }: Review): Promise<readonly Write[]> => {
  const deciders = services.people
    .members()
    .filter((member) => mayLeadReviews(member) && member.aadObjectId !== referentId);
  const screen = { screen: "reviewShort", review: id, notice: null, at: null };
  const told = await Promise.all(
    deciders.map(({ aadObjectId }) => reachOwnChat(services, aadObjectId, screen, { code, review: id })),
  );
  return told.flatMap((writes) => writes ?? []);
};

const submitted = async (
  services: Services,
  actor: Actor,
  { form }: Presenting,
  submission: Submission,
  frozen: Frozen,
): Promise<Result<Decision<SubmittedReview>>> => {
  const { dossier } = frozen.kept.view;
  const { id, write: numbered } = await nextReviewId(services);
  const review = newReview(services, actor, id, submission, frozen);
  const { cell, track, fullBecause } = review;
  return decideOnCase<SubmittedReview>(services, dossier, {
    act: "review.submitted",
    details: { review: id, cell, track, because: fullBecause.join(",") },
    outcome: { kind: "submitted", track },
    writes: [
      numbered,
      { op: "put", doc: review, expected: "new" },
      { op: "put", doc: { ...frozen.snapshot, review: id }, expected: "new" },
      ...dropTyped(form),
      ...(track === "short"
        ? await tellDeciders(services, review)
        : firstPost(services, actor, review, await readLink(services, cell))),
    ],
    after: {
      head: { ...dossier.file.doc, review: id },
      round: dossier.round?.doc,
      findings: findingsOf(dossier.assessments),
    },
  });
};

/** Nothing is presented that was not read first: the référent reads again. */
const readAgain = (services: Services, { dossier }: Presenting, kind: "moved" | "toMend") =>
  decideOnCase<SubmittedReview>(services, dossier, {
    act: `review.form.${kind}`,
    outcome: { kind },
    writes: [],
    after: { head: dossier.file.doc, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });

/**
 * *Publier*: the case is under study, what the cell sees is frozen, and the card of the channel waits to be posted; or, for a simple stay, those
 * who decide are told.
 */
export const submitReview = command<Input, Presenting, SubmittedReview>({
  act: "review.submit",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadPresenting,
  allow: (actor: Actor, presenting) => mayPresent(actor, presenting),
  decide: async (services, actor, presenting, { rev }) => {
    const read = submissionFromInputs(presenting.form.shown, toSubmit(presenting));
    if (presenting.form.draft === undefined || !read.ok) return readAgain(services, presenting, "toMend");
    const { submission } = read;
    const review = (await nextReviewId(services)).id;
    const frozen = await freezeSubmission(services, actor, presenting, { review, submission });
    if (!frozen.ok) return frozen;
    const now = { ...frozen.value.kept.view, offered: presenting.offered };
    const refusal = mayPresent(actor, now);
    if (refusal !== null) return refused(refusal);
    if (frozen.value.rev !== rev) return readAgain(services, { ...presenting, ...frozen.value.kept.view }, "moved");
    return submitted(services, actor, presenting, submission, frozen.value);
  },
});
