import { opinionFromInputs } from "../domain/review/opinion-from-inputs.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { done, type Result } from "./frame/result.ts";
import type { Decision } from "./frame/commit.ts";
import { command } from "./frame/use-case.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { asRead } from "./parts/on-case.ts";
import { queueOfReview, type ReviewView } from "./parts/on-review.ts";
import {
  givesOpinion,
  loadOpinion,
  opinionsAreClosed,
  opinionWrites,
  toOpine,
  type Opining,
} from "./parts/opinion-form.ts";
import { keepReviewTyped, reviewFormInput, type ReviewFormInput } from "./parts/review-form.ts";

/** `closed`: they were revealed meanwhile; what was typed is kept, and counts for nothing. */
export type OpinionTaken = { readonly kind: "given" | "toMend" | "kept" | "closed" };

/** The trail says that an opinion was given, never what it says. */
export const takenAs = (
  kind: OpinionTaken["kind"],
  act: "opinion" | "opinionNote",
  { review }: ReviewView,
  writes: readonly Write[],
): Result<Decision<OpinionTaken>> => {
  const { id, study, code } = review.doc;
  return done({
    outcome: { kind },
    head: null,
    writes,
    audit: { act: `${act}.${kind}`, code, details: { review: id, study } },
  });
};

/** *Donner mon avis*: a member of the cell, on what it studies. The last one stands, until they are revealed. */
export const giveOpinion = command<ReviewFormInput, Opining, OpinionTaken>({
  act: "opinion.give",
  input: reviewFormInput,
  queue: queueOfReview,
  load: loadOpinion,
  allow: (actor: Actor, { view }) => givesOpinion(actor, view),
  decide: (services, actor, opining, request) => {
    const { view, form, given } = opining;
    // One's own opinion from two devices: the last one stands, whatever the card showed.
    const { inputs } = readTyped(form, request.rev, request.inputs);
    const kept = [asRead(opining.dossier.file), keepReviewTyped(services, actor, form, inputs)];
    if (request.intent === "keep") return takenAs("kept", "opinion", view, kept);
    if (opinionsAreClosed(view)) return takenAs("closed", "opinion", view, kept);
    const read = opinionFromInputs(inputs, toOpine(actor, opining));
    if (!read.ok) return takenAs("toMend", "opinion", view, kept);
    const { memberId } = actor;
    const writes = opinionWrites(services, actor, view, { memberId, said: read.said, given });
    return takenAs("given", "opinion", view, [...writes, ...dropTyped(form)]);
  },
});
