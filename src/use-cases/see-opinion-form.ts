/** *Avis*, filled with what was typed or given: one's own, or the one that the secretary notes. */
import { z } from "zod";
import type { MemberId } from "../domain/participant/codes.ts";
import type { Member } from "../domain/people/member.ts";
import { reviewId } from "../domain/review/codes.ts";
import { opinionFromInputs, type OpinionProblem } from "../domain/review/opinion-from-inputs.ts";
import type { NamedDestination } from "../domain/review/destinations.ts";
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import type { Actor } from "../domain/people/actor.ts";
import {
  givesOpinion,
  loadNote,
  loadOpinion,
  notesOpinion,
  opinionsAreClosed,
  toOpine,
  type Opining,
} from "./parts/opinion-form.ts";
import { giversThemselves } from "./parts/opinions-of.ts";
import { destinationsOf } from "./parts/studied.ts";

const input = z.strictObject({ review: reviewId });
type Input = z.infer<typeof input>;

export interface OpinionForm extends Opining {
  readonly outcomes: readonly ReviewOutcome[];
  readonly destinations: readonly NamedDestination[];
  readonly problems: readonly OpinionProblem[];
  /** Whose opinion the secretary may note; null on one's own form. */
  readonly members: readonly Member[] | null;
  /** Who gave theirs on their own device: nobody notes another for them. */
  readonly giversThemselves: ReadonlySet<MemberId>;
}

const formOf = async (
  services: Services,
  actor: Actor,
  opining: Opining,
  members: OpinionForm["members"],
): Promise<Result<OpinionForm>> => {
  if (opinionsAreClosed(opining.view)) return refused("opinionsClosed");
  await noteOpening(services, actor, opining.view.review.doc.code);
  const about = toOpine(actor, opining);
  const read = opinionFromInputs(opining.form.shown, about);
  return done({
    ...opining,
    outcomes: about.outcomes,
    destinations: destinationsOf(opining),
    problems: read.ok ? [] : read.problems,
    members,
    giversThemselves: await giversThemselves(services, opining.view.review.doc),
  });
};

export const seeOpinionForm = query<Input, Opining, OpinionForm>({
  act: "opinion.see",
  input,
  load: loadOpinion,
  allow: (actor, { view }) => givesOpinion(actor, view),
  run: (services, actor, opining) => formOf(services, actor, opining, null),
});

export const seeOpinionNote = query<Input, Opining, OpinionForm>({
  act: "opinion.noteSee",
  input,
  load: loadNote,
  allow: (actor, { view }) => notesOpinion(actor, view),
  run: (services, actor, opining) => formOf(services, actor, opining, opining.view.voters),
});
