import { opinionFromInputs } from "../domain/review/opinion-from-inputs.ts";
import { opinionInput, takenAs, type OpinionInput, type OpinionTaken } from "./give-opinion.ts";
import { command } from "./frame/use-case.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { queueOfReview } from "./parts/on-review.ts";
import {
  loadNote,
  notesOpinion,
  opinionsAreClosed,
  opinionWrites,
  readOpinion,
  toOpine,
  type Opining,
} from "./parts/opinion-form.ts";
import { keepReviewTyped } from "./parts/review-form.ts";

/** In the sitting, the opinion of a member who has no device, as they say it. Theirs again once they give another: the last one stands. */
export const noteOpinion = command<OpinionInput, Opining, OpinionTaken>({
  act: "opinion.note",
  input: opinionInput,
  queue: queueOfReview,
  load: loadNote,
  allow: (actor, { view }) => notesOpinion(actor, view),
  decide: async (services, actor, opining, request) => {
    const { view, form } = opining;
    const { inputs } = readTyped(form, request.rev, request.inputs);
    const kept = keepReviewTyped(services, actor, form, inputs);
    if (request.intent === "keep") return takenAs("kept", "opinionNote", view, [kept]);
    if (opinionsAreClosed(view)) return takenAs("closed", "opinionNote", view, [kept]);
    const member = view.voters.find(({ aadObjectId }) => aadObjectId === inputs["member"]);
    const read = opinionFromInputs(inputs, toOpine(opining));
    if (!read.ok || member === undefined) return takenAs("toMend", "opinionNote", view, [kept]);
    const memberId = member.aadObjectId;
    const given = await readOpinion(services, view, memberId);
    const writes = opinionWrites(services, actor, view, { memberId, said: read.said, given });
    return takenAs("given", "opinionNote", view, [...writes, ...dropTyped(form)]);
  },
});
