import { opinionFromInputs } from "../domain/review/opinion-from-inputs.ts";
import { meetingIdOf, type MeetingId } from "../domain/review/codes.ts";
import type { Write } from "../ports/store.ts";
import { takenAs, type OpinionTaken } from "./give-opinion.ts";
import type { Decision } from "./frame/commit.ts";
import type { Result } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { asRead } from "./parts/on-case.ts";
import { queueOfReview, type ReviewView } from "./parts/on-review.ts";
import {
  loadNote,
  notesOpinion,
  opinionsAreClosed,
  opinionWrites,
  readOpinion,
  toOpine,
  type Opining,
} from "./parts/opinion-form.ts";
import { keepReviewTyped, reviewFormInput, type ReviewFormInput } from "./parts/review-form.ts";

/** `meeting`: the sitting that the secretary goes back to. */
export interface NoteTaken extends OpinionTaken {
  readonly meeting: MeetingId | null;
}

const notedAs = (
  kind: OpinionTaken["kind"],
  view: ReviewView,
  writes: readonly Write[],
): Result<Decision<NoteTaken>> => {
  const taken = takenAs(kind, "opinionNote", view, writes);
  if (!taken.ok) return taken;
  const sitting = view.sitting?.doc;
  const meeting = sitting === undefined ? null : meetingIdOf(sitting.cell, sitting.on);
  return { ok: true, value: { ...taken.value, outcome: { kind, meeting } } };
};

/**
 * In the sitting, the opinion of a member who has no device, as they say it. One that is noted may be noted again; the one that a
 * member gave themself is changed by nobody else, and takes the place of what was noted.
 */
export const noteOpinion = command<ReviewFormInput, Opining, NoteTaken>({
  act: "opinion.note",
  input: reviewFormInput,
  queue: queueOfReview,
  load: loadNote,
  allow: (actor, { view }) => notesOpinion(actor, view),
  decide: async (services, actor, opining, request) => {
    const { view, form } = opining;
    const { inputs } = readTyped(form, request.rev, request.inputs);
    const kept = [asRead(opining.dossier.file), keepReviewTyped(services, actor, form, inputs)];
    if (request.intent === "keep") return notedAs("kept", view, kept);
    if (opinionsAreClosed(view)) return notedAs("closed", view, kept);
    const member = view.voters.find(({ aadObjectId }) => aadObjectId === inputs["member"]);
    const read = opinionFromInputs(inputs, toOpine(actor, opining));
    if (!read.ok || member === undefined) return notedAs("toMend", view, kept);
    const memberId = member.aadObjectId;
    const given = await readOpinion(services, view, memberId);
    if (given?.doc.notedBy === null && memberId !== actor.memberId) return notedAs("toMend", view, kept);
    const writes = opinionWrites(services, actor, view, { memberId, said: read.said, given });
    return notedAs("given", view, [...writes, ...dropTyped(form)]);
  },
});
